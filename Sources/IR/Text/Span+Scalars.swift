extension Span<UInt8> {
  /// The scalar that begins at an offset of valid UTF-8; `nil` at the end.
  @inlinable
  package func scalar(at start: Int) -> Unicode.Scalar? {
    guard start < count else { return nil }
    let lead = self[start]
    let length = lead.scalarLength
    guard length > 1 else { return Unicode.Scalar(lead) }
    guard start &+ length <= count else { return nil }
    var value = UInt32(lead) & (0x7F &>> UInt32(length))
    for index in start &+ 1..<start &+ length { value = value &<< 6 | UInt32(self[index] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends before an offset of valid UTF-8; `nil` at the start.
  package func scalar(before end: Int) -> Unicode.Scalar? {
    var start = end - 1
    guard start >= 0 else { return nil }
    while start > 0, self[start].isContinuation { start -= 1 }
    return scalar(at: start)
  }
}
