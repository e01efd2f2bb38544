internal import IR

/// How an HTML block of a text begins, and so how it ends (CommonMark 4.6).
enum HTMLBlockKind {
  /// A table: up to its end tag, over blank lines too.
  case table
  /// Raw text, a comment or a declaration: up to a line with its end.
  case until(StaticString)
  /// Any other element: up to a blank line.
  case untilBlank

  /// Finds out what HTML block a line begins; `nil` when none.
  ///
  /// - Parameter isInterrupting: Whether the line would end a paragraph, which an element of a
  ///   line of text does not.
  init?(_ text: Span<UInt8>, _ line: Line, isInterrupting: Bool) {
    guard line.indent < 4, !line.isBlank, text[line.content] == UInt8(ascii: "<") else {
      return nil
    }
    if let kind = Self.declaration(text, at: line.content, end: line.end) {
      self = kind
      return
    }
    var index = line.content + 1
    if index < line.end, text[index] == UInt8(ascii: "/") { index += 1 }
    let name = index
    while index < line.end, TagScanner.isNameByte(text[index]) { index += 1 }
    guard index > name, text[name].isLetter else { return nil }
    let isNameEnded =
      index == line.end || text[index].isSpace || text[index] == UInt8(ascii: ">")
      || text[index] == UInt8(ascii: "/")
    let element = HTMLElement(text, name..<index)
    if isNameEnded, element.isBlock || element == .title {
      self = element == .table && name == line.content + 1 ? .table : .untilBlank
      return
    }
    var scanner = TagScanner(grammar: .commonMark)
    guard !isInterrupting, let tag = scanner.tag(text, at: line.content, end: line.end) else {
      return nil
    }
    for index in tag.end..<line.end where !text[index].isSpace { return nil }
    self = .untilBlank
  }

  private static func declaration(
    _ text: Span<UInt8>, at start: Int, end: Int
  ) -> HTMLBlockKind? {
    if text.hasWord("<!--", at: start) { return .until("-->") }
    if text.hasWord("<script", at: start) { return .until("</script>") }
    if text.hasWord("<style", at: start) { return .until("</style>") }
    if text.hasWord("<pre", at: start) { return .until("</pre>") }
    if text.hasWord("<textarea", at: start) { return .until("</textarea>") }
    if text.hasWord("<![cdata[", at: start) { return .until("]]>") }
    if text.hasWord("<?", at: start) { return .until("?>") }
    if start + 2 < end, text[start + 1] == UInt8(ascii: "!"), text[start + 2].isLetter {
      return .until(">")
    }
    return nil
  }
}
