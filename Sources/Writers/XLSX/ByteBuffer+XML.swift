internal import IR

/// Text of SpreadsheetML: XML 1.0, and `_xHHHH_` (ECMA-376-1, 22.9.2.19) for what XML cannot hold.
extension ByteBuffer {
  /// Appends an array; a span of a stored property could not be passed.
  mutating func append(array bytes: [UInt8]) { append(bytes.span) }

  /// Appends the text of an element.
  mutating func append(xml text: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      if index &+ ByteWord.byteCount <= text.count, !Self.mayNeedEscape(ByteWord(text, at: index)) {
        index &+= ByteWord.byteCount
        continue
      }
      if let escape = Self.escape(text, at: index) {
        append(text.extracting(start..<index))
        append(escape.text)
        index += escape.byteCount
        start = index
      } else {
        index &+= 1
      }
    }
    append(text.extracting(start..<index))
  }

  /// Appends the value of an attribute.
  mutating func append(attribute text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("&quot;")
      case 0x09, 0x0A, 0x0D: append("&#\(byte);")
      default: append(xml: [byte].span)
      }
    }
  }

  /// Appends an element that holds only text.
  mutating func append(element name: String, _ text: String) {
    append("<\(name)>")
    append(xml: text.utf8.span)
    append("</\(name)>")
  }

  @inline(__always)
  private static func mayNeedEscape(_ word: ByteWord) -> Bool {
    word.anyByte(below: 0x20) | word.places(of: UInt8(ascii: "&"))
      | word.places(of: UInt8(ascii: "<")) | word.places(of: UInt8(ascii: ">"))
      | word.places(of: UInt8(ascii: "_")) | word.places(of: 0xEF) != 0
  }

  /// What stands for the character at an index, where it cannot stand for itself.
  private static func escape(
    _ text: Span<UInt8>, at index: Int
  ) -> (text: String, byteCount: Int)? {
    switch text[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case 0x09, 0x0A: nil
    case let control where control < 0x20: (characterEscape(UInt32(control)), 1)
    case UInt8(ascii: "_"): looksLikeEscape(text, at: index) ? ("_x005F_", 1) : nil
    case 0xEF: noncharacter(text, at: index).map { (characterEscape($0), 3) }
    default: nil
    }
  }

  private static func characterEscape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  /// Whether `_xHHHH_` stands there as text, or would when the character after it is escaped, too.
  private static func looksLikeEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard index + 6 < text.count, text[index + 1] | 0x20 == UInt8(ascii: "x") else { return false }
    for place in index + 2..<index + 6 where text[place].hexadecimalValue == nil { return false }
    return text[index + 6] == UInt8(ascii: "_")
      || escape(text, at: index + 6)?.text.utf8.first == UInt8(ascii: "_")
  }

  /// U+FFFE or U+FFFF, which XML leaves out.
  private static func noncharacter(_ text: Span<UInt8>, at index: Int) -> UInt32? {
    guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else {
      return nil
    }
    return 0xFF00 | UInt32(text[index + 2] & 0x3F | 0xC0)
  }
}
