internal import IR

/// Tells the person what there is to say about the inputs.
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
  /// Where it is told: on standard output where that is all the command writes.
  private let stream: OutputStream
  /// Why standard output cannot be written.
  private var failure: CommandError?
  private var progress: Progress?
  /// The document that is being written, only where one was asked for: its rules are many.
  private var sarif: SARIFReport?

  init(
    _ format: Format, language: Language, progress: Progress?,
    on stream: OutputStream = .standardError
  ) {
    self.format = format
    self.language = language
    self.stream = stream
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
    tell(text)
    progress?.advance(past: report.displayName)
  }

  /// Ends the report.
  ///
  /// - Parameter summary: What there is to say to people at its end.
  mutating func finish(
    _ status: ExitStatus, summary: LocalizedText? = nil
  ) throws(CommandError) {
    progress?.clear()
    if let sarif { tell(sarif.document(status)) }
    if let summary, format == .text { tell(summary(language) + "\n") }
    if let failure { throw failure }
  }

  private mutating func tell(_ text: String) {
    guard !text.isEmpty, failure == nil else { return }
    // Of standard error that cannot be written there is nobody to tell.
    guard stream.descriptor != OutputStream.standardError.descriptor else {
      return stream.print(text)
    }
    do throws(CommandError) { try stream.printWhole(text) } catch { failure = error }
  }
}
