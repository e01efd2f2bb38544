internal import ArgumentParser
internal import IR

/// Tells a misspelt command from the name of an input.
///
/// `convert` is what a command line without a command means, so `formconvert convrt` would
/// otherwise only say that there is no such file.
enum CommandName {
  /// The number of wrong letters up to which a word is taken for a misspelt command.
  private static let mostWrongLetters = 2

  /// Refuses inputs whose first is a misspelt command.
  static func check(_ inputs: [String]) throws(UsageError) {
    guard let word = inputs.first, CommandLine.arguments.dropFirst().first == word,
      let command = intended(by: word), (try? CLibrary.status(of: word)) == nil
    else { return }
    throw UsageError(
      en: "unknown command '\(word)'; did you mean '\(command)'?",
      zh: "没有命令「\(word)」；是不是「\(command)」？")
  }

  /// The command a word is nearly the name of.
  static func intended(by word: String) -> String? {
    var closest: (name: String, distance: Int)?
    for command in FormConvert.configuration.subcommands {
      guard let name = command.configuration.commandName else { continue }
      let distance = distance(word, name)
      guard distance <= mostWrongLetters, distance < closest?.distance ?? .max else { continue }
      closest = (name, distance)
    }
    return closest?.name
  }

  /// The number of letters to insert, remove or replace to make one word of the other.
  ///
  /// Words so different in length that it is too many anyway are not compared.
  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one.utf8)
    let other = Array(other.utf8)
    let difference = abs(one.count - other.count)
    guard difference <= mostWrongLetters else { return difference }
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
