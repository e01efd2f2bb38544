internal import IR

/// Cells that ran together with the one on their right, which stands empty then: ≥50个 50, or 10 10.
enum RunTogetherCells {
  /// A cell, and what each of two columns has of it.
  struct Cell {
    var token: Int
    var left: (column: Layout.Column, text: String)
    var right: (column: Layout.Column, text: String)
  }

  private static let pairs: [(left: Layout.Column, right: Layout.Column)] = [
    (.target, .actual), (.weight, .score),
  ]

  /// Notes such cells, where as many other rows at least have cells in both columns.
  static func settle(_ rows: inout [IndicatorRow], of reading: FormReading) {
    for (left, right) in pairs where reading.layout.columns.contains(where: { $0.key == right }) {
      let filled = rows.indices.filter { !rows[$0].isEmpty(left) }
      let doubtful = filled.filter { rows[$0].isEmpty(right) }
      guard !doubtful.isEmpty, doubtful.count * 2 <= filled.count else { continue }
      for index in doubtful where rows[index][left].count == 1 {
        guard let token = rows[index][left].first, reading.hasSpace(token) else { continue }
        let parts = RowJoiner.split(reading.printed(token))
        guard parts.count == 2, areCells(parts, of: left) else { continue }
        rows[index].runTogether.append(
          Cell(token: token, left: (left, parts[0]), right: (right, parts[1])))
      }
    }
  }

  /// Whether a cell holds two points, which its key does not show.
  static func arePoints(_ token: Int, _ reading: FormReading) -> Bool {
    guard !reading.grid.tokens[token].isPlain, reading.grid.tokens[token].key.count <= 12,
      reading.hasDigit(token)
    else { return false }
    let parts = RowJoiner.split(reading.printed(token))
    return parts.count == 2 && areCells(parts, of: .weight)
  }

  private static func areCells(_ parts: [String], of column: Layout.Column) -> Bool {
    let features = parts.map { CellFeatures(key: LabelKey.key(of: $0).span) }
    return column == .weight
      ? features.allSatisfy(\.isPlainNumber)
      : features.allSatisfy { $0.length > 1 || $0.isMeasure }
  }
}
