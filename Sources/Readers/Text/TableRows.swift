internal import IR

/// A table of a text that is being read row by row.
struct TableRows {
  /// The index of its first cell.
  let firstCell: Int
  /// The offset of its first byte.
  let start: Int
  /// The number of rows so far.
  private(set) var rowCount = 0
  /// The number of cells of the longest row.
  private(set) var columnCount = 0
  /// The number of cells of the shortest row.
  private(set) var leastCount = Int.max
  /// The number of cells of the current row.
  private(set) var column = 0
  /// The number of cells of the last row that was ended.
  private(set) var lastCount = 0
  /// The most columns there may be.
  private let limit: Int
  private var isTooWide = false

  /// Starts a table.
  init(in document: Document, at start: Int, limits: Limits) {
    firstCell = document.cells.count
    self.start = start
    limit = min(max(limits.columns, 1), Int(UInt16.max))
  }

  /// Whether the next cell is the last there may be in its row.
  var isAtLimit: Bool { column + 1 >= limit }

  /// How many cells may still be appended before the last there may be in the row.
  var room: Int { max(limit - 1 - column, 0) }

  /// Reports that a row has more cells than there may be.
  mutating func reportWidth(_ source: Range<Int>, in document: inout Document) {
    guard !isTooWide else { return }
    isTooWide = true
    document.diagnostics.append(
      Diagnostic(
        .tableTooWide, at: SourceRange(source), arguments: [.number("limit", limit)]))
  }

  /// Appends a cell to the current row.
  @inline(__always)
  mutating func append(
    _ text: TextRange, source: Range<Int>, isHeader: Bool, to document: inout Document
  ) {
    document.cells.append(
      Cell(
        text: text, source: SourceRange(source), row: UInt32(truncatingIfNeeded: rowCount),
        column: UInt16(truncatingIfNeeded: column), isHeader: isHeader))
    column += 1
  }

  /// Appends cells to the current row, at most as many as there is room for.
  ///
  /// - Parameter fill: Is given the number of the row and that of the first column.
  @inline(__always)
  mutating func append(
    upTo room: Int, to document: inout Document,
    _ fill: (inout OutputSpan<Cell>, _ row: UInt32, _ column: UInt16) -> Void
  ) {
    let count = document.cells.count
    document.cells.append(addingCapacity: room) { output in
      fill(&output, UInt32(truncatingIfNeeded: rowCount), UInt16(truncatingIfNeeded: column))
    }
    column += document.cells.count - count
  }

  /// Ends the current row.
  mutating func endRow() {
    if column > columnCount { columnCount = column }
    if column < leastCount { leastCount = column }
    lastCount = column
    rowCount += 1
    column = 0
  }

  /// Takes note of a row whose cells are not appended.
  mutating func countRow(of cellCount: Int) {
    column = cellCount
    endRow()
  }

  /// Takes the second column back, all of whose cells are empty.
  mutating func dropSecondColumn(in document: inout Document) {
    document.cells.replaceSubrange(
      firstCell..., with: document.cells[firstCell...].filter { $0.column == 0 })
    columnCount = min(columnCount, 1)
  }

  /// Ends the table and appends it as a block.
  func finish(
    at end: Int, rowCount: Int? = nil, alignments: [ColumnAlignment] = [],
    in document: inout Document
  ) {
    document.blocks.append(
      .table(
        Table(
          index: document.tableCount, cells: firstCell..<document.cells.count,
          rowCount: rowCount ?? self.rowCount, columnCount: columnCount,
          alignments: alignments, source: SourceRange(start..<end))))
    document.tableCount += 1
  }
}
