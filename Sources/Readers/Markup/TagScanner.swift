internal import IR

/// Finds tags, in time linear in the text however many of them are broken.
struct TagScanner {
  /// How strictly tags are told from text.
  let grammar: HTMLTag.Grammar
  /// How many tags had no `>` that is outside of quotes; after a few, quotes do not count.
  private var unclosedCount = 0
  /// The offset up to which no comment ends.
  private var noCommentEndBefore = 0
  /// The offsets up to which there are no end tags, by name.
  private var missingEnds: [UInt64: Int] = [:]
  /// The last `>` that was looked for from a place before it.
  private var knownClose = -1
  /// The offset up to which there is no `>`.
  private var noCloseBefore = 0

  /// Creates a scanner that is to be given the tags of a text from left to right.
  init(grammar: HTMLTag.Grammar) { self.grammar = grammar }

  /// The tag that starts with the `<` at an offset; `nil` when that is text.
  mutating func tag(_ text: Span<UInt8>, at start: Int, end: Int) -> HTMLTag? {
    var index = start + 1
    guard index < end else { return nil }
    let isEnd = text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = index
    // Without a `>` no name is looked for, as each may reach to the end of the text.
    guard index < end, text[index].isLetter, hasClose(text, from: index, end: end) else {
      return nil
    }
    while index < end, Self.isNameByte(text[index]) { index += 1 }
    if grammar == .html {
      while index < end, !Self.endsName(text[index]) { index += 1 }
    }
    guard index < end, Self.endsName(text[index]) else { return nil }
    let key = HTMLElement.key(text, name..<index)
    let element = HTMLElement(key: key)
    if grammar == .strict, element == .unknown { return nil }
    var tag = HTMLTag(element: element, name: key, isEnd: isEnd, end: index)
    var attributes = Attributes()
    guard scanAttributes(text, &tag.end, end: end, &attributes) else {
      if tag.end >= end { unclosedCount += 1 }
      return nil
    }
    if element == .input, attributes.isCheckbox {
      tag.checkbox = attributes.isChecked ? .checked : .unchecked
    }
    if element == .dataCell || element == .headerCell {
      tag.spans.columns = attributes.columns.flatMap { AttributeInteger(text, $0).value }
      tag.spans.rows = attributes.rows.flatMap { AttributeInteger(text, $0).value }
      if attributes.alignment.isThere { tag.alignment = attributes.alignment.alignment(in: text) }
    }
    return tag
  }

  /// The comment or declaration that starts with the `<` at an offset; `nil` when none ends.
  ///
  /// Only in HTML is everything a comment that begins like a declaration.
  mutating func declarationEnd(_ text: Span<UInt8>, at start: Int, end: Int) -> Int? {
    guard start + 1 < end, text[start + 1] == UInt8(ascii: "!") || text[start + 1] == 0x3F else {
      return nil
    }
    let isComment = start + 3 < end && text.hasWord("<!--", at: start)
    guard isComment || grammar == .html, noCommentEndBefore <= start else { return nil }
    var index = start + (isComment ? 4 : 2)
    while index < end {
      if text[index] == UInt8(ascii: ">"), !isComment || Self.endsComment(text, at: index) {
        return index + 1
      }
      index += 1
    }
    noCommentEndBefore = end
    return nil
  }

  /// Whether a `>` ends a comment: after `--` or `--!`.
  private static func endsComment(_ text: Span<UInt8>, at index: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    if text[index - 1] == dash { return text[index - 2] == dash }
    return text[index - 1] == UInt8(ascii: "!") && text[index - 2] == dash
      && text[index - 3] == dash
      // The dashes are those of the comment's end, not of its beginning.
      && text[index - 4] != UInt8(ascii: "!")
  }

  /// Where the end tag of an element whose content holds no tags stands; `nil` when there is none.
  ///
  /// Only templates are nested in each other.
  mutating func endTag(_ text: Span<UInt8>, of tag: HTMLTag, end: Int) -> Range<Int>? {
    if let missing = missingEnds[tag.name], tag.end < missing, missing >= end { return nil }
    var depth = 1
    var index = tag.end
    while index + 1 < end {
      if text[index] == UInt8(ascii: "<"), let other = self.tag(text, at: index, end: end),
        other.name == tag.name
      {
        if other.isEnd { depth -= 1 } else if tag.element == .template { depth += 1 }
        if depth == 0 { return index..<other.end }
      }
      index += 1
    }
    missingEnds[tag.name] = end
    return nil
  }

  private struct Attributes {
    var isCheckbox = false
    var isChecked = false
    var columns: Range<Int>?
    var rows: Range<Int>?
    var alignment = AlignmentAttributes()
  }

  /// Whether there is a `>` at or after an offset; remembers where there is none.
  private mutating func hasClose(_ text: Span<UInt8>, from start: Int, end: Int) -> Bool {
    if noCloseBefore >= end, start < noCloseBefore { return false }
    if knownClose >= start, knownClose < end { return true }
    var index = start
    while index < end, text[index] != UInt8(ascii: ">") { index += 1 }
    if index < end {
      knownClose = index
      return true
    }
    noCloseBefore = end
    return false
  }

  private mutating func scanAttributes(
    _ text: Span<UInt8>, _ index: inout Int, end: Int, _ attributes: inout Attributes
  ) -> Bool {
    while index < end {
      let before = index
      while index < end, text[index].isSpace { index += 1 }
      guard index < end else { return false }
      if text[index] == UInt8(ascii: ">") {
        index += 1
        return true
      }
      if text[index] == UInt8(ascii: "/") {
        index += 1
        if grammar != .html, index < end, text[index] != UInt8(ascii: ">") { return false }
        continue
      }
      if grammar != .html, index == before || !Self.startsAttribute(text[index]) { return false }
      guard scanAttribute(text, &index, end: end, &attributes) else { return false }
    }
    return false
  }

  private mutating func scanAttribute(
    _ text: Span<UInt8>, _ index: inout Int, end: Int, _ attributes: inout Attributes
  ) -> Bool {
    let nameStart = index
    index += 1
    while index < end, !Self.endsAttributeName(text[index]) {
      if grammar != .html, !Self.isAttributeByte(text[index]) { return false }
      index += 1
    }
    let name = nameStart..<index
    var value = index..<index
    var next = index
    while next < end, text[next].isSpace { next += 1 }
    if next < end, text[next] == UInt8(ascii: "=") {
      index = next + 1
      guard let found = scanValue(text, &index, end: end) else { return false }
      value = found
    }
    // The first of two attributes of one name counts.
    if attributes.columns == nil, Self.equals(text, name, "colspan") { attributes.columns = value }
    if attributes.rows == nil, Self.equals(text, name, "rowspan") { attributes.rows = value }
    attributes.alignment.add(text, name, value)
    if Self.equals(text, name, "checked") { attributes.isChecked = true }
    if Self.equals(text, name, "type"), Self.equals(text, value, "checkbox") {
      attributes.isCheckbox = true
    }
    return true
  }

  private mutating func scanValue(
    _ text: Span<UInt8>, _ index: inout Int, end: Int
  ) -> Range<Int>? {
    while index < end, text[index].isSpace { index += 1 }
    guard index < end else { return nil }
    let quote = text[index]
    if unclosedCount < 16, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < end, text[index] != quote { index += 1 }
      guard index < end else { return nil }
      index += 1
      return start..<index - 1
    }
    let start = index
    while index < end, !text[index].isSpace, text[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }
}

extension TagScanner {
  /// Whether a byte may be in a tag's name.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func startsAttribute(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  private static func endsAttributeName(_ byte: UInt8) -> Bool {
    endsName(byte) || byte == UInt8(ascii: "=")
  }

  /// Whether a run of a text is a word, in any case.
  static func equals(_ text: Span<UInt8>, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    var index = range.lowerBound
    for byte in word.description.utf8 {
      let other = text[index]
      if other != byte, !other.isLetter || other | 0x20 != byte { return false }
      index += 1
    }
    return true
  }
}
