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
    var index = 0
    while index &+ ByteWord.byteCount <= text.count {
      mix(ByteWord(text, at: index).bits)
      index &+= ByteWord.byteCount
    }
    var rest = UInt64(truncatingIfNeeded: text.count)
    while index < text.count {
      rest = rest &<< 8 | UInt64(text[index])
      index &+= 1
    }
    mix(rest)
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
