internal import IR

/// A grid of cells while it is being drawn: rows are added at the bottom, each from left to right.
struct GridCanvas {
  /// One cell.
  struct DrawnCell {
    var text: String
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var isHeader = false
    var kind = Cell.Kind.text
  }

  /// The number of columns.
  let width: Int
  /// The number of rows so far.
  private(set) var height = 0
  private var cells: [DrawnCell] = []
  /// The column that the next cell of the last row stands in.
  private var column = 0

  /// No cell covers more rows: it is the most that HTML can say (WHATWG HTML, 4.9.11).
  static let mostRows = Limits().rowSpan

  /// Creates an empty grid.
  init(width: Int) { self.width = width }

  /// Begins a row; its first columns are left to cells that are merged down over it.
  mutating func beginRow(after columns: Int = 0) {
    height += 1
    column = columns
  }

  /// Leaves columns of the last row to cells that are merged down over it.
  mutating func skip(_ columns: Int) { column += columns }

  /// Adds a cell to the last row; nothing stands to the right of the last column.
  mutating func add(
    _ text: String, columns: Int, isHeader: Bool = false, kind: Cell.Kind = .text
  ) {
    let columns = min(columns, width - column)
    guard columns > 0 else { return }
    cells.append(
      DrawnCell(
        text: text, row: height - 1, column: column, columnSpan: columns, isHeader: isHeader,
        kind: kind))
    column += columns
  }

  /// Adds a cell that takes up what is left of the last row.
  mutating func addLast(_ text: String, isHeader: Bool = false, kind: Cell.Kind = .text) {
    add(text, columns: width - column, isHeader: isHeader, kind: kind)
  }

  /// Makes the last cell of the last row reach the last column.
  mutating func fillRow() {
    guard column < width, let last = cells.indices.last, cells[last].row == height - 1 else {
      addLast("")
      return
    }
    cells[last].columnSpan += width - column
    column = width
  }

  /// Adds a header cell in a column from a row down to the last one; one that covers too many rows
  /// is cut.
  mutating func merge(_ text: String, column: Int, columns: Int, from first: Int) {
    merge(text, column: column, columns: columns, rows: first..<height)
  }

  /// Adds a header cell in a column over some rows; one that covers too many rows is cut.
  mutating func merge(_ text: String, column: Int, columns: Int, rows: Range<Int>) {
    let columns = min(columns, width - column)
    guard columns > 0 else { return }
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(rows.upperBound - start, Self.mostRows)
      cells.append(
        DrawnCell(
          text: start == rows.lowerBound ? text : "", row: start, column: column, rowSpan: count,
          columnSpan: columns, isHeader: true))
      start += count
    }
  }

  /// Appends the grid to a document as a table.
  consuming func append(to document: inout Document) {
    guard height > 0 else { return }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    let first = document.cells.count
    let nowhere = SourceRange(start: 0, end: 0)
    for cell in cells {
      document.cells.append(
        Cell(
          text: cell.text.isEmpty ? .empty : document.store(cell.text), source: nowhere,
          row: UInt32(cell.row), column: UInt16(cell.column), rowSpan: UInt16(cell.rowSpan),
          columnSpan: UInt16(cell.columnSpan), isHeader: cell.isHeader, kind: cell.kind))
    }
    document.blocks.append(
      .table(
        Table(
          index: document.tableCount, cells: first..<document.cells.count, rowCount: height,
          columnCount: width, source: nowhere)))
    document.tableCount += 1
  }
}

extension Document {
  /// Appends a heading that is in no source.
  mutating func appendHeading(_ text: String, level: UInt8) {
    blocks.append(
      .heading(
        TextBlock(text: store(text), source: SourceRange(start: 0, end: 0), level: level)))
  }

  /// Appends a paragraph that is in no source.
  mutating func appendParagraph(_ text: String) {
    blocks.append(
      .paragraph(TextBlock(text: store(text), source: SourceRange(start: 0, end: 0))))
  }
}
