/// A fingerprint of text that does not depend on its order: equal for two collections of texts
/// that hold the same characters as often, white space aside.
///
/// The conservation check compares what a form says with what its cells say by it.
struct Fingerprint: Sendable, Hashable {
  private var sum: UInt64 = 0

  /// Adds the characters of a text.
  mutating func add(_ utf8: Span<UInt8>) {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      guard byte > 0x20 else { continue }
      var scalar = UInt64(byte)
      if byte < 0x80 {
        sum &+= Self.mixed(scalar)
        continue
      }
      if byte & 0xF0 == 0xE0, index + 1 < utf8.count {
        scalar = scalar << 16 | UInt64(utf8[index]) << 8 | UInt64(utf8[index + 1])
        sum &+= Self.mixed(scalar)
        index += 2
        continue
      }
      while index < utf8.count, utf8[index] & 0xC0 == 0x80 {
        scalar = scalar << 8 | UInt64(utf8[index])
        index += 1
      }
      sum &+= Self.mixed(scalar)
    }
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
