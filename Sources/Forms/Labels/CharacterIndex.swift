/// Finds the entries of a list by a character, given as a number.
///
/// A table with open addressing: nearly every character of a text has no entry, and is dismissed
/// by one look.
struct CharacterIndex: Sendable {
  private struct Run: Sendable {
    var key: UInt32
    var start: UInt16
    var end: UInt16
  }

  private var runs: [Run]
  private let shift: UInt32

  /// Indexes entries by their keys, none of them 0, and gives the order in which the entries have to
  /// stand: those of one key side by side, as they stood.
  static func grouping(_ keys: [UInt32]) -> (index: CharacterIndex, order: [Int]) {
    var index = CharacterIndex(count: keys.count)
    let places = keys.map { index.count($0) }
    var order = [Int](repeating: 0, count: keys.count)
    var end = 0
    for (number, place) in places.enumerated() {
      if index.runs[place].start == Self.unplaced {
        index.runs[place].start = UInt16(truncatingIfNeeded: end)
        end += Int(index.runs[place].end)
        index.runs[place].end = index.runs[place].start
      }
      order[Int(index.runs[place].end)] = number
      index.runs[place].end += 1
    }
    return (index, order)
  }

  /// The start of a run that has no place yet.
  private static let unplaced = UInt16.max

  private init(count: Int) {
    var bits: UInt32 = 4
    while 1 << Int(bits) < 2 * count { bits += 1 }
    runs = Array(repeating: Run(key: 0, start: Self.unplaced, end: 0), count: 1 << Int(bits))
    shift = 32 - bits
  }

  /// Counts an entry of a key, and gives the place of its run.
  private mutating func count(_ key: UInt32) -> Int {
    let place = place(of: key)
    runs[place].key = key
    runs[place].end += 1
    return place
  }

  /// The entries of a key.
  @inline(__always)
  func entries(_ key: UInt32) -> Range<Int> {
    let run = runs[place(of: key)]
    return run.key == key ? Int(run.start)..<Int(run.end) : 0..<0
  }

  /// Where the run of a key is, or else where it would be.
  @inline(__always)
  private func place(of key: UInt32) -> Int {
    let mask = runs.count - 1
    var place = Int((key &* 0x9E37_79B9) &>> shift)
    while runs[place].key != 0, runs[place].key != key { place = (place + 1) & mask }
    return place
  }
}
