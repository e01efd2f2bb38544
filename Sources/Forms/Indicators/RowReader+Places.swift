internal import IR

// How the cells of a row stand beside their header.
extension RowReader {
  /// Notes how far the row stands from its header: its name, or the first cell after it.
  func noteShift(
    of items: [ColumnAligner.Item], _ assignment: ColumnAligner.Assignment,
    in row: inout IndicatorRow
  ) {
    row.isInPlace = zip(items, assignment.columns).allSatisfy { item, column in
      guard let column else { return true }
      if hasUnheadedPoints, column == .weight || column == .score { return false }
      return column < .name || item.column == aligner.header.position(of: column)
    }
    for (item, column) in zip(items, assignment.columns) {
      guard let column, column >= .name, let place = aligner.header.position(of: column) else {
        continue
      }
      if item.column != place {
        row.shifts.append(.init(token: item.token, columns: item.column - place))
      }
      return
    }
  }

  /// Takes a name that begins where level 1 stands, beside values in their places, for one whose
  /// cell is merged over the columns of the levels: 预算执行率 has none.
  func settleNameAcrossLevels(
    _ items: [ColumnAligner.Item], _ assignment: ColumnAligner.Assignment,
    in row: inout IndicatorRow
  ) {
    guard row.labels.isEmpty, items.count > 2, assignment.columns.first == .name,
      items[0].column == aligner.header.position(of: .level1),
      zip(items, assignment.columns).dropFirst().allSatisfy({ item, column in
        column.map { item.column == aligner.header.position(of: $0) } ?? true
      })
    else { return }
    row.shifts = []
    row.isAcrossLevels = true
  }

  /// Takes the only label of a row that is shifted for one of the level in whose column it stood before,
  /// where it may be of both.
  func settleLabelOfBothLevels(
    in row: inout IndicatorRow, of reading: FormReading
  ) {
    guard row.labels.count == 1, let shift = row.shifts.first?.columns else { return }
    let place = reading.grid.tokens[row.labels[0].token].column - shift
    if !row.labels[0].match.groups.isEmpty, place == aligner.header.position(of: .level1) {
      row.labels[0].column = .level1
    } else if !row.labels[0].match.states.isEmpty, place == aligner.header.position(of: .level2) {
      row.labels[0].column = .level2
    }
  }

  /// Notes the labels that stand in another column than theirs although the row is not shifted
  /// as they are.
  func noteLabelColumns(
    in row: inout IndicatorRow, of reading: FormReading
  ) {
    guard row.hasContent else { return }
    for label in row.labels where !label.isPart {
      guard let place = aligner.header.position(of: label.column) else { continue }
      let columns = reading.grid.tokens[label.token].column - place
      if columns != row.shifts.first?.columns ?? 0, columns != 0 {
        row.misplacedLabels.append(label.token)
      }
    }
  }
}

extension IndicatorRow {
  /// Notes how far the list of projects that the row is of has moved its cells.
  mutating func noteMove(_ grid: Grid) {
    let columns = grid.rows[row].shift
    guard columns != 0,
      let token = self[.name].first ?? self[.target].first ?? grid.rows[row].tokens.first
    else { return }
    shifts.append(.init(token: token, columns: columns))
  }
}
