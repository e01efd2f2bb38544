internal import ArgumentParser
internal import Forms
internal import IR
internal import Readers
internal import Writers

/// `formconvert validate`: checks what forms say, and writes nothing.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.validate.rawValue,
    abstract: "Check the sums, rates, dates and the completeness of forms.",
    discussion: """
      Prints only what does not hold in the forms, with both numbers, and where the cause probably \
      is; 'convert' prints the same among its other diagnostics.

      Exit status: 0 all holds; 1 something does not, or an input has no form; 2 wrong use; 3 an \
      input could not be read.
      """)

  @Argument(help: "Files and folders to check; '-' is standard input.")
  var inputs: [String] = []

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  // As in 'check' and 'diff', and also as 'convert' calls it.
  @Option(name: [.long, .customLong("diagnostics")], help: "How to print what does not hold.")
  var format = Reporter.Format.text

  @OptionGroup var jobs: JobArguments

  @OptionGroup var messages: LanguageArguments

  func run() async throws {
    let list = try InputList(arguments: inputs)
    let inputs = try list.documents
    let language = messages.language(in: format)
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.corrections = try correcting.list(messages.language)
    conversion.language = language
    var reporter = Reporter(
      format, language: language, progress: list.isBatch ? Progress(total: inputs.count) : nil,
      on: .standardOutput)
    var status = ExitStatus.done
    var (formCount, findingCount) = (0, 0)
    let work = OrderedWork(count: inputs.count, jobCount: try jobs.count)
    await work.run { [conversion] in
      conversion.validate(inputs[$0])
    } use: { report, count in
      status = max(status, report.status(isStrict: true))
      formCount += count
      findingCount += report.findingCount
      reporter.report(report)
    }
    let summary = LocalizedText(
      en: "inputs: \(inputs.count); forms: \(formCount); to be looked at: \(findingCount)",
      zh: "\(inputs.count) 个文件、\(formCount) 张表，需要核对 \(findingCount) 处")
    try reporter.finish(status, summary: summary)
    throw ExitCode(status.rawValue)
  }
}

extension Conversion {
  /// What does not hold in the forms of an input, and how many there are.
  fileprivate func validate(_ input: InputFile) -> (report: InputReport, formCount: Int) {
    var report = InputReport(input, language: language, minimumSeverity: .note)
    var formCount = 0
    do throws(InputError) {
      let source = try read(input)
      report.sheetNames = source.workbook?.places.names ?? []
      var places = SourcePlaces(source)
      do throws(ReadError) {
        try recognize(source) { found, _ in
          formCount += found.forms.count
          let checks = found.diagnostics.filter {
            DiagnosticCode.checks.contains($0.code) || $0.code.saysWhyNotChecked
          }
          report.append(checks) { $0.source.map { places.position(of: $0) } }
        }
      } catch {
        throw InputError(error)
      }
      // What checks nothing must not pass.
      if formCount == 0 { report.append([Diagnostic(.noForm)]) { _ in nil } }
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
    }
    return (report, formCount)
  }
}

extension InputReport {
  /// How many things a person must look at.
  fileprivate var findingCount: Int {
    diagnostics.count { $0.diagnostic.severity >= .warning } + (failure == nil ? 0 : 1)
  }
}

extension DiagnosticCode {
  /// Whether it says why it is not known what holds: a correction was not applied, or no table was found.
  fileprivate var saysWhyNotChecked: Bool {
    self == .correctionStale || self == .correctionUnfit || self == .correctionUnplaced
      || self == .noTable
  }
}
