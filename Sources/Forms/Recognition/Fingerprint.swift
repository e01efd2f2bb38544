internal import IR

/// A fingerprint of text that does not depend on its order: equal for two collections of texts
/// that hold the same characters as often, white space aside.
///
/// The conservation check compares what a form says with what its cells say by it.
struct Fingerprint: Sendable, Hashable {
  private var sum: UInt64 = 0

  /// Adds the characters of a text.
  mutating func add(_ utf8: Span<UInt8>) {
    var index = 0
    // Most characters are Chinese, of three bytes, or ASCII: one load is enough for two of the former,
    // or one of either.
    while index &+ ByteWord.byteCount <= utf8.count {
      let bits = ByteWord(utf8, at: index).bits
      if bits & 0xF000_00F0 == 0xE000_00E0 {
        sum &+= Self.mixed(bits & 0xFF_FFFF) &+ Self.mixed(bits >> 24 & 0xFF_FFFF)
        index &+= 6
      } else if bits & 0xF0 == 0xE0 {
        sum &+= Self.mixed(bits & 0xFF_FFFF)
        index &+= 3
      } else if bits & 0x80 == 0 {
        addASCII(UInt8(truncatingIfNeeded: bits))
        index &+= 1
      } else {
        index = addScalar(utf8, at: index)
      }
    }
    while index < utf8.count { index = addScalar(utf8, at: index) }
  }

  private mutating func addASCII(_ byte: UInt8) {
    if byte > 0x20 { sum &+= Self.mixed(UInt64(byte)) }
  }

  /// Adds the character at an index; gives the index of the next one.
  private mutating func addScalar(_ utf8: Span<UInt8>, at index: Int) -> Int {
    guard utf8[index] >= 0x80 else {
      addASCII(utf8[index])
      return index &+ 1
    }
    var scalar = UInt64(utf8[index])
    var end = index &+ 1
    while end < utf8.count, utf8[end].isContinuation {
      scalar |= UInt64(utf8[end]) &<< UInt64(8 &* (end &- index))
      end &+= 1
    }
    sum &+= Self.mixed(scalar)
    return end
  }

  /// Adds the characters of a text, where there is one.
  mutating func add(_ text: String?) {
    if let text { add(text.utf8Span.span) }
  }

  /// Takes the characters of a text out again.
  mutating func remove(_ text: String) {
    var other = Fingerprint()
    other.add(text)
    sum &-= other.sum
  }

  /// Adds the characters another fingerprint was made of.
  mutating func add(_ other: Fingerprint) { sum &+= other.sum }

  /// A multiplication and a shift spread the few bits of a character over the word; the shift
  /// keeps the sum of two characters from being that of two others.
  @inline(__always)
  private static func mixed(_ scalar: UInt64) -> UInt64 {
    let bits = scalar &* 0x9E37_79B9_7F4A_7C15
    return bits ^ bits >> 29
  }
}
