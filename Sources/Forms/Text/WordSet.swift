/// A set of words that texts are compared with as a whole, at their beginning or at their end.
///
/// Words are told by a hash of 64 bits: a text that merely has the hash of a word does not occur.
/// They have fewer than 64 bytes each.
struct WordSet: Sendable {
  /// The hashes, each at the place its upper bits give or behind it; 0 where there is none.
  private var hashes: [UInt64]
  private var lengths = SmallSet()
  /// The first bytes of the words by their upper six bits: most texts begin with none of them.
  private var heads = SmallSet()
  private let shift: UInt64

  /// Creates a set of words separated by spaces.
  init(_ words: String) {
    var bits = 4
    // A word has some seven bytes, its space among them: about four places for each.
    while 1 << bits < words.utf8.count / 2 { bits += 1 }
    shift = UInt64(64 - bits)
    hashes = Array(repeating: 0, count: 1 << bits)
    SpacedWords.forEach(in: words) { _, word in
      let hash = TextHash.hash(word)
      hashes[place(of: hash)] = hash
      lengths.insert(word.count)
      heads.insert(Int(word[0] >> 2))
    }
  }

  /// Whether a text is one of the words.
  func contains(_ text: Span<UInt8>) -> Bool {
    lengths.contains(text.count) && isWord(text)
  }

  /// Whether a text begins with one of the words.
  func containsPrefix(of text: Span<UInt8>) -> Bool { prefixLength(of: text) != nil }

  /// The length of the shortest word that a text begins with.
  func prefixLength(of text: Span<UInt8>) -> Int? {
    guard !text.isEmpty, heads.contains(Int(text[0] >> 2)) else { return nil }
    for length in lengths {
      if length > text.count { return nil }
      if isWord(text.extracting(first: length)) { return length }
    }
    return nil
  }

  /// Whether a text ends with one of the words.
  func containsSuffix(of text: Span<UInt8>) -> Bool {
    for length in lengths {
      if length > text.count { return false }
      if isWord(text.extracting(last: length)) { return true }
    }
    return false
  }

  @inline(__always)
  private func isWord(_ text: Span<UInt8>) -> Bool {
    let hash = TextHash.hash(text)
    return hashes[place(of: hash)] == hash
  }

  /// Where a hash is, or else where it would be.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(hash &>> shift)
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }
}
