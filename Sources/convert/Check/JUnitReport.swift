internal import IR

/// What `formconvert check` found as a JUnit XML report, which most CI servers show.
struct JUnitReport {
  let language: Language

  /// The whole document.
  func text(_ results: [CheckResult]) -> String {
    let tests = results.reduce(0) { $0 + $1.steps.count }
    let failures = results.reduce(0) { $0 + Self.failureCount($1) }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"formconvert check\" tests=\"\(tests)\" failures=\"\(failures)\">\n"
    for result in results { text += suite(result) }
    return text + "</testsuites>\n"
  }

  private static func failureCount(_ result: CheckResult) -> Int {
    result.steps.count { !$0.problems.isEmpty }
  }

  private func suite(_ result: CheckResult) -> String {
    let name = Self.escaped(result.path)
    var text =
      "  <testsuite name=\"\(name)\" tests=\"\(result.steps.count)\" "
      + "failures=\"\(Self.failureCount(result))\">\n"
    for step in result.steps {
      text += "    <testcase classname=\"\(name)\" name=\"\(Self.escaped(step.name))\""
      let content = failure(step, result) + notes(step, result)
      text += content.isEmpty ? "/>\n" : ">\n\(content)    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private func failure(_ step: CheckResult.Step, _ result: CheckResult) -> String {
    guard let first = step.problems.first else { return "" }
    let lines = step.problems.map { line($0, result) }
    return "      <failure message=\"\(Self.escaped(line(first, result)))\">"
      + Self.escaped(lines.joined(separator: "\n")) + "</failure>\n"
  }

  private func notes(_ step: CheckResult.Step, _ result: CheckResult) -> String {
    guard !step.notes.isEmpty else { return "" }
    let lines = step.notes.map { line($0, result) }
    return "      <system-out>\(Self.escaped(lines.joined(separator: "\n")))</system-out>\n"
  }

  private func line(_ problem: CheckResult.Problem, _ result: CheckResult) -> String {
    let place =
      problem.position.map { $0.text(sheetNames: result.sheetNames) + ": " } ?? ""
    return place + (problem.pointer.map { "\($0): " } ?? "") + problem.message(language)
  }

  /// A text in XML 1.0; characters that it cannot hold become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t", "\r": result += "&#\(scalar.value);"
      default:
        let isAllowed =
          scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}
