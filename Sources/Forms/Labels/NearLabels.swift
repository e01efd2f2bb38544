/// Finds the labels that a damaged text may be: one character of it is wrong, missing or surplus,
/// or its end is cut off.
///
/// One error leaves the first or the last character as it was, so labels are looked up by those;
/// nearly every other text of a form is dismissed by two look-ups.
struct NearLabels: Sendable {
  private struct Entry: Sendable {
    var label: Vocabulary.LabelID
    var scalars: [UInt32]
  }

  private var byFirst: [UInt32: [Entry]] = [:]
  private var byLast: [UInt32: [Entry]] = [:]
  private var longest = 0

  /// Adds a label; labels of fewer than three characters have too little left to be told by.
  mutating func add(_ label: Vocabulary.LabelID, key: [UInt8], scalars: [UInt32]) {
    guard scalars.count >= 3 else { return }
    let entry = Entry(label: label, scalars: scalars)
    byFirst[LabelKey.firstScalar(key.span), default: []].append(entry)
    byLast[LabelKey.lastScalar(key.span), default: []].append(entry)
    longest = max(longest, scalars.count)
  }

  /// The labels that differ from a key by one character.
  func near(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= 3 * (longest + 1) else { return [] }
    let first = byFirst[LabelKey.firstScalar(key)]
    let last = byLast[LabelKey.lastScalar(key)]
    guard first != nil || last != nil else { return [] }
    let scalars = LabelKey.scalars(key)
    var result: [Vocabulary.LabelID] = []
    for entry in first ?? [] where LabelKey.differByOne(scalars, entry.scalars) {
      result.append(entry.label)
    }
    for entry in last ?? [] where !result.contains(entry.label) {
      if LabelKey.differByOne(scalars, entry.scalars) { result.append(entry.label) }
    }
    return result
  }

  /// The labels that a key of four characters or more is the beginning of.
  func completions(of key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 12, key.count < 3 * longest,
      let entries = byFirst[LabelKey.firstScalar(key)]
    else { return [] }
    let scalars = LabelKey.scalars(key)
    return entries.lazy
      .filter { $0.scalars.count > scalars.count && $0.scalars.starts(with: scalars) }
      .map(\.label)
  }
}
