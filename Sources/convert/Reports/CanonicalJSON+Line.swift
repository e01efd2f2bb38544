internal import Writers

extension CanonicalJSON {
  /// The value as a line of text.
  var line: String { String(decoding: buffer.bytes, as: UTF8.self) + "\n" }
}
