public import IR

/// Writes documents as one HTML page that needs nothing else.
///
/// Tables keep their spans, captions and header cells; every sheet is a section that begins on a
/// new page when it is printed, and several have a list of links before them.
public struct HTMLWriter: DocumentWriter {
  private var sections: [Section] = []
  private var slots: SlotBudget

  private struct Section {
    var name: String
    var title: String?
    var body = ByteBuffer()
  }

  /// Creates a writer.
  public init(limits: Limits = Limits()) { slots = SlotBudget(limits) }

  /// Begins a section.
  public mutating func beginSheet(_ name: String) { sections.append(Section(name: name)) }

  /// Appends the blocks of a document.
  public mutating func append(_ document: Document) throws(WriteError) {
    if sections.isEmpty { beginSheet("") }
    let last = sections.count - 1
    for block in document.blocks {
      sections[last].body.closeFullChunk()
      switch block {
      case .heading(let text):
        if sections[last].title == nil { sections[last].title = document.string(text.text) }
        Self.append(text, "h\(min(max(text.level, 1), 6))", of: document, to: &sections[last].body)
      case .paragraph(let text):
        Self.append(text, "p", of: document, to: &sections[last].body)
      case .table(let table):
        guard table.rowCount > 0 || table.caption != nil else { continue }
        try slots.spend(on: table)
        // What is wider than the page is moved by itself.
        sections[last].body.append("<div class=\"table\">")
        HTMLTableWriter.write(table, in: document, to: &sections[last].body)
        sections[last].body.append("</div>\n")
      }
    }
  }

  /// The whole page.
  public consuming func finish() -> ByteBuffer {
    var output = ByteBuffer()
    output.append(
      """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="generator" content="formconvert">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    HTMLText.append(pageTitle.utf8.span, to: &output)
    output.append("</title>\n<style>\n\(HTMLStylesheet.text)</style>\n</head>\n<body>\n")
    if sections.count > 1 { appendLinks(to: &output) }
    output.append("<main>\n")
    for (number, section) in sections.enumerated() {
      output.append("<section id=\"s\(number + 1)\">\n")
      output.append(section.body)
      output.append("</section>\n")
    }
    output.append("</main>\n</body>\n</html>\n")
    return output
  }

  private var pageTitle: String {
    guard let first = sections.first else { return "formconvert" }
    return first.title ?? (first.name.isEmpty ? "formconvert" : first.name)
  }

  private func appendLinks(to output: inout ByteBuffer) {
    output.append("<nav aria-label=\"目录\">\n<ol>\n")
    for (number, section) in sections.enumerated() {
      let name = section.name.isEmpty ? section.title ?? "\(number + 1)" : section.name
      output.append("<li><a href=\"#s\(number + 1)\">")
      HTMLText.append(name.utf8.span, to: &output)
      output.append("</a></li>\n")
    }
    output.append("</ol>\n</nav>\n")
  }

  private static func append(
    _ block: TextBlock, _ element: String, of document: Document, to output: inout ByteBuffer
  ) {
    guard !block.text.isEmpty else { return }
    output.append("<\(element)>")
    HTMLText.append(document.bytes(block.text).span, to: &output)
    output.append("</\(element)>\n")
  }
}
