/// Tells the rows below a form that people sign and comment in: 填报人：…, 审核人：…, 备注：….
enum FootRule {
  private static let labels = WordSet(
    """
    填报人 填表人 编制人 制表人 经办人 自评人 审核人 复核人 负责人 单位负责人 部门负责人 项目负责人 财务负责人 联系人 联系电话 填报日期 \
    填表日期 填报时间 自评等级 评价等级 自评结论 评价结论 存在问题 改进措施 其他说明的问题 其他需要说明的问题 其他需要说明的情况 其他需要说明事项 其他需要说明的事项 其他说明事项 \
    其他需说明的问题 其他需说明的情况 其他需说明的事项 偏差大或目标未完成原因分析 改进措施及结果应用方案 \
    偏差或不能完成目标原因分析 相关建议或举措 相关建议 下一步改进措施 下一步工作措施 \
    需要说明的问题 主管部门意见 财政部门意见 备注 注 说明 填表说明 填报说明 总分 合计
    """)

  /// What all of them end with who look the form over, and where they have room for a date: 财政部门支出股室初审意见,
  /// 财政绩效管理科室（盖章） 年 月 日.
  private static let endings = WordSet("审核意见 初审意见 复核意见 审查意见 签批意见 年月日")

  private static let signers = WordSet("填报人 填表人 编制人 制表人 经办人 自评人 审核人 复核人 填报人员 经办人员")

  /// Whether a row begins with the label of those who sign, so that the telephone beside it is theirs.
  static func isSigned(_ row: Int, _ reading: FormReading) -> Bool {
    guard let token = reading.grid.rows[row].tokens.first else { return false }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    guard let length = signers.prefixLength(of: key) else { return false }
    return length == key.count || key[length] == UInt8(ascii: ":")
      || key[length] == UInt8(ascii: "(")
  }

  /// Whether a row begins with such a label, alone or before a colon.
  static func begins(_ row: Int, _ reading: FormReading) -> Bool {
    guard let token = reading.grid.rows[row].tokens.first else { return false }
    let range = reading.grid.tokens[token].key
    if range.isEmpty { return isLabel(reading.normalized(token).span) }
    return isLabel(reading.grid.keys.span.extracting(range))
  }

  /// Hardly any label has more than nineteen characters, a colon up to three bytes.
  private static let longestHead = 60

  /// Whether a text is such a label, alone or before a colon.
  static func isLabel(_ key: Span<UInt8>) -> Bool {
    let head = key.extracting(first: longestHead)
    for end in head.indices where isColon(head, at: end) {
      return isWhole(head.extracting(first: end))
    }
    return head.count == key.count && isWhole(head)
  }

  private static func isWhole(_ label: Span<UInt8>) -> Bool {
    labels.contains(label) || endings.containsSuffix(of: label)
  }

  private static func isColon(_ text: Span<UInt8>, at index: Int) -> Bool {
    if text[index] == UInt8(ascii: ":") { return true }
    // U+FF1A, in texts too long for a key.
    return text[index] == 0xEF && index + 2 < text.count && text[index + 1] == 0xBC
      && text[index + 2] == 0x9A
  }
}
