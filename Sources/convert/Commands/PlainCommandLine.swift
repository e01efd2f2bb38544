internal import IR
internal import Writers

/// The command lines that are written most: inputs, where to write, and how much to say.
///
/// The argument parser looks at every option by reflection, which takes longer than converting a
/// short document. What is plain is understood here in the same way; anything else, and anything
/// that may be wrong, is left to the parser.
enum PlainCommandLine {
  /// The run that arguments ask for; `nil` where they are not plain.
  static func run(_ arguments: [String]) -> ConversionRun? {
    var run = ConversionRun(inputs: []) { _ in Conversion() }
    var isIndented = false
    var words = arguments[...]
    if words.first == CommandName.convert { words.removeFirst() }
    guard !CommandName.isOther(words.first) else { return nil }
    while let word = words.popFirst() {
      switch word {
      case "-o", "--output":
        guard let output = value(&words), run.output == nil else { return nil }
        run.output = output
      case "--to":
        guard let format = value(&words).flatMap({ OutputFormat(rawValue: $0) }), run.format == nil
        else {
          return nil
        }
        run.format = format
      case "-q", "--quiet": run.isQuiet = true
      case "--pretty": isIndented = true
      case "-": run.inputs.append(word)
      default:
        guard !word.hasPrefix("-") else { return nil }
        run.inputs.append(word)
      }
    }
    guard !run.inputs.isEmpty else { return nil }
    // Which formats can be indented is for the parser's command to say.
    if isIndented, run.format.map({ $0 != .json }) ?? (run.output != nil) { return nil }
    run.conversion = { [isQuiet = run.isQuiet, language = run.language] format in
      var conversion = Conversion()
      conversion.format = format
      conversion.writing.isIndented = isIndented
      conversion.language = language
      conversion.minimumSeverity = isQuiet ? .error : .note
      return conversion
    }
    return run
  }

  /// The value of an option.
  private static func value(_ words: inout ArraySlice<String>) -> String? {
    guard let value = words.first, !value.hasPrefix("-") else { return nil }
    words.removeFirst()
    return value
  }
}
