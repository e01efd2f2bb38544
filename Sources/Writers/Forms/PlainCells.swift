internal import IR

/// The fast way to write the cells of a table: nearly all are a text in one slot and no header, and
/// differ only in row, column and text.
///
/// What a cell is as JSON is described by ``CellContent``, which also writes all other cells; a test
/// compares the two.
struct PlainCells {
  private static let rowKey = ShortText(",\"row\":")
  private static let textKey = ShortText(",\"text\":")

  private let source: [UInt8]
  private let decoded: [UInt8]
  /// What stands before the row of a cell in each column.
  private var columns: [ShortText] = []
  private var row: (number: UInt32, digits: ShortText) = (0, ShortText(decimal: 0))

  /// Prepares to write cells of a document.
  init(_ document: Document) {
    source = document.source.utf8
    decoded = document.decodedText
  }

  /// Appends a cell; `false` where it is none of that kind.
  @inline(__always)
  mutating func append(_ cell: Cell, to buffer: inout ByteBuffer) -> Bool {
    guard cell.rowSpan == 1, cell.columnSpan == 1, !cell.isHeader, !cell.text.isEmpty else {
      return false
    }
    let column = Int(cell.column)
    while columns.count <= column {
      columns.append(ShortText("{\"column\":\(columns.count)"))
    }
    if cell.row != row.number { row = (cell.row, ShortText(decimal: Int(cell.row))) }
    buffer.append(columns[column], Self.rowKey, row.digits, Self.textKey)
    let indices = cell.text.indices
    if cell.text.isDecoded {
      buffer.append(string: decoded.span.extracting(indices), then: UInt8(ascii: "}"))
    } else {
      buffer.append(string: source.span.extracting(indices), then: UInt8(ascii: "}"))
    }
    buffer.append(UInt8(ascii: ","))
    return true
  }
}
