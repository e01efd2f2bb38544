internal import IR

/// Joins rows that a line end inside a cell without quotes has cut in two.
///
/// Only where nothing else explains them (``RowRegularity``): all other rows of the table are equally
/// long, there are at least four of those, and each short row makes a full one with the short row
/// after it.
struct RowJoiner {
  private let first: Int
  private let columnCount: Int
  /// The index of the first cell of each row, and the end.
  private var starts: [Int] = []

  /// Prepares to join the rows of a table.
  init(_ rows: TableRows, in document: Document) {
    first = rows.firstCell
    columnCount = rows.columnCount
    var row: UInt32?
    for index in first..<document.cells.count where document.cells[index].row != row {
      starts.append(index)
      row = document.cells[index].row
    }
    starts.append(document.cells.count)
  }

  private func count(_ row: Int) -> Int { starts[row + 1] - starts[row] }

  /// Joins the rows; gives how many rows are left.
  func join(_ text: Span<UInt8>, in document: inout Document) -> Int {
    let cells = Array(document.cells[first...])
    document.cells.removeSubrange(first...)
    var rowCount: UInt32 = 0
    var row = 0
    while row + 1 < starts.count {
      let isFull = count(row) == columnCount
      let end = isFull ? starts[row + 1] : starts[row + 2]
      var column: UInt16 = 0
      for index in starts[row]..<end {
        var cell = cells[index - first]
        if !isFull, index == starts[row + 1] {
          join(cell, text, in: &document)
          continue
        }
        cell.row = rowCount
        cell.column = column
        column += 1
        document.cells.append(cell)
      }
      rowCount += 1
      row += isFull ? 1 : 2
    }
    return Int(rowCount)
  }

  /// Appends the text of a cell to that of the cell before it.
  private func join(_ cell: Cell, _ text: Span<UInt8>, in document: inout Document) {
    guard var whole = document.cells.popLast() else { return }
    whole.source.end = cell.source.end
    whole.text = document.decodeText(text, whole.source.indices, style: .tsv)
    document.cells.append(whole)
    document.diagnostics.append(Diagnostic(.cellContinued, at: whole.source))
  }
}
