internal import IR

/// What there is to say about one input after its conversion.
struct InputReport: Sendable {
  /// What the input is called in messages.
  let displayName: String
  /// The path of the input, as it was given.
  let path: String
  /// The diagnostics, in the order of the source.
  var diagnostics: [Entry] = []
  /// Why there is no output.
  var failure: Failure?

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
  init(_ input: InputFile, language: Language) {
    path = input.path
    displayName = input.displayName(language)
  }

  /// How the conversion of the input ended.
  ///
  /// - Parameter isStrict: Whether a warning counts as much as an error.
  func status(isStrict: Bool) -> ExitStatus {
    if let failure {
      return failure.kind == .input ? .unreadableInput : .unwritableOutput
    }
    let codes = diagnostics.lazy.map(\.diagnostic)
    if codes.contains(where: { $0.code == .conservationFailed }) { return .unreadableInput }
    let limit = isStrict ? Severity.warning : .error
    return codes.contains { $0.severity >= limit } ? .diagnosed : .done
  }
}
