internal import IR

/// What a misspelt word was meant to be.
enum Suggestion {
  /// The word that was meant: one that differs in few letters, or ends like it (`name` for
  /// `project/name`).
  static func word(meantBy word: String, among words: [String]) -> String? {
    guard !word.isEmpty else { return nil }
    let folded = word.lowercased()
    let ending = words.filter { $0.split(separator: "/").last.map(String.init) == word }
    if ending.count == 1 { return ending[0] }
    if let same = words.first(where: { $0.lowercased() == folded }) { return same }
    return Spelling.nearest(to: word, among: words, mostWrongLetters: mostWrongLetters(of: word))
  }

  /// One wrong letter is much in a short word, and in a word of Chinese characters.
  private static func mostWrongLetters(of word: String) -> Int {
    let count = word.unicodeScalars.count
    guard word.utf8.count == count else { return count / 4 }
    return count < 4 ? 1 : count < 12 ? 2 : 3
  }

  /// The question whether a word was meant, for the end of a message.
  static func question(_ meant: String?) -> LocalizedText {
    guard let meant else { return LocalizedText(en: "", zh: "") }
    return LocalizedText(en: "; did you mean '\(meant)'?", zh: "，是不是「\(meant)」？")
  }
}
