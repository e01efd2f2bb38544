internal import IR

/// Reads the rows above the indicators: every label is bound to the values on its right, up to the
/// next label.
struct FieldRecognizer {
  /// Reads rows of a form.
  static func read(_ rows: Range<Int>, of reading: inout FormReading) {
    var recognizer = FieldRecognizer()
    var row = rows.lowerBound
    while row < rows.upperBound {
      row = recognizer.readBlock(at: row, in: rows, of: &reading)
    }
    recognizer.store(&reading)
    FieldInference.fill(rows, of: &reading)
    reading.form.sortFields()
  }

  /// The field that was read last, with the tokens of its value: rows without a label may go on
  /// with it.
  private var last: (key: FieldKey, tokens: [Int])?
  /// The columns the labels of money stand in.
  private var columns = AmountColumns()

  /// Reads the block that begins at a row; returns the row after it.
  private mutating func readBlock(
    at row: Int, in rows: Range<Int>, of reading: inout FormReading
  ) -> Int {
    // What people sign is none of the form's, whatever labels stand there.
    if reading.footRows.contains(row) { return row + 1 }
    if reading.grid.isOneText(row), readCaptions(row, of: &reading) { return row + 1 }
    if reading.grid.rows[row].table == nil, PageNumber.isBetweenPages(row, reading) {
      return row + 1
    }
    if let next = FurtherTables.read(from: row, to: rows.upperBound, of: &reading) { return next }
    var labels = RowLabels(row, of: &reading)
    if labels.count({ $0 == .componentName || $0 == .componentAmount }) > 0 {
      return ComponentRecognizer.read(from: row, to: rows.upperBound, of: &reading)
    }
    if ComponentRecognizer.begins(labels, in: reading) {
      return ComponentRecognizer.readRows(from: row, to: rows.upperBound, of: &reading)
    }
    // Counted first: a call with the reading would copy it for every row.
    let amounts = labels.count { if case .fundingColumn = $0 { true } else { false } }
    if amounts > 0, BudgetBesideExecution.begins(labels, of: reading) {
      return BudgetBesideExecution.read(labels, at: row, to: rows.upperBound, of: &reading)
    }
    if amounts >= 2 {
      return FundingTableRecognizer.read(from: row, to: rows.upperBound, of: &reading)
    }
    if GoalRecognizer.isHeader(labels, of: reading) {
      return GoalRecognizer.read(
        labels, at: row, to: rows.upperBound, shift: columns.shift, of: &reading)
    }
    // Nearly every row has a label below it, which is told on the spot.
    let mayHeadAmounts =
      row + 1 < rows.upperBound
      && reading.grid.rows[row + 1].tokens.dropFirst().allSatisfy {
        reading.grid.tokens[$0].label < 0
      }
    if mayHeadAmounts, Self.isAmountHeader(labels, of: row, in: reading) {
      store(&reading)
      readAmounts(below: labels, of: row, in: &reading)
      return row + 2
    }
    if let next = FurtherTables.readAmounts(from: row, to: rows.upperBound, of: &reading) {
      return next
    }
    labels.settleUnknownLabels(of: reading)
    bind(labels, row: row, of: &reading)
    return row + 1
  }

  // MARK: Labels with values beside them

  private mutating func bind(_ labels: RowLabels, row: Int, of reading: inout FormReading) {
    let parts = labels.parts
    reading.takeScore(of: parts)
    var index = 0
    if Self.mayBeGoal(parts), parts[0].role == .other(.caption),
      takeGoalBesideCaption(parts[0], parts[1], of: &reading)
    {
      index = 2
    } else if !labels.hasField, continueValue(parts, row, of: &reading) {
      return
    }
    // A few tests on the spot: a call would copy the reading for every row.
    let mayWrap =
      row + 1 < reading.rows.upperBound && reading.grid.rows[row + 1].tokens.count <= 2
      && reading.grid.rows[row + 1].tokens.allSatisfy { reading.grid.tokens[$0].label < 0 }
    let wrapped =
      mayWrap ? WrappedValues.found(below: parts, row: row, of: reading) : WrappedValues()
    while index < parts.count {
      let part = parts[index]
      index += 1
      switch part.role {
      case .value: readUnlabelled(index - 1, of: labels, row, of: &reading)
      case .other: markLabel(part.token, of: &reading)
      // FurtherFields takes both, by what the whole form has.
      case .unknown: _ = Self.values(parts, &index)
      case .fieldAndValue(let keys, _) where reading.isSupplanted(keys, by: part.token):
        if reading.grid.isOneText(row) || reading.isCaptionLine(row) {
          reading.setOutside(part.token)
        }
      case .fieldAndValue(let keys, let scalars):
        let key = side(of: part.token, keys, in: parts, of: reading)
        columns.add(reading.grid.tokens[part.token].column, of: key)
        let further = key.kind == .options ? Self.values(parts, &index) : []
        reading.setField(key, from: part.token, afterScalars: scalars, then: further)
      case .field(let keys):
        markLabel(part.token, of: &reading)
        let values = values(of: keys, parts, &index, of: &reading)
        guard !reading.isSupplanted(keys, by: part.token) else {
          reading.refuse(values, of: keys[0])
          continue
        }
        let key = side(of: part.token, keys, in: parts, of: reading)
        reportColumn(part, values.first, as: key, of: keys, in: parts, &reading)
        reading.reportUnit(part.token, read: key, from: keys)
        columns.add(reading.grid.tokens[part.token].column, of: key)
        take(values, for: key, wrapped, of: &reading)
      }
    }
  }

  /// Whether a row has a caption and a text, and what was reached behind them or nothing.
  private static func mayBeGoal(_ parts: [RowLabels.Part]) -> Bool {
    parts.count == 2
      || parts.count == 4 && parts[2].role == .field([.actualGoal]) && !parts[3].role.isLabel
  }

  /// Reads a part that is no value of a label before it: a year, a unit or a caption.
  private mutating func readUnlabelled(
    _ index: Int, of labels: RowLabels, _ row: Int, of reading: inout FormReading
  ) {
    let parts = labels.parts
    let token = parts[index].token
    if index > 0, takeYear(token, behind: parts[index - 1], of: &reading) { return }
    if UnitCaption.takeAlone(token, of: &reading) { return }
    if !labels.hasField, readCaption(token, row, of: &reading) { return }
    if index + 1 < parts.count, parts[index + 1].role.fields.first?.kind == .amount {
      UnitCaption.take(token, of: &reading)
    }
  }

  /// Takes a year that has a cell beside its label, 预算年度 | 2024; another than that of the title is
  /// left over.
  private func takeYear(
    _ token: Int, behind label: RowLabels.Part, of reading: inout FormReading
  ) -> Bool {
    guard label.role == .other(.caption),
      let year = RowLabels.year(token, behind: label.token, of: reading),
      reading.form.year == nil || reading.form.year == year
    else { return false }
    reading[fate: token] = .label
    if reading.form.year == nil { reading.trace(token, at: "year") }
    reading.form.year = year
    return true
  }

  /// Takes the only text beside the caption of the goals for the goal that every form has, where the
  /// form prints the label of no goal: 绩效目标 | ….
  private mutating func takeGoalBesideCaption(
    _ caption: RowLabels.Part, _ text: RowLabels.Part, of reading: inout FormReading
  ) -> Bool {
    guard !text.role.isLabel, let key = reading.goalBesideCaption(caption.token) else {
      return false
    }
    markLabel(caption.token, of: &reading)
    take([text.token], for: key, of: &reading)
    return true
  }

  /// The values from a part on, up to the next label.
  private static func values(_ parts: [RowLabels.Part], _ index: inout Int) -> [Int] {
    var values: [Int] = []
    while index < parts.count, !parts[index].role.isLabel {
      values.append(parts[index].token)
      index += 1
    }
    return values
  }

  /// The values of a label.
  private func values(
    of keys: [FieldKey], _ parts: [RowLabels.Part], _ index: inout Int,
    of reading: inout FormReading
  ) -> [Int] {
    var values = texts(behind: keys, parts, &index, of: &reading)
    // 项目名称 | … | 单位：万元
    if values.count > 1 { values.removeAll { UnitCaption.takeAlone($0, of: &reading) } }
    return values
  }

  /// The texts behind a label; where that is the caption of a total right behind it, those behind the total:
  /// 年度预算 | 总额 | ….
  private func texts(
    behind keys: [FieldKey], _ parts: [RowLabels.Part], _ index: inout Int,
    of reading: inout FormReading
  ) -> [Int] {
    let caption = parts[index - 1].token
    let values = Self.values(parts, &index)
    guard values.isEmpty, keys == [.annualTotal], index < parts.count,
      parts[index].role == .field([.total]), reading.grid.isNextTo(caption, parts[index].token)
    else { return values }
    markLabel(parts[index].token, of: &reading)
    index += 1
    return Self.values(parts, &index)
  }

  private func markLabel(_ token: Int, of reading: inout FormReading) {
    reading[fate: token] = .label
    reading.noteSuffix(of: token)
  }

  private mutating func take(
    _ values: [Int], for key: FieldKey, _ wrapped: WrappedValues? = nil,
    of reading: inout FormReading
  ) {
    store(&reading)
    guard let first = values.first else {
      reading.noteBlank(key)
      return
    }
    if key.kind == .amount, reading.isHeader(values) { return }
    if key == .start || key == .duration, PeriodCells.take(values, of: &reading) { return }
    switch key.kind {
    case .options: last = (key, values)
    case .prose: last = (key, reading.items(values)[0])
    case .amount, .date, .text: last = (key, wrapped?.whole(first) ?? [first])
    }
    if let tokens = last?.tokens, key.kind == .text, tokens.count > 1 {
      reading.report(
        .rowsJoined, first, through: tokens.last, path: key.rawValue,
        before: tokens.map { reading.text($0, .value) }.joined(separator: " / "),
        after: reading.text(tokens, .value))
    }
    if key.kind != .options, key.kind != .prose { store(&reading) }
  }

  /// Adds a row without labels to the value above it, where that goes on over rows.
  private mutating func continueValue(
    _ parts: [RowLabels.Part], _ row: Int, of reading: inout FormReading
  ) -> Bool {
    let values = parts.filter { !$0.role.isLabel }.map(\.token)
    guard let key = last?.key, !values.isEmpty,
      key.kind == .options || reading.items(values).count == 1,
      !parts.contains(where: { if case .unknown = $0.role { true } else { false } })
    else { return false }
    if key.kind == .prose, let lost = FieldInference.lostProse(after: key, row, of: reading) {
      store(&reading)
      last = (lost, values)
      reading.report(
        .fieldInferred, values[0], path: lost.rawValue, .text("field", reading.label(of: lost)),
        alternatives: [reading.label(of: key)])
      return true
    }
    for part in parts where part.role.isLabel { reading[fate: part.token] = .label }
    last?.tokens += values
    return true
  }

  /// Sets the field that was read last.
  private mutating func store(_ reading: inout FormReading) {
    if let last { reading.setField(last.key, last.tokens) }
    last = nil
  }

  // MARK: Sides

  /// Which of the fields a label may stand for, by the side of the row it stands on.
  func side(
    of token: Int, _ keys: [FieldKey], in parts: [RowLabels.Part], of reading: FormReading
  ) -> FieldKey {
    guard keys.count > 1, let first = keys.first, let last = keys.last else {
      return keys[0] == .department ? reading.fieldOfDepartment(token) : keys[0]
    }
    let same = parts.filter { $0.role.fields == keys }
    if same.count > 1 { return token == same[0].token ? first : last }
    let column = reading.grid.tokens[token].column
    let isBeforeAnnual = parts.contains { part in
      part.token > token && !part.role.fields.isEmpty
        && part.role.fields.allSatisfy(\.isAnnualFunding)
    }
    if isBeforeAnnual { return first }
    if let isAnnual = columns.isAnnual(column) { return isAnnual ? last : first }
    // Nearly all forms that print the money of one of the two print that of the year.
    return reading.form.has(first) || !reading.fieldLabels.contain(.total) ? last : first
  }

  /// Reports money that stands in another column than the rest of its kind, or away from its label.
  private func reportColumn(
    _ part: RowLabels.Part, _ value: Int?, as key: FieldKey, of keys: [FieldKey],
    in parts: [RowLabels.Part], _ reading: inout FormReading
  ) {
    let token = part.token
    let label = reading.grid.tokens[token]
    var away = 0
    if key.isAnnualFunding {
      away = label.column - (columns.annual.first ?? label.column)
      if away == 0, let value {
        away = reading.grid.tokens[value].column - label.column - label.columnSpan
      }
    } else if keys.count > 1, !columns.whole.contains(label.column),
      !parts.contains(where: { $0.token < token && $0.role.fields.first?.kind == .amount })
    {
      // Money of the year has the same label.
      away = label.column - (columns.whole.first ?? label.column)
    }
    guard away != 0 else { return }
    reading.report(
      .valueShifted, token, path: key.rawValue, .text("label", reading.text(token, .value)),
      .number("columns", away))
  }
}

extension FormReading {
  /// The goal that a text beside the caption of the goals is; `nil` where the caption is that of
  /// something else, or a goal has a label of its own.
  fileprivate func goalBesideCaption(_ caption: Int) -> FieldKey? {
    let goals = layout.fields.filter { $0.place == .below }
    guard let goal = goals.first(where: \.isRequired),
      Self.goalCaption.containsSuffix(of: grid.keys.span.extracting(labelCore(of: caption))),
      !goals.contains(where: { isPrinted($0.key, besideCaption: caption) })
    else { return nil }
    return goal.key
  }

  /// Whether the form prints the label of a goal; that of what was reached does not count below or behind
  /// the caption of the goals, which is that of what was planned: 年度绩效目标 | …, and
  /// 年度绩效目标完成情况 | ….
  private func isPrinted(_ goal: FieldKey, besideCaption caption: Int) -> Bool {
    goal == .actualGoal
      ? fieldLabels.contain(goal, upTo: caption + 1) : fieldLabels.contain(goal)
  }

  private static let goalCaption = WordSet("目标")

  /// Whether texts behind the label of an amount are headers of a table, and no amount: the first is
  /// a known label, or there are several, none of them a number, and numbers stand below them.
  fileprivate func isHeader(_ values: [Int]) -> Bool {
    if values.first.map({ grid.tokens[$0].label >= 0 }) ?? false { return true }
    guard values.count > 1, !values.contains(where: { hasDigit($0) || isDash($0) }) else {
      return false
    }
    let below = grid.tokens[values[0]].row + 1
    guard below < rows.upperBound, grid.rows[below].table == grid.rows[below - 1].table else {
      return false
    }
    let columns = values.map { grid.tokens[$0].column }
    return !grid.rows[below].tokens.contains { !meanings($0).isEmpty }
      && grid.rows[below].tokens.contains {
        columns.contains(grid.tokens[$0].column) && hasDigit($0)
      }
  }
}
