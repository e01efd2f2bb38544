internal import IR

/// The command was used in a wrong way.
struct UsageError: Error {
  /// What is wrong, and what to do instead.
  let message: LocalizedText

  init(_ message: LocalizedText) { self.message = message }

  init(en english: String, zh chinese: String) {
    message = LocalizedText(en: english, zh: chinese)
  }

  /// An output would replace an input.
  static func overwriting(_ input: String) -> UsageError {
    UsageError(
      en: "the output would overwrite the input '\(input)'; choose another name with '-o'",
      zh: "结果会覆盖输入文件「\(input)」；请用 -o 另选名字")
  }

  /// No input is named.
  ///
  /// Commands say so themselves: the argument parser would complain of it before it names an option
  /// that it does not know, and which may have been meant for an input.
  static let noInput = UsageError(
    en: "there is no input; name files or folders, or '-' for standard input ('--help' says more)",
    zh: "没有输入；请写文件或文件夹的名字，标准输入写「-」（用法见 --help）")
}
