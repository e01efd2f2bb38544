/// Finds the tags of HTML that begin and end blocks and parts of tables (WHATWG HTML, 13.2.5).
///
/// Text is not its subject: that is taken from between the tags. What no browser would show to be a
/// tag is none: comments, and the content of scripts, styles, templates, titles and text fields.
struct HTMLTokenizer {
  private var position: Int
  private let end: Int
  private var scanner = TagScanner(grammar: .html)
  /// The end tag of a title, which is told after its content.
  private var pending: HTMLToken?

  /// Starts at the first byte of a range.
  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next tag before the end; `nil` when there is none.
  mutating func next(_ text: Span<UInt8>) -> HTMLToken? {
    if let token = pending {
      pending = nil
      return token
    }
    while position < end {
      guard text[position] == UInt8(ascii: "<") else {
        // Most characters are Chinese and have three bytes.
        position += text[position] >= 0xE0 ? 3 : 1
        continue
      }
      let start = position
      if let declarationEnd = scanner.declarationEnd(text, at: start, end: end) {
        position = declarationEnd
        continue
      }
      guard let tag = scanner.tag(text, at: start, end: end) else {
        position += 1
        continue
      }
      position = tag.end
      if !tag.isEnd, !skipContent(text, of: tag) { continue }
      if Self.isToken(tag.element) {
        return HTMLToken(
          element: tag.element, isEnd: tag.isEnd, start: start, end: tag.end, spans: tag.spans,
          alignment: tag.alignment)
      }
    }
    return nil
  }

  private static func isToken(_ element: HTMLElement) -> Bool {
    switch element {
    case .unknown, .inline, .lineBreak, .input, .template: false
    case .rawText, .literal, .literalBlock, .plainText: false
    default: true
    }
  }

  /// Moves behind the content of an element that holds no tags, or none that are shown.
  ///
  /// - Returns: Whether there is such an element: a title or a template that never ends is none, as
  ///   it would hide the rest of the page.
  private mutating func skipContent(_ text: Span<UInt8>, of tag: HTMLTag) -> Bool {
    guard tag.element != .plainText else {
      position = end
      return true
    }
    guard tag.element.hidesTags else { return true }
    let close = scanner.endTag(text, of: tag, end: end)
    if tag.element == .title, let close {
      pending = HTMLToken(
        element: .title, isEnd: true, start: close.lowerBound, end: close.upperBound)
    }
    if close == nil, tag.element == .title || tag.element == .template { return false }
    position = close?.upperBound ?? end
    return true
  }
}
