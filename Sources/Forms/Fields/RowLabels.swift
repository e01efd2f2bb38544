internal import IR

/// The tokens of one row above the indicators, told apart into labels and values.
struct RowLabels {
  /// A token and its part.
  struct Part {
    var token: Int
    var role: Role
  }

  /// The part a token plays.
  enum Role: Sendable, Equatable {
    /// The label of one of these fields.
    case field([FieldKey])
    /// The label of one of these fields and its value in one cell; the value begins after so many
    /// scalars of the text.
    case fieldAndValue([FieldKey], labelScalars: Int)
    /// Another label, with what it stands for.
    case other(Meaning)
    /// A label that no layout has.
    case unknown
    /// A value.
    case value

    var isLabel: Bool { if case .value = self { false } else { true } }

    /// The fields the label may stand for.
    var fields: [FieldKey] {
      switch self {
      case .field(let keys), .fieldAndValue(let keys, _): keys
      case .other, .unknown, .value: []
      }
    }
  }

  var parts: [Part] = []

  /// Tells the tokens of a row apart that are not read yet; corrected labels are reported.
  init(_ row: Int, of reading: inout FormReading) {
    parts.reserveCapacity(reading.grid.rows[row].tokens.count)
    for token in reading.grid.rows[row].tokens where reading[fate: token] == .open {
      parts.append(Part(token: token, role: role(of: token, in: &reading)))
    }
    for index in parts.indices.dropFirst() {
      if isValueLikeLabel(index, in: reading) { parts[index].role = .value }
      if isYear(index, in: reading) { parts[index - 1].role = .other(.caption) }
    }
    if parts.count > 1 { settleUnknownGoal(of: &reading) }
  }

  /// Takes what stands in a column for a value, whatever it reads like.
  mutating func takeValue(at column: Int, in reading: FormReading) {
    for index in parts.indices where reading.grid.tokens[parts[index].token].column == column {
      parts[index].role = .value
    }
  }

  /// Whether a part is a year that stands behind its label.
  private func isYear(_ index: Int, in reading: FormReading) -> Bool {
    guard !parts[index].role.isLabel, !parts[index - 1].role.isLabel else { return false }
    return Self.year(parts[index].token, behind: parts[index - 1].token, of: reading) != nil
  }

  /// The year in a cell behind the label of one.
  static func year(_ token: Int, behind label: Int, of reading: FormReading) -> Int? {
    guard reading.isOne(label, of: TitleRule.yearLabels) else { return nil }
    return TitleRule.year(alone: reading.grid.keys[reading.grid.tokens[token].key])
  }

  private static let goalEndings = WordSet("目标 情况 综述")
  /// No label of a goal has more bytes.
  private static let longestGoalLabel = 30

  /// Takes the only text among labels of goals, worded as they are, for the label of the goal that is
  /// printed beside them, where the texts of goals are in the row below: 总体目标 | 实施期内目标 | 年度目标.
  private mutating func settleUnknownGoal(of reading: inout FormReading) {
    var value: Int?
    for index in parts.indices where !parts[index].role.isLabel {
      if value != nil { return }
      value = index
    }
    guard let index = value else { return }
    // 中期滚动目标（2019年—2021年）
    let key = reading.labelCore(of: parts[index].token)
    guard key.count <= Self.longestGoalLabel,
      Self.goalEndings.containsSuffix(of: reading.grid.keys.span.extracting(key))
    else { return }
    let goals = reading.goals
    let isFirst = parts[(index + 1)...].contains { $0.role == .field([goals[1]]) }
    guard isFirst || index > 0 && parts[index - 1].role == .field([goals[0]]),
      Self.hasText(below: parts[index].token, in: reading)
    else { return }
    let goal = isFirst ? goals[0] : goals[1]
    let row = reading.grid.tokens[parts[index].token].row
    // Where the goal has its label in another row, this is the text of the other one.
    guard !reading.fieldLabels.contain(goal, besidesRow: row) else { return }
    parts[index].role = .field([goal])
    reading.report(
      .labelCorrected, parts[index].token, path: goal.rawValue,
      before: reading.printed(parts[index].token), after: reading.label(of: goal))
  }

  /// Whether the row below a token has texts of goals, one of them at the token's column or right of
  /// it: else the token is the text of the label beside it, 总体目标 | 实现全年工作目标.
  private static func hasText(below token: Int, in reading: FormReading) -> Bool {
    let (grid, row) = (reading.grid, reading.grid.tokens[token].row)
    guard row + 1 < reading.rows.upperBound, grid.rows[row + 1].table != nil,
      grid.rows[row + 1].table == grid.rows[row].table
    else { return false }
    var hasText = false
    for other in grid.rows[row + 1].tokens {
      if grid.tokens[other].label < 0 {
        guard grid.head(of: grid.tokens[other], reading.vocabulary) < 0,
          reading.damagedRole(other) == nil
        else { return false }
        if grid.tokens[other].column >= grid.tokens[token].column { hasText = true }
      } else if reading.meanings(other).contains(where: { $0 != .caption }) {
        return false
      }
    }
    return hasText
  }

  /// Whether a label stands where the value of the label before it must, has no value itself, and
  /// is printed once more, with or without one: 项目名称 | 项目单位, and 实施单位 | 某中心 below.
  private func isValueLikeLabel(_ index: Int, in reading: FormReading) -> Bool {
    guard case .field(let keys) = parts[index].role, let key = keys.first, keys.count == 1,
      case .field(let before) = parts[index - 1].role, before.first?.kind == .text,
      index + 1 == parts.count || parts[index + 1].role.isLabel
    else { return false }
    let token = reading.grid.tokens[parts[index].token]
    let label = reading.grid.tokens[parts[index - 1].token]
    guard token.column == label.column + label.columnSpan, key.kind == .text else { return false }
    return key == before.first || reading.fieldLabels.contain(key, besidesRow: token.row)
  }

  /// Whether the row has a label of a field.
  var hasField: Bool {
    parts.contains {
      switch $0.role {
      case .field, .fieldAndValue: true
      case .other, .unknown, .value: false
      }
    }
  }

  /// How many labels the row has that a test accepts.
  func count(_ accepts: (Meaning) -> Bool) -> Int {
    parts.count { if case .other(let meaning) = $0.role { accepts(meaning) } else { false } }
  }

  /// Whether the row is the header of the table of sub-projects or of the funding table.
  var beginsTable: Bool {
    count { $0 == .componentName || $0 == .componentAmount } > 0
      || count { if case .fundingColumn = $0 { true } else { false } } >= 2
  }

  private func role(of token: Int, in reading: inout FormReading) -> Role {
    let id = reading.grid.tokens[token].label
    if id >= 0, let role = reading.labels.role(of: id) {
      guard case .field(let keys) = role, let settled = reading.fieldLabels.settled(keys) else {
        return role
      }
      return .field([settled])
    }
    if let label = reading.numberedLabel(token), let role = reading.labels.role(of: label) {
      return role
    }
    if let role = labelWithValue(token, in: reading) { return role }
    guard let (role, label) = reading.damagedRole(token) ?? joinedRole(of: token, in: reading),
      mayBeDamagedLabel(token, in: reading) || isPrintedBeside(role, in: reading)
    else { return .value }
    reading.report(
      .labelCorrected, token, before: reading.printed(token),
      after: reading.vocabulary.labels[Int(label)].text)
    return role
  }

  /// The part that a label of two things plays; nearly all texts stand right behind a label, and are none.
  private func joinedRole(
    of token: Int, in reading: FormReading
  ) -> (role: Role, label: Vocabulary.LabelID)? {
    if case .field = parts.last?.role { return nil }
    return reading.roleBeforeConjunction(token)
  }

  /// The part a label plays by what it stands for.
  static func role(for meanings: ArraySlice<Meaning>) -> Role? {
    var fields: [FieldKey] = []
    var other: Meaning?
    for meaning in meanings {
      switch meaning {
      case .field(let key): fields.append(key)
      case .fundingRow, .fundingColumn, .componentName, .componentAmount: other = meaning
      // 绩效指标 alone above the header is no text of a goal.
      case .caption, .column(.caption): other = other ?? .caption
      case .column, .group, .state, .total: break
      }
    }
    return fields.isEmpty ? other.map(Role.other) : .field(fields)
  }

  /// Whether a token stands where a label may stand, not where a value must.
  private func mayBeDamagedLabel(_ token: Int, in reading: FormReading) -> Bool {
    guard !reading.grid.tokens[token].key.isEmpty else { return false }
    guard case .field(let keys) = parts.last?.role, let key = keys.first else { return true }
    switch key.kind {
    case .amount: return Amount(reading: reading.normalized(token).span).amount == nil
    case .date: return DateReading(reading: reading.normalized(token).span).date == nil
    case .text, .prose, .options: return false
    }
  }

  /// Whether the layout prints a label in the row of the one before it.
  private func isPrintedBeside(_ role: Role, in reading: FormReading) -> Bool {
    guard case .field(let keys) = role, case .field(let before) = parts.last?.role else {
      return false
    }
    return reading.layout.printedRows.contains { row in
      row.contains(where: keys.contains) && row.contains(where: before.contains)
    }
  }

  /// Where a label ends that has a parenthesis before its colon: 填报单位（盖章）：.
  private func labelEnd(_ keys: Span<UInt8>, _ key: Range<Int>, _ colon: Int) -> Int {
    guard keys[colon] == UInt8(ascii: ":"), keys[colon - 1] == UInt8(ascii: ")") else {
      return colon
    }
    return (key.lowerBound..<colon).last { keys[$0] == UInt8(ascii: "(") } ?? colon
  }

  /// A label that ends at a colon, before a digit or before a check box, with its value behind it in
  /// the same cell.
  private func labelWithValue(_ token: Int, in reading: FormReading) -> Role? {
    let key = reading.grid.tokens[token].key
    let keys = reading.grid.keys.span
    for end in key.dropFirst().dropLast() {
      let isDigit = keys[end].isDigit
      let isBox = OptionReader.isBox(keys, at: end)
      guard isDigit || isBox || keys[end] == UInt8(ascii: ":") else { continue }
      if let role = labelWithValue(key, upTo: end, in: reading) { return role }
      // A label may hold a colon itself: 其中：当年财政拨款：90.00.
      if isDigit || isBox { return nil }
    }
    return nil
  }

  private func labelWithValue(
    _ key: Range<Int>, upTo end: Int, in reading: FormReading
  ) -> Role? {
    let keys = reading.grid.keys.span
    let label = reading.label(
      beginning: keys.extracting(key), upTo: labelEnd(keys, key, end) - key.lowerBound)
    guard label >= 0 else { return nil }
    let fields = reading.labels.meanings[label].compactMap(\.field)
    guard !fields.isEmpty else { return nil }
    let settled = reading.fieldLabels.settled(fields).map { [$0] } ?? fields
    var scalars = LabelKey.scalars(keys.extracting(key.lowerBound..<end)).count
    if keys[end] == UInt8(ascii: ":") { scalars += 1 }
    return .fieldAndValue(settled, labelScalars: scalars)
  }
}
