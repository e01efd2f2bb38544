/// A field in quotes, as Excel writes fields that hold tabs, line ends or quotes.
struct QuotedField {
  /// What is between the quotes.
  let content: Range<Int>
  /// Whether there are doubled quotes within.
  let hasQuotes: Bool
  /// The offset of the tab or line end after the field.
  let end: Int

  /// Reads the field that starts with a quote at an offset; `nil` when the quote is text.
  ///
  /// It is text unless the field closes right before a tab or line end, and unless the field stays
  /// within one line or one column: a stray quote must not swallow rows. The search ends at the
  /// first single quote, so that all searches together are linear.
  init?(_ text: Span<UInt8>, at start: Int) {
    var index = start + 1
    var hasQuotes = false
    var hasTab = false
    var hasLineEnd = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == byte else { break }
        hasQuotes = true
        index += 1
      } else if byte == 0x09 {
        hasTab = true
      } else if byte == 0x0A || byte == 0x0D {
        hasLineEnd = true
      }
      if hasTab, hasLineEnd { return nil }
      index += 1
    }
    guard index < text.count else { return nil }
    let next = index + 1
    guard next == text.count || text[next] == 0x09 || text[next] == 0x0A || text[next] == 0x0D
    else { return nil }
    content = start + 1..<index
    self.hasQuotes = hasQuotes
    end = next
  }
}
