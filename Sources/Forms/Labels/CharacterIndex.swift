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

  /// Indexes entries by their keys, equal ones side by side; 0 is no key.
  init(_ keys: [UInt32]) {
    var bits: UInt32 = 4
    while 1 << Int(bits) < 4 * keys.count { bits += 1 }
    runs = Array(repeating: Run(key: 0, start: 0, end: 0), count: 1 << Int(bits))
    shift = 32 - bits
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      let place = place(of: keys[start])
      runs[place] = Run(
        key: keys[start], start: UInt16(truncatingIfNeeded: start),
        end: UInt16(truncatingIfNeeded: end))
      start = end
    }
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
