internal import ArgumentParser
internal import IR

/// Tells a misspelt command from the name of an input.
///
/// `convert` is what a command line without a command means, so `formconvert convrt` would
/// otherwise only say that there is no such file.
enum CommandName {
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
    let names = FormConvert.configuration.subcommands.compactMap { $0.configuration.commandName }
    return Spelling.nearest(to: word, among: names)
  }
}
