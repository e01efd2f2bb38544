internal import IR

/// Reads the indicator table of a form.
enum IndicatorRecognizer {
  /// Reads the rows of a table into the form.
  static func read(_ table: IndicatorTable, of reading: inout FormReading) {
    if reading.appendix != nil, DrawnIndicators.read(table, of: &reading) {
      if let totals = table.totals {
        TotalsRecognizer.read(totals, under: table.header, of: &reading)
      }
      let levels = reading.form.indicators.map(\.level1) + reading.form.emptyLevels.map(\.level1)
      reportEnd(table, levels, of: &reading)
      return
    }
    let rows = table.alignedRows(of: &reading)
    if table.isHeaderInferred, let first = rows.first {
      reading.report(.headerInferred, reading.grid.rows[first.row].tokens.first)
    }
    if let totals = table.totals {
      let hasScores = rows.contains { !$0[.score].isEmpty }
      TotalsRecognizer.read(totals, under: table.header, hasScores: hasScores, of: &reading)
    }
    var levels: [String?] = []
    if let label = table.ownLevels == nil ? nil : rows.lazy.compactMap(\.labels.first).first {
      reading.report(.levelsUnknown, label.token, path: "indicators")
    }
    let hasScopes = hasBothScopes(rows)
    for block in blocks(of: rows) {
      let hasOwnLevels =
        table.ownLevels != nil || block.contains { $0.isAcrossLevels && !$0.labels.isEmpty }
      let isOfProject = hasScopes && block.first?.scope == .project
      levels += read(
        block, hasOwnLevels: hasOwnLevels, hasLevel2: table.hasLevel2, isOfProject: isOfProject,
        of: &reading)
    }
    reportEnd(table, levels, of: &reading)
  }

  /// The rows whose levels are chosen together: all but those above and below that have none.
  private static func blocks(of rows: [IndicatorRow]) -> [[IndicatorRow]] {
    let above = rows.prefix { $0.isAcrossLevels }
    let below = rows.dropFirst(above.count).reversed().prefix { $0.isAcrossLevels }
    guard !above.isEmpty || !below.isEmpty else { return scopes(of: rows) }
    let levelled = rows[above.endIndex..<rows.endIndex - below.count]
    return [Array(above)] + scopes(of: Array(levelled)) + [below.reversed()]
  }

  /// All rows, or those of the whole project and those of the year, where a form prints both.
  private static func scopes(of rows: [IndicatorRow]) -> [[IndicatorRow]] {
    guard hasBothScopes(rows) else { return [rows] }
    return [rows.filter { $0.scope == .project }, rows.filter { $0.scope != .project }]
  }

  private static func hasBothScopes(_ rows: [IndicatorRow]) -> Bool {
    rows.contains { $0.scope == .project } && rows.contains { $0.scope != .project }
  }

  /// Reads rows into the form; returns their level-1 labels.
  ///
  /// - Parameter isOfProject: Whether the targets are those of the whole project, beside others of the
  ///   year.
  private static func read(
    _ block: [IndicatorRow], hasOwnLevels: Bool, hasLevel2: Bool, isOfProject: Bool,
    of reading: inout FormReading
  ) -> [String?] {
    var rows = block
    for index in rows.indices where rows[index].labels.count > 1 && !hasOwnLevels {
      LabelCopies.settle(&rows[index], of: &reading)
    }
    UnnamedRows.settle(&rows, of: reading)
    rows = RowJoiner.join(rows, of: &reading)
    if isOfProject { for index in rows.indices { rows[index].takeTargetOfProject() } }
    reading.clippedWidth = ClippedColumn.width(of: rows, in: reading)
    RunTogetherCells.settle(&rows, of: reading)
    WeightAndScore.settle(&rows, of: &reading)
    if !hasOwnLevels { reading.slots = SlotOrder.slots(of: rows, in: reading) }
    var levels =
      hasOwnLevels
      ? LevelAssignment(asPrinted: rows, of: reading)
      : LevelAssignment(LevelProblem(rows, of: reading), rows, of: reading)
    if !hasLevel2 { levels.dropUnprintedLevel2() }
    if levels.isTooLong, let first = rows.first {
      reading.report(
        .levelsByPlace, reading.grid.rows[first.row].tokens.first,
        path: "indicators", .number("limit", LevelSolver.mostRows))
    }
    for index in rows.indices { levels.settleOpenText(of: &rows[index], index, in: reading) }
    IndicatorBuilder.build(rows, levels, of: &reading)
    return levels.levels.map(\.level1)
  }

  /// Reports a form that ends in the middle: what its layout ends with is missing.
  private static func reportEnd(
    _ table: IndicatorTable, _ levels: [String?], of reading: inout FormReading
  ) {
    let isCut: Bool
    if reading.layout.kind == .selfEvaluation {
      // Where nothing is scored there are no totals, and where all points are given nothing is missing.
      isCut =
        table.totals == nil && !ScoreChecks.isFull(reading.form)
        && reading.form.indicators.contains { $0.weight != nil || $0.score != nil }
    } else if reading.layout.fields.contains(where: { $0.key == .remarks }) {
      let lastGroup = reading.layout.taxonomy.groups.last?.label
      isCut =
        table.rows.upperBound == reading.rows.upperBound
        && !levels.contains(lastGroup)
    } else {
      isCut = false
    }
    guard isCut, let last = reading.tokens.last(where: { reading[fate: $0] != .outside }) else {
      return
    }
    reading.report(.formIncomplete, last)
  }
}

extension FormReading {
  /// Whether a label lacks its end: the column was too narrow for it.
  func isClipped(_ match: LevelMatch, _ token: Int) -> Bool {
    switch match.certainty {
    case .clipped: return true
    case .near:
      let label = vocabulary.labels[Int(match.label)].scalars
      return label.starts(with: grid.scalars(grid.tokens[token]))
    case .exact, .word: return false
    }
  }
}

/// A label printed more than once in one row.
enum LabelCopies {
  /// Keeps the first of equal labels of a row.
  ///
  /// The last copy is the name where the row has a target and no other name; further copies
  /// have no place.
  static func settle(_ row: inout IndicatorRow, of reading: inout FormReading) {
    var seen: [Vocabulary.LabelID] = []
    var copies: [Int] = []
    for label in row.labels {
      if seen.contains(label.match.label), !isOneOfTwoLevels(label, row) {
        copies.append(label.token)
      } else {
        seen.append(label.match.label)
      }
    }
    row.labels.removeAll { copies.contains($0.token) }
    guard let last = copies.last else { return }
    if row[.name].isEmpty, !row[.target].isEmpty {
      row[.name] = [last]
      reading[fate: last] = .open
      copies.removeLast()
    }
    for token in copies {
      reading[fate: token] = .open
      reading.report(.labelRepeated, token, .text("label", reading.text(token, .value)))
    }
  }

  /// Whether a label is level 1 in one column and level 2 in the next: 满意度指标 may be both.
  private static func isOneOfTwoLevels(_ label: IndicatorRow.Label, _ row: IndicatorRow) -> Bool {
    !label.match.groups.isEmpty && !label.match.states.isEmpty && label.column == .level2
      && !row.labels.contains { $0.column == .level2 && $0.token < label.token }
  }
}
