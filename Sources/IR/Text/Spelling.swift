/// Finds the word a misspelt one was meant to be.
package enum Spelling {
  /// The word that is nearest to another, unless too many letters are wrong.
  ///
  /// - Parameters:
  ///   - word: The misspelt word.
  ///   - words: The words it may be; of equally near ones the first is taken.
  ///   - mostWrongLetters: How many letters may be inserted, removed or replaced.
  package static func nearest(
    to word: String, among words: some Sequence<String>, mostWrongLetters: Int = 2
  ) -> String? {
    var nearest: (word: String, distance: Int)?
    for known in words {
      let distance = distance(word, known, atMost: mostWrongLetters)
      guard distance <= mostWrongLetters, distance < nearest?.distance ?? .max else { continue }
      nearest = (known, distance)
    }
    return nearest?.word
  }

  /// The number of letters to insert, remove or replace to make one word of the other.
  ///
  /// Words so different in length that it is too many anyway are not compared.
  private static func distance(_ one: String, _ other: String, atMost limit: Int) -> Int {
    let one = Array(one.unicodeScalars)
    let other = Array(other.unicodeScalars)
    let difference = abs(one.count - other.count)
    guard difference <= limit else { return difference }
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in other.indices {
        let replaced = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
