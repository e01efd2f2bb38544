internal import IR
internal import Writers

/// What there is to say about an input as a JSON object on each line.
struct JSONReport {
  let language: Language
  /// The lowest severity that is told.
  let minimum: Severity

  /// The lines, each with its line end.
  func lines(for report: InputReport) -> String {
    var text = ""
    for entry in report.diagnostics where entry.diagnostic.severity >= minimum {
      var members = Self.members(of: entry.diagnostic, language: language)
      members["file"] = .string(report.path)
      add(entry.position, to: &members)
      text += line(members)
    }
    if let failure = report.failure {
      var members: [String: CanonicalJSON] = [
        "code": .string(failure.kind.rawValue),
        "file": .string(report.path),
        "message": .string(failure.message(language)),
        "severity": .string(Severity.error.rawValue),
      ]
      add(failure.position, to: &members)
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
      let arguments = diagnostic.arguments.map { argument in
        switch argument.value {
        case .text(let text): (argument.name, CanonicalJSON.string(text))
        case .number(let number): (argument.name, CanonicalJSON.integer(number))
        }
      }
      members["arguments"] = .object(Dictionary(arguments) { first, _ in first })
    }
    return members
  }

  private func add(_ position: LineTable.Position?, to members: inout [String: CanonicalJSON]) {
    members["line"] = position.map { .integer($0.line) }
    members["column"] = position.map { .integer($0.column) }
  }

  private func line(_ members: [String: CanonicalJSON]) -> String {
    String(decoding: CanonicalJSON.object(members).buffer.bytes, as: UTF8.self) + "\n"
  }
}
