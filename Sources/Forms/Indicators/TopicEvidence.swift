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
  /// A word of ``bytes`` and one topic it speaks for.
  private struct Entry: Sendable {
    var start: UInt16
    var count: UInt8
    var topic: UInt8
    var weight: Float
  }

  private let bytes: [UInt8]
  /// The words, those with the same first character side by side.
  private let entries: [Entry]
  private let index: CharacterIndex

  /// Creates a table from words by topic, the words separated by spaces and each group weighted.
  init(_ groups: [(topic: Taxonomy.Topic, weight: Float, words: String)]) {
    var bytes: [UInt8] = []
    var words: [Entry] = []
    var heads: [UInt32] = []
    // Words have two characters or more, and a space.
    let byteCount = groups.reduce(0) { $0 + $1.words.utf8.count }
    bytes.reserveCapacity(byteCount)
    words.reserveCapacity(byteCount / 7)
    heads.reserveCapacity(byteCount / 7)
    for group in groups {
      let start = bytes.count
      bytes.append(copying: group.words.utf8Span.span)
      SpacedWords.forEach(in: group.words) { range, word in
        words.append(
          Entry(
            start: UInt16(start + range.lowerBound), count: UInt8(range.count),
            topic: UInt8(group.topic.rawValue), weight: group.weight))
        heads.append(Self.head(word, at: 0))
      }
    }
    let (index, order) = CharacterIndex.grouping(heads)
    self.bytes = bytes
    self.index = index
    entries = order.map { words[$0] }
  }

  /// Calls back for every word of a text, with its topic as a number and whether it ends the
  /// text; of words at one place the longest counts, with each of its topics, and words do not overlap.
  @inline(__always)
  func scan(_ text: Span<UInt8>, _ found: (Int, Float, _ isSuffix: Bool) -> Void) {
    var place = 0
    while place < text.count {
      let candidates = index.entries(Self.head(text, at: place))
      if let longest = longest(candidates, text, at: place) {
        let length = Int(entries[longest].count)
        for entry in longest..<candidates.upperBound
        where entries[entry].count == length && isWord(entries[entry], text, at: place) {
          found(Int(entries[entry].topic), entries[entry].weight, place + length == text.count)
        }
        place += length
        continue
      }
      place += 1
      while place < text.count, text[place].isContinuation { place += 1 }
    }
  }

  /// The first of the longest words at a place of a text.
  @inline(__always)
  private func longest(_ candidates: Range<Int>, _ text: Span<UInt8>, at place: Int) -> Int? {
    var longest: Int?
    var length: UInt8 = 0
    for entry in candidates
    where entries[entry].count > length && isWord(entries[entry], text, at: place) {
      longest = entry
      length = entries[entry].count
    }
    return longest
  }

  @inline(__always)
  private func isWord(_ entry: Entry, _ text: Span<UInt8>, at place: Int) -> Bool {
    let count = Int(entry.count)
    guard place + count <= text.count else { return false }
    for offset in 0..<count where text[place + offset] != bytes[Int(entry.start) + offset] {
      return false
    }
    return true
  }

  /// The bytes of the first character as a number.
  @inline(__always)
  private static func head(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    let byte = UInt32(text[index])
    guard byte >= 0xE0, index + 2 < text.count else { return byte }
    return byte << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
  }
}
