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
  ///
  /// That may be what an earlier run wrote into a folder that is read. It is not left out by itself: nobody knows
  /// that it is a result, and no input must be passed over in silence.
  static func overwriting(_ input: InputFile) -> UsageError {
    guard let folder = input.folder else {
      return UsageError(
        en: "the output would overwrite the input '\(input.path)'; choose another name with '-o'",
        zh: "结果会覆盖输入文件「\(input.path)」；请用 -o 另选名字")
    }
    return UsageError(
      en: """
        the output would overwrite the input '\(input.path)'; choose a place outside '\(folder)' with \
        '-o', or remove what an earlier run wrote there
        """,
      zh: """
        结果会覆盖输入文件「\(input.path)」；请用 -o 把结果写到「\(folder)」以外，\
        或先删掉上次写在里面的结果
        """)
  }

  /// No input is named.
  ///
  /// Commands say so themselves: the argument parser would complain of it before it names an option
  /// that it does not know, and which may have been meant for an input.
  static let noInput = UsageError(
    en: "there is no input; name files or folders, or '-' for standard input ('--help' says more)",
    zh: "没有输入；请写文件或文件夹的名字，标准输入写「-」（用法见 --help）")
}
