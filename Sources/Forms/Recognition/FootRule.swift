/// Tells the rows below a form that people sign and comment in: 填报人：…, 审核人：…, 备注：….
enum FootRule {
  private static let labels = WordSet(
    "填报人 填表人 编制人 制表人 经办人 审核人 复核人 负责人 单位负责人 部门负责人 联系人 联系电话 填报日期 填表日期 填报时间 "
      + "自评等级 评价等级 自评结论 备注 注 说明 填表说明 总分 合计")

  /// Whether a row begins with such a label, alone or before a colon.
  static func begins(_ row: Int, _ reading: FormReading) -> Bool {
    guard let token = reading.grid.rows[row].tokens.first else { return false }
    let range = reading.grid.tokens[token].key
    if range.isEmpty { return hasLabel(reading.normalized(token)[...]) }
    return hasLabel(reading.grid.keys[range])
  }

  private static func hasLabel(_ key: ArraySlice<UInt8>) -> Bool {
    // The longest label has five characters.
    let head = key.prefix(20)
    var end = head.firstIndex(of: UInt8(ascii: ":")) ?? head.endIndex
    if end == head.endIndex {
      let colon: [UInt8] = Array("：".utf8)
      end = head.indices.first { head[$0...].starts(with: colon) } ?? head.endIndex
      if end == head.endIndex, head.count < key.count { return false }
    }
    return labels.contains(Array(head[..<end]).span)
  }
}
