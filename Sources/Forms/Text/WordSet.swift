/// A set of words that texts are compared with as a whole, at their beginning or at their end.
///
/// Words are told by a hash of 64 bits: a text that merely has the hash of a word does not occur.
struct WordSet: Sendable {
  private var hashes: Set<UInt64> = []
  private var lengths: [Int] = []

  /// Creates a set of words separated by spaces.
  init(_ words: String) {
    for word in words.split(separator: " ") {
      hashes.insert(LabelKey.hash(word.utf8Span.span))
      let length = word.utf8.count
      if !lengths.contains(length) { lengths.append(length) }
    }
  }

  /// Whether a text is one of the words.
  func contains(_ text: Span<UInt8>) -> Bool {
    lengths.contains(text.count) && hashes.contains(LabelKey.hash(text))
  }

  /// Whether a text begins with one of the words.
  func containsPrefix(of text: Span<UInt8>) -> Bool {
    lengths.contains {
      $0 <= text.count && hashes.contains(LabelKey.hash(text.extracting(first: $0)))
    }
  }

  /// Whether a text ends with one of the words.
  func containsSuffix(of text: Span<UInt8>) -> Bool {
    lengths.contains {
      $0 <= text.count && hashes.contains(LabelKey.hash(text.extracting(last: $0)))
    }
  }
}
