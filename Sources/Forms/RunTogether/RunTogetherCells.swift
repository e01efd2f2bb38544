internal import IR

/// Cells that ran together with the one on their right, which stands empty then: ≥50个 50, or 10 10.
enum RunTogetherCells {
  /// A cell, and what each of two columns has of it.
  struct Cell {
    var token: Int
    /// All cells of the left column: a target may be printed in parts.
    var tokens: TokenList
    var left: (column: Layout.Column, text: String)
    var right: (column: Layout.Column, text: String)
  }

  private static let pairs: [(left: Layout.Column, right: Layout.Column)] = [
    (.target, .actual), (.weight, .score),
  ]

  /// Notes such cells, where as many other rows at least have cells in both columns, or none has and all
  /// fall into two points or two values.
  static func settle(_ rows: inout [IndicatorRow], of reading: FormReading) {
    for index in rows.indices where !rows[index].isEmpty(.actual) {
      if let cell = endOfTarget(in: rows[index], reading) { rows[index].runTogether.append(cell) }
      movePoints(in: &rows[index], reading)
    }
    for (left, right) in pairs where reading.layout.columns.contains(where: { $0.key == right }) {
      let filled = rows.indices.filter { !rows[$0].isEmpty(left) }
      let doubtful = filled.filter { rows[$0].isEmpty(right) }
      guard !doubtful.isEmpty else { continue }
      let cells = doubtful.compactMap { index in
        cell(of: rows[index][left], left, right, reading).map { (index, $0) }
      }
      let areAll =
        filled.count > 1 && cells.count == filled.count && cells.allSatisfy { areValues($0.1) }
      guard areAll || doubtful.count * 2 <= filled.count else { continue }
      for (index, cell) in cells { rows[index].runTogether.append(cell) }
    }
  }

  /// Takes two points below the header of what was reached, where the row has no others, for those of the row:
  /// the cells left of them ran together too.
  private static func movePoints(in row: inout IndicatorRow, _ reading: FormReading) {
    guard row.isEmpty(.weight), row.isEmpty(.score), row[.actual].count == 1,
      let token = row[.actual].first, points(in: token, reading) != nil
    else { return }
    row[.weight] = [token]
    row[.actual] = []
  }

  /// Whether both parts of a cell say how much, or in what state: a unit alone is none.
  private static func areValues(_ cell: Cell) -> Bool {
    [cell.left.text, cell.right.text].allSatisfy { text in
      text.utf8.contains(where: \.isDigit) || CellFeatures(of: text).isState
    }
  }

  /// What each of two columns has of the cells of the left one; `nil` where these did not run together.
  private static func cell(
    of cells: TokenList, _ left: Layout.Column, _ right: Layout.Column, _ reading: FormReading
  ) -> Cell? {
    for (place, token) in cells.enumerated() {
      let parts = reading.parts(of: token)
      guard !parts.isEmpty else { continue }
      guard parts.count == 2, areCells(parts, of: left) else { return nil }
      // The relation and the unit, where they have cells of their own, are those of the target.
      let before = reading.text(cells.prefix(place), .measure)
      let behind = reading.text(cells.dropFirst(place + 1), .measure)
      return Cell(
        token: token, tokens: cells, left: (left, before + parts[0] + behind),
        right: (right, parts[1]))
    }
    return nil
  }

  /// The cell of what was reached in which the end of the target stands in front, as the border between both
  /// was seen too far left: ≤5个工 | 作日 3个工作日.
  ///
  /// The unit tells, which is whole then and the same.
  private static func endOfTarget(in row: IndicatorRow, _ reading: FormReading) -> Cell? {
    guard row[.actual].count == 1, let token = row[.actual].first, row[.target].count == 1,
      let target = row[.target].first
    else { return nil }
    let parts = reading.parts(of: token)
    guard parts.count == 2, !parts[0].utf8.contains(where: \.isDigit) else { return nil }
    let whole = reading.text([target], .measure) + parts[0]
    let unit = Measure(reading: whole.utf8Span.span).unit
    guard unit != nil, unit == Measure(reading: parts[1].utf8Span.span).unit else { return nil }
    return Cell(
      token: token, tokens: [target, token], left: (.target, whole), right: (.actual, parts[1]))
  }

  /// No two points have a longer key.
  private static let longestPoints = 12

  /// The two points that a cell holds, which its key does not show; `nil` where it does not.
  static func points(in token: Int, _ reading: FormReading) -> [String]? {
    guard reading.grid.tokens[token].key.count <= longestPoints, reading.hasDigit(token) else {
      return nil
    }
    let parts = reading.parts(of: token)
    return parts.count == 2 && areCells(parts, of: .weight) ? parts : nil
  }

  private static func areCells(_ parts: [String], of column: Layout.Column) -> Bool {
    let features = parts.map { CellFeatures(of: $0) }
    return column == .weight
      ? features.allSatisfy(\.isPlainNumber)
      : features.allSatisfy { $0.length > 1 || $0.isMeasure }
  }
}
