internal import IR
internal import Writers

/// What there is to say about all inputs of a run as one SARIF 2.1.0 document.
struct SARIFReport {
  let language: Language
  private var results: [CanonicalJSON] = []

  private let rules: [CanonicalJSON]

  init(language: Language) {
    let rules = Explanation.all.map { explanation in
      Self.rule(
        explanation.code, explanation.outline(language), explanation.text(language),
        level: Self.level(of: explanation.severity))
    }
    self.init(language: language, rules: rules)
  }

  /// Creates a report with rules of its own.
  init(language: Language, rules: [CanonicalJSON]) {
    self.language = language
    self.rules = rules
  }

  /// What a rule is about (SARIF 2.1.0, 3.49).
  static func rule(
    _ id: String, _ outline: String, _ text: String, level: String = "error"
  ) -> CanonicalJSON {
    [
      "id": .string(id), "shortDescription": ["text": .string(outline)],
      "fullDescription": ["text": .string(text)],
      "defaultConfiguration": ["level": .string(level)],
    ]
  }

  /// Appends what there is to say about one input.
  mutating func append(_ report: InputReport) {
    for entry in report.diagnostics {
      let diagnostic = entry.diagnostic
      results.append(
        result(
          rule: diagnostic.code.rawValue, level: Self.level(of: diagnostic.severity),
          message: diagnostic.message(language),
          location: location(
            report.path, entry.position, sheetNames: report.sheetNames, pointer: diagnostic.pointer),
          properties: JSONReport.members(of: diagnostic, language: language)))
    }
    if let failure = report.failure {
      results.append(
        result(
          rule: failure.kind.rawValue, level: "error", message: failure.message(language),
          location: location(
            report.path, failure.position, sheetNames: report.sheetNames, pointer: nil),
          properties: [:]))
    }
  }

  /// Appends something that does not hold in an input, or a note about it.
  mutating func append(
    rule: String, level: Severity = .error, message: String, path: String,
    _ position: LineTable.Position?, sheetNames: [String], pointer: String?
  ) {
    results.append(
      result(
        rule: rule, level: Self.level(of: level), message: message,
        location: location(path, position, sheetNames: sheetNames, pointer: pointer),
        properties: [:]))
  }

  /// The whole document (SARIF 2.1.0, 3.13) and a line end.
  func document(_ status: ExitStatus) -> String {
    let run: CanonicalJSON = [
      "tool": ["driver": driver],
      "columnKind": "unicodeCodePoints",
      "invocations": [
        [
          "executionSuccessful": .boolean(status <= .diagnosed),
          "exitCode": .integer(Int(status.rawValue)),
        ]
      ],
      "results": .array(results),
    ]
    let document: CanonicalJSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return document.line
  }

  private var driver: CanonicalJSON {
    [
      "name": .string(FormConvert.name),
      "version": .string(FormConvert.version),
      "rules": .array(rules),
    ]
  }

  private func result(
    rule: String, level: String, message: String, location: CanonicalJSON,
    properties: [String: CanonicalJSON]
  ) -> CanonicalJSON {
    let kept = properties.filter { ["after", "alternatives", "before"].contains($0.key) }
    var members: [String: CanonicalJSON] = [
      "ruleId": .string(rule),
      "level": .string(level),
      "message": ["text": .string(message)],
      "locations": [location],
    ]
    if !kept.isEmpty { members["properties"] = CanonicalJSON(kept) }
    return CanonicalJSON(members)
  }

  private func location(
    _ path: String, _ position: LineTable.Position?, sheetNames: [String], pointer: String?
  ) -> CanonicalJSON {
    var physical: [String: CanonicalJSON] = [
      "artifactLocation": ["uri": .string(Self.uri(of: path))]
    ]
    var names = pointer.map { [$0] } ?? []
    if let position, position.sheet != nil {
      // A workbook has no lines: the cell is a place by its name.
      names.append(position.text(sheetNames: sheetNames))
    } else if let position {
      physical["region"] = [
        "startLine": .integer(position.line), "startColumn": .integer(position.column),
      ]
    }
    var members: [String: CanonicalJSON] = ["physicalLocation": CanonicalJSON(physical)]
    if !names.isEmpty {
      members["logicalLocations"] = .array(
        names.map { ["fullyQualifiedName": .string($0)] })
    }
    return CanonicalJSON(members)
  }

  /// SARIF knows no repairs: one is worth a note.
  private static func level(of severity: Severity) -> String {
    switch severity {
    case .note, .repair: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// A path as a URI reference (RFC 3986, 4.2): whatever is not unreserved is percent-encoded.
  private static func uri(of path: String) -> String {
    if path == "-" { return "stdin" }
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      guard !byte.isLetterOrDigit, !"-._~/".utf8.contains(byte) else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
    return result
  }
}
