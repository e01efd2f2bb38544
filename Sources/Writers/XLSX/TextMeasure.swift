internal import IR

/// How much room a text takes, in columns: a digit takes one, an ideograph two.
enum TextMeasure {
  /// The columns of the longest line.
  static func width(of text: Span<UInt8>) -> Int {
    var widest = 0
    var width = 0
    var index = 0
    while index < text.count {
      let value = text.scalar(at: index)?.value ?? 0xFFFD
      index += text[index].scalarLength
      if value == 0x0A {
        widest = max(widest, width)
        width = 0
      } else {
        width += columns(of: value)
      }
    }
    return max(widest, width)
  }

  /// The number of lines when lines are broken to fit a number of columns.
  ///
  /// Words of letters and digits are kept whole where they fit a line, as spreadsheets do.
  static func lineCount(of text: Span<UInt8>, width limit: Int) -> Int {
    let limit = max(limit, 2)
    // No character takes more columns than bytes.
    if text.count <= limit, !hasLineEnd(text) { return 1 }
    var lines = 1
    var width = 0
    var wordWidth = 0
    var index = 0
    while index < text.count {
      let value = text.scalar(at: index)?.value ?? 0xFFFD
      index += text[index].scalarLength
      guard value != 0x0A else {
        lines += 1
        (width, wordWidth) = (0, 0)
        continue
      }
      let columns = columns(of: value)
      let isWord = columns == 1 && value > 0x20
      wordWidth = isWord ? wordWidth + columns : 0
      width += columns
      // Blanks hang over the end of a line.
      guard width > limit, value != 0x20 else { continue }
      lines += 1
      if wordWidth > limit || !isWord { wordWidth = isWord ? columns : 0 }
      width = max(wordWidth, columns)
    }
    return lines
  }

  private static func hasLineEnd(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index &+ ByteWord.byteCount <= text.count {
      if ByteWord(text, at: index).places(of: 0x0A) != 0 { return true }
      index &+= ByteWord.byteCount
    }
    while index < text.count {
      if text[index] == 0x0A { return true }
      index &+= 1
    }
    return false
  }

  /// The columns of a scalar in a Chinese font, where symbols such as `≥` and `①` are wide too.
  @inline(__always)
  private static func columns(of value: UInt32) -> Int {
    if value < 0x300 { return value == 0xB7 ? 2 : 1 }
    if value >= 0x2010, value < 0x2800 { return 2 }
    if EastAsianWidth.isWide(value) { return 2 }
    return Unicode.Scalar(value).map { EastAsianWidth.columns(of: $0) } ?? 1
  }
}
