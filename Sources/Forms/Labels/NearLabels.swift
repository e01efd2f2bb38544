internal import IR

/// Finds the labels that a damaged text may be: one character of it is wrong, missing or surplus,
/// or its end is cut off.
///
/// One error leaves the first or the last character as it was, so labels are looked up by those;
/// nearly every other text of a form is dismissed by two look-ups.
struct NearLabels: Sendable {
  /// A label with the characters it is compared by.
  private struct Entry: Sendable {
    var label: Vocabulary.LabelID
    /// Its key, in ``NearLabels/scalars``.
    var scalars: Range<Int>
    /// The first and the last character, packed.
    var first: UInt32
    var last: UInt32
  }

  /// The labels by their first characters, then all again by their last.
  private let entries: [Entry]
  /// The scalars of all keys: an array of each would have its references counted.
  private let scalars: [UInt32]
  private let index: CharacterIndex
  private let longest: Int

  /// Sets last characters apart from first ones; no UTF-8 has this bit where they have it.
  private static let lastMark: UInt32 = 1 << 30

  /// Collects labels; those of fewer than three characters have too little left to be told by.
  init(_ labels: [Vocabulary.LabelID], of list: LabelList) {
    var scalars: [UInt32] = []
    var entries: [Entry] = []
    for label in labels {
      let key = list.key(of: label)
      let start = scalars.count
      LabelKey.appendScalars(key.span, to: &scalars)
      guard scalars.count - start >= 3 else { continue }
      entries.append(
        Entry(
          label: label, scalars: start..<scalars.count, first: LabelKey.firstScalar(key.span),
          last: LabelKey.lastScalar(key.span)))
    }
    self.scalars = scalars
    // The sort is stable: labels of one character keep their order.
    let byFirst = entries.sorted { $0.first < $1.first }
    let byLast = entries.sorted { $0.last < $1.last }
    self.entries = byFirst + byLast
    index = CharacterIndex(byFirst.map(\.first) + byLast.map { $0.last ^ Self.lastMark })
    longest = entries.reduce(0) { max($0, $1.scalars.count) }
  }

  /// The labels that differ from a key by one character.
  func near(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= 3 * (longest + 1) else { return [] }
    let first = index.entries(LabelKey.firstScalar(key))
    let last = index.entries(LabelKey.lastScalar(key) ^ Self.lastMark)
    guard !first.isEmpty || !last.isEmpty else { return [] }
    let text = LabelKey.scalars(key)
    var result: [Vocabulary.LabelID] = []
    for index in first where isNear(text.span, entries[index]) {
      result.append(entries[index].label)
    }
    for index in last where isNear(text.span, entries[index]) {
      if !result.contains(entries[index].label) { result.append(entries[index].label) }
    }
    return result
  }

  private func isNear(_ text: Span<UInt32>, _ entry: Entry) -> Bool {
    LabelKey.differByOne(text, scalars.span.extracting(entry.scalars))
  }

  /// The labels that a key of four characters or more is the beginning of.
  func completions(of key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 12, key.count < 3 * longest else { return [] }
    let candidates = index.entries(LabelKey.firstScalar(key))
    guard !candidates.isEmpty else { return [] }
    let text = LabelKey.scalars(key)
    return entries[candidates].lazy
      .filter { $0.scalars.count > text.count && scalars[$0.scalars].starts(with: text) }
      .map(\.label)
  }
}
