internal import ArgumentParser
internal import IR
internal import Readers
internal import Review
internal import Writers

/// `formconvert report`: writes a page on which a person checks what was read.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.report.rawValue,
    abstract: "Write an HTML page for the person who must check what was read.",
    discussion: """
      One page for all inputs: every form as it was read beside its source, every value linked \
      to the cells it came from, and every repair, doubt and failed sum marked where it is. The \
      page needs no network. A reviewer corrects values in it and exports the corrections as a \
      list; '--corrections' applies that list, here and in 'convert'.

      Exit status: as for 'convert'.
      """)

  @Argument(help: "Files and folders to report on; '-' is standard input.")
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The page to write (default: standard output).", valueName: "file"))
  var output: String?

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var correcting: CorrectionArguments

  @OptionGroup var telling: DiagnosticArguments

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    StagedFiles.removeOnSignals()
    let language = messages.language
    let list = try InputList(arguments: inputs)
    let documents = try list.documents
    try check(list)
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    conversion.writing.includesProvenance = true
    conversion.corrections = try correcting.list(language)
    conversion.language = language
    // The page says the rest.
    conversion.minimumSeverity = .error
    var reporter = Reporter(
      telling.diagnostics, language: messages.language(in: telling.diagnostics),
      progress: list.isBatch ? Progress(total: documents.count) : nil)
    var status = ExitStatus.done
    var writer = ReviewWriter(
      language: language, layouts: conversion.layouts, version: FormConvert.version)
    var digests: Set<String> = []
    for file in documents {
      let report = conversion.review(file, &writer)
      status = max(status, report.status(isStrict: telling.strict))
      digests.insert(report.sha256)
      reporter.report(report)
    }
    try reporter.finish(status)
    if telling.diagnostics == .text, !telling.quiet, let path = correcting.corrections {
      CorrectionArguments.tellUnused(conversion.corrections, of: path, digests, language)
    }
    try write(writer.finish())
    throw ExitCode(status.rawValue)
  }

  /// Makes sure that the page overwrites no input.
  private func check(_ list: InputList) throws(UsageError) {
    guard let output, output != "-" else { return }
    if output.isEmpty || output.hasSuffix("/")
      || (try? CLibrary.status(of: output))?.kind == .folder
    {
      throw UsageError(
        en: "'\(output)' is not the name of a file; name the page, such as '-o review.html'",
        zh: "「\(output)」不是文件名；请写出网页的文件名，例如「-o review.html」")
    }
    try list.checkKept(by: output)
  }

  private func write(_ page: ByteBuffer) throws(CommandError) {
    guard let output, output != "-" else {
      return try OutputStream.standardOutput.printWhole(page)
    }
    do throws(SystemError) {
      try OutputFile.write(page, to: output, number: 0)
    } catch {
      throw .output(output, error)
    }
  }
}
