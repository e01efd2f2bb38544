internal import IR

extension Document {
  /// Calls back with the bytes of a text, which are not copied.
  @inline(__always)
  func withBytes<Result>(of text: TextRange, _ body: (Span<UInt8>) -> Result) -> Result {
    if text.isDecoded { return body(decodedText.span.extracting(text.indices)) }
    return body(source.utf8.span.extracting(text.indices))
  }
}

extension String {
  /// Makes a string of the bytes of a UTF-8 text.
  init(copying text: Span<UInt8>) {
    if let valid = try? UTF8Span(validating: text) {
      self = String(copying: valid)
    } else {
      var bytes: [UInt8] = []
      bytes.append(copying: text)
      self = String(decoding: bytes, as: UTF8.self)
    }
  }
}
