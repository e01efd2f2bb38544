internal import IR

/// A table of tab-separated rows that is being read.
struct RowTable {
  /// Its rows so far.
  var rows: TableRows
  /// How alike they are.
  private(set) var regularity = RowRegularity()
  /// The offset of the line end of the last row.
  private(set) var end: Int
  /// The number of columns up to the last one with text.
  private(set) var textColumnCount = 0

  /// Begins a table.
  init(_ rows: TableRows) {
    self.rows = rows
    end = rows.start
  }

  /// Takes note of a row whose cells have been appended.
  mutating func take(_ cells: ArraySlice<Cell>, end: Int) {
    take(RowRegularity.Row(cells), end: end)
    guard cells.count > textColumnCount, let last = cells.lastIndex(where: { !$0.text.isEmpty })
    else { return }
    textColumnCount = max(textColumnCount, last - cells.startIndex + 1)
  }

  /// Takes note of a row of which no cells were made.
  mutating func take(_ count: PlainRowCount) {
    rows.countRow(of: count.row.cellCount)
    take(count.row, end: count.end)
    textColumnCount = max(textColumnCount, count.textColumnCount)
  }

  private mutating func take(_ row: RowRegularity.Row, end: Int) {
    self.end = end
    regularity.append(row)
  }

  /// How large it is, when it is complete.
  var size: TableSize {
    TableSize(
      rowCount: rows.rowCount, columnCount: rows.columnCount, textColumnCount: textColumnCount)
  }
}
