/// Writes a printed page as text, and remembers where every row stands.
struct PageWriter {
  /// The formats a page is written in.
  enum Format: String, CaseIterable, Sendable {
    case markdown, tsv, html
  }

  /// A row and the bytes it was written to.
  struct PlacedRow {
    var row: PrintedRow
    var bytes: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var rows: [PlacedRow] = []
  private let format: Format
  private let style: PrintStyle

  init(_ page: [PrintedBlock], format: Format, style: PrintStyle) {
    self.format = format
    self.style = style
    if format == .html {
      add("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n")
    }
    for block in page { write(block) }
    if format == .html { add("</body></html>\n") }
  }

  private mutating func add(_ text: String) { bytes += Array(text.utf8) }

  private mutating func write(_ block: PrintedBlock) {
    switch (block, format) {
    case (.heading(let text), .html): add("<h2>\(escaped(text))</h2>\n")
    case (.heading(let text), _): add("\n## \(text)\n\n")
    case (.paragraph(let text), .html): add("<p>\(escaped(text))</p>\n")
    case (.paragraph(let text), _): add("\(text)\n\n")
    case (.table(let rows), .markdown): writeMarkdown(rows)
    case (.table(let rows), .tsv): writeTSV(rows)
    case (.table(let rows), .html): writeHTML(rows)
    }
  }

  private mutating func place(_ row: PrintedRow, _ text: String) {
    let start = bytes.count
    add(text)
    rows.append(PlacedRow(row: row, bytes: start..<bytes.count))
  }

  // MARK: Formats

  private mutating func writeMarkdown(_ rows: [PrintedRow]) {
    let columns = rows.map(\.cells.count).max() ?? 0
    var body = rows
    // OCR writes an empty header row, or takes the first row for one.
    if let first = rows.first, first.kind == .columnHeader {
      place(first, markdownLine(first.cells))
      body.removeFirst()
    } else {
      add("|" + String(repeating: " |", count: columns) + "\n")
    }
    add("|" + String(repeating: "---|", count: columns) + "\n")
    for row in body { place(row, markdownLine(row.cells)) }
    add("\n")
  }

  private func markdownLine(_ cells: [PrintedCell]) -> String {
    "| " + cells.map { markdown($0) }.joined(separator: " | ") + " |\n"
  }

  private func markdown(_ cell: PrintedCell) -> String {
    var text = cell.text
    if style.usesLaTeX, case .indicator(_, .target) = cell.content,
      let parts = FormFactory.parts(cell.text), parts.unit == "%" || parts.unit.isEmpty
    {
      let relation = ["≥": "\\geq ", "≤": "\\leq "][parts.relation]
      if let relation {
        text = "$" + relation + parts.number + (parts.unit.isEmpty ? "" : "\\%") + "$"
      }
    }
    return text.replacing("\n", with: "<br>").replacing("☑", with: Self.tickedBox)
      .replacing("☐", with: Self.emptyBox)
  }

  private static let tickedBox = "<input checked=\"\" type=\"checkbox\"/>"
  private static let emptyBox = "<input type=\"checkbox\"/>"

  private mutating func writeTSV(_ rows: [PrintedRow]) {
    for row in rows {
      var texts = row.cells.map { $0.text.replacing("\n", with: "<br>") }
      if style.dropsTrailingCells {
        while texts.count > 1, texts.last == "" { texts.removeLast() }
      }
      place(row, texts.joined(separator: "\t") + "\n")
    }
    add("\n")
  }

  private mutating func writeHTML(_ rows: [PrintedRow]) {
    add("<table>\n")
    for row in rows {
      var line = "<tr>"
      for cell in row.cells where !cell.isCovered {
        let rowSpan = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
        let columnSpan = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
        let text = escaped(cell.text).replacing("\n", with: "<br>")
          .replacing("☑", with: Self.tickedBox).replacing("☐", with: Self.emptyBox)
        line += "<td\(rowSpan)\(columnSpan)>\(text)</td>"
      }
      place(row, line + "</tr>\n")
    }
    add("</table>\n")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
