internal import IR
internal import Writers

/// What there is to say about an input as a JSON object on each line.
struct JSONReport {
  let language: Language

  /// The lines, each with its line end.
  func lines(for report: InputReport) -> String {
    var text = ""
    for entry in report.diagnostics {
      var members = Self.members(of: entry.diagnostic, language: language)
      members["file"] = .string(report.path)
      add(entry.position, of: report, to: &members)
      text += line(members)
    }
    if let failure = report.failure {
      var members: [String: CanonicalJSON] = [
        "code": .string(failure.kind.rawValue),
        "file": .string(report.path),
        "message": .string(failure.message(language)),
        "severity": .string(Severity.error.rawValue),
      ]
      add(failure.position, of: report, to: &members)
      text += line(members)
    }
    return text
  }

  /// The members of a diagnostic but for its place, as in canonical JSON.
  static func members(
    of diagnostic: Diagnostic, language: Language
  ) -> [String: CanonicalJSON] {
    var members: [String: CanonicalJSON] = [
      "code": .string(diagnostic.code.rawValue),
      "message": .string(diagnostic.message(language)),
      "severity": .string(diagnostic.severity.rawValue),
    ]
    members["before"] = diagnostic.before.map(CanonicalJSON.string)
    members["after"] = diagnostic.after.map(CanonicalJSON.string)
    members["pointer"] = diagnostic.pointer.map(CanonicalJSON.string)
    if !diagnostic.alternatives.isEmpty {
      members["alternatives"] = .array(diagnostic.alternatives.map(CanonicalJSON.string))
    }
    if !diagnostic.arguments.isEmpty {
      members["arguments"] = .object(diagnostic.arguments.map(CanonicalJSON.Member.init))
    }
    return members
  }

  private func add(
    _ position: LineTable.Position?, of report: InputReport,
    to members: inout [String: CanonicalJSON]
  ) {
    members["line"] = position.map { .integer($0.line) }
    members["column"] = position.map { .integer($0.column) }
    members["sheet"] = position?.sheet.map { .string(report.sheetNames[$0]) }
  }

  private func line(_ members: [String: CanonicalJSON]) -> String {
    CanonicalJSON(members).line
  }
}

extension CanonicalJSON.Member {
  /// Creates the member for an argument of a message.
  fileprivate init(_ argument: Diagnostic.Argument) {
    switch argument.value {
    case .text(let text): self.init(argument.name, .string(text))
    case .number(let number): self.init(argument.name, .integer(number))
    }
  }
}
