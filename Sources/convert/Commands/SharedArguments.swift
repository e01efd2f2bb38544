public import ArgumentParser
public import IR
internal import Readers

/// The options of commands that read an input.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format of the inputs, where it is not to be found out.", valueName: "format"))
  var from: SourceFormat?

  @Option(
    help: ArgumentHelp(
      "The encoding of the inputs, such as utf-8, utf-16le, gb18030 or big5.", valueName: "name"))
  var encoding: String?

  // A negative number is a value, which is then refused, and not another option.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most bytes an input may have.", valueName: "count"))
  var maxInputBytes = Limits().inputBytes

  /// The options as readers take them.
  var options: ReadOptions {
    get throws(UsageError) {
      var options = ReadOptions()
      options.format = from
      options.encoding = try knownEncoding
      // Places in a source are 31 bits wide.
      guard (0...Int(Int32.max)).contains(maxInputBytes) else {
        throw UsageError(
          en: "--max-input-bytes must be from 0 to \(Int32.max)",
          zh: "--max-input-bytes 应在 0 到 \(Int32.max) 之间")
      }
      options.limits.inputBytes = maxInputBytes
      return options
    }
  }

  private var knownEncoding: TextEncoding? {
    get throws(UsageError) {
      guard let encoding else { return nil }
      if let known = TextEncoding(label: encoding) { return known }
      throw UsageError(
        en: "unknown encoding '\(encoding)'; use a name such as utf-8, utf-16le, gb18030 or big5",
        zh: "不认识编码「\(encoding)」；可用 utf-8、utf-16le、gb18030、big5 等名称")
    }
  }
}

/// The option of commands that speak to a person.
struct LanguageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of messages (default: that of the locale, and English in JSON).",
      valueName: "language"))
  var lang: Language?

  /// The language of messages to the person.
  var language: Language { lang ?? .ofLocale }

  /// The language of messages in a report: the bytes of JSON do not depend on the locale.
  func language(in format: some ReportFormat) -> Language {
    lang ?? (format.isJSON ? .english : .ofLocale)
  }
}

/// The options of commands that write documents, and tell on standard error what there is to say.
struct DiagnosticArguments: ParsableArguments {
  @Flag(help: "End with status 1 when there is a warning.")
  var strict = false

  @Option(
    help: ArgumentHelp("How to print diagnostics on standard error.", valueName: "format"))
  var diagnostics = Reporter.Format.text

  @Flag(name: .shortAndLong, help: "Print no diagnostics but errors.")
  var quiet = false
}

/// The option of commands that work on several inputs.
struct JobArguments: ParsableArguments {
  @Option(
    // So that a negative number is a value, which is then refused, and not another option.
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many inputs to work on at the same time (default: one per processor).",
      valueName: "count"))
  var jobs: Int?

  /// How many inputs are worked on at the same time; `nil` for one per processor.
  var count: Int? {
    get throws(UsageError) {
      if let jobs, jobs < 1 {
        throw UsageError(en: "--jobs must be at least 1", zh: "--jobs 至少为 1")
      }
      return jobs
    }
  }
}

extension SourceFormat: ExpressibleByArgument {
  /// The format of a name: its own, or an ending of its files, such as `md`.
  public init?(argument: String) {
    guard let format = OutputFormat(argument: argument) else { return nil }
    self.init(rawValue: format == .ndjson ? Self.json.rawValue : format.rawValue)
  }

  /// The names that help lists: lines of JSON are read as JSON.
  public static var allValueStrings: [String] {
    OutputFormat.allCases.map(\.rawValue)
  }
}
extension Language: ExpressibleByArgument {}
extension Reporter.Format: ExpressibleByArgument {}

/// An option of the command line; forms have options too.
typealias Option = ArgumentParser.Option
