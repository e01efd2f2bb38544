internal import IR

/// Tells the person, on standard error, what there is to say about the inputs.
struct Reporter {
  /// How it is told.
  enum Format: String, CaseIterable, ReportFormat {
    /// A line for each diagnostic, for people.
    case text
    /// A JSON object on a line for each diagnostic.
    case json
    /// One SARIF 2.1.0 document.
    case sarif

    var isJSON: Bool { self != .text }
  }

  private let format: Format
  private let language: Language
  private var progress: Progress?
  /// The document that is being written, only where one was asked for: its rules are many.
  private var sarif: SARIFReport?

  init(_ format: Format, language: Language, progress: Progress?) {
    self.format = format
    self.language = language
    self.progress = progress
    sarif = format == .sarif ? SARIFReport(language: language) : nil
  }

  /// Tells what there is to say about one input.
  mutating func report(_ report: InputReport) {
    var text = ""
    switch format {
    case .text: text = TextReport(language: language).lines(for: report)
    case .json: text = JSONReport(language: language).lines(for: report)
    case .sarif: sarif?.append(report)
    }
    progress?.clear()
    if !text.isEmpty { OutputStream.standardError.print(text) }
    progress?.advance(past: report.displayName)
  }

  /// Ends the report.
  mutating func finish(_ status: ExitStatus) {
    progress?.clear()
    if let sarif { OutputStream.standardError.print(sarif.document(status)) }
  }
}
