internal import IR

/// Why a command that gives one answer gives none.
struct CommandError: Error {
  /// How the command ends.
  let status: ExitStatus
  /// What it is about: an input and a place in it, or the command itself.
  let subject: String
  /// What went wrong, and what to do about it.
  let message: LocalizedText

  /// An input could not be read.
  static func input(_ name: String, _ error: InputError) -> CommandError {
    let place = error.position.map { ":\($0.line):\($0.column)" } ?? ""
    return CommandError(
      status: .unreadableInput, subject: name + place, message: error.message)
  }

  /// A file could not be written.
  static func output(_ path: String, _ error: SystemError) -> CommandError {
    CommandError(
      status: .unwritableOutput, subject: FormConvert.name,
      message: LocalizedText(
        en: "cannot write '\(path)': \(error.message(.english))",
        zh: "无法写入「\(path)」：\(error.message(.chinese))"))
  }

  /// Standard output could not be written.
  static func output(_ error: SystemError) -> CommandError {
    CommandError(
      status: .unwritableOutput, subject: FormConvert.name,
      message: LocalizedText(
        en: "cannot write to standard output: \(error.message(.english))",
        zh: "无法写到标准输出：\(error.message(.chinese))"))
  }
}
