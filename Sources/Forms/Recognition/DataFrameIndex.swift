internal import IR

/// Tells the column that numbers the rows of a data frame, which pandas prints left of a table: an empty cell,
/// and 0 | 1 | 2 … below it.
///
/// A form numbers its rows from 1, if at all, and below a header.
enum DataFrameIndex {
  /// Fewer numbers may stand in a column by chance.
  private static let fewestRows = 3
  /// No sheet has rows of more digits.
  private static let mostDigits = 7

  /// Whether the first column of a table numbers its rows.
  static func isPrinted(in table: Table, _ document: Document) -> Bool {
    guard table.part == nil, table.rowCount > fewestRows, table.columnCount > 1 else {
      return false
    }
    var row = 0
    for cell in document.cells[table.cells] where cell.column == 0 {
      guard cell.row == row, isIndex(cell, document) else { return false }
      row += 1
    }
    return row == table.rowCount
  }

  /// Whether a cell is the number of its row, counted from 0 below the first one, which has none.
  private static func isIndex(_ cell: Cell, _ document: Document) -> Bool {
    document.withBytes(of: cell.text) { text in
      if cell.row == 0 { return text.isEmpty }
      guard (1...mostDigits).contains(text.count) else { return false }
      return DecimalScanner.digits(text, from: 0, count: text.count) == Int(cell.row) - 1
    }
  }
}
