internal import ArgumentParser
internal import IR
internal import Readers

/// `formconvert check`: makes sure that inputs read the same whatever way they take.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that documents read the same in every format, and as expected.",
    discussion: """
      Every input is written in every format and read back, as forms and as tables, and has to say \
      the same. All its text has to be accounted for. Where a file expected.json lies beside an \
      input called source.*, or NAME.expected.json beside NAME, the input has to say what that \
      file says: its forms, and where it names them the text outside and the diagnostics.

      Exit status: 0 nothing differs; 1 something does; 2 wrong use; 3 an input could not be read; \
      4 an expectation could not be written.
      """)

  @Argument(help: "Files and folders to check.")
  var paths: [String]

  @Option(help: "How to report: text, json, junit, sarif or github.")
  var format = CheckReporter.Format.text

  @Flag(help: "Write what the inputs say now as what is expected of them.")
  var update = false

  @OptionGroup var reading: ReadingArguments

  @OptionGroup var layouts: LayoutArguments

  @OptionGroup var messages: LanguageArguments

  func run() throws {
    let list = try InputList(arguments: paths)
    let inputs = list.files.filter { !ExpectedFile.isExpectation($0.path) }
    var conversion = Conversion()
    conversion.reading = try reading.options
    conversion.layouts = try layouts.set
    if update {
      for (number, input) in inputs.enumerated() {
        try ExpectedFile.update(input, conversion, number: number)
      }
      return
    }
    let checker = Checker(conversion: conversion, language: messages.language)
    let results = inputs.map(checker.check)
    let status = status(of: results)
    let report = CheckReporter(format: format, language: messages.language)
    try OutputStream.standardOutput.printWhole(report.text(results, status))
    throw ExitCode(status.rawValue)
  }

  private func status(of results: [CheckResult]) -> ExitStatus {
    if results.contains(where: \.isUnreadable) { return .unreadableInput }
    return results.allSatisfy { $0.problems.isEmpty } ? .done : .diagnosed
  }
}

extension CheckReporter.Format: ExpressibleByArgument {}
