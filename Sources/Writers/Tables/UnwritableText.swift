public import IR

// Markdown, HTML, tab-separated text and CSV have no NUL; whoever writes them writes U+FFFD for it, and
// these say so.

extension Document {
  /// What there is to say about texts of the blocks that a ``DocumentWriter`` cannot write as they are.
  public var unwritableTexts: [Diagnostic] { unwritableTexts(of: blocks) }

  fileprivate func unwritableTexts(of blocks: [Block]) -> [Diagnostic] {
    // The readers of all other formats have replaced NUL, and said so.
    guard source.format == .json || source.format == .xlsx else { return [] }
    var found: [Diagnostic] = []
    func check(_ text: TextRange, _ source: SourceRange) {
      guard bytes(text).contains(0) else { return }
      found.append(Diagnostic(.characterUnwritable, at: source))
    }
    for block in blocks {
      switch block {
      case .heading(let text), .paragraph(let text): check(text.text, text.source)
      case .table(let table):
        if table.isBeginning, let caption = table.caption { check(caption.text, caption.source) }
        for cell in cells[table.cells] { check(cell.text, cell.source) }
      }
    }
    return found
  }
}

extension Recognition {
  /// What there is to say about texts outside of forms that a ``DocumentWriter`` cannot write as they
  /// are; the values of forms stand in their appendix.
  public func unwritableTexts(in document: Document) -> [Diagnostic] {
    var found = document.unwritableTexts(of: tables.map { .table($0) })
    for (number, text) in outside.enumerated() where text.text.utf8.contains(0) {
      let pointer = text.source == nil ? "/outside/\(number)" : nil
      found.append(Diagnostic(.characterUnwritable, at: text.source, pointer: pointer))
    }
    return found
  }
}
