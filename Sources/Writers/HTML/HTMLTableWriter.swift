internal import IR

/// Writes a table with its spans, so that the algorithm of WHATWG HTML (4.9.12) gives every cell its
/// place back.
struct HTMLTableWriter {
  /// The widest a cell may be; what is left of a wider one is empty cells.
  private static let widestSpan = Limits().columnSpan

  private let table: Table
  private let document: Document
  /// The number of rows above the body.
  private let headRowCount: Int
  /// For each column, the row from which on no cell from above covers it.
  private var freeFrom: [Int]

  private init(_ table: Table, in document: Document) {
    self.table = table
    self.document = document
    headRowCount = Self.headRowCount(of: table, in: document)
    freeFrom = [Int](repeating: 0, count: table.columnCount)
  }

  /// Writes a table.
  static func write(_ table: Table, in document: Document, to output: inout ByteBuffer) {
    var writer = HTMLTableWriter(table, in: document)
    output.append("<table>\n")
    if let caption = table.caption, !caption.text.isEmpty {
      output.append("<caption>")
      HTMLText.append(document.bytes(caption.text).span, to: &output)
      output.append("</caption>\n")
    }
    writer.writeRows(to: &output)
    output.append("</table>")
  }

  /// The number of rows at the top all of whose cells are header cells.
  ///
  /// No cell reaches from them into the body; a table of header cells alone has no head.
  private static func headRowCount(of table: Table, in document: Document) -> Int {
    var count = 0
    var end = 0
    var index = table.cells.lowerBound
    var headEnd = 0
    while index < table.cells.upperBound, Int(document.cells[index].row) == count {
      while index < table.cells.upperBound, Int(document.cells[index].row) == count {
        let cell = document.cells[index]
        guard cell.isHeader else { return headEnd }
        end = max(end, count + Int(cell.rowSpan))
        index += 1
      }
      count += 1
      if end <= count { headEnd = count }
    }
    return headEnd == table.rowCount ? 0 : headEnd
  }

  private mutating func writeRows(to output: inout ByteBuffer) {
    output.append(headRowCount > 0 ? "<thead>\n" : "<tbody>\n")
    var index = table.cells.lowerBound
    for row in 0..<table.rowCount {
      if row > 0, row == headRowCount { output.append("</thead>\n<tbody>\n") }
      output.append("<tr>")
      var column = 0
      while index < table.cells.upperBound, Int(document.cells[index].row) <= row {
        write(document.cells[index], row: row, column: &column, to: &output)
        index += 1
      }
      output.append("</tr>\n")
      output.closeFullChunk()
    }
    output.append("</tbody>\n")
  }

  private mutating func write(
    _ cell: Cell, row: Int, column: inout Int, to output: inout ByteBuffer
  ) {
    skipCovered(&column, row: row)
    while column < Int(cell.column) {
      output.append("<td></td>")
      column += 1
      skipCovered(&column, row: row)
    }
    let span = min(Int(cell.columnSpan), Self.widestSpan)
    beginTag(cell, row: row, columnSpan: span, to: &output)
    HTMLText.append(document.bytes(cell.text).span, to: &output)
    output.append(cell.isHeader ? "</th>" : "</td>")
    let end = min(column + span, freeFrom.count)
    for covered in min(column, end)..<end {
      freeFrom[covered] = max(freeFrom[covered], row + Int(cell.rowSpan))
    }
    column = end
  }

  private func skipCovered(_ column: inout Int, row: Int) {
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
  }

  private func beginTag(
    _ cell: Cell, row: Int, columnSpan: Int, to output: inout ByteBuffer
  ) {
    output.append(cell.isHeader ? "<th" : "<td")
    if cell.isHeader {
      let isGroup = row < headRowCount ? columnSpan > 1 : cell.rowSpan > 1
      let scope = row < headRowCount ? "col" : "row"
      output.append(" scope=\"\(scope)\(isGroup ? "group" : "")\"")
    }
    if cell.rowSpan > 1 { output.append(" rowspan=\"\(cell.rowSpan)\"") }
    if columnSpan > 1 { output.append(" colspan=\"\(columnSpan)\"") }
    if cell.kind == .number, !cell.isHeader { output.append(" class=\"number\"") }
    let alignment = table.alignment(ofColumn: Int(cell.column))
    if columnSpan == 1, alignment != .none {
      output.append(" style=\"text-align:\(alignment.rawValue)\"")
    }
    output.append(UInt8(ascii: ">"))
  }
}
