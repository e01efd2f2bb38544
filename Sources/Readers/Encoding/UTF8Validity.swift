internal import IR

/// Whether bytes are well-formed UTF-8 (Unicode 17.0, table 3-7).
///
/// `UTF8Span` says where the first fault is, but takes one scalar after the other, five times as long
/// with Chinese text. Here each byte is looked at with the three before it and without a branch, which
/// the compiler does for sixteen bytes at a time.
enum UTF8Validity {
  /// How many bytes are looked at together; a number the compiler knows.
  private static let runByteCount = 128
  /// How many bytes before a byte decide whether it may stand there.
  private static let reach = 3

  /// Whether some bytes are UTF-8, with every scalar complete.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var index = min(reach, bytes.count)
    guard isValid(bytes, 0..<index) else { return false }
    while index &+ runByteCount <= bytes.count {
      let next = index &+ runByteCount
      guard isPlainRun(bytes, from: index) || isValid(bytes, index..<next) else { return false }
      index = next
    }
    // What would follow the last bytes must not be due.
    return isValid(bytes, index..<bytes.count + reach)
  }

  /// Whether a run goes on as UTF-8, and neither the byte before it nor any but its last one is one of
  /// which one must know more: those that begin scalars below U+1000, from U+D000 to U+DFFF and beyond
  /// U+FFFF, in three bytes or more, and those that never are valid.
  @inline(__always)
  private static func isPlainRun(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let run = bytes.extracting(start..<start &+ runByteCount)
    let first = bytes.extracting(start &- 1..<start &- 1 &+ runByteCount)
    let second = bytes.extracting(start &- 2..<start &- 2 &+ runByteCount)
    let third = bytes.extracting(start &- 3..<start &- 3 &+ runByteCount)
    // Faults are the upper bits of one number, the others any bits of the other.
    var faults: UInt8 = 0
    var others: UInt8 = 0
    for index in 0..<runByteCount {
      let (byte, before) = (run[index], first[index])
      let isContinuation = byte & ~(byte &+ byte)
      let isDue = excess(before, 0xC0) | excess(second[index], 0xE0) | excess(third[index], 0xF0)
      faults |= isContinuation ^ isDue | excess(before, 0xF0)
      others |= mask(before == 0xE0) | mask(before == 0xED) | mask(before & 0xFE == 0xC0)
    }
    return faults < 0x80 && others == 0
  }

  /// A number whose upper bit is set where a byte is not below a limit.
  @inline(__always)
  private static func excess(_ byte: UInt8, _ limit: UInt8) -> UInt8 {
    byte > limit &- 0x80 ? byte &- (limit &- 0x80) : 0
  }

  @inline(__always)
  private static func mask(_ condition: Bool) -> UInt8 { condition ? 0xFF : 0 }

  /// Whether the bytes of a range may stand behind those before them; NULs stand around the text.
  private static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
    for index in range
    where !isValid(byte(index), after: byte(index - 1), byte(index - 2), byte(index - 3)) {
      return false
    }
    return true
  }

  /// Whether a byte may stand behind the three before it, of which the first is the nearest; whether
  /// it may stand anywhere at all, the next byte says.
  private static func isValid(
    _ byte: UInt8, after first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Bool {
    guard byte.isContinuation == (first >= 0xC0 || second >= 0xE0 || third >= 0xF0) else {
      return false
    }
    switch first {
    case 0xC0, 0xC1, 0xF5...0xFF: return false
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte < 0xA0
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte < 0x90
    default: return true
    }
  }
}
