/// One field of comma-separated values (RFC 4180).
///
/// A quote counts only where a field begins; any other is text. What stands between the quote that
/// closes a field and the next delimiter is kept as the end of its text.
struct CSVField {
  /// What is between the quotes, or all of a field without them.
  private(set) var content: Range<Int>
  /// What stands after the quote that closes the field.
  private(set) var rest: Range<Int>
  /// Whether there are doubled quotes within.
  private(set) var hasQuotes = false
  /// Whether the field stands in quotes.
  private(set) var isQuoted = false
  /// Whether the field begins with a quote that encloses nothing and so is text.
  private(set) var isStray = false
  /// The offset of the delimiter or line end after the field.
  private(set) var end: Int

  /// Reads the field that starts at an offset.
  init(_ text: Span<UInt8>, at start: Int, delimiter: UInt8?) {
    content = start..<start
    rest = start..<start
    end = start
    if start < text.count, text[start] == UInt8(ascii: "\"") {
      isQuoted = readQuoted(text, at: start, delimiter: delimiter)
      if isQuoted { return }
      isStray = true
    }
    end = Self.end(text, from: start, delimiter: delimiter)
    content = start..<end
    rest = end..<end
  }

  /// Whether text follows the quote that closes the field.
  var hasRest: Bool { !rest.isEmpty }

  /// Reads a field in quotes.
  ///
  /// A quote that is never closed is text. So is one that would close in another line and not at
  /// the end of a field: a stray quote must not swallow rows.
  ///
  /// - Returns: Whether the field is in quotes.
  private mutating func readQuoted(
    _ text: Span<UInt8>, at start: Int, delimiter: UInt8?
  ) -> Bool {
    guard let run = QuotedRun(text, at: start) else { return false }
    let close = run.content.upperBound + 1
    let end = Self.end(text, from: close, delimiter: delimiter)
    if run.hasLineEnd, !text.trimmed(close..<end).isEmpty { return false }
    content = run.content
    hasQuotes = run.hasQuotes
    rest = close..<end
    self.end = end
    return true
  }

  /// The offset of the next delimiter or line end.
  private static func end(_ text: Span<UInt8>, from start: Int, delimiter: UInt8?) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D || byte == delimiter { return index }
      // Most characters are Chinese and have three bytes.
      index += byte >= 0xE0 ? 3 : 1
    }
    return text.count
  }
}
