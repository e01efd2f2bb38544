extension Document {
  /// The cells of a table that cover slots which other cells of it cover too, as HTML allows.
  package func overlappingCells(of table: Table) -> Set<Int> {
    guard table.cells.contains(where: { cells[$0].rowSpan > 1 || cells[$0].columnSpan > 1 }) else {
      return []
    }
    var found: Set<Int> = []
    /// For each column, the last cell over it and the row after that.
    var last: [Int: (cell: Int, end: Int)] = [:]
    for index in table.cells {
      let cell = cells[index]
      let end = Int(cell.row) + Int(cell.rowSpan)
      for column in Int(cell.column)..<Int(cell.column) + Int(cell.columnSpan) {
        if let other = last[column], other.end > cell.row {
          found.formUnion([index, other.cell])
          if other.end > end { continue }
        }
        last[column] = (index, end)
      }
    }
    return found
  }
}
