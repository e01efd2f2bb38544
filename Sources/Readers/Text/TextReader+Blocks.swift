internal import IR

/// A fence of a code block (CommonMark 4.5).
struct Fence {
  /// Its character.
  let byte: UInt8
  /// How often it is repeated.
  let count: Int

  /// Finds the fence a line begins with; `nil` when there is none.
  init?(_ text: Span<UInt8>, _ line: Line) {
    byte = text[line.content]
    guard line.indent < 4, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    var index = line.content
    while index < line.end, text[index] == byte { index += 1 }
    count = index - line.content
    guard count >= 3 else { return nil }
    guard byte == UInt8(ascii: "`") else { return }
    while index < line.end {
      if text[index] == UInt8(ascii: "`") { return nil }
      index += 1
    }
  }

  /// Whether a line closes the code block.
  func isClosed(_ text: Span<UInt8>, by line: Line) -> Bool {
    guard line.indent < 4, !line.isBlank else { return false }
    var index = line.content
    while index < line.end, text[index] == byte { index += 1 }
    guard index - line.content >= count else { return false }
    while index < line.end, text[index].isSpace { index += 1 }
    return index == line.end
  }
}

extension TextReader {
  // MARK: Headings and breaks

  /// The level of an ATX heading (CommonMark 4.2); `nil` for any other line.
  func headingLevel(_ text: Span<UInt8>, _ line: Line) -> UInt8? {
    guard line.indent < 4, text[line.content] == UInt8(ascii: "#") else { return nil }
    var index = line.content
    while index < line.end, text[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - line.content
    guard level <= 6, index == line.end || text[index] == 0x20 || text[index] == 0x09 else {
      return nil
    }
    if dialect == .tsv {
      while index < line.end {
        if text[index] == 0x09 { return nil }
        index += 1
      }
    }
    return UInt8(level)
  }

  /// Reads an ATX heading; its closing run of number signs is markup.
  mutating func readHeading(
    _ text: Span<UInt8>, _ line: Line, level: UInt8, into document: inout Document
  ) {
    position = line.next
    let content = text.trimmed(line.content + Int(level)..<line.end)
    var end = content.upperBound
    while end > content.lowerBound, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end > content.lowerBound, text[end - 1] != 0x20, text[end - 1] != 0x09 {
      end = content.upperBound
    }
    appendText(text, [content.lowerBound..<end], level: level, into: &document)
  }

  /// The level of the setext heading a line underlines (CommonMark 4.3); `nil` if it does not.
  func setextLevel(_ text: Span<UInt8>, _ line: Line) -> UInt8? {
    guard dialect == .markdown, line.indent < 4 else { return nil }
    let byte = text[line.content]
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return nil }
    var index = line.content
    while index < line.end, text[index] == byte { index += 1 }
    while index < line.end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index == line.end else { return nil }
    return byte == UInt8(ascii: "=") ? 1 : 2
  }

  /// Whether a line is a thematic break (CommonMark 4.1).
  func isThematicBreak(_ text: Span<UInt8>, _ line: Line) -> Bool {
    guard line.indent < 4 else { return false }
    let byte = text[line.content]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for index in line.content..<line.end {
      if text[index] == byte {
        count += 1
      } else if text[index] != 0x20, text[index] != 0x09 {
        return false
      }
    }
    return count >= 3
  }

  /// Whether a line ends the paragraph before it.
  func interruptsParagraph(_ text: Span<UInt8>, _ line: Line) -> Bool {
    if dialect == .tsv, lineHasTab(text, line) { return true }
    guard line.indent < 4 else { return false }
    if Fence(text, line) != nil || headingLevel(text, line) != nil { return true }
    if HTMLBlockKind(text, line, isInterrupting: true) != nil { return true }
    guard dialect == .markdown else { return false }
    return isThematicBreak(text, line) || startsContainer(text, line) || isDivision(text, line)
  }

  // MARK: Front matter

  /// Reads the lines `key: value` between two lines `---` at the start of markdown, as OCR engines
  /// and site generators write them; in CommonMark the last of them would be a heading.
  ///
  /// - Returns: Whether there are any.
  mutating func readFrontMatter(_ text: Span<UInt8>, into document: inout Document) -> Bool {
    guard dialect == .markdown, isFrontMatterFence(text, at: 0) else { return false }
    let start = text.afterLineEnd(3)
    var next = start
    while next < text.count, !isFrontMatterFence(text, at: next) {
      let end = text.lineEnd(from: next)
      guard isKeyAndValue(text, next..<end) else { return false }
      next = text.afterLineEnd(end)
    }
    guard next > start, next < text.count else { return false }
    appendVerbatim(text, start..<next, into: &document)
    position = text.afterLineEnd(next + 3)
    return true
  }

  private func isFrontMatterFence(_ text: Span<UInt8>, at start: Int) -> Bool {
    text.hasWord("---", at: start) && text.lineEnd(from: start) == start + 3
  }

  private func isKeyAndValue(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound,
      TagScanner.isNameByte(text[index]) || text[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    guard index > line.lowerBound, index < line.upperBound, text[index] == UInt8(ascii: ":") else {
      return false
    }
    return index + 1 == line.upperBound || text[index + 1] == 0x20
  }

  // MARK: Divisions

  /// Whether a line begins or ends a division, `::: table`, as pandoc writes around tables.
  ///
  /// GFM has none: the line stays text, but a block of its own, for what follows is one too.
  func isDivision(_ text: Span<UInt8>, _ line: Line) -> Bool {
    guard dialect == .markdown, line.indent < 4, line.end - line.content >= 3 else { return false }
    return (line.content..<line.content + 3).allSatisfy { text[$0] == UInt8(ascii: ":") }
  }

  /// Reads such a line.
  mutating func readDivision(_ text: Span<UInt8>, _ line: Line, into document: inout Document) {
    position = line.next
    appendText(text, [line.content..<line.end], level: 0, into: &document)
  }

  // MARK: Code

  /// Reads a fenced code block: its text stays as it is.
  mutating func readFence(
    _ text: Span<UInt8>, _ line: Line, _ fence: Fence, into document: inout Document
  ) {
    var next = line.next
    var content = next..<next
    while next < text.count {
      let inner = peekLine(text, at: next)
      if !inner.isContained { break }
      next = inner.next
      if fence.isClosed(text, by: inner) { break }
      content = content.lowerBound..<inner.end
    }
    position = next
    appendVerbatim(text, content, into: &document)
  }

  /// Reads an indented code block: its text stays as it is.
  mutating func readIndentedCode(
    _ text: Span<UInt8>, _ line: Line, into document: inout Document
  ) {
    var last = line
    while last.next < text.count {
      let inner = peekLine(text, at: last.next)
      guard inner.isContained, inner.isIndentedCode else { break }
      last = inner
    }
    position = last.next
    appendVerbatim(text, line.content..<last.end, into: &document)
  }

  private func appendVerbatim(
    _ text: Span<UInt8>, _ range: Range<Int>, into document: inout Document
  ) {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return }
    document.blocks.append(
      .paragraph(TextBlock(text: TextRange(source: range), source: SourceRange(range))))
  }
}
