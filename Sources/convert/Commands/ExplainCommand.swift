internal import ArgumentParser
internal import IR

/// `formconvert explain`: says what diagnostics mean.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a diagnostic means, or list all of them.")

  @Argument(
    help: "The code of a diagnostic, as printed in brackets.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue).sorted()))
  var code: String?

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let language = messages.language
    let text: String
    if let code {
      guard let known = DiagnosticCode(rawValue: code) else { throw Self.unknown(code) }
      text = Self.explanation(of: known, language)
    } else {
      text = Self.list(language)
    }
    try OutputStream.standardOutput.printWhole(text)
  }

  private static func explanation(of code: DiagnosticCode, _ language: Language) -> String {
    """
    \(code.rawValue) [\(code.severity.title(language))]
    \(code.messageOutline(language))

    \(code.explanation(language).wrapped(at: 80))

    """
  }

  private static func list(_ language: Language) -> String {
    let codes = DiagnosticCode.allCases.sorted {
      ($1.severity, $0.rawValue) < ($0.severity, $1.rawValue)
    }
    let rows = codes.map {
      [$0.rawValue, $0.severity.title(language), $0.messageOutline(language)]
    }
    return TextTable(rows: rows, maximumWidths: [40, 8, 200]).text
  }

  private static func unknown(_ code: String) -> UsageError {
    UsageError(
      en: "unknown code '\(code)'; 'formconvert explain' lists them all",
      zh: "没有代码“\(code)”；“formconvert explain”会列出全部代码")
  }
}
