internal import Forms
internal import IR

/// What there is to say about one input after its conversion.
struct InputReport: Sendable {
  /// What the input is called in messages.
  let displayName: String
  /// The path of the input, as it was given.
  let path: String
  /// The diagnostics that are told, in the order of the source.
  private(set) var diagnostics: [Entry] = []
  /// Why there is no output.
  var failure: Failure?
  /// What became of the values of forms whose layout was changed, where that is asked for.
  var changes: [Normalization] = []
  /// The digest of the input; empty where it could not be read.
  var sha256 = ""
  /// The names of the projects of the forms whose layout was to be changed.
  var projects: Set<String> = []
  /// The names of the sheets, of a workbook.
  var sheetNames: [String] = []

  /// The lowest severity that is told; what is below is only counted.
  private let minimumSeverity: Severity
  /// The highest severity of all diagnostics.
  private var highestSeverity: Severity?
  /// Whether the text is not all accounted for.
  private var isTextMissing = false

  /// A diagnostic and its place.
  struct Entry: Sendable {
    let diagnostic: Diagnostic
    let position: LineTable.Position?
  }

  /// Why there is no output.
  struct Failure: Sendable {
    /// What could not be done.
    enum Kind: String, Sendable {
      /// The input could not be read.
      case input = "input-unreadable"
      /// The output could not be written.
      case output = "output-unwritable"
    }

    let kind: Kind
    let message: LocalizedText
    var position: LineTable.Position?
  }

  /// Creates a report that has nothing to say yet.
  init(_ input: InputFile, language: Language, minimumSeverity: Severity) {
    self.minimumSeverity = minimumSeverity
    path = input.path
    displayName = input.displayName(language)
  }

  /// Appends diagnostics.
  mutating func append(
    _ diagnostics: [Diagnostic], position: (Diagnostic) -> LineTable.Position?
  ) {
    // By index: most are counted only, and a copy would count the references to all texts.
    for index in diagnostics.indices {
      let severity = diagnostics[index].severity
      highestSeverity = max(highestSeverity ?? severity, severity)
      if diagnostics[index].code == .conservationFailed { isTextMissing = true }
      guard severity >= minimumSeverity else { continue }
      self.diagnostics.append(
        Entry(diagnostic: diagnostics[index], position: position(diagnostics[index])))
    }
  }

  /// How the conversion of the input ended.
  ///
  /// - Parameter isStrict: Whether a warning counts as much as an error.
  func status(isStrict: Bool) -> ExitStatus {
    if let failure {
      return failure.kind == .input ? .unreadableInput : .unwritableOutput
    }
    if isTextMissing { return .unreadableInput }
    guard let highestSeverity else { return .done }
    return highestSeverity >= (isStrict ? .warning : .error) ? .diagnosed : .done
  }
}
