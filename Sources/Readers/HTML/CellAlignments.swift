internal import IR

/// How the columns of a table are aligned, by what its cells say.
///
/// HTML aligns cells, not columns: a column is aligned as all its cells in the body are, or where it has
/// none there, as all its header cells.
struct CellAlignments {
  /// Of each cell so far; empty while none says anything, as in most tables.
  private var alignments: [ColumnAlignment] = []
  private var cellCount = 0

  /// Adds the next cell.
  mutating func append(_ alignment: ColumnAlignment) {
    cellCount += 1
    if alignments.isEmpty {
      guard alignment != .none else { return }
      alignments = Array(repeating: .none, count: cellCount - 1)
    }
    alignments.append(alignment)
  }

  /// The alignment of each column, of the cells that were added.
  func columns(of cells: [Cell]) -> [ColumnAlignment] {
    guard !alignments.isEmpty else { return [] }
    var body: [ColumnAlignment?] = []
    var header: [ColumnAlignment?] = []
    for (cell, alignment) in zip(cells, alignments) where cell.columnSpan == 1 {
      if cell.isHeader {
        Self.add(alignment, at: Int(cell.column), to: &header)
      } else {
        Self.add(alignment, at: Int(cell.column), to: &body)
      }
    }
    return (0..<max(body.count, header.count)).map { column in
      (column < body.count ? body[column] : nil)
        ?? (column < header.count ? header[column] : nil) ?? .none
    }.trimmed
  }

  /// Adds a cell to what its column says; cells that do not agree say nothing.
  private static func add(
    _ alignment: ColumnAlignment, at column: Int, to columns: inout [ColumnAlignment?]
  ) {
    while columns.count <= column { columns.append(nil) }
    let before = columns[column] ?? alignment
    columns[column] = before == alignment ? alignment : ColumnAlignment.none
  }
}
