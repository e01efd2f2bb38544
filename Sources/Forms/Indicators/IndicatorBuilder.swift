internal import IR

/// Turns rows with levels into the indicators of a form, and reports what was repaired.
enum IndicatorBuilder {
  /// Builds the indicators of a form from its rows.
  static func build(
    _ rows: [IndicatorRow], _ assignment: LevelAssignment, of reading: inout FormReading
  ) {
    let levels = assignment.levels
    let isTemplate = isTemplate(rows, &reading)
    reading.form.indicators.reserveCapacity(rows.count)
    /// The first indicator of each row; that of the next one where a row has none.
    var indicators: [Int] = []
    for (number, row) in rows.enumerated() {
      indicators.append(reading.form.indicators.count)
      reportRepeatedGroup(row, number, rows, of: &reading)
      if row.hasContent {
        append(row, levels[number], of: &reading)
        report(row, number, levels[number], reportsTarget: !isTemplate, of: &reading)
        if number > 0, !levels[number].isOpen {
          reportTarget(above: row, of: rows[number - 1], &reading)
        }
      } else if let text = row.openText {
        appendEmptyOpenLevel(text, number, levels, of: &reading)
      } else {
        appendEmptyLevel(number, rows, levels, of: &reading)
      }
    }
    LabelReport(levels, indicators, slotCount: reading.slots.count).report(rows, of: &reading)
  }

  /// The path of an indicator in the JSON; most are never written out.
  private struct Path {
    var number: Int

    /// The path of the indicator.
    var text: String { "indicators/\(number)" }

    /// The path of one of its members.
    func text(_ key: String) -> String { "indicators/\(number)/\(key)" }
  }

  // MARK: Indicators

  private static func append(
    _ row: IndicatorRow, _ levels: LevelAssignment.Levels, of reading: inout FormReading
  ) {
    if let rows = RunTogetherRows(row, reading) {
      append(rows, of: row, levels, of: &reading)
      return
    }
    var indicator = Indicator()
    indicator.level1 = levels.level1
    indicator.level2 = levels.level2
    let path = Path(number: reading.form.indicators.count)
    traceLevels(levels, path, of: &reading)
    if let token = row.openText {
      takeOpenText(token, row, levels, path, into: &indicator, of: &reading)
    }
    if !row.isEmpty(.name) {
      indicator.name = reading.text(row[.name], .value)
      reading.place(row[.name], at: path.text("name"))
    }
    indicator.overallTarget = measure(row, .overallTarget, path, &reading)
    indicator.target = measure(row, .target, path, &reading)
    if let parts = NameWithTarget(row, reading) {
      takeParts(parts, row, path, into: &indicator, of: &reading)
    }
    indicator.actual = measure(row, .actual, path, &reading)
    indicator.weight = measure(row, .weight, path, &reading)
    indicator.score = measure(row, .score, path, &reading)
    indicator.deviation = text(row, .deviation, path, &reading)
    indicator.remark = text(row, .remark, path, &reading)
    for cell in row.runTogether { take(cell, path, into: &indicator, of: &reading) }
    if !row.further.isEmpty { indicator.further = further(row, path, &reading) }
    reading.form.indicators.append(indicator)
    reading.anchorIndicator(row)
  }

  /// Gives both columns what their cells had before they ran together.
  private static func take(
    _ cell: RunTogetherCells.Cell, _ path: Path, into indicator: inout Indicator,
    of reading: inout FormReading
  ) {
    let joined = reading.text(cell.tokens, .measure)
    for (column, text) in [cell.left, cell.right] {
      indicator.set(column, to: Measure(reading: text.utf8Span.span))
      let tokens = column == cell.left.column ? cell.tokens : [cell.token]
      reading.place(tokens, at: path.text(column.jsonKey))
    }
    reading.report(
      .cellsRunTogether, cell.token, path: path.text(cell.left.column.jsonKey),
      before: reading.printed(cell.token), after: cell.left.text + " | " + cell.right.text,
      alternatives: [joined])
  }

  /// Records where the levels of an indicator are printed.
  private static func traceLevels(
    _ levels: LevelAssignment.Levels, _ path: Path, of reading: inout FormReading
  ) {
    reading.trace(levels.level1Token, at: path.text("level1"))
    reading.trace(levels.level2Token, at: path.text("level2"))
  }

  /// A text of the level-2 column is level 2 in an open group; elsewhere it can only be the name.
  private static func takeOpenText(
    _ token: Int, _ row: IndicatorRow, _ levels: LevelAssignment.Levels, _ path: Path,
    into indicator: inout Indicator, of reading: inout FormReading
  ) {
    let text = reading.text(token, .value)
    if levels.level2Token == token || levels.level2 == text {
      reading[fate: token] = .label
    } else if row.isEmpty(.name) {
      indicator.name = text
      reading.place([token], at: path.text("name"))
    }
  }

  private static func takeParts(
    _ parts: NameWithTarget, _ row: IndicatorRow, _ path: Path, into indicator: inout Indicator,
    of reading: inout FormReading
  ) {
    reading.report(
      .targetInNameCell, row[.name].first, path: path.text, before: indicator.name,
      after: parts.name + " | " + parts.target.text)
    indicator.name = parts.name
    indicator.target = parts.target
    reading.place(row[.name], at: path.text("target"))
  }

  private static func text(
    _ row: IndicatorRow, _ column: Layout.Column, _ path: Path, _ reading: inout FormReading
  ) -> String? {
    guard !row.isEmpty(column) else { return nil }
    reading.place(row[column], at: path.text(column.jsonKey))
    return reading.text(row[column], .value)
  }

  /// The cells of columns that the layout does not have, from left to right; those of one column are
  /// one text, be its header printed again between them or not.
  private static func further(
    _ row: IndicatorRow, _ path: Path, _ reading: inout FormReading
  ) -> [LabelledText] {
    var columns: [(place: Int, headers: [Int], tokens: [Int])] = []
    for (_, cell) in row.further.enumerated().sorted(by: {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }) {
      if columns.last?.place == cell.place {
        columns[columns.count - 1].tokens.append(cell.token)
      } else {
        columns.append((cell.place, [cell.level, cell.header].compactMap(\.self), [cell.token]))
      }
    }
    var further: [LabelledText] = []
    for (_, headers, tokens) in columns {
      let text = reading.text(tokens, .value)
      guard !text.isEmpty else { continue }
      reading.place(tokens, at: path.text("further/\(further.count)/text"))
      let label = headers.map { reading.text($0, .value) }.joined(separator: "/")
      further.append(LabelledText(label: label, text: text))
    }
    return further
  }

  private static func measure(
    _ row: IndicatorRow, _ column: Layout.Column, _ path: Path, _ reading: inout FormReading
  ) -> Measure? {
    let tokens = row[column]
    guard let first = tokens.first else { return nil }
    let (measure, isLaTeX) = reading.measureWithLaTeX(tokens)
    reading.place(tokens, at: path.text(column.jsonKey))
    if isLaTeX {
      reading.report(
        .latexDecoded, first, path: path.text(column.jsonKey), before: reading.printed(first),
        after: measure.text)
    }
    return measure
  }

  private static func append(
    _ rows: RunTogetherRows, of row: IndicatorRow, _ levels: LevelAssignment.Levels,
    of reading: inout FormReading
  ) {
    let first = reading.form.indicators.count
    if rows.levels != nil, let token = row.openText { reading[fate: token] = .label }
    for (index, name) in rows.names.enumerated() {
      let path = Path(number: reading.form.indicators.count)
      var indicator = Indicator()
      indicator.level1 = levels.level1
      indicator.level2 = rows.levels?[index] ?? levels.level2
      indicator.name = name
      traceLevels(levels, path, of: &reading)
      reading.place(row[.name], at: path.text("name"))
      for (column, texts) in rows.values {
        indicator.set(column, to: Measure(reading: texts[index].utf8Span.span))
        reading.place(row[column], at: path.text(column.jsonKey))
      }
      // Which part they are of is not told; in the first none is lost.
      if path.number == first { indicator.further = further(row, path, &reading) }
      reading.form.indicators.append(indicator)
      reading.anchorIndicator(row)
    }
    reading.report(
      .rowSplit, row[.name].first, path: "indicators/\(first)",
      before: reading.printed(row[.name][0]),
      alternatives: [reading.printed(row[.name][0]) + " " + reading.printed(row[.target][0])])
  }

  /// A text of the level-2 column on a row that has nothing else is a level, with indicators in
  /// other rows or without.
  private static func appendEmptyOpenLevel(
    _ token: Int, _ number: Int, _ levels: [LevelAssignment.Levels],
    of reading: inout FormReading
  ) {
    guard levels[number].isOpen else { return }
    reading[fate: token] = .label
    guard !levels.indices.contains(where: { $0 != number && levels[$0].labelRow == number }) else {
      return
    }
    reading.append(
      EmptyLevel(level1: levels[number].level1, level2: reading.text(token, .value)))
  }

  private static func appendEmptyLevel(
    _ number: Int, _ rows: [IndicatorRow], _ levels: [LevelAssignment.Levels],
    of reading: inout FormReading
  ) {
    if levels[number].slot == nil, levels[number].level1 != nil {
      reading.append(EmptyLevel(level1: levels[number].level1, level2: levels[number].level2))
    }
    guard let slot = levels[number].slot, !hasContent(slot, around: number, rows, levels),
      rows[number].labels.contains(where: { $0.column == .level2 })
    else { return }
    reading.append(EmptyLevel(level1: levels[number].level1, level2: levels[number].level2))
  }

  /// Whether a slot has an indicator; its rows follow one another.
  private static func hasContent(
    _ slot: Int, around number: Int, _ rows: [IndicatorRow], _ levels: [LevelAssignment.Levels]
  ) -> Bool {
    var row = number
    while row > 0, levels[row - 1].slot == slot { row -= 1 }
    while row < rows.count, levels[row].slot == slot {
      if rows[row].hasContent { return true }
      row += 1
    }
    return false
  }

  // MARK: Diagnostics

  private static func report(
    _ row: IndicatorRow, _ number: Int, _ levels: LevelAssignment.Levels, reportsTarget: Bool,
    of reading: inout FormReading
  ) {
    let path = Path(number: reading.form.indicators.count - 1)
    let token = row[.name].first ?? row[.target].first ?? row.openText
    for shift in row.shifts {
      reading.report(
        shift.columns < 0 ? .rowShiftedLeft : .rowShiftedRight, shift.token, path: path.text,
        .number("columns", abs(shift.columns)))
    }
    for join in row.joins {
      reading.report(
        .rowsJoined, join.token, through: join.last, path: path.text, before: join.before,
        after: join.after)
    }
    for rival in row.rivals {
      reading.report(.nameUncertain, rival.token, path: path.text, .text("text", rival.text))
    }
    for label in row.misplacedLabels {
      reading.report(
        .labelColumn, label, path: path.text, .text("label", reading.text(label, .value)))
    }
    if row.isEmpty(.name) {
      reading.report(.nameAbsent, token, path: path.text)
    } else if reportsTarget, row.isEmpty(.target), row.isEmpty(.overallTarget),
      reading.form.indicators.last?.target == nil
    {
      reading.report(.targetAbsent, token, path: path.text)
    }
    reportClipped(row, path, of: &reading)
    reportOpen(row, path, of: &reading)
    let isTextLeft = !levels.isOpen && row.openText.map { reading[fate: $0] == .open } ?? false
    let isUnread = row.hasUnreadLabel || isTextLeft
    // Labels of rows that ran together, one below the other, are as printed.
    guard reading.form.indicators.last?.level2 == levels.level2 else { return }
    reportLevel(number, levels, isUnread: isUnread, path, token, of: &reading)
  }

  /// Reports a target that may go on in the row below it, which has no name.
  private static func reportTarget(
    above row: IndicatorRow, of other: IndicatorRow, _ reading: inout FormReading
  ) {
    guard row.isEmpty(.name), row.openText == nil, let rest = row[.target].first,
      !other.isEmpty(.name), let target = other[.target].first
    else { return }
    reading.report(
      .targetUncertain, target,
      path: Path(number: reading.form.indicators.count - 2).text("target"),
      .text("text", reading.text(rest, .value)),
      alternatives: [reading.text(other[.target] + row[.target], .value)])
  }

  /// Reports a name that ends in the middle at the edge of its column, in a form whose labels are
  /// clipped too.
  private static func reportClipped(
    _ row: IndicatorRow, _ path: Path, of reading: inout FormReading
  ) {
    guard let width = reading.clippedWidth, let token = row[.name].last else { return }
    let name = reading.normalized(token)
    guard ClippedColumn.width(of: name.span) == width,
      !CellFeatures(key: name.span).endsLikeName
    else { return }
    reading.report(.textClipped, token, path: path.text, .text("text", reading.text(token, .value)))
  }

  /// Reports a target with a parenthesis that nothing closes.
  private static func reportOpen(
    _ row: IndicatorRow, _ path: Path, of reading: inout FormReading
  ) {
    guard !row.isEmpty(.target), let token = row.heads.token(.target),
      PairedMarks.isOpen(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
    else { return }
    reading.report(
      .textClipped, token, path: path.text("target"),
      .text("text", reading.text(row[.target], .value)))
  }

  private static func reportLevel(
    _ number: Int, _ levels: LevelAssignment.Levels, isUnread: Bool, _ path: Path, _ token: Int?,
    of reading: inout FormReading
  ) {
    guard let slot = levels.slot, let level2 = levels.level2 else {
      // A form with levels of its own has rows without a slot.
      guard levels.slot != nil || levels.level1 == nil else { return }
      reading.report(.levelAbsent, token, path: path.text)
      return
    }
    var alternatives = levels.alternatives
    if levels.isFaceValueDisplaced, let other = levels.faceValue, other != slot,
      !alternatives.contains(reading.slotLabel(other))
    {
      alternatives.append(reading.slotLabel(other))
    }
    if levels.labelRow == nil || isUnread && alternatives.isEmpty {
      reading.report(
        .levelInferred, token, path: path.text, .text("level", level2), alternatives: alternatives)
    } else if !alternatives.isEmpty {
      reading.report(
        .levelAmbiguous, token, path: path.text, .text("level", level2), alternatives: alternatives)
    } else if let labelRow = levels.labelRow, labelRow > number {
      reading.report(
        .levelFromBelow, token, path: path.text, .text("level", level2),
        .number("rows", labelRow - number))
    } else if levels.suggestions.isEmpty, let other = levels.faceValue, other != slot {
      reading.report(
        .levelUncertain, token, path: path.text, .text("level", level2),
        alternatives: [reading.slotLabel(other)])
    }
    if !levels.suggestions.isEmpty, alternatives.isEmpty, levels.labelRow != nil {
      reading.report(
        .levelUncertain, token, path: path.text, .text("level", level2),
        alternatives: levels.suggestions)
    }
  }

  /// Reports a level-1 label that is printed again below a page break.
  private static func reportRepeatedGroup(
    _ row: IndicatorRow, _ number: Int, _ rows: [IndicatorRow], of reading: inout FormReading
  ) {
    guard row.beginsTable else { return }
    for label in row.labels where label.column == .level1 {
      let isPrintedAbove = rows[..<number].contains { above in
        above.labels.contains { $0.column == .level1 && $0.match.groups == label.match.groups }
      }
      guard isPrintedAbove else { continue }
      reading.report(
        .labelRepeated, label.token,
        path: row.hasContent ? Path(number: reading.form.indicators.count).text : nil,
        .text("label", reading.text(label.token, .value)))
    }
  }
}
