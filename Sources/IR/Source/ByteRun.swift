/// Many bytes of a text looked at together, for what takes a look at each byte of a whole text.
///
/// The loops have a length the compiler knows, and arithmetic instead of conditions and `min`, of which
/// it would make jumps: so it does sixteen bytes at a time. Counts of a run fit into a byte.
enum ByteRun {
  /// The number of bytes.
  static let byteCount = 128

  /// The number of line feeds in the run that begins at an index.
  @inline(__always)
  static func lineFeedCount(_ text: Span<UInt8>, from start: Int) -> Int {
    let run = text.extracting(start..<start &+ byteCount)
    var otherCount: UInt8 = 0
    for index in 0..<byteCount {
      let difference = run[index] ^ 0x0A
      // One, unless there is no difference.
      otherCount &+= (difference | (0 &- difference)) &>> 7
    }
    return byteCount &- Int(otherCount)
  }

  /// Whether a byte is in the run that begins at an index.
  @inline(__always)
  static func contains(_ byte: UInt8, _ text: Span<UInt8>, from start: Int) -> Bool {
    let run = text.extracting(start..<start &+ byteCount)
    var least = UInt8.max
    for index in 0..<byteCount { least = min(least, run[index] ^ byte) }
    return least == 0
  }

  /// The number of bytes that begin a scalar of UTF-8 in the run that begins at an index.
  @inline(__always)
  static func scalarCount(_ text: Span<UInt8>, from start: Int) -> Int {
    let run = text.extracting(start..<start &+ byteCount)
    var continuationCount: UInt8 = 0
    for index in 0..<byteCount {
      // Of a continuation the highest bit is set and the next one is not.
      continuationCount &+= (run[index] & ~(run[index] &+ run[index])) &>> 7
    }
    return byteCount &- Int(continuationCount)
  }
}
