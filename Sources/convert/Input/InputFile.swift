internal import IR

/// One input of a run.
struct InputFile: Sendable {
  /// The path as the person gave it, or below the folder the person gave; `-` is standard input.
  let path: String
  /// Why it cannot be read, where that is known before it is opened.
  var failure: LocalizedText?
  /// The folder it was found in; `nil` where it is named itself.
  var folder: String?

  /// Whether it is standard input.
  var isStandardInput: Bool { path == "-" }

  /// The base name; `nil` for standard input.
  var name: String? { isStandardInput ? nil : Path.name(of: path) }

  /// What it is called in messages.
  func displayName(_ language: Language) -> String {
    guard isStandardInput else { return path }
    return LocalizedText(en: "<standard input>", zh: "<标准输入>")(language)
  }
}
