internal import Forms
internal import IR
internal import Writers

extension FormRenderer {
  /// The sheet of a form.
  ///
  /// - Throws: ``WriteError`` when the layout of the form is not known.
  func sheet(of form: Form) throws(WriteError) -> Sheet {
    do throws(RenderError) { return try render(form) } catch { throw WriteError(error.message) }
  }
}

extension Document {
  /// Appends a text as a paragraph.
  mutating func append(_ text: PlacedText) {
    blocks.append(
      .paragraph(TextBlock(text: store(text.text), source: text.source ?? SourceRange(0..<0))))
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
