/// A set of small numbers in one word: of groups, states or slots of a layout.
///
/// A layout has far fewer than 64 of each; further ones would not be told by their labels.
struct SmallSet: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// The empty set.
  init() {}

  /// Whether there is no number.
  var isEmpty: Bool { bits == 0 }
  /// How many numbers there are.
  var count: Int { bits.nonzeroBitCount }
  /// The greatest number.
  var last: Int? { bits == 0 ? nil : 63 - bits.leadingZeroBitCount }

  /// Whether a number is in the set.
  func contains(_ number: Int) -> Bool {
    number >= 0 && number < 64 && bits & (1 << UInt64(number)) != 0
  }

  /// Adds a number.
  mutating func insert(_ number: Int) {
    if number >= 0, number < 64 { bits |= 1 << UInt64(number) }
  }

  /// Adds the numbers of another set.
  mutating func formUnion(_ other: SmallSet) { bits |= other.bits }

  /// Whether two sets have no number in common.
  func isDisjoint(with other: SmallSet) -> Bool { bits & other.bits == 0 }

  /// The numbers of a range.
  init(_ range: Range<Int>) {
    for number in range { insert(number) }
  }
}

extension SmallSet: Sequence {
  /// Takes the numbers from the least to the greatest.
  struct Iterator: IteratorProtocol {
    fileprivate var bits: UInt64

    mutating func next() -> Int? {
      guard bits != 0 else { return nil }
      defer { bits &= bits - 1 }
      return bits.trailingZeroBitCount
    }
  }

  func makeIterator() -> Iterator { Iterator(bits: bits) }
}
