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

  /// A word of a group while the table is made.
  private struct Word {
    let bytes: [UInt8]
    let head: UInt32
    let group: Int

    init(_ text: Substring.UTF8View, group: Int) {
      let bytes = Array(text)
      head = WordTable.head(bytes.span, at: 0)
      self.bytes = bytes
      self.group = group
    }

    func isSame(as other: Word) -> Bool { head == other.head && bytes == other.bytes }

    /// Whether the word stands first: the longest word at a place counts, and no shorter one.
    func precedes(_ other: Word) -> Bool {
      if head != other.head { return head < other.head }
      if bytes.count != other.bytes.count { return bytes.count > other.bytes.count }
      if bytes != other.bytes { return bytes.lexicographicallyPrecedes(other.bytes) }
      return group < other.group
    }
  }

  private var bytes: [UInt8] = []
  private var weights: [(topic: Int, weight: Float)] = []
  private var entries: [Entry] = []
  private let index: CharacterIndex

  /// Creates a table from words by topic, the words separated by spaces and each group weighted.
  init(_ groups: [(topic: Taxonomy.Topic, weight: Float, words: String)]) {
    var words = groups.enumerated().flatMap { number, group in
      group.words.utf8.split(separator: UInt8(ascii: " ")).map { Word($0, group: number) }
    }
    words.sort { $0.precedes($1) }
    var heads: [UInt32] = []
    for (number, word) in words.enumerated() {
      let weight = (topic: groups[word.group].topic.rawValue, weight: groups[word.group].weight)
      if number > 0, words[number - 1].isSame(as: word) {
        entries[entries.count - 1].weights =
          entries[entries.count - 1].weights.lowerBound..<weights.count + 1
      } else {
        heads.append(word.head)
        entries.append(
          Entry(
            bytes: bytes.count..<bytes.count + word.bytes.count,
            weights: weights.count..<weights.count + 1))
        bytes += word.bytes
      }
      weights.append(weight)
    }
    index = CharacterIndex(heads)
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
