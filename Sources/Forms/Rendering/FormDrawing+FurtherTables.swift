internal import IR

// Tables that the layout does not have.
extension FormDrawing {
  /// Draws a table, its label at the left of it; one with too many columns is left to the appendix.
  mutating func draw(_ table: FurtherTable) {
    let headers = table.headers
    let caption = table.label.isEmpty ? nil : table.label
    guard headers.count <= canvas.width - (caption == nil ? 0 : 1) else { return }
    let first = beginBlock()
    drawRow(headers, isHeader: true, caption: caption)
    for row in table.rows {
      let texts = headers.map { header in
        row.cells.first { $0.label == header }.map { value($0.text) } ?? ""
      }
      drawRow(texts, isHeader: false, caption: caption)
    }
    endBlock(first, caption: caption, hasAmounts: false)
  }

  /// Draws a row; its last cell is as wide as there is room.
  private mutating func drawRow(_ texts: [String], isHeader: Bool, caption: String?) {
    beginRow(caption: caption)
    for text in texts.dropLast() { canvas.add(text, columns: 1, isHeader: isHeader) }
    canvas.addLast(texts.last ?? "", isHeader: isHeader)
  }
}
