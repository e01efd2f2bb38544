internal import Writers

extension ByteBuffer {
  /// Appends JSON as an element that no browser runs.
  ///
  /// Within the element nothing may end it or begin a comment (WHATWG HTML, 4.12.1.3), so `<` is
  /// written as an escape; JSON has it in strings only. The same goes for the line separators that
  /// older scripts take for line ends.
  mutating func append(scriptData json: ByteBuffer, id: String) {
    append("<script type=\"application/json\" id=\"\(id)\">")
    json.forEachChunk { appendEscaped($0) }
    append("</script>\n")
  }

  /// Appends bytes.
  mutating func append(slice: ArraySlice<UInt8>) { append(slice.span) }

  private mutating func appendEscaped(_ chunk: ArraySlice<UInt8>) {
    var start = chunk.startIndex
    var index = start
    while index < chunk.endIndex {
      let escape: (text: String, count: Int)? =
        switch chunk[index] {
        case UInt8(ascii: "<"): ("\\u003c", 1)
        // Chunks end between the values of an array or object, so no scalar is cut in two.
        case 0xE2 where index + 2 < chunk.endIndex && chunk[index + 1] == 0x80:
          chunk[index + 2] == 0xA8
            ? ("\\u2028", 3) : chunk[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
        default: nil
        }
      guard let escape else {
        index += 1
        continue
      }
      append(slice: chunk[start..<index])
      append(escape.text)
      index += escape.count
      start = index
    }
    append(slice: chunk[start...])
  }
}
