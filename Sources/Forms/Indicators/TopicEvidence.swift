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
    /// In ``WordTable/bytes``.
    var bytes: Range<Int>
    var head: UInt32
    var hash: UInt64
    var group: Int

    func isSame(as other: Word) -> Bool {
      bytes.count == other.bytes.count && hash == other.hash
    }

    /// Whether the word stands before one with the same first character: the longest word at a place
    /// counts, and no shorter one.
    func precedes(_ other: Word) -> Bool {
      if bytes.count != other.bytes.count { return bytes.count > other.bytes.count }
      if hash != other.hash { return hash < other.hash }
      return group < other.group
    }
  }

  private let bytes: [UInt8]
  private var weights: [(topic: Int, weight: Float)] = []
  private var entries: [Entry] = []
  private let index: CharacterIndex

  /// Creates a table from words by topic, the words separated by spaces and each group weighted.
  init(_ groups: [(topic: Taxonomy.Topic, weight: Float, words: String)]) {
    var bytes: [UInt8] = []
    var words: [Word] = []
    bytes.reserveCapacity(groups.reduce(0) { $0 + $1.words.utf8.count })
    words.reserveCapacity(groups.reduce(0) { $0 + SpacedWords.count(in: $1.words) })
    for (number, group) in groups.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: group.words.utf8)
      SpacedWords.forEach(in: group.words) { range, word in
        words.append(
          Word(
            bytes: start + range.lowerBound..<start + range.upperBound,
            head: Self.head(word, at: 0), hash: TextHash.hash(word), group: number))
      }
    }
    let (index, order) = CharacterIndex.grouping(words.map(\.head))
    words = Self.sorted(order.map { words[$0] })
    entries.reserveCapacity(words.count)
    weights.reserveCapacity(words.count)
    var first = 0
    for (number, word) in words.enumerated() {
      weights.append((groups[word.group].topic.rawValue, groups[word.group].weight))
      // Of a word of several groups the first entry is found, which has the weights of all.
      if number == 0 || !words[number - 1].isSame(as: word) { first = number }
      entries.append(Entry(bytes: word.bytes, weights: first..<number + 1))
      entries[first].weights = first..<number + 1
    }
    self.bytes = bytes
    self.index = index
  }

  /// Sorts words that stand side by side with those of the same first character, which are few.
  private static func sorted(_ words: consuming [Word]) -> [Word] {
    for end in words.indices.dropFirst() {
      var place = end
      while place > 0, words[place].head == words[place - 1].head,
        words[place].precedes(words[place - 1])
      {
        words.swapAt(place, place - 1)
        place -= 1
      }
    }
    return words
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
      while place < text.count, text[place].isContinuation { place += 1 }
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
