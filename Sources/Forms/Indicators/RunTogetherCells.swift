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

  /// Notes such cells, where as many other rows at least have cells in both columns.
  static func settle(_ rows: inout [IndicatorRow], of reading: FormReading) {
    for (left, right) in pairs where reading.layout.columns.contains(where: { $0.key == right }) {
      let filled = rows.indices.filter { !rows[$0].isEmpty(left) }
      let doubtful = filled.filter { rows[$0].isEmpty(right) }
      guard !doubtful.isEmpty, doubtful.count * 2 <= filled.count else { continue }
      for index in doubtful {
        let cells = rows[index][left]
        guard let place = cells.firstIndex(where: { reading.hasSpace($0) }) else { continue }
        let parts = RowJoiner.split(reading.printed(cells[place]))
        guard parts.count == 2, areCells(parts, of: left) else { continue }
        // The relation and the unit, where they have cells of their own, are those of the target.
        let before = reading.text(cells.prefix(place), .measure)
        let behind = reading.text(cells.dropFirst(place + 1), .measure)
        rows[index].runTogether.append(
          Cell(
            token: cells[place], tokens: cells, left: (left, before + parts[0] + behind),
            right: (right, parts[1])))
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
