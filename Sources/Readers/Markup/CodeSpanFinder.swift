/// Finds the ends of code spans (CommonMark 6.1) in linear time.
struct CodeSpanFinder {
  /// The lengths of runs, up to 64, that were looked for in vain.
  private var missing: UInt64 = 0

  /// The offset after a run of backticks.
  static func run(_ text: Span<UInt8>, at start: Int, end: Int) -> Int {
    var index = start
    while index < end, text[index] == UInt8(ascii: "`") { index += 1 }
    return index
  }

  /// The run of backticks that closes a span; `nil` when there is none.
  mutating func close(
    _ text: Span<UInt8>, length: Int, from start: Int, end: Int
  ) -> Range<Int>? {
    guard length < 64, missing & 1 << UInt64(length) == 0 else { return nil }
    var index = start
    while index < end {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let stop = Self.run(text, at: index, end: end)
      if stop - index == length { return index..<stop }
      index = stop
    }
    missing |= 1 << UInt64(length)
    return nil
  }
}
