internal import ArgumentParser
internal import IR
internal import Readers

/// `formconvert check`: makes sure that inputs read the same whatever way they take.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.check.rawValue,
    abstract: "Check that documents read the same in every format, and as expected.",
    discussion: """
      Every input is written in every format and read back, as forms and as tables, and has to say \
      the same. All its text has to be accounted for. Where a file expected.json lies beside an \
      input called source.*, or NAME.expected.json beside NAME, the input has to say what that \
      file says: its forms, and where it names them the text outside and the diagnostics.

      With --update, an expectation that is not met, or is missing beside an input with forms, is \
      written anew from what the input says now; one that is met stays as it is. Look at the \
      changes before you keep them.

      Exit status: 0 nothing differs; 1 something does; 2 wrong use; 3 an input could not be read; \
      4 an expectation could not be written.
      """)

  @Argument(help: "Files and folders to check; '-' is standard input.")
  var inputs: [String] = []

  @Option(help: "How to report what differs.")
  var format = CheckReporter.Format.text

  @Flag(help: "Write what the inputs say now as what is expected, where that differs.")
  var update = false

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var jobs: JobArguments

  @OptionGroup var messages: LanguageArguments

  func run() async throws {
    let inputs = try InputList(arguments: self.inputs).documents
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    let language = messages.language(in: format)
    let checker = Checker(conversion: conversion, language: language)
    if update { try update(inputs, checker) }
    var results: [CheckResult] = []
    await OrderedWork(count: inputs.count, jobCount: try jobs.count).run(
      { checker.check(inputs[$0]) }, use: { results.append($0) })
    let status = status(of: results)
    let report = CheckReporter(format: format, language: language)
    try OutputStream.standardOutput.printWhole(report.text(results, status))
    throw ExitCode(status.rawValue)
  }

  /// Rewrites the expectations that are not met.
  private func update(_ inputs: [InputFile], _ checker: Checker) throws {
    if inputs.contains(where: \.isStandardInput) {
      throw UsageError(
        en:
          "standard input ('-') has no place for an expectation; name a file, or leave out --update",
        zh: "标准输入（-）旁边没有地方放期望结果；请写文件名，或去掉 --update")
    }
    for (number, input) in inputs.enumerated() where checker.needsUpdate(input) {
      try ExpectedFile.update(input, checker.conversion, number: number)
      let text = LocalizedText(en: "updated", zh: "已更新")(messages.language)
      OutputStream.standardError.print("\(text) \(ExpectedFile.place(for: input).visible)\n")
    }
  }

  private func status(of results: [CheckResult]) -> ExitStatus {
    if results.contains(where: \.isUnreadable) { return .unreadableInput }
    return results.allSatisfy { $0.problems.isEmpty } ? .done : .diagnosed
  }
}

extension CheckReporter.Format: ExpressibleByArgument {}
