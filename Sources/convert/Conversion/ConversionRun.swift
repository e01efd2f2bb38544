internal import ArgumentParser
internal import IR

/// A run of `convert`: what its command line says, as plain values.
struct ConversionRun {
  /// The files and folders to convert.
  var inputs: [String]
  /// Where to write; `nil` for standard output.
  var output: String?
  /// The format to write; `nil` where the output's name says it.
  var format: OutputFormat?
  /// Whether a warning changes the status.
  var isStrict = false
  /// Whether no diagnostics are printed but errors.
  var isQuiet = false
  /// How diagnostics are printed.
  var diagnostics = Reporter.Format.text
  /// The language of messages to the person.
  var language = Language.ofLocale
  /// How many inputs are worked on at the same time; `nil` for one per processor.
  var jobCount: Int?
  /// The list of corrections, where one is named.
  var correctionPath: String?
  /// The digest of everything but an input that an output of a format depends on, where outputs
  /// that are up to date are left as they are.
  var settings: ((OutputFormat) throws -> String)?
  /// How an input is converted to a format; throws where other options do not go with it.
  var conversion: (OutputFormat) throws -> Conversion

  /// Converts all inputs; ends by throwing the exit status.
  func run() async throws {
    try CommandName.checkInputs(inputs)
    let list = try InputList(arguments: inputs)
    let format = try format(for: list)
    let outputs = try OutputPlan(for: list, output: output, format: format)
    try checkTerminal(outputs, format)
    let conversion = try conversion(format)
    let batch = Batch(
      conversion: conversion, inputs: list.files, outputs: outputs, jobCount: jobCount,
      record: try record(list, format: format))
    if case .standardOutput = outputs {} else { StagedFiles.removeOnSignals() }
    var reporter = Reporter(
      diagnostics, language: language,
      progress: list.isBatch ? Progress(total: list.files.count) : nil)
    var status = ExitStatus.done
    // Only what is asked about at the end is kept: inputs may be many.
    var digests: Set<String> = []
    var projects: Set<String> = []
    let suppliedByProject = conversion.change?.suppliedByProject
    var upToDateCount = 0
    await batch.run { report in
      if correctionPath != nil { digests.insert(report.sha256) }
      if suppliedByProject != nil { projects.formUnion(report.projects) }
      status = max(status, report.status(isStrict: isStrict))
      if report.isUpToDate { upToDateCount += 1 }
      reporter.report(report)
    }
    // Of an output that was left as it is nobody knows the projects.
    if upToDateCount == 0, let suppliedByProject {
      let report = suppliedByProject.report(
        projects, language, minimumSeverity: conversion.minimumSeverity)
      status = max(status, report.status(isStrict: isStrict))
      reporter.report(report)
    }
    try reporter.finish(status)
    if diagnostics == .text, !isQuiet, let correctionPath {
      CorrectionArguments.tellUnused(conversion.corrections, of: correctionPath, digests, language)
    }
    if diagnostics == .text, !isQuiet { tellUpToDate(upToDateCount) }
    throw ExitCode(status.rawValue)
  }
}
