internal import IR

// Labels of what no layout has. Every province prints some of its own.
extension RowLabels {
  /// Tells labels that no layout has from values, so that the values of the label before them end there:
  /// 项目属性 | 新增项目 | 监督电话 | 0551-62, or 项目负责人 | (empty) | 监督电话 | 0551-62.
  mutating func settleUnknownLabels(of reading: FormReading) {
    for index in parts.indices {
      guard case .value = parts[index].role, isUnknownLabel(index, reading) else { continue }
      parts[index].role = .unknown
    }
  }

  private func isUnknownLabel(_ index: Int, _ reading: FormReading) -> Bool {
    if index > 0, isOtherLabel(index, reading) { return true }
    return mayFollow(index, reading) && isLabelOfNext(index, reading)
  }

  /// Whether a text behind an empty label is worded as one itself, 财务负责人：, holds one of those who sign with
  /// its value, 单位负责人：某人, or stands away from the label, where labels stand right above and below it.
  private func isOtherLabel(_ index: Int, _ reading: FormReading) -> Bool {
    guard case .field(let fields) = parts[index - 1].role, fields[0].kind != .prose else {
      return false
    }
    let token = parts[index].token
    let key = reading.grid.tokens[token].key
    if reading.grid.keys[key].contains(UInt8(ascii: ":")) {
      return reading.grid.keys[key].last == UInt8(ascii: ":")
        || FootRule.isLabel(reading.grid.keys.span.extracting(key))
    }
    return !reading.grid.isNextTo(parts[index - 1].token, token) && reading.isAmongLabels(token)
  }

  /// Whether a part may be a label, by the one before it: what stands right behind a label is its value.
  private func mayFollow(_ index: Int, _ reading: FormReading) -> Bool {
    guard index > 0 else { return true }
    switch parts[index - 1].role {
    case .value, .other(.caption): return true
    case .unknown: return false
    case .field, .fieldAndValue, .other:
      return !reading.grid.isNextTo(parts[index - 1].token, parts[index].token)
    }
  }

  /// Whether a text is worded as the label of the text right behind it.
  private func isLabelOfNext(_ index: Int, _ reading: FormReading) -> Bool {
    guard index + 1 < parts.count, case .value = parts[index + 1].role else { return false }
    let (token, next) = (parts[index].token, parts[index + 1].token)
    return reading.isBeside(token, next) && reading.isWordedAsLabel(token)
      && reading.mayBeUnknownLabel(token)
      // Two labels side by side head columns.
      && !(reading.isWordedAsLabel(next) && reading.mayBeUnknownLabel(next))
  }
}

extension FormReading {
  /// Whether a text stands where the value of another does: right behind it, or as far away as the second text of the
  /// row is from the known label that is the first, since merged cells may leave empty ones.
  func isBeside(_ label: Int, _ value: Int) -> Bool {
    let gap = grid.tokens[value].column - grid.tokens[label].column
    if gap == grid.tokens[label].columnSpan { return true }
    let first = grid.rows[grid.tokens[label].row].tokens.lowerBound
    return first + 1 < label && grid.tokens[first].label >= 0
      && gap == grid.tokens[first + 1].column - grid.tokens[first].column
  }

  /// Whether labels stand right above and below a cell, so that it is one, too.
  func isAmongLabels(_ token: Int) -> Bool {
    let cell = grid.tokens[token]
    return [cell.row - 1, cell.row + 1].allSatisfy { row in
      guard rows.contains(row) else { return false }
      let others = grid.rows[row].tokens
      let index = others.partitioningIndex { grid.tokens[$0].column >= cell.column }
      return index < others.upperBound && grid.tokens[index].column == cell.column
        && grid.tokens[index].label >= 0
    }
  }
}

// How labels are worded that no layout has.
extension FormReading {
  /// Whether a text ends in a word that labels end in.
  func isWordedAsLabel(_ token: Int) -> Bool {
    Self.labelEndings.containsSuffix(of: grid.keys.span.extracting(labelCore(of: token)))
  }

  private static let labelEndings = WordSet(
    """
    名称 编码 代码 编号 文号 类别 类型 分类 级次 性质 属性 主体 负责人 联系人 联络员 经办人 填报人 责任人 电话 号码 邮箱 地址 情况 理由 依据 原因 \
    内容 用途 来源 期限 时间 日期 年度 年限 周期 实施期 方式 等级 等次 级别 意见 说明 备注 金额 预算数 执行数 完成数 预算安排 执行率 总分 系数 标准 范围 \
    对象 地点 条件 必要性 可行性 可能性 制度 措施 措施等 区域 概述 概况 职能 职责
    """)

  /// Whether a text may be a label that no layout has: it is short, no number, no sentence, and not one that
  /// is known to say something else or that may be a misread label of the layout.
  ///
  /// - Parameters:
  ///   - isPart: Whether it may say that it is a part of what stands above it: 其中：基本支出.
  ///   - longest: The most characters it may have.
  func mayBeUnknownLabel(
    _ token: Int, isPart: Bool = false, longest: Int = longestLabel
  ) -> Bool {
    guard meanings(token).isEmpty, !refused.contains(token) else { return false }
    let label = grid.keys.span.extracting(labelCore(of: token))
    let core = label.extracting((isPart ? Self.parts.prefixLength(of: label) ?? 0 : 0)...)
    let features = CellFeatures(key: core)
    guard (2...longest).contains(features.length), !features.isSentence,
      !features.isState, !features.isDash, !features.isPlaceholder, !OptionReader.hasBox(core)
    else { return false }
    for index in core.indices where core[index].isDigit || core[index] == UInt8(ascii: ":") {
      return false
    }
    return core[0] >= 0x80 && !mayBeMisread(core)
  }

  private static let parts = WordSet("其中:")

  /// No label that stands among others has more characters.
  static let longestLabel = 16

  /// Whether a text may be the misread label of a field that is missing, as 项日各称.
  ///
  /// At most half of its characters are others then, not the first one and not the last, and one is in no
  /// label that is known. Another label differs by a word, as 监督电话 from 联系电话 and 项目级次 from 项目名称.
  private func mayBeMisread(_ core: Span<UInt8>) -> Bool {
    let isNear = labels.nearFields.halfNear(core).contains { label in
      labels.meanings[label].contains { meaning in
        if case .field(let key) = meaning { !form.prints(key) } else { false }
      }
    }
    return isNear && LabelKey.scalars(core).contains { !isOfLabels($0) }
  }

  /// Whether a text is one character from a label above the indicators, and that character is in no label.
  func isMisreadLabel(_ token: Int) -> Bool {
    guard grid.tokens[token].label < 0 else { return false }
    let core = grid.keys.span.extracting(labelCore(of: token))
    return !labels.nearFields.near(core).isEmpty
      && LabelKey.scalars(core).contains { !isOfLabels($0) }
  }

  /// Whether a character is in any known label.
  private func isOfLabels(_ scalar: UInt32) -> Bool {
    vocabulary.labels.contains { label in
      label.text.unicodeScalars.contains { $0.value == scalar }
    }
  }
}
