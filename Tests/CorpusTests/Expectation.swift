import IR
import Testing

/// A place that must be reported, or may be: an entry of `diagnostics` or `allowed`.
struct Expectation: CustomStringConvertible {
  let code: String
  let line: Int
  let form: Int
  let why: String

  var description: String { "line \(line), form \(form): \(code) (\(why))" }

  /// The entries of a list; an entry without its parts is an issue.
  static func list(_ list: JSONValue?) throws -> [Expectation] {
    try (list?.elements ?? []).map { item in
      Expectation(
        code: try #require(item["code"]?.text, "\(item)"),
        line: try #require(item["line"]?.integer, "\(item)"),
        form: try #require(item["form"]?.integer, "\(item)"),
        why: item["why"]?.text ?? "")
    }
  }
}

/// A diagnostic of the output.
struct Finding: Hashable, CustomStringConvertible {
  let code: String
  let severity: String?
  let line: Int?
  let pointer: String?

  var description: String {
    "line \(line ?? 0): \(severity ?? "") \(code) at \(pointer ?? "no value")"
  }

  /// The diagnostics of a canonical JSON.
  static func list(_ json: [UInt8]) throws -> [Finding] {
    try (JSONValue(parsing: json)["diagnostics"]?.elements ?? []).map { item in
      Finding(
        code: try #require(item["code"]?.text), severity: item["severity"]?.text,
        line: item["line"]?.integer, pointer: item["pointer"]?.text)
    }
  }

  /// The number of the form it is about, where it says so.
  var form: Int? {
    guard let pointer, pointer.hasPrefix("/forms/") else { return nil }
    return Int(pointer.dropFirst(7).prefix { $0 != "/" })
  }

  /// Whether a person has to look at it.
  var isWarning: Bool {
    severity == Severity.warning.rawValue || severity == Severity.error.rawValue
  }

  /// Whether it reports a place that is expected.
  func meets(_ expectation: Expectation) -> Bool {
    line == expectation.line && isAllowed(in: expectation.form, as: expectation.code)
  }

  /// Whether it has a code and is about a form, or about none.
  func isAllowed(in form: Int, as code: String) -> Bool {
    self.code == code && (self.form ?? form) == form
  }
}
