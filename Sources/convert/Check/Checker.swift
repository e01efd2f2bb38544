internal import Forms
internal import IR
internal import Readers
internal import Writers

/// Checks that an input reads the same whatever way it takes.
struct Checker: Sendable {
  /// How inputs are read.
  let conversion: Conversion
  /// The language of what is said about an input that cannot be read.
  let language: Language

  /// Checks one input.
  func check(_ input: InputFile) -> CheckResult {
    var result = CheckResult(path: input.path)
    do throws(InputError) {
      let source = try conversion.read(input)
      result.sheetNames = source.workbook?.places.names ?? []
      var content = try content(of: source, as: .forms)
      let hasTables = try !source.holdsOnlyForms(conversion.reading.limits)
      if hasTables {
        let asTables = try self.content(of: source, as: .tables)
        (content.tables, content.texts) = (asTables.tables, asTables.texts)
      }
      result.steps.append(conservation(content))
      appendExpectation(for: input, content, to: &result)
      for format in CheckedFormat.all {
        result.steps.append(forms(source, content, by: format))
        if hasTables { result.steps.append(tables(source, content, by: format)) }
      }
    } catch {
      result.isUnreadable = true
      result.steps.append(
        .init(
          name: "read",
          problems: [.init(message: error.message, position: error.position)]))
    }
    return result
  }

  private func appendExpectation(
    for input: InputFile, _ content: ReadContent, to result: inout CheckResult
  ) {
    do throws(InputError) {
      if let step = try expectation(for: input, content) { result.steps.append(step) }
    } catch {
      result.isUnreadable = true
      result.steps.append(.init(name: "expected", problems: [.init(message: error.message)]))
    }
  }

  /// Whether an input says something else than what is expected of it, or holds forms and nothing
  /// is expected of it yet.
  ///
  /// What cannot be read is left alone: the check says what is wrong with it.
  func needsUpdate(_ input: InputFile) -> Bool {
    do throws(InputError) {
      let content = try content(of: conversion.read(input), as: .forms)
      guard let step = try expectation(for: input, content) else { return !content.forms.isEmpty }
      return !step.problems.isEmpty
    } catch {
      return false
    }
  }

  // MARK: Reading

  /// What a source says, as forms or as tables.
  private func content(
    of source: SourceText, as kind: Conversion.Content
  ) throws(InputError) -> ReadContent {
    var content = ReadContent()
    var places = SourcePlaces(source)
    do throws(ReadError) {
      switch kind {
      case .forms:
        try conversion.recognize(source) { found, document in
          content.append(found, from: document)
          for diagnostic in found.diagnostics {
            let position = diagnostic.source.map { places.position(of: $0) }
            content.entries.append(.init(diagnostic: diagnostic, position: position))
          }
        }
      case .tables: try conversion.readTables(source) { content.append($0) }
      }
    } catch {
      throw InputError(error)
    }
    return content
  }

  /// What a source says after it was written in a format and read back.
  private func content(
    of source: SourceText, by format: CheckedFormat, as kind: Conversion.Content
  ) throws(InputError) -> ReadContent {
    var conversion = conversion
    conversion.content = kind
    conversion.format = format.format
    conversion.dialect = format.dialect
    let written = try conversion.written(source)
    var options = conversion.reading
    options.format = nil
    options.encoding = nil
    let copy: SourceText
    do throws(ReadError) {
      copy = try SourceText(
        reading: written, name: "copy" + format.format.ending, options: options)
    } catch {
      throw InputError(error)
    }
    return try content(of: copy, as: kind)
  }

  // MARK: Steps

  private func conservation(_ content: ReadContent) -> CheckResult.Step {
    let failed = content.entries.filter { $0.diagnostic.code == .conservationFailed }
    return .init(
      name: "conservation",
      problems: failed.map {
        .init(
          pointer: $0.diagnostic.pointer,
          message: LocalizedText(
            en: $0.diagnostic.message(.english), zh: $0.diagnostic.message(.chinese)),
          position: $0.position)
      })
  }

  private func forms(
    _ source: SourceText, _ content: ReadContent, by format: CheckedFormat
  ) -> CheckResult.Step {
    step("forms/\(format.name)") { () throws(InputError) in
      let copy = try self.content(of: source, by: format, as: .forms)
      let problems = Comparison.forms(content.forms, copy.forms)
      // A document without forms is written as it is, which is compared below.
      guard !content.forms.isEmpty else { return problems }
      let (was, found) = (content.outsideAndCaptions, copy.outsideAndCaptions)
      return problems
        + (format.keepsOrder
          ? Comparison.texts(was, found) : Comparison.texts(was.sorted(), found.sorted()))
    }
  }

  private func tables(
    _ source: SourceText, _ content: ReadContent, by format: CheckedFormat
  ) -> CheckResult.Step {
    var notes: [CheckResult.Problem] = []
    var result = step("tables/\(format.name)") { () throws(InputError) in
      let copy = try self.content(of: source, by: format, as: .tables)
      let found = Comparison.tables(content.tables, copy.tables, spans: format.spans)
      notes = found.notes
      guard format.holdsTexts else { return found.problems }
      return found.problems + Comparison.texts(content.texts, copy.texts)
    }
    result.notes = notes
    return result
  }

  private func step(
    _ name: String, _ problems: () throws(InputError) -> [CheckResult.Problem]
  ) -> CheckResult.Step {
    do throws(InputError) {
      return .init(name: name, problems: try problems())
    } catch {
      return .init(name: name, problems: [.init(message: error.message)])
    }
  }

  /// Compares an input with the file beside it that says what it says; `nil` without one.
  private func expectation(
    for input: InputFile, _ content: ReadContent
  ) throws(InputError) -> CheckResult.Step? {
    guard let path = ExpectedFile.path(for: input) else { return nil }
    let expected = try ExpectedFile.read(path, limits: conversion.reading.limits)
    var problems = Comparison.forms(expected.forms, content.forms)
    if let outside = expected.outside {
      problems += Comparison.texts(outside.map(\.text), content.outside)
    }
    for diagnostic in expected.diagnostics
    where !content.entries.contains(where: diagnostic.isMet) {
      let place = diagnostic.line.map { ":\($0)" } ?? ""
      problems.append(.init(pointer: "/diagnostics", was: diagnostic.code + place))
    }
    if let allowed = expected.allowed {
      let known = expected.diagnostics + allowed
      for entry in content.entries
      where entry.diagnostic.severity >= .warning && !known.contains(where: { $0.isMet(entry) }) {
        problems.append(
          .init(
            pointer: entry.diagnostic.pointer ?? "/diagnostics",
            found: entry.diagnostic.code.rawValue, position: entry.position))
      }
    }
    return .init(name: "expected", problems: problems)
  }
}

extension ExpectedContent.ExpectedDiagnostic {
  /// Whether a diagnostic is the expected one.
  fileprivate func isMet(_ entry: InputReport.Entry) -> Bool {
    entry.diagnostic.code.rawValue == code && (line == nil || entry.position?.line == line)
  }
}

extension Conversion {
  /// A source as it is written.
  fileprivate func written(_ source: SourceText) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var report = InputReport(
      InputFile(path: source.name ?? ""), language: language, minimumSeverity: .error)
    try convert(source, report: &report) { bytes += $0.bytes }
    if let failure = report.failure { throw InputError(message: failure.message) }
    return bytes
  }
}

extension SourceText {
  /// Whether it is JSON of forms, in which there are no tables to be read.
  fileprivate func holdsOnlyForms(_ limits: Limits) throws(InputError) -> Bool {
    guard format == .json else { return false }
    do throws(ReadError) {
      return try !(JSONContent(reading: self, limits: limits).forms ?? []).isEmpty
    } catch {
      throw InputError(error)
    }
  }
}
