/// Eight bytes of a text as one number, so that they are looked at together.
///
/// Public, because only then are its few instructions put in line in other modules.
@frozen
public struct ByteWord: Sendable {
  /// The number of bytes.
  @inlinable public static var byteCount: Int { 8 }

  /// The bytes, the first one in the lowest bits.
  public let bits: UInt64

  /// The bytes of a number, the lowest ones first.
  @inlinable @inline(__always)
  public init(bits: UInt64) { self.bits = bits }

  /// The bytes from an index on.
  @inlinable @inline(__always)
  public init(_ text: Span<UInt8>, at index: Int) {
    // With a part of a length the compiler knows, this is one load.
    let bytes = text.extracting(index..<index &+ Self.byteCount)
    var bits: UInt64 = 0
    for place in 0..<Self.byteCount {
      bits |= UInt64(bytes[place]) &<< UInt64(8 &* place)
    }
    self.bits = bits
  }

  /// Puts the bytes down from an index on.
  @inlinable @inline(__always)
  public func store(in output: inout MutableSpan<UInt8>, at index: Int) {
    var bytes = output._mutatingExtracting(index..<index &+ Self.byteCount)
    for place in 0..<Self.byteCount {
      bytes[place] = UInt8(truncatingIfNeeded: bits &>> UInt64(8 &* place))
    }
  }

  /// The highest bit of each byte that is the given one.
  @inlinable @inline(__always)
  public func places(of byte: UInt8) -> UInt64 {
    // Zero where the byte is; no carry goes from one byte into the next.
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = bits ^ 0x0101_0101_0101_0101 &* UInt64(byte)
    return ~((difference & low) &+ low | difference | low)
  }

  /// The highest bit of each byte that is the given one, which is a multiple of four, or one of the
  /// three after it.
  @inlinable @inline(__always)
  public func places(ofAnyBelowFour byte: UInt8) -> UInt64 {
    ByteWord(bits: bits & 0xFCFC_FCFC_FCFC_FCFC).places(of: byte)
  }

  /// Not zero when there is a byte below a limit of at most 128; the lowest place is that of the first
  /// one.
  @inlinable @inline(__always)
  public func anyByte(below limit: UInt8) -> UInt64 {
    (bits &- 0x0101_0101_0101_0101 &* UInt64(limit)) & ~bits & 0x8080_8080_8080_8080
  }

  /// Not zero when a byte is there; the lowest place is that of the first one, as in
  /// ``anyByte(below:)``.
  @inlinable @inline(__always)
  public func anyByte(_ byte: UInt8) -> UInt64 {
    let difference = bits ^ 0x0101_0101_0101_0101 &* UInt64(byte)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The highest bit of each byte below sixteen.
  @inlinable @inline(__always)
  public var placesBelowSixteen: UInt64 {
    // No carry goes from one byte into the next.
    let upper: UInt64 = 0x7070_7070_7070_7070
    return ~((bits & upper) &+ upper | bits) & 0x8080_8080_8080_8080
  }

  /// How many words can be added of which each byte is 0 or 1 before a byte is too large.
  @inlinable public static var mostPlaces: Int { 255 }

  /// The sum of the bytes.
  @inlinable
  public var sum: Int {
    let even: UInt64 = 0x00FF_00FF_00FF_00FF
    let pairs = (bits & even) &+ (bits &>> 8 & even)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
