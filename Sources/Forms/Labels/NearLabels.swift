internal import IR

/// Finds the labels that a damaged text may be: one character of it is wrong, missing or surplus,
/// or its end is cut off.
///
/// One error leaves the first or the last character as it was, so labels are looked up by those;
/// nearly every other text of a form is dismissed by two look-ups.
struct NearLabels: Sendable {
  /// The labels by their first characters and, all again, by their last.
  private let labels: [Vocabulary.LabelID]
  private let list: LabelList
  private let index: CharacterIndex
  /// The most bytes a key has.
  private let longest: Int

  /// Sets last characters apart from first ones; no UTF-8 has this bit where they have it.
  private static let lastMark: UInt32 = 1 << 30

  /// Collects labels; those of fewer than three characters have too little left to be told by.
  init(_ labels: [Vocabulary.LabelID], of list: LabelList) {
    var known: [Vocabulary.LabelID] = []
    var characters: [UInt32] = []
    known.reserveCapacity(labels.count)
    characters.reserveCapacity(2 * labels.count)
    var longest = 0
    for label in labels {
      let key = list.keys.span.extracting(list.keyRange(of: label))
      guard LabelKey.hasThreeCharacters(key) else { continue }
      known.append(label)
      characters.append(LabelKey.firstScalar(key))
      characters.append(LabelKey.lastScalar(key) ^ Self.lastMark)
      longest = max(longest, key.count)
    }
    let (index, order) = CharacterIndex.grouping(characters)
    self.index = index
    self.labels = order.map { known[$0 / 2] }
    self.list = list
    self.longest = longest
  }

  /// The labels that differ from a key by one character.
  func near(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= longest + LabelKey.longestCharacter else { return [] }
    var result: [Vocabulary.LabelID] = []
    for number in index.entries(LabelKey.firstScalar(key)) where isNear(key, labels[number]) {
      result.append(labels[number])
    }
    for number in index.entries(LabelKey.lastScalar(key) ^ Self.lastMark)
    where isNear(key, labels[number]) && !result.contains(labels[number]) {
      result.append(labels[number])
    }
    return result
  }

  /// The labels with as many characters as a key, the same ones first and last, of which at most half are others
  /// between these.
  func halfNear(_ key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 6, key.count <= longest + LabelKey.longestCharacter else { return [] }
    let scalars = LabelKey.scalars(key)
    return index.entries(LabelKey.firstScalar(key)).map { labels[$0] }.filter { label in
      let other = LabelKey.scalars(list.key(of: label).span)
      return other.count == scalars.count && other.last == scalars.last
        && zip(other, scalars).count(where: !=) * 2 <= other.count
    }
  }

  private func isNear(_ text: Span<UInt8>, _ label: Vocabulary.LabelID) -> Bool {
    let key = list.keys.span.extracting(list.keyRange(of: label))
    return LabelKey.differByOne(text, key) && !saysOther(text, than: key)
  }

  /// Characters that look unlike each other, and say of which year or of whom something is.
  private static let qualifiers = WordSet("初 度 末 上 本 省 市 县 区 前 后 原 总")

  /// What joins two things in a label, of which a text without it is one: 主管部门编码 is not 主管部门及编码.
  private static let conjunctions = WordSet("及 和 与")

  /// Whether the character that differs is another word in both, so that nothing was misread: 年初预算 is not
  /// 年度预算, nor 上级补助 省级补助.
  private func saysOther(_ text: Span<UInt8>, than label: Span<UInt8>) -> Bool {
    let length = min(text.count, label.count)
    var start = 0
    while start < length, text[start] == label[start] { start += 1 }
    guard start < length else { return false }
    while text[start].isContinuation || label[start].isContinuation { start -= 1 }
    if text.count < label.count {
      return Self.conjunctions.containsPrefix(of: label.extracting(start...))
    }
    guard text.count == label.count else { return false }
    return Self.qualifiers.containsPrefix(of: text.extracting(start...))
      && Self.qualifiers.containsPrefix(of: label.extracting(start...))
  }

  /// The labels that a key of four characters or more is the beginning of.
  func completions(of key: Span<UInt8>) -> [Vocabulary.LabelID] {
    guard key.count >= 12, key.count < longest else { return [] }
    var result: [Vocabulary.LabelID] = []
    for number in index.entries(LabelKey.firstScalar(key))
    where isBeginning(key, of: labels[number]) {
      result.append(labels[number])
    }
    return result
  }

  private func isBeginning(_ text: Span<UInt8>, of label: Vocabulary.LabelID) -> Bool {
    let key = list.keyRange(of: label)
    guard key.count > text.count else { return false }
    for index in text.indices where list.keys[key.lowerBound + index] != text[index] {
      return false
    }
    return true
  }
}
