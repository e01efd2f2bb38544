internal import ArgumentParser
internal import IR

/// `formconvert explain`: says what diagnostics mean.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.explain.rawValue,
    abstract: "Say what a diagnostic means, or list all of them.")

  @Argument(
    help: "The code of a diagnostic, as printed in brackets.",
    completion: .list(Explanation.all.map(\.code)))
  var code: String?

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let language = messages.language
    let text: String
    if let code {
      guard let known = Explanation.all.first(where: { $0.code == code.lowercased() }) else {
        throw Self.unknown(code)
      }
      text = Self.text(of: known, language)
    } else {
      text = Self.list(language)
    }
    try OutputStream.standardOutput.printWhole(text)
  }

  private static func text(of known: Explanation, _ language: Language) -> String {
    """
    \(known.code) [\(known.severity.title(language))]
    \(known.outline(language))

    \(known.text(language).wrapped(at: 80))

    """
  }

  private static func list(_ language: Language) -> String {
    let known = Explanation.all.sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
    let rows = known.map { [$0.code, $0.severity.title(language), $0.outline(language)] }
    return TextTable(rows: rows, maximumWidths: [40, 8, 200]).text
  }

  private static func unknown(_ code: String) -> UsageError {
    if let known = Spelling.nearest(to: code.lowercased(), among: Explanation.all.map(\.code)) {
      return UsageError(
        en: "unknown code '\(code)'; did you mean '\(known)'?",
        zh: "没有代码「\(code)」；是不是「\(known)」？")
    }
    return UsageError(
      en: "unknown code '\(code)'; 'formconvert explain' lists them all",
      zh: "没有代码「\(code)」；「formconvert explain」会列出全部代码")
  }
}
