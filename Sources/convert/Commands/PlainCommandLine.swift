internal import IR
internal import Writers

/// The command lines that are written most: inputs, what to write and where, how much to say, and
/// how many inputs to work on at a time.
///
/// The argument parser looks at every option by reflection, which takes longer than converting a
/// short document. What is plain is understood here in the same way; anything else, and anything
/// that may be wrong, is left to the parser.
struct PlainCommandLine {
  private var inputs: [String] = []
  private var output: String?
  private var format: OutputFormat?
  private var content: Conversion.Content?
  private var jobCount: Int?
  private var language: Language?
  private var isIndented = false
  private var isQuiet = false
  private var isStrict = false

  /// The run that arguments ask for; `nil` where they are not plain.
  static func run(_ arguments: [String]) -> ConversionRun? {
    var line = PlainCommandLine()
    var words = arguments[...]
    if words.first == CommandName.convert.rawValue { words.removeFirst() }
    guard !CommandName.isOther(words.first) else { return nil }
    while let word = words.popFirst() {
      guard line.take(word, &words) else { return nil }
    }
    return line.run
  }

  /// Takes a word, and the one behind it where that is its value; `false` where they are not plain.
  private mutating func take(_ word: String, _ words: inout ArraySlice<String>) -> Bool {
    switch word {
    case "-o", "--output": return Self.set(&output, from: &words) { $0 }
    case "--to": return Self.set(&format, from: &words) { OutputFormat(argument: $0) }
    case "--as": return Self.set(&content, from: &words) { Conversion.Content(rawValue: $0) }
    case "--jobs":
      return Self.set(&jobCount, from: &words) { Int($0).flatMap { $0 >= 1 ? $0 : nil } }
    case "--lang": return Self.set(&language, from: &words) { Language(rawValue: $0) }
    case "--pretty": isIndented = true
    case "-q", "--quiet": isQuiet = true
    case "--strict": isStrict = true
    default:
      guard word == "-" || !word.hasPrefix("-") else { return false }
      inputs.append(word)
    }
    return true
  }

  /// Takes the value of an option that has none yet.
  private static func set<Value>(
    _ option: inout Value?, from words: inout ArraySlice<String>, _ read: (String) -> Value?
  ) -> Bool {
    guard option == nil, let word = words.popFirst(), !word.hasPrefix("-"), let value = read(word)
    else {
      return false
    }
    option = value
    return true
  }

  private var run: ConversionRun? {
    guard !inputs.isEmpty else { return nil }
    // Which formats can be indented is for the parser's command to say.
    if isIndented, format.map({ $0 != .json }) ?? (output != nil) { return nil }
    let language = language ?? .ofLocale
    return ConversionRun(
      inputs: inputs, output: output, format: format, isStrict: isStrict, isQuiet: isQuiet,
      language: language, jobCount: jobCount
    ) { [self] format in
      var conversion = Conversion()
      conversion.format = format
      conversion.content = content ?? .forms
      conversion.writing.isIndented = isIndented
      conversion.writing.language = self.language ?? .english
      conversion.language = language
      conversion.minimumSeverity = isQuiet ? .error : .note
      return conversion
    }
  }
}
