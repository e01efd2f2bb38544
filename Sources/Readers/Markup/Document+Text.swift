internal import IR

extension Document {
  /// The text of a run of markup: the run itself where it says the same, else decoded text.
  mutating func decodeText(
    _ text: Span<UInt8>, _ range: Range<Int>, style: InlineDecoder.Style
  ) -> TextRange {
    if text.saysWhatItIs(range, style: style) {
      return range.isEmpty ? .empty : TextRange(source: range)
    }
    let length = decodedText.count
    var decoder = InlineDecoder(style: style, out: decodedText)
    let content = style == .markdown ? text.withoutEmphasis(range) : range
    decoder.append(text, content, to: &decodedText)
    if content.count < range.count {
      return finish(&decoder, from: length, source: range, content: content)
    }
    return finish(&decoder, from: length, source: range)
  }

  /// Ends a text; gives its source, or the content of that, where the two are equal.
  mutating func finish(
    _ decoder: inout InlineDecoder, from length: Int, source: Range<Int>,
    content: Range<Int>? = nil
  ) -> TextRange {
    let content = content ?? source
    let decoded = decoder.finish(&decodedText)
    if decoder.replacedCount > 0 {
      diagnostics.append(
        Diagnostic(
          .characterReplaced, at: SourceRange(source),
          arguments: [.number("count", decoder.replacedCount)]))
    }
    guard decoder.hasChanged || decoded.count != content.count else {
      decodedText.removeSubrange(length...)
      return TextRange(source: content)
    }
    return decoded.isEmpty ? .empty : TextRange(decoded: decoded)
  }
}

extension Span<UInt8> {
  /// Whether a run of markup is its own text, as most are: nothing in it may be markup, and no
  /// white space stands at its ends or beside other white space.
  func saysWhatItIs(_ range: Range<Int>, style: InlineDecoder.Style) -> Bool {
    let isMarkdown = style == .markdown
    var index = range.lowerBound
    // Before the run there is white space that does not count.
    var spaces: UInt64 = 1 << 63
    while index &+ ByteWord.byteCount <= range.upperBound {
      let word = ByteWord(self, at: index)
      var found =
        word.anyByte(below: 0x20) | word.places(of: UInt8(ascii: "<"))
        | word.places(of: UInt8(ascii: "&"))
      if isMarkdown {
        found |=
          word.places(of: UInt8(ascii: "\\")) | word.places(of: UInt8(ascii: "`"))
          | word.places(of: UInt8(ascii: "$")) | word.places(of: UInt8(ascii: "*"))
      }
      let before = spaces
      spaces = word.places(of: 0x20)
      found |= spaces & (spaces &<< 8 | before &>> 56)
      if found != 0 { return false }
      index &+= ByteWord.byteCount
    }
    var isSpace = spaces >> 63 != 0
    while index < range.upperBound {
      let byte = self[index]
      switch byte {
      case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"): return false
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "*"):
        if isMarkdown { return false }
      case 0x20 where isSpace: return false
      default: break
      }
      isSpace = byte == 0x20
      index &+= 1
    }
    return !isSpace || range.isEmpty
  }

  /// A run of text without the asterisks that make all of it emphasis (CommonMark 6.2).
  ///
  /// Asterisks around a part of a text stay, as in `3*4*5`, and underscores stay everywhere: in a
  /// form they are places to write on.
  func withoutEmphasis(_ range: Range<Int>) -> Range<Int> {
    let star = UInt8(ascii: "*")
    var count = 0
    while count < 3, range.count > count * 2 + 2, self[range.lowerBound + count] == star,
      self[range.upperBound - count - 1] == star
    {
      count += 1
    }
    let inner = range.lowerBound + count..<range.upperBound - count
    guard count > 0, trimmed(inner) == inner else { return range }
    for index in inner where self[index] == star || self[index] == UInt8(ascii: "\\") {
      return range
    }
    return inner
  }
}
