internal import IR
internal import Readers
internal import Writers

/// A run over all inputs.
struct Batch: Sendable {
  let conversion: Conversion
  let inputs: [InputFile]
  let outputs: OutputPlan
  /// How many inputs are converted at the same time; `nil` for one per processor.
  let jobCount: Int?
  /// What is left out since it is up to date, and what is done; `nil` where all is made again.
  var record: BatchRecord?

  /// Converts all inputs and passes the reports on in the inputs' order.
  func run(_ report: (InputReport) -> Void) async {
    await OrderedWork(count: inputs.count, jobCount: jobCount).run({ convert($0) }, use: report)
  }

  /// Converts one input and writes its output.
  private func convert(_ index: Int) -> InputReport {
    var failure: SystemError?
    var report: InputReport
    switch outputs {
    case .standardOutput:
      report = conversion.convert(inputs[index]) { piece in
        guard failure == nil else { return }
        failure = Self.failure { () throws(SystemError) in
          try OutputStream.standardOutput.write(piece)
        }
      }
    case .files(let paths):
      if let report = upToDate(index, paths[index]) { return report }
      // Nothing is made for an input that cannot be read.
      var draft: OutputDraft?
      report = conversion.convert(inputs[index]) { piece in
        guard failure == nil, !piece.isEmpty else { return }
        failure = Self.failure { () throws(SystemError) in
          if draft == nil { draft = try OutputDraft(makingFolders: paths[index], number: index) }
          try draft?.append(piece)
        }
      }
      guard report.failure == nil else { return report }
      if failure == nil {
        failure = Self.failure { () throws(SystemError) in
          guard let draft else { return }
          try draft.finish()
          try record(paths[index], report)
        }
      }
    case .parts(let folder):
      var parts: [PackagePart] = []
      report = conversion.unpack(inputs[index]) { parts = $0 }
      guard report.failure == nil else { return report }
      failure = Self.failure { () throws(SystemError) in
        try UnpackedPackage.write(parts, to: folder)
      }
    }
    // Where whoever read the output has seen enough, nothing has failed.
    if let failure, !failure.isClosedPipe, report.failure == nil {
      report.failure = .init(kind: .output, message: failure.message(writing: path(index)))
    }
    return report
  }

  /// The report on an input whose output is up to date; `nil` where there is something to do.
  private func upToDate(_ index: Int, _ output: String) -> InputReport? {
    guard let record, !inputs[index].isStandardInput,
      let bytes = try? inputs[index].readBytes(limit: conversion.reading.limits.inputBytes)
    else { return nil }
    let digest = SHA256.hexDigest(of: bytes)
    let state = record.state(of: output, madeOf: digest)
    guard state.isDone else { return nil }
    return conversion.report(upToDate: inputs[index], digest, severity: state.severity)
  }

  /// Records an output, unless its text is not all accounted for.
  private func record(
    _ output: String, _ report: InputReport
  ) throws(SystemError) {
    guard let record, report.status(isStrict: false) < .unreadableInput else { return }
    try record.append(
      output, madeOf: report.sha256, severity: report.highestSeverity)
  }

  private static func failure(_ body: () throws(SystemError) -> Void) -> SystemError? {
    do throws(SystemError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  /// Where the output of an input goes; `nil` for standard output.
  private func path(_ index: Int) -> String? {
    switch outputs {
    case .files(let paths): paths[index]
    case .parts(let folder): folder
    case .standardOutput: nil
    }
  }
}
