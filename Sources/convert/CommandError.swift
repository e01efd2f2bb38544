internal import IR

/// Why a command that gives one answer gives none.
struct CommandError: Error {
  /// How the command ends.
  let status: ExitStatus
  /// What it is about: an input and a place in it, or the command itself.
  let subject: String
  /// What went wrong, and what to do about it.
  let message: LocalizedText

  /// The command was used in a wrong way.
  static func usage(_ error: UsageError) -> CommandError {
    CommandError(status: .wrongUse, subject: FormConvert.name, message: error.message)
  }

  /// An input could not be read.
  static func input(_ name: String, _ error: InputError) -> CommandError {
    let place = error.position.map { ":\($0.line):\($0.column)" } ?? ""
    return CommandError(
      status: .unreadableInput, subject: name + place, message: error.message)
  }

  /// A file could not be written, or standard output where there is no path.
  static func output(_ path: String?, _ error: SystemError) -> CommandError {
    CommandError(
      status: .unwritableOutput, subject: FormConvert.name, message: error.message(writing: path))
  }

  /// The line that tells it to the person.
  func line(_ language: Language) -> String {
    Severity.error.line(subject, message, language)
  }
}
