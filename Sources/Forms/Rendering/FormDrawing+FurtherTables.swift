internal import IR

// Tables that the layout does not have.
extension FormDrawing {
  /// Draws a table, its label at the left of it; one with too many columns is left to the appendix.
  mutating func draw(_ table: FurtherTable) {
    let headers = table.headers
    let caption = table.label.isEmpty ? nil : table.label
    guard headers.count <= canvas.width - (caption == nil ? 0 : 1) else { return }
    let first = beginBlock()
    drawHeaders(headers.map(DividedHeader.init), caption: caption)
    for row in table.rows {
      beginRow(caption: caption)
      for header in headers {
        canvas.add(row.cells.first { $0.label == header }.map { value($0.text) } ?? "", columns: 1)
      }
      canvas.fillRow()
    }
    endBlock(first, caption: caption, hasAmounts: false)
  }

  /// A header, and the part of it that a column is: 预算金额（万元）/总额.
  private struct DividedHeader {
    var text: String
    var part: String?

    init(_ header: String) {
      let parts = header.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      let isDivided = parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      text = isDivided ? String(parts[0]) : header
      part = isDivided ? String(parts[1]) : nil
    }
  }

  /// Draws headers; those that are parts of one stand below it.
  private mutating func drawHeaders(_ headers: [DividedHeader], caption: String?) {
    beginRow(caption: caption)
    var index = 0
    while index < headers.count {
      let header = headers[index]
      let parts = headers[index...].prefix { $0.part != nil && $0.text == header.text }
      let count = max(1, parts.count)
      canvas.add(header.text, columns: count, isHeader: true)
      index += count
    }
    canvas.fillRow()
    guard headers.contains(where: { $0.part != nil }) else { return }
    beginRow(caption: caption)
    for header in headers {
      canvas.add(header.part ?? "", columns: 1, isHeader: true)
    }
    canvas.fillRow()
  }
}
