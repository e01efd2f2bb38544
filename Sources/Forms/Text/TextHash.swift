internal import IR

/// A hash of texts by their bytes, eight at a time.
///
/// It is the same in every run and has 64 bits: texts that merely have the same hash do not occur.
struct TextHash: Sendable {
  private var state: UInt64 = 0x243F_6A88_85A3_08D3

  /// The hash of what was added.
  var value: UInt64 { state }

  /// The hash of one text.
  @inline(__always)
  static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = TextHash()
    hash.add(text)
    return hash.value
  }

  /// Adds a text; its length tells it from the next one.
  @inline(__always)
  mutating func add(_ text: Span<UInt8>) {
    let count = text.count
    state ^= UInt64(truncatingIfNeeded: count) &* 0xD6E8_FEB8_6659_FD93
    guard count >= ByteWord.byteCount else { return mix(Self.packed(text)) }
    var index = 0
    while index &+ ByteWord.byteCount < count {
      mix(ByteWord(text, at: index).bits)
      index &+= ByteWord.byteCount
    }
    // The last eight bytes, of which some may have been added before.
    mix(ByteWord(text, at: count &- ByteWord.byteCount).bits)
  }

  /// The bytes of a text of fewer than eight.
  private static func packed(_ text: Span<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    for index in text.indices { packed = packed &<< 8 | UInt64(text[index]) }
    return packed
  }

  /// Adds a text that may be missing, which is not the same as an empty one.
  mutating func add(_ text: String?) {
    if let text { add(text.utf8Span.span) } else { mix(.max) }
  }

  /// A multiplication takes every bit up, a shift takes the upper ones down again.
  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state = product ^ product &>> 32
  }
}
