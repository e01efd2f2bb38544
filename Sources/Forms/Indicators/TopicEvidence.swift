internal import IR

/// How strongly the words of a name and a target speak for each topic.
struct TopicEvidence: Sendable {
  /// The strength by ``Taxonomy/Topic/rawValue``.
  private(set) var strengths = [Float](repeating: 0, count: Taxonomy.Topic.allCases.count)

  /// No evidence.
  init() {}

  /// Weighs the words of a name and the look of a target, both as keys.
  init(name: Span<UInt8>, target: Span<UInt8>) {
    TopicWords.names.scan(name) { topic, weight, isSuffix in
      strengths[topic.rawValue] += isSuffix ? weight * 1.4 : weight
    }
    TopicWords.targets.scan(target) { topic, weight, _ in strengths[topic.rawValue] += weight }
  }

  /// Adds what the look of a target says: a bare count is a quantity, a share is not.
  mutating func addLook(of target: Measure) {
    guard target.number != nil else { return }
    if target.unit == nil, target.number != "0" {
      strengths[Taxonomy.Topic.quantity.rawValue] += 0.9
    }
    if target.unit == "%" { strengths[Taxonomy.Topic.quantity.rawValue] -= 0.5 }
  }

  /// The strength for a topic.
  subscript(topic: Taxonomy.Topic) -> Float { strengths[topic.rawValue] }

  /// The topic most speaks for.
  var strongest: Float { strengths.max() ?? 0 }
}

/// Words, each with what it speaks for; found in a text by its first character.
struct WordTable: Sendable {
  private struct Entry {
    var word: [UInt8]
    var weights: [(topic: Taxonomy.Topic, weight: Float)]
  }

  private var entries: [UInt32: [Entry]] = [:]

  /// Creates a table from words by topic, the words separated by spaces and each group weighted.
  init(_ groups: [(topic: Taxonomy.Topic, weight: Float, words: String)]) {
    for group in groups {
      for word in group.words.split(separator: " ") {
        add(Array(word.utf8), group.topic, group.weight)
      }
    }
    for key in entries.keys {
      // The longest word at a place counts, and no shorter one there.
      entries[key]?.sort { $0.word.count > $1.word.count }
    }
  }

  private mutating func add(_ word: [UInt8], _ topic: Taxonomy.Topic, _ weight: Float) {
    let key = Self.head(word.span, at: 0)
    if let index = entries[key]?.firstIndex(where: { $0.word == word }) {
      entries[key]?[index].weights.append((topic, weight))
    } else {
      entries[key, default: []].append(Entry(word: word, weights: [(topic, weight)]))
    }
  }

  /// Calls back for every word of a text, with whether it ends the text; words do not overlap.
  func scan(
    _ text: Span<UInt8>, _ found: (Taxonomy.Topic, Float, _ isSuffix: Bool) -> Void
  ) {
    var index = 0
    while index < text.count {
      if let match = longest(text, at: index) {
        let end = index + match.word.count
        for (topic, weight) in match.weights { found(topic, weight, end == text.count) }
        index = end
        continue
      }
      index += 1
      while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
    }
  }

  private func longest(_ text: Span<UInt8>, at index: Int) -> Entry? {
    guard let candidates = entries[Self.head(text, at: index)] else { return nil }
    return candidates.first { entry in
      guard index + entry.word.count <= text.count else { return false }
      for offset in entry.word.indices where text[index + offset] != entry.word[offset] {
        return false
      }
      return true
    }
  }

  /// The bytes of the first character as a number.
  private static func head(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    let byte = UInt32(text[index])
    guard byte >= 0xE0, index + 2 < text.count else { return byte }
    return byte << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }
}
