internal import Forms
internal import IR
internal import Writers

/// Draws what was recognised in a document: its forms in their layouts, the tables that belong to
/// none, and the text outside both.
struct FormSheets: Sendable {
  let renderer: FormRenderer

  /// The sheets, in the order they are written.
  ///
  /// - Throws: ``WriteError`` when the layout of a form is not known.
  func sheets(_ found: Recognition, from document: Document) throws(WriteError) -> [Sheet] {
    var sheets: [Sheet] = []
    if let outside = outside(found) { sheets.append(outside) }
    for form in found.forms { sheets.append(try sheet(form)) }
    for table in found.tables {
      var copy = Document()
      copy.append(.table(table), of: document)
      let name = table.caption.map { document.string($0.text) }
      sheets.append(Sheet(name: name ?? Self.tableName, document: copy))
    }
    return sheets
  }

  private func sheet(_ form: Form) throws(WriteError) -> Sheet {
    do throws(FormRenderer.RenderError) {
      return try renderer.render(form)
    } catch {
      throw WriteError(error.message)
    }
  }

  /// The text that belongs to no form, as paragraphs.
  private func outside(_ found: Recognition) -> Sheet? {
    guard !found.outside.isEmpty else { return nil }
    var document = Document()
    document.insert(found.outside)
    return Sheet(name: Self.outsideName, document: document)
  }

  /// The names are in Chinese, as all that is printed on a form.
  private static let tableName = "其他表格"
  private static let outsideName = "表外文字"
}

extension Document {
  /// Inserts texts as paragraphs before all blocks.
  mutating func insert(_ texts: [PlacedText]) {
    let paragraphs = texts.map { text in
      Block.paragraph(TextBlock(text: store(text.text), source: SourceRange(0..<0)))
    }
    blocks.insert(contentsOf: paragraphs, at: 0)
  }
}

extension FormRenderer.RenderError {
  /// What is wrong, and what to do.
  fileprivate var message: LocalizedText {
    switch self {
    case .unknownLayout(let id, let known):
      LocalizedText(
        en: "no layout '\(id)' to draw a form in; there are \(known.joined(separator: ", "))",
        zh: "没有版式「\(id)」，无法画出表格；已有的版式：\(known.joined(separator: "、"))")
    }
  }
}
