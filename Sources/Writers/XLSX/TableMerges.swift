internal import IR

/// The merged cells of a table, none over another: overlapping ones make Excel offer a repair.
///
/// HTML lets spans overlap. Here a span is cut at the first cell, or span, that is in its way, so
/// that each cell keeps its place and its text.
struct TableMerges {
  /// A cell that covers more than its own slot.
  struct Merge {
    /// The index of the cell in the document.
    var cell: Int
    /// The slots it covers, within the table.
    var area: CellArea
  }

  /// The merges in the order of their cells.
  private(set) var merges: [Merge] = []
  /// The last merge over each column, as an index of ``merges``.
  private var last: [Int: Int] = [:]

  /// Finds the merges of a table.
  init(_ table: Table, in document: Document) {
    let cells = document.cells
    guard
      table.cells.contains(where: { cells[$0].rowSpan > 1 || cells[$0].columnSpan > 1 })
    else { return }
    for index in table.cells {
      let cell = cells[index]
      let row = Int(cell.row)
      let column = Int(cell.column)
      makeWay(row: row, column: column)
      guard cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
      let rowEnd = min(row + Int(cell.rowSpan), table.rowCount)
      var columnEnd = min(column + Int(cell.columnSpan), table.columnCount)
      if index + 1 < table.cells.upperBound, cells[index + 1].row == cell.row {
        columnEnd = min(columnEnd, Int(cells[index + 1].column))
      }
      let blocked = (column..<max(columnEnd, column + 1)).first {
        $0 > column && isCovered(row: row, column: $0)
      }
      columnEnd = max(blocked ?? columnEnd, column + 1)
      for covered in column..<columnEnd { last[covered] = merges.count }
      merges.append(
        Merge(
          cell: index, area: CellArea(rows: row..<rowEnd, columns: column..<columnEnd)))
    }
    merges.removeAll { $0.area.isSingle }
  }

  private func isCovered(row: Int, column: Int) -> Bool {
    guard let index = last[column] else { return false }
    return merges[index].area.rows.contains(row) && merges[index].area.columns.contains(column)
  }

  /// Cuts what covers the slot in which a cell begins.
  private mutating func makeWay(row: Int, column: Int) {
    guard let index = last[column], isCovered(row: row, column: column) else { return }
    let area = merges[index].area
    if area.rows.lowerBound < row {
      merges[index].area.rows = area.rows.lowerBound..<row
    } else {
      merges[index].area.columns = area.columns.lowerBound..<column
    }
  }
}
