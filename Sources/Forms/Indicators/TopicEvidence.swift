internal import IR

/// How strongly the words of a name and a target speak for each topic.
struct TopicEvidence: Sendable {
  /// The strength by ``Taxonomy/Topic/rawValue``; there are fewer topics than places.
  private(set) var strengths = SIMD16<Float>()

  /// No evidence.
  init() {}

  /// Weighs the words of a name and the look of a target, both as keys.
  init(name: Span<UInt8>, target: Span<UInt8>) {
    TopicWords.names.scan(name) { topic, weight, isSuffix in
      strengths[topic] += isSuffix ? weight * 1.4 : weight
    }
    TopicWords.targets.scan(target) { topic, weight, _ in strengths[topic] += weight }
  }

  /// Adds what the look of a target says: a bare count is a quantity, a share is not.
  mutating func addLook(of target: Span<UInt8>) {
    guard let look = MeasureScanner.look(of: target) else { return }
    let quantity = Taxonomy.Topic.quantity.rawValue
    if !look.hasUnit, !look.isZero { strengths[quantity] += 0.9 }
    if look.isPercentage { strengths[quantity] -= 0.5 }
  }

  /// The strength for a topic.
  subscript(topic: Taxonomy.Topic) -> Float { strengths[topic.rawValue] }
}

/// Words, each with what it speaks for; found in a text by its first character.
///
/// All words stand in one array of bytes and all weights in one array, so that scanning a text
/// touches no reference counts.
struct WordTable: Sendable {
  /// A word and its weights, in ``bytes`` and ``weights``.
  private struct Entry: Sendable {
    var bytes: Range<Int>
    var weights: Range<Int>
  }

  private var bytes: [UInt8] = []
  private var weights: [(topic: Int, weight: Float)] = []
  private var entries: [Entry] = []
  private let index: CharacterIndex

  /// Creates a table from words by topic, the words separated by spaces and each group weighted.
  init(_ groups: [(topic: Taxonomy.Topic, weight: Float, words: String)]) {
    var words: [(bytes: [UInt8], weights: [(topic: Int, weight: Float)])] = []
    for group in groups {
      for word in group.words.split(separator: " ") {
        let bytes = Array(word.utf8)
        let weight = (group.topic.rawValue, group.weight)
        if let known = words.firstIndex(where: { $0.bytes == bytes }) {
          words[known].weights.append(weight)
        } else {
          words.append((bytes, [weight]))
        }
      }
    }
    // The longest word at a place counts, and no shorter one there.
    words.sort { left, right in
      let (first, second) = (Self.head(left.bytes.span, at: 0), Self.head(right.bytes.span, at: 0))
      return (first, right.bytes.count) < (second, left.bytes.count)
    }
    index = CharacterIndex(words.map { Self.head($0.bytes.span, at: 0) })
    for word in words {
      entries.append(
        Entry(
          bytes: bytes.count..<bytes.count + word.bytes.count,
          weights: weights.count..<weights.count + word.weights.count))
      bytes += word.bytes
      weights += word.weights
    }
  }

  /// Calls back for every word of a text, with its topic as a number and whether it ends the
  /// text; words do not overlap.
  @inline(__always)
  func scan(_ text: Span<UInt8>, _ found: (Int, Float, _ isSuffix: Bool) -> Void) {
    var place = 0
    while place < text.count {
      if let entry = longest(text, at: place) {
        let end = place + entry.bytes.count
        for index in entry.weights {
          found(weights[index].topic, weights[index].weight, end == text.count)
        }
        place = end
        continue
      }
      place += 1
      while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
    }
  }

  @inline(__always)
  private func longest(_ text: Span<UInt8>, at place: Int) -> Entry? {
    for candidate in index.entries(Self.head(text, at: place)) {
      let entry = entries[candidate]
      guard place + entry.bytes.count <= text.count else { continue }
      var length = 0
      while length < entry.bytes.count,
        text[place + length] == bytes[entry.bytes.lowerBound + length]
      {
        length += 1
      }
      if length == entry.bytes.count { return entry }
    }
    return nil
  }

  /// The bytes of the first character as a number.
  @inline(__always)
  private static func head(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    let byte = UInt32(text[index])
    guard byte >= 0xE0, index + 2 < text.count else { return byte }
    return byte << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }
}
