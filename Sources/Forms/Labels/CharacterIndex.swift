/// Finds the entries of a list by a character, given as a number.
///
/// A table with open addressing: nearly every character of a text has no entry, and is dismissed
/// by one look.
struct CharacterIndex: Sendable {
  private struct Run: Sendable {
    var key: UInt32 = 0
    var start: UInt16 = 0
    var end: UInt16 = 0
  }

  private var runs: [Run]
  private let shift: UInt32

  /// Indexes entries by their keys, none of them 0, and gives the order in which the entries have to
  /// stand: those of one key side by side, as they stood.
  static func grouping(_ keys: [UInt32]) -> (index: CharacterIndex, order: [Int]) {
    var index = CharacterIndex(count: keys.count)
    let order = index.group(keys)
    return (index, order)
  }

  private init(count: Int) {
    var bits: UInt32 = 4
    // Several entries have one key as a rule, and in any case one place is left.
    while 1 << Int(bits) <= count { bits += 1 }
    runs = Array(repeating: Run(), count: 1 << Int(bits))
    shift = 32 - bits
  }

  private mutating func group(_ keys: [UInt32]) -> [Int] {
    let shift = shift
    var runs = runs.mutableSpan
    for key in keys {
      let place = Self.place(of: key, in: runs.span, shift)
      runs[place].key = key
      runs[place].end += 1
    }
    // Each run begins, empty at first, where the one before it will end.
    var end: UInt16 = 0
    for place in runs.indices where runs[place].key != 0 {
      let start = end
      end += runs[place].end
      (runs[place].start, runs[place].end) = (start, start)
    }
    var order = [Int](repeating: 0, count: keys.count)
    var numbers = order.mutableSpan
    for (number, key) in keys.enumerated() {
      let place = Self.place(of: key, in: runs.span, shift)
      numbers[Int(runs[place].end)] = number
      runs[place].end += 1
    }
    return order
  }

  /// The entries of a key.
  @inline(__always)
  func entries(_ key: UInt32) -> Range<Int> {
    let run = runs[Self.place(of: key, in: runs.span, shift)]
    return run.key == key ? Int(run.start)..<Int(run.end) : 0..<0
  }

  /// Where the run of a key is, or else where it would be.
  @inline(__always)
  private static func place(of key: UInt32, in runs: Span<Run>, _ shift: UInt32) -> Int {
    let mask = runs.count - 1
    var place = Int((key &* 0x9E37_79B9) &>> shift)
    while runs[place].key != 0, runs[place].key != key { place = (place + 1) & mask }
    return place
  }
}
