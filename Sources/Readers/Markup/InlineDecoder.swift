internal import IR

/// Turns a run of markup into its text: tags taken out, references and escapes decoded.
///
/// One decoder serves one cell or paragraph: ``append(_:_:to:)`` its pieces, then ``finish(_:)``.
struct InlineDecoder {
  /// Which markup there is.
  enum Style {
    /// CommonMark: escapes, code spans, HTML tags and references.
    case markdown
    /// HTML tags and references in otherwise plain text.
    case tsv
    /// HTML: white space collapses as well.
    case html
    /// HTML of our own: as in HTML, but a reference to white space is text and stays.
    case ownHTML

    /// Whether the text is HTML.
    var isHTML: Bool { self == .html || self == .ownHTML }
  }

  /// Which markup there is.
  let style: Style
  /// Where the text starts in the output.
  private let start: Int
  /// Whether the text differs from its source.
  private(set) var hasChanged = false
  /// The number of characters that became U+FFFD: NUL, and references to what is no character.
  private(set) var replacedCount = 0
  private var isBreakPending = false
  private var isSpacePending = false
  private var scanner: TagScanner
  private var codeSpans = CodeSpanFinder()
  /// Where the last white space ends that was written as a reference, and so is never trimmed.
  private var keptEnd: Int

  /// Creates a decoder of a text that starts at the end of the output.
  init(style: Style, out: [UInt8]) {
    self.style = style
    start = out.count
    scanner = TagScanner(grammar: style.isHTML ? .html : .strict)
    keptEnd = out.count
  }

  /// Appends the text of a run of markup.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "<"):
        index = appendTag(text, at: index, end: end, to: &out)
      case UInt8(ascii: "&"):
        index = appendReference(text, at: index, end: end, to: &out)
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
        index = appendSpace(text, at: index, end: end, to: &out)
      case 0: index = appendReplacement(at: index, to: &out)
      case UInt8(ascii: "*")
      where style == .markdown && StrongLabel.mayStart(text, at: index, of: range):
        index = appendLabel(text, at: index, end: end, to: &out)
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"):
        index =
          style == .markdown
          ? appendMarkdown(text, at: index, end: end, to: &out)
          : appendByte(text, at: index, to: &out)
      default:
        if isBreakPending || isSpacePending { flush(&out) }
        let start = index
        repeat { index += 1 } while index < end && !Self.mayBeMarkup(text[index])
        // In place: a span of the run takes more steps, and most runs are short.
        out.append(addingCapacity: index - start) { target in
          for place in start..<index { target.append(text[place]) }
        }
      }
    }
  }

  /// Whether a byte is one that ``append(_:_:to:)`` looks at.
  @inline(__always)
  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    guard byte <= 0x60 else { return false }
    let low: UInt64 =
      1 << 0x20 | 1 << 0x24 | 1 << 0x26 | 1 << 0x2A | 1 << 0x3C | 0b11_0110_0000_0001
    return byte < 0x40 ? low >> UInt64(byte) & 1 != 0 : byte == 0x5C || byte == 0x60
  }

  /// Ends the current line, if there is text on it.
  mutating func breakLine() {
    isBreakPending = true
    isSpacePending = false
    hasChanged = true
  }

  /// Goes on with the next line of a paragraph whose lines do not follow each other in the source.
  mutating func startLine(_ out: inout [UInt8]) {
    hasChanged = true
    if !isBreakPending { out.append(0x0A) }
  }

  /// Trims the text and gives its place in the output.
  mutating func finish(_ out: inout [UInt8]) -> Range<Int> {
    trimEnd(&out)
    return start..<out.count
  }

  private func trimEnd(_ out: inout [UInt8]) {
    while out.count > keptEnd, out[out.count - 1].isSpace { out.removeLast() }
  }

  @inline(__always)
  private mutating func emit(_ byte: UInt8, to out: inout [UInt8]) {
    if isBreakPending || isSpacePending { flush(&out) }
    out.append(byte)
  }

  private mutating func emit(_ bytes: [UInt8], to out: inout [UInt8]) {
    if isBreakPending || isSpacePending { flush(&out) }
    out.append(contentsOf: bytes)
  }

  private mutating func flush(_ out: inout [UInt8]) {
    if isBreakPending {
      trimEnd(&out)
      if out.count > start { out.append(0x0A) }
    } else if out.count > start {
      out.append(0x20)
    }
    isBreakPending = false
    isSpacePending = false
  }

  private mutating func appendByte(
    _ text: Span<UInt8>, at index: Int, to out: inout [UInt8]
  ) -> Int {
    emit(text[index], to: &out)
    return index + 1
  }

  /// Appends U+FFFD for a NUL.
  private mutating func appendReplacement(at index: Int, to out: inout [UInt8]) -> Int {
    emit([0xEF, 0xBF, 0xBD], to: &out)
    hasChanged = true
    replacedCount += 1
    return index + 1
  }

  /// Appends bytes as they are; NUL alone is no character of a text anywhere.
  private mutating func appendVerbatim(
    _ text: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]
  ) {
    for index in range {
      if text[index] == 0 {
        _ = appendReplacement(at: index, to: &out)
      } else {
        emit(text[index], to: &out)
      }
    }
  }

  // MARK: White space

  private mutating func appendSpace(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    if style.isHTML {
      var index = start + 1
      while index < end, text[index].isSpace { index += 1 }
      if index - start > 1 || text[start] != 0x20 { hasChanged = true }
      isSpacePending = true
      return index
    }
    let byte = text[start]
    if byte == 0x0D || byte == 0x0A {
      return appendLineEnd(text, at: start, end: end, to: &out)
    }
    // White space beside a break is no part of a line.
    if !isBreakPending { out.append(byte) }
    return start + 1
  }

  private mutating func appendLineEnd(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    var next = start + 1
    if text[start] == 0x0D {
      hasChanged = true
      if next < end, text[next] == 0x0A { next += 1 }
    }
    guard !isBreakPending else { return next }
    guard style == .markdown else {
      out.append(0x0A)
      return next
    }
    if out.last == 0x20 || out.last == 0x09 { hasChanged = true }
    while out.count > keptEnd, out[out.count - 1] == 0x20 || out[out.count - 1] == 0x09 {
      out.removeLast()
    }
    out.append(0x0A)
    while next < end, text[next] == 0x20 || text[next] == 0x09 {
      next += 1
      hasChanged = true
    }
    return next
  }

  // MARK: HTML

  private mutating func appendTag(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    if let next = scanner.declarationEnd(text, at: start, end: end) {
      hasChanged = true
      return next
    }
    guard let tag = scanner.tag(text, at: start, end: end) else {
      return appendByte(text, at: start, to: &out)
    }
    hasChanged = true
    if tag.element == .lineBreak || tag.element.isBlock {
      isBreakPending = true
      isSpacePending = false
    } else if let checkbox = tag.checkbox {
      emit(Array(checkbox == .checked ? "☑".utf8 : "☐".utf8), to: &out)
    }
    return tag.isEnd ? tag.end : appendContent(text, of: tag, end: end, to: &out)
  }

  /// Appends the content of an element that holds no tags.
  ///
  /// - Returns: The offset after it; that of the tag for any other element.
  private mutating func appendContent(
    _ text: Span<UInt8>, of tag: HTMLTag, end: Int, to out: inout [UInt8]
  ) -> Int {
    guard tag.element.hidesTags else { return tag.end }
    let isHidden = tag.element == .rawText || tag.element == .template
    guard style.isHTML || isHidden else { return tag.end }
    let close = tag.element == .plainText ? nil : scanner.endTag(text, of: tag, end: end)
    // A template or title that never ends is none.
    if close == nil, tag.element == .template || tag.element == .title { return tag.end }
    if !isHidden {
      let hasReferences = tag.element == .literal || tag.element == .title
      appendLiteral(
        text, tag.end..<(close?.lowerBound ?? end), hasReferences: hasReferences, to: &out)
      if tag.element.isBlock { breakLine() }
    }
    return close?.upperBound ?? end
  }

  /// Appends text in which tags are none; white space collapses as everywhere.
  private mutating func appendLiteral(
    _ text: Span<UInt8>, _ range: Range<Int>, hasReferences: Bool, to out: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case let byte where byte.isSpace:
        index = appendSpace(text, at: index, end: range.upperBound, to: &out)
      case UInt8(ascii: "&") where hasReferences:
        index = appendReference(text, at: index, end: range.upperBound, to: &out)
      case 0: index = appendReplacement(at: index, to: &out)
      default: index = appendByte(text, at: index, to: &out)
      }
    }
  }

  private mutating func appendReference(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    if isBreakPending || isSpacePending { flush(&out) }
    guard
      let decoded = CharacterReference.decode(
        text, at: start, end: end, ending: style.isHTML ? .optional : .semicolon, into: &out)
    else { return appendByte(text, at: start, to: &out) }
    hasChanged = true
    if decoded.isReplaced { replacedCount += 1 }
    guard let last = out.last, last.isSpace else { return decoded.end }
    if style == .html {
      out.removeLast()
      isSpacePending = true
    } else {
      keptEnd = out.count
    }
    return decoded.end
  }

  // MARK: Markdown

  /// Appends a label without the asterisks that make it strong.
  private mutating func appendLabel(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    guard let label = StrongLabel.label(text, at: start, end: end) else {
      return appendByte(text, at: start, to: &out)
    }
    hasChanged = true
    appendVerbatim(text, label, to: &out)
    return label.upperBound + StrongLabel.markLength
  }

  private mutating func appendMarkdown(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    switch text[start] {
    case UInt8(ascii: "\\"):
      guard start + 1 < end, text[start + 1].isPunctuation else {
        // Before a line end it says that the line ends there (CommonMark 6.7).
        guard start + 1 < end, text[start + 1] == 0x0A || text[start + 1] == 0x0D else {
          return appendByte(text, at: start, to: &out)
        }
        hasChanged = true
        return start + 1
      }
      hasChanged = true
      emit(text[start + 1], to: &out)
      return start + 2
    case UInt8(ascii: "$"):
      guard let close = Self.mathEnd(text, at: start, end: end) else {
        return appendByte(text, at: start, to: &out)
      }
      appendVerbatim(text, start..<close, to: &out)
      return close
    default:
      return appendCodeSpan(text, at: start, end: end, to: &out)
    }
  }

  private mutating func appendCodeSpan(
    _ text: Span<UInt8>, at start: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    let open = CodeSpanFinder.run(text, at: start, end: end)
    guard let close = codeSpans.close(text, length: open - start, from: open, end: end) else {
      appendVerbatim(text, start..<open, to: &out)
      return open
    }
    hasChanged = true
    var content = open..<close.lowerBound
    // One space on either side is padding (CommonMark 6.1), unless there is nothing else.
    if content.count > 2, text[content.lowerBound] == 0x20, text[content.upperBound - 1] == 0x20,
      content.contains(where: { text[$0] != 0x20 })
    {
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    appendVerbatim(text, content, to: &out)
    return close.upperBound
  }

  /// The end of a formula in dollar signs, by pandoc's rule: no white space inside of either, and
  /// no digit after the second.
  ///
  /// Its backslashes are LaTeX's, so that nothing in it is an escape.
  private static func mathEnd(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start + 1 < end, !text[start + 1].isSpace else { return nil }
    var index = start + 1
    // Longer formulas are not found, so that stray dollar signs cost little.
    let limit = min(end, start + 256)
    while index < limit {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index] == UInt8(ascii: "$") {
        let isDigitNext = index + 1 < end && text[index + 1].isDigit
        let isEmpty = index == start + 1
        if !isEmpty, !text[index - 1].isSpace, !isDigitNext { return index + 1 }
        if isEmpty { return nil }
      }
      index += 1
    }
    return nil
  }
}
