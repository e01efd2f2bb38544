/// Writes text as HTML, so that every parser gives back the same characters.
enum HTMLText {
  /// Appends UTF-8; a line end becomes `<br>`.
  ///
  /// White space that browsers would drop is written as references, which our reader keeps, and the
  /// stylesheet shows. HTML has no NUL: it becomes U+FFFD. Other control characters are written as
  /// references, which HTML calls an error, but keeps.
  static func append(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    if isPlain(text) { return output.append(text) }
    var end = text.count
    while end > 0, text[end - 1] == 0x0A { end -= 1 }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      case 0: output.append("\u{FFFD}")
      case 0x0A:
        // Readers take breaks in a row for one.
        let isKept = index == 0 || text[index - 1] == 0x0A || index >= end
        output.append(isKept ? "&#10;" : "<br>")
      case 0x20:
        let isKept =
          index == 0 || text[index - 1] <= 0x20 || index + 1 == text.count
          || text[index + 1] == 0x0A
        output.append(isKept ? "&#32;" : " ")
      case 1..<0x20: output.append("&#\(text[index]);")
      default: output.append(text[index])
      }
    }
  }

  /// Whether a text is written as it is; most are.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0...0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): return false
      default: break
      }
    }
    return true
  }
}
