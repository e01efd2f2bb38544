internal import IR

/// The names of the commands; tells them, and misspelt ones, from the names of inputs.
///
/// `convert` is what a command line without a command means, so `formconvert convrt` would
/// otherwise only say that there is no such file. The commands themselves are not asked for their
/// names: to set up all of them takes longer than to read a short document.
enum CommandName: String, CaseIterable {
  case convert, check, diff, collect, normalize, validate, report, inspect, layouts, explain, schema

  /// Refuses inputs whose first is a misspelt command.
  static func checkInputs(_ inputs: [String]) throws(UsageError) {
    guard let word = inputs.first, CommandLine.arguments.dropFirst().first == word,
      (try? CLibrary.status(of: word)) == nil, let command = intended(by: word)
    else { return }
    throw unknown(word, command)
  }

  /// Refuses to help with what is no command; the argument parser would tell about the program.
  static func checkHelp(_ arguments: [String]) throws(UsageError) {
    guard arguments.first == "help", let word = arguments.dropFirst().first,
      !word.hasPrefix("-"), word != "help", CommandName(rawValue: word) == nil
    else { return }
    if let command = intended(by: word) { throw unknown(word, command) }
    throw UsageError(
      en: "unknown command '\(word)'; 'formconvert help' lists them all",
      zh: "没有命令「\(word)」；「formconvert help」会列出全部命令")
  }

  private static func unknown(_ word: String, _ command: String) -> UsageError {
    UsageError(
      en: "unknown command '\(word)'; did you mean '\(command)'?",
      zh: "没有命令「\(word)」；是不是「\(command)」？")
  }

  /// The command a word is nearly the name of.
  static func intended(by word: String) -> String? {
    Spelling.nearest(to: word, among: allCases.map(\.rawValue))
  }

  /// Whether a word is the name of a command other than `convert`.
  static func isOther(_ word: String?) -> Bool {
    guard let word else { return false }
    return word == "help" || CommandName(rawValue: word).map { $0 != .convert } ?? false
  }
}
