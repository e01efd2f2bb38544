internal import IR

/// Finds the labels that a damaged text may be: one character of it is wrong, missing or surplus,
/// or its end is cut off.
///
/// One error leaves the first or the last character as it was, so labels are looked up by those;
/// nearly every other text of a form is dismissed by two look-ups.
struct NearLabels: Sendable {
  /// A label with the characters it is compared by.
  struct Entry: Sendable {
    var label: Vocabulary.LabelID
    var scalars: [UInt32]
    /// The first and the last character, packed.
    var first: UInt32
    var last: UInt32

    /// Prepares a label to be compared.
    init(_ label: Vocabulary.LabelID, key: Span<UInt8>) {
      self.label = label
      scalars = LabelKey.scalars(key)
      first = key.isEmpty ? 0 : LabelKey.firstScalar(key)
      last = key.isEmpty ? 0 : LabelKey.lastScalar(key)
    }
  }

  /// The labels by their first characters, then all again by their last.
  private let entries: [Entry]
  private let index: CharacterIndex
  private let longest: Int

  /// Sets last characters apart from first ones; no UTF-8 has this bit where they have it.
  private static let lastMark: UInt32 = 1 << 30

  /// Collects labels; those of fewer than three characters have too little left to be told by.
  init(_ labels: [Entry]) {
    let labels = labels.filter { $0.scalars.count >= 3 }
    // The sort is stable: labels of one character keep their order.
    let byFirst = labels.sorted { $0.first < $1.first }
    let byLast = labels.sorted { $0.last < $1.last }
    entries = byFirst + byLast
    index = CharacterIndex(byFirst.map(\.first) + byLast.map { $0.last ^ Self.lastMark })
    longest = labels.reduce(0) { max($0, $1.scalars.count) }
  }

  /// The labels that differ from a key by one character.
  func near(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= 3 * (longest + 1) else { return [] }
    let first = index.entries(LabelKey.firstScalar(key))
    let last = index.entries(LabelKey.lastScalar(key) ^ Self.lastMark)
    guard !first.isEmpty || !last.isEmpty else { return [] }
    let scalars = LabelKey.scalars(key)
    var result: [Vocabulary.LabelID] = []
    for index in first where LabelKey.differByOne(scalars, entries[index].scalars) {
      result.append(entries[index].label)
    }
    for index in last where LabelKey.differByOne(scalars, entries[index].scalars) {
      if !result.contains(entries[index].label) { result.append(entries[index].label) }
    }
    return result
  }

  /// The labels that a key of four characters or more is the beginning of.
  func completions(of key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 12, key.count < 3 * longest else { return [] }
    let candidates = index.entries(LabelKey.firstScalar(key))
    guard !candidates.isEmpty else { return [] }
    let scalars = LabelKey.scalars(key)
    return entries[candidates].lazy
      .filter { $0.scalars.count > scalars.count && $0.scalars.starts(with: scalars) }
      .map(\.label)
  }
}
