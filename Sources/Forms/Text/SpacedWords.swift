/// The words of a text that are separated by spaces, as lists of words are written in sources.
enum SpacedWords {
  /// Calls back with each word: where its bytes are, and they themselves.
  @inline(__always)
  static func forEach(in text: String, _ body: (Range<Int>, Span<UInt8>) -> Void) {
    let bytes = text.utf8Span.span
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
      if start < index { body(start..<index, bytes.extracting(start..<index)) }
      start = index + 1
    }
  }

  /// How many words there are, if no two spaces stand side by side, and no fewer in any case.
  static func count(in text: String) -> Int {
    let bytes = text.utf8Span.span
    var count = 1
    for index in bytes.indices { count &+= bytes[index] == UInt8(ascii: " ") ? 1 : 0 }
    return count
  }
}
