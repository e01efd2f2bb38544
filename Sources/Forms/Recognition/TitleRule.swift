internal import IR

/// Tells the titles of performance forms and the lines that give their year.
///
/// Titles differ from city to city (绩效目标申报表, 绩效目标填报表, 绩效自评表, 整体支出绩效目标表), so they
/// are told by their words: they name 绩效, end in 表, and are no summary (汇总表).
enum TitleRule {
  private static let performance: [UInt8] = Array("绩效".utf8)
  /// What titles may end with that do not name 绩效.
  private static let projectForms = ["项目自评表", "项目申报表", "目标申报表"].map { Array($0.utf8) }
  private static let table: [UInt8] = Array("表".utf8)
  private static let endings: [[UInt8]] =
    [
      "目标表", "目标调整表", "申报表", "填报表", "自评表", "评价表", "自评价表", "批复表", "审批表", "公开表", "自评情况表", "信息表",
      "评价指标表", "目标完成情况表", "绩效年度表",
    ].map { Array($0.utf8) } + otherKinds
  private static let summary: [UInt8] = Array("汇总".utf8)
  private static let continued: [UInt8] = Array("续".utf8)
  private static let declaration: [UInt8] = Array("申报".utf8)
  private static let goals: [UInt8] = Array("目标表".utf8)
  private static let selfEvaluation: [UInt8] = Array("自评".utf8)
  private static let evaluation: [UInt8] = Array("评价".utf8)
  private static let system: [UInt8] = Array("体系".utf8)
  private static let points = ["评分表", "打分表", "计分表", "得分表"].map { Array($0.utf8) }
  private static let evaluations = ["评价表", "评价指标表"].map { Array($0.utf8) } + points
  private static let otherKinds: [[UInt8]] = ["监控表", "监控情况表", "跟踪表", "跟踪情况表"].map { Array($0.utf8) }
  private static let yearEndings: [[UInt8]] = ["年", "度", ")"].map { Array($0.utf8) }
  /// The labels of a year, which a colon or a cell parts from it.
  static let yearLabels = WordSet(
    "年度 预算年度 财年 财政年度 填报年度 申报年度 项目年度 评价年度 所属年度 年份")
  private static let yearMark: [UInt8] = Array("年".utf8)

  /// Whether a key is a form's title.
  static func isTitle(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count >= 15, key.last == UInt8(ascii: ")") || key.hasSuffix(table) else {
      return false
    }
    let title = withoutNote(withoutYear(withoutContinuation(key)))
    guard title.count >= 15, endings.contains(where: { title.hasSuffix($0) }) || isOfPoints(title)
    else { return false }
    let isNamed =
      key.contains(performance) || projectForms.contains { title.hasSuffix($0) }
    return isNamed && !key.contains(summary)
  }

  /// Whether a title is that of the points of an evaluation: 绩效自评打分表, 绩效评价指标计分表; what evaluators score
  /// projects by, 绩效评价指标体系评分表, is no form.
  private static func isOfPoints(_ title: ArraySlice<UInt8>) -> Bool {
    points.contains { title.hasSuffix($0) } && !title.contains(system)
      && (title.contains(selfEvaluation) || title.contains(evaluation))
  }

  /// Whether a line above a form without a title names it, 表 aside: 某专项资金绩效目标.
  ///
  /// A heading of a few characters or with a number is that of a part of a document.
  static func isNameOfForm(_ key: ArraySlice<UInt8>) -> Bool {
    (leastName...mostName).contains(key.count) && namesOfForms.containsSuffix(of: key.span)
      && ItemNumber(beginning: key.span) == nil && !sentenceMarks.contains(where: key.contains)
  }

  private static let namesOfForms = WordSet("绩效目标 绩效自评 绩效目标申报 绩效目标自评 绩效自评情况 绩效目标情况 绩效目标完成情况")
  private static let sentenceMarks = ["。", "；", ";", ":"].map { Array($0.utf8) }
  /// A name has eight to eighty characters.
  private static let leastName = 24
  private static let mostName = 240

  /// Whether a line may be the second half of a title that was wrapped.
  static func mayEndTitle(_ key: ArraySlice<UInt8>) -> Bool {
    key.count < mostName && (key.hasSuffix(table) || key.last == UInt8(ascii: ")"))
  }

  /// Whether a line above a title is its first half: it ends within parentheses, or with a word that another must
  /// follow.
  static func goesOn(_ key: ArraySlice<UInt8>) -> Bool {
    guard (leastName...mostName).contains(key.count), year(ofLine: key) == nil,
      !sentenceMarks.contains(where: key.contains)
    else { return false }
    let depth = key.reduce(0) {
      $1 == UInt8(ascii: "(") ? $0 + 1 : $1 == UInt8(ascii: ")") ? $0 - 1 : $0
    }
    return depth > 0 || unfinished.containsSuffix(of: key.span)
  }

  private static let unfinished = WordSet("年 年度 、 的 及 和 与")

  /// A title without a year before or behind it and without （续）, as a layout names it.
  static func core(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let core = withoutNote(withoutYear(withoutContinuation(key)))
    guard let (_, length) = leadingYear(core), core.dropFirst(length).starts(with: yearMark) else {
      return core
    }
    let rest = core.dropFirst(length + yearMark.count)
    return rest.starts(with: yearEndings[1]) ? rest.dropFirst(yearEndings[1].count) : rest
  }

  /// Whether a title says that it goes on with the form above a page break, such as （续）.
  static func isContinued(_ key: ArraySlice<UInt8>) -> Bool {
    withoutContinuation(key).count != key.count
  }

  /// A key without （续）, （续表） or （续2） at its end.
  private static func withoutContinuation(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")),
      key[(open + 1)...].starts(with: continued)
    else { return key }
    return key[..<open]
  }

  /// Whether a title says in so many words that a form declares what is asked for, or is to be reached.
  static func isDeclaration(_ key: ArraySlice<UInt8>) -> Bool {
    key.contains(declaration) || core(key).hasSuffix(goals)
  }

  /// Whether a title says in so many words that a form is a self-evaluation.
  static func isSelfEvaluation(_ key: ArraySlice<UInt8>) -> Bool { key.contains(selfEvaluation) }

  /// Whether a title is that of an evaluation, by whomever: 绩效评价指标表, 绩效评价评分表.
  static func isEvaluation(_ key: ArraySlice<UInt8>) -> Bool {
    let title = core(key)
    return isSelfEvaluation(key) || evaluations.contains { title.hasSuffix($0) }
  }

  /// Whether a title is that of a form that is neither a declaration nor a self-evaluation: it follows
  /// how far a project got within the year (绩效运行监控表).
  static func isOfOtherKind(_ key: ArraySlice<UInt8>) -> Bool {
    let title = withoutNote(withoutYear(withoutContinuation(key)))
    return otherKinds.contains { title.hasSuffix($0) }
  }

  /// The year of a line that gives nothing else, such as `(2024年度)` or `年度：2024年`.
  static func year(ofLine key: ArraySlice<UInt8>) -> Int? {
    var rest = key
    // LaTeX of MinerU: $（2024 年度）$.
    if rest.first == UInt8(ascii: "$"), rest.last == UInt8(ascii: "$") {
      rest = rest.dropFirst().dropLast()
    }
    // Four digits alone may be anything.
    guard rest.count > 4 else { return nil }
    if rest.first == UInt8(ascii: "(") { rest = rest.dropFirst() }
    if let colon = rest.prefix(longestYearLabel).firstIndex(of: UInt8(ascii: ":")) {
      let label = rest[..<colon]
      if yearLabels.contains(label.span) { rest = rest[(colon + 1)...] }
    }
    guard let (year, length) = leadingYear(rest) else { return nil }
    rest = rest.dropFirst(length)
    let isPeriod = key.first == UInt8(ascii: "(") && isPeriod(rest)
    for part in yearEndings where rest.starts(with: part) { rest = rest.dropFirst(part.count) }
    return rest.isEmpty || isPeriod ? year : nil
  }

  /// No label of a year has more bytes, its colon included.
  private static let longestYearLabel = 13
  private static let periodEnding = Array("月)".utf8)
  private static let periodMarks = WordSet("月 - — – ~ 至")

  /// Whether what follows a year is the months of it that a form is about: 年1-7月), 年度1-7月).
  private static func isPeriod(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: yearMark), rest.hasSuffix(periodEnding) else { return false }
    var months = rest.dropFirst(yearMark.count).dropLast(periodEnding.count)
    if months.starts(with: yearEndings[1]) { months = months.dropFirst(yearEndings[1].count) }
    var text = months.span
    var hasMark = false
    while !text.isEmpty {
      let isDigit = text[0].isDigit
      guard let length = isDigit ? 1 : periodMarks.prefixLength(of: text) else { return false }
      hasMark = hasMark || !isDigit
      text = text.extracting(length...)
    }
    return hasMark
  }

  /// The year that a key is, with or without 年 or 年度 behind it.
  static func year(alone key: ArraySlice<UInt8>) -> Int? {
    guard let (year, length) = leadingYear(key) else { return nil }
    var rest = key.dropFirst(length)
    for part in yearEndings.dropLast() where rest.starts(with: part) {
      rest = rest.dropFirst(part.count)
    }
    return rest.isEmpty ? year : nil
  }

  /// The year a title itself gives, such as `2023年度项目支出绩效自评表`.
  static func year(ofTitle key: ArraySlice<UInt8>) -> Int? {
    var index = key.startIndex
    while index + 7 <= key.endIndex {
      if let (year, length) = leadingYear(key[index...]),
        key[(index + length)...].starts(with: yearMark)
      {
        return year
      }
      index += 1
    }
    return yearBehind(key)
  }

  /// The year that stands alone in the parentheses behind a title: 绩效目标自评表（2021）.
  private static func yearBehind(_ key: ArraySlice<UInt8>) -> Int? {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    return year(alone: key[(open + 1)...].dropLast())
  }

  /// A key without a year in parentheses at its end.
  private static func withoutYear(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")),
      year(ofLine: key[open...]) != nil
    else { return key }
    return key[..<open]
  }

  /// The most bytes of a note behind a title, its parentheses included: 15 characters.
  private static let longestNote = 47

  /// A key without a short note in parentheses at its end, such as （本级） or （其他运转类、特定目标类）.
  private static func withoutNote(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")),
      key.endIndex - open <= longestNote, key[..<open].hasSuffix(table)
    else { return key }
    return key[..<open]
  }

  /// A year at the beginning of a key, in digits or in Chinese ones (二〇二四), and its length.
  private static func leadingYear(_ key: ArraySlice<UInt8>) -> (year: Int, length: Int)? {
    guard let first = key.first, first <= 0x39 || first == 0xE4 else { return nil }
    var rest = key
    var year = 0
    for _ in 0..<4 {
      guard let (digit, length) = leadingDigit(rest) else { return nil }
      year = year * 10 + digit
      rest = rest.dropFirst(length)
    }
    return isYear(year) ? (year, key.count - rest.count) : nil
  }

  private static func leadingDigit(_ key: ArraySlice<UInt8>) -> (digit: Int, length: Int)? {
    guard let byte = key.first else { return nil }
    return byte.isDigit ? (Int(byte - 0x30), 1) : ChineseNumerals.leadingDigit(key)
  }

  /// Whether a number is taken for a year where four digits stand alone.
  static func isYear(_ number: Int) -> Bool { (1950...2100).contains(number) }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with others.
  func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(endIndex - suffix.count)...].elementsEqual(suffix)
  }

  /// Whether the bytes hold others.
  func contains(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    var index = startIndex
    while index + other.count <= endIndex {
      if self[index] == first, self[index..<index + other.count].elementsEqual(other) {
        return true
      }
      index += 1
    }
    return false
  }
}
