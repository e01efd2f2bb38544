internal import ArgumentParser
internal import IR
internal import Writers

/// `formconvert collect`: gathers the forms of many inputs in one workbook.
struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.collect.rawValue,
    abstract: "Gather the forms of many documents in one workbook.",
    discussion: """
      The workbook has a table of all forms, of their amounts, of their indicators, of what stands in \
      tables of their own, where there are any, and of all diagnostics, each ready for filters and \
      pivot tables, and a last sheet that says what was read: files, forms, cells, and how many forms \
      need a look. An input that cannot be read is named there, and does not stop the others.

      The ending of the output says how it is written: .xlsx, .tsv, .csv, .md, .html or .ndjson; the \
      last has the canonical JSON of each form on a line. An output such as all.xlsx/ is a folder: the \
      XML parts of the workbook, one element a line.

      Exit statuses are those of convert.
      """)

  @Argument(help: "Files and folders to gather; '-' is standard input.")
  var inputs: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String?

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @OptionGroup var jobs: JobArguments

  @OptionGroup var telling: DiagnosticArguments

  @OptionGroup var messages: LanguageArguments

  func run() async throws {
    let list = try InputList(arguments: inputs)
    let inputs = try list.documents
    let (output, format) = try namedOutput
    try list.checkKept(by: output)
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.corrections = try correcting.list(messages.language)
    conversion.writing.language = messages.lang ?? .english
    let language = messages.language(in: telling.diagnostics)
    conversion.language = language
    conversion.minimumSeverity = telling.quiet ? .error : .note
    var collection = Collection(format: format, language: messages.lang ?? .chinese)
    var reporter = Reporter(
      telling.diagnostics, language: language,
      progress: list.isBatch ? Progress(total: inputs.count) : nil)
    var status = ExitStatus.done
    let work = OrderedWork(count: inputs.count, jobCount: try jobs.count)
    await work.run { [conversion] in
      conversion.collect(inputs[$0], format: format)
    } use: { input in
      status = max(status, input.report.status(isStrict: telling.strict))
      reporter.report(input.report)
      collection.append(input)
    }
    try reporter.finish(status)
    try write(collection, to: output)
    throw ExitCode(status.rawValue)
  }

  /// Where to write, and in which format.
  private var namedOutput: (String, OutputFormat) {
    get throws {
      guard let output else {
        throw UsageError(
          en: "nothing says where to write; name a file with -o, such as '-o all.xlsx'",
          zh: "没有说写到哪里；请用 -o 指定文件，例如「-o all.xlsx」")
      }
      guard let format = OutputFormat(output: output), format != .json else {
        throw UsageError(
          en: """
            '\(output)' does not say how to write; end it in .xlsx, .tsv, .csv, .md, .html or .ndjson
            """,
          zh: "「\(output)」没有说明写成什么格式；请以 .xlsx、.tsv、.csv、.md、.html 或 .ndjson 结尾")
      }
      try output.hasSuffix("/") ? UnpackedPackage.check(output) : UnpackedPackage.refuse(output)
      return (output, format)
    }
  }

  private func write(_ collection: Collection, to output: String) throws(CommandError) {
    let result: Result<Void, SystemError>
    do throws(WriteError) {
      if output.hasSuffix("/") {
        let parts = try collection.finishedParts()
        result = Result { () throws(SystemError) in
          try UnpackedPackage.write(parts, to: output)
        }
      } else {
        let bytes = try collection.finished()
        result = Result { () throws(SystemError) in
          try OutputFile.write(bytes, to: output, number: 0)
        }
      }
    } catch {
      throw CommandError(status: .unwritableOutput, subject: output, message: error.message)
    }
    if case .failure(let error) = result { throw .output(output, error) }
  }
}
