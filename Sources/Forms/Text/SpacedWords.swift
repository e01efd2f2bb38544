internal import IR

/// The words of a text that are separated by spaces, as lists of words are written in sources.
enum SpacedWords {
  /// Calls back with each word: where its bytes are, and they themselves.
  @inline(__always)
  static func forEach(in text: String, _ body: (Range<Int>, Span<UInt8>) -> Void) {
    let bytes = text.utf8Span.span
    var start = 0
    var index = 0
    while start < bytes.count {
      while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
        index &+= bytes[index].scalarLength
      }
      if start < index { body(start..<index, bytes.extracting(start..<index)) }
      index &+= 1
      start = index
    }
  }
}
