/// Eight bytes of a text as one number, so that they are looked at together.
struct ByteWord {
  /// The number of bytes.
  static let byteCount = 8

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The first byte in the lowest bits.
  private let bits: UInt64

  /// The bytes from an index on.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    // With a part of a length the compiler knows, this is one load.
    let bytes = text.extracting(index..<index &+ Self.byteCount)
    var bits: UInt64 = 0
    for place in 0..<Self.byteCount {
      bits |= UInt64(bytes[place]) &<< UInt64(8 &* place)
    }
    self.bits = bits
  }

  /// The highest bit of each byte that is the given one.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    // Zero where the byte is; no carry goes from one byte into the next.
    let difference = bits ^ Self.ones &* UInt64(byte)
    return ~((difference & Self.lowBits) &+ Self.lowBits | difference | Self.lowBits)
  }

  /// The number of bytes that begin a scalar of UTF-8.
  @inline(__always)
  var scalarCount: Int {
    Self.byteCount &- (bits & ~(bits &<< 1) & Self.highBits).nonzeroBitCount
  }
}
