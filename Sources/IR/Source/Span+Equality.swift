extension Span<UInt8> {
  /// Whether two texts have the same bytes; they are compared eight at a time.
  @inlinable @inline(__always)
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count >= ByteWord.byteCount else {
      for index in indices where self[index] != other[index] { return false }
      return true
    }
    var index = 0
    while index &+ ByteWord.byteCount < count {
      if ByteWord(self, at: index).bits != ByteWord(other, at: index).bits { return false }
      index &+= ByteWord.byteCount
    }
    // The last eight bytes, of which some may have been compared before.
    let last = count &- ByteWord.byteCount
    return ByteWord(self, at: last).bits == ByteWord(other, at: last).bits
  }
}
