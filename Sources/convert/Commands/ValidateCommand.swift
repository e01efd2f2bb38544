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

      Exit status: 0 all holds; 1 something does not; 2 wrong use; 3 an input could not be read.
      """)

  @Argument(help: "Files and folders to check; '-' is standard input.")
  var inputs: [String] = []

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @Option(help: ArgumentHelp("How to print what does not hold.", valueName: "format"))
  var diagnostics = Reporter.Format.text

  @OptionGroup var jobs: JobArguments

  @OptionGroup var messages: LanguageArguments

  func run() async throws {
    let list = try InputList(arguments: inputs)
    let inputs = try list.documents
    let language = messages.language(in: diagnostics)
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.corrections = try correcting.list(messages.language)
    conversion.language = language
    var reporter = Reporter(
      diagnostics, language: language,
      progress: list.isBatch ? Progress(total: inputs.count) : nil)
    var status = ExitStatus.done
    let work = OrderedWork(count: inputs.count, jobCount: try jobs.count)
    await work.run { [conversion] in
      conversion.validate(inputs[$0])
    } use: { report in
      status = max(status, report.status(isStrict: true))
      reporter.report(report)
    }
    reporter.finish(status)
    throw ExitCode(status.rawValue)
  }
}

extension Conversion {
  /// What does not hold in the forms of an input.
  fileprivate func validate(_ input: InputFile) -> InputReport {
    var report = InputReport(input, language: language, minimumSeverity: .note)
    do throws(InputError) {
      let source = try read(input)
      report.sheetNames = source.workbook?.places.names ?? []
      var places = SourcePlaces(source)
      do throws(ReadError) {
        try recognize(source) { found, _ in
          let checks = found.diagnostics.filter {
            DiagnosticCode.checks.contains($0.code) || $0.code.isRefusedCorrection
          }
          report.append(checks) { $0.source.map { places.position(of: $0) } }
        }
      } catch {
        throw InputError(error)
      }
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
    }
    return report
  }
}

extension DiagnosticCode {
  /// Whether a correction was not applied: what holds with it is then not known.
  fileprivate var isRefusedCorrection: Bool {
    self == .correctionStale || self == .correctionUnfit || self == .correctionUnplaced
  }
}
