internal import IR

/// Finds the labels that a damaged text may be: one character of it is wrong, missing or surplus,
/// or its end is cut off.
///
/// One error leaves the first or the last character as it was, so labels are looked up by those;
/// nearly every other text of a form is dismissed by two look-ups.
struct NearLabels: Sendable {
  /// A label and where its key stands in ``NearLabels/keys``.
  private struct Entry: Sendable {
    var label: Vocabulary.LabelID
    var key: Range<Int>
  }

  /// The labels by their first characters and, all again, by their last.
  private let entries: [Entry]
  /// The keys of all labels of the list.
  private let keys: [UInt8]
  private let index: CharacterIndex
  /// The most bytes a key has.
  private let longest: Int

  /// Sets last characters apart from first ones; no UTF-8 has this bit where they have it.
  private static let lastMark: UInt32 = 1 << 30
  /// No character has more bytes.
  private static let longestCharacter = 4

  /// Collects labels; those of fewer than three characters have too little left to be told by.
  init(_ labels: [Vocabulary.LabelID], of list: LabelList) {
    keys = list.keys
    var entries: [Entry] = []
    var heads: [UInt32] = []
    var tails: [UInt32] = []
    entries.reserveCapacity(labels.count)
    heads.reserveCapacity(2 * labels.count)
    tails.reserveCapacity(labels.count)
    for label in labels {
      let entry = Entry(label: label, key: list.keyRange(of: label))
      let key = list.keys.span.extracting(entry.key)
      guard LabelKey.characterCount(key) >= 3 else { continue }
      entries.append(entry)
      heads.append(LabelKey.firstScalar(key))
      tails.append(LabelKey.lastScalar(key) ^ Self.lastMark)
    }
    longest = entries.reduce(0) { max($0, $1.key.count) }
    let (index, order) = CharacterIndex.grouping(heads + tails)
    self.index = index
    self.entries = order.map { entries[$0 < entries.count ? $0 : $0 - entries.count] }
  }

  /// The labels that differ from a key by one character.
  func near(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= longest + Self.longestCharacter else { return [] }
    var result: [Vocabulary.LabelID] = []
    for number in index.entries(LabelKey.firstScalar(key)) where isNear(key, entries[number]) {
      result.append(entries[number].label)
    }
    for number in index.entries(LabelKey.lastScalar(key) ^ Self.lastMark)
    where isNear(key, entries[number]) && !result.contains(entries[number].label) {
      result.append(entries[number].label)
    }
    return result
  }

  private func isNear(_ text: Span<UInt8>, _ entry: Entry) -> Bool {
    LabelKey.differByOne(text, keys.span.extracting(entry.key))
  }

  /// The labels that a key of four characters or more is the beginning of.
  func completions(of key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 12, key.count < longest else { return [] }
    var result: [Vocabulary.LabelID] = []
    for number in index.entries(LabelKey.firstScalar(key))
    where entries[number].key.count > key.count && isBeginning(key, of: entries[number]) {
      result.append(entries[number].label)
    }
    return result
  }

  private func isBeginning(_ text: Span<UInt8>, of entry: Entry) -> Bool {
    for index in text.indices where keys[entry.key.lowerBound + index] != text[index] {
      return false
    }
    return true
  }
}
