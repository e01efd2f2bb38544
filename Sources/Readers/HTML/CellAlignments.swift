internal import IR

/// How the columns of a table are aligned, by what its cells say.
///
/// HTML aligns cells, not columns: a column is aligned as all its cells in the body are, or where it has
/// none there, as all its header cells.
struct CellAlignments {
  /// Of each cell up to the last that says something.
  private var alignments: [ColumnAlignment] = []

  /// Takes the alignment of a cell, by its number; further ones come behind it.
  mutating func set(_ alignment: ColumnAlignment, ofCell number: Int) {
    alignments += repeatElement(.none, count: number - alignments.count)
    alignments.append(alignment)
  }

  /// The alignment of each column of a table with some cells.
  func columns(of cells: [Cell]) -> [ColumnAlignment] {
    guard !alignments.isEmpty else { return [] }
    var body: [ColumnAlignment?] = []
    var header: [ColumnAlignment?] = []
    for (number, cell) in cells.enumerated() where cell.columnSpan == 1 {
      let alignment = number < alignments.count ? alignments[number] : .none
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
