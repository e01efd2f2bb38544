internal import IR
internal import Writers

/// Prints what `formconvert check` found.
struct CheckReporter {
  /// How it is printed.
  enum Format: String, CaseIterable, ReportFormat {
    /// A line for each problem, for people.
    case text
    /// One JSON document.
    case json
    /// A JUnit XML report: a test suite for each input, a test case for each step.
    case junit
    /// One SARIF 2.1.0 document.
    case sarif
    /// Commands of GitHub Actions, which show each problem beside its line.
    case github

    var isJSON: Bool { self == .json || self == .sarif }
  }

  let format: Format
  let language: Language

  /// The whole report.
  func text(_ results: [CheckResult], _ status: ExitStatus) -> String {
    switch format {
    case .text: plain(results)
    case .json: json(results)
    case .junit: JUnitReport(language: language).text(results)
    case .sarif: sarif(results, status)
    case .github: github(results)
    }
  }

  // MARK: Text

  private func plain(_ results: [CheckResult]) -> String {
    var text = ""
    for result in results {
      for (step, problem) in result.problems {
        var place = result.path.visible
        if let position = problem.position {
          place += ":" + position.text(sheetNames: result.sheetNames).visible
        }
        let pointer = problem.pointer.map { " \($0.visible):" } ?? ""
        text += "\(place): \(step):\(pointer) \(problem.message(language))\n"
      }
      for (steps, note) in result.notes {
        let pointer = note.pointer.map { " \($0.visible):" } ?? ""
        text += "\(result.path.visible): \(Severity.note.title(language)):\(pointer) "
        text += "\(note.message(language)) [\(steps.joined(separator: ", "))]\n"
      }
    }
    return text + summary(results) + "\n"
  }

  private func summary(_ results: [CheckResult]) -> String {
    let differing = results.filter { !$0.isUnreadable && !$0.problems.isEmpty }
    let places = differing.reduce(0) { $0 + $1.problems.count }
    let unread = results.count(where: \.isUnreadable)
    let steps = results.reduce(0) { $0 + $1.steps.count }
    var parts: [LocalizedText] = []
    if !differing.isEmpty {
      let inputs = differing.count == 1 ? "1 input differs" : "\(differing.count) inputs differ"
      parts.append(
        LocalizedText(
          en: "\(inputs) in \(Self.counted(places, "place"))",
          zh: "\(differing.count) 个文件有 \(places) 处不一致"))
    }
    if unread > 0 {
      parts.append(
        LocalizedText(
          en: "\(Self.counted(unread, "input")) could not be read or compared",
          zh: "\(unread) 个文件不能读取或比较"))
    }
    if parts.isEmpty { parts.append(LocalizedText(en: "all passed", zh: "全部通过")) }
    return LocalizedText(
      en: """
        \(Self.counted(results.count, "input")), \(Self.counted(steps, "check")): \
        \(parts.map(\.english).joined(separator: "; "))
        """,
      zh: """
        \(results.count) 个文件、\(steps) 项检查：\(parts.map(\.chinese).joined(separator: "，"))
        """)(language)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  // MARK: JSON

  private func json(_ results: [CheckResult]) -> String {
    let inputs = results.map { result -> CanonicalJSON in
      [
        "file": .string(result.path),
        "steps": .array(
          result.steps.map { step -> CanonicalJSON in
            [
              "name": .string(step.name), "passed": .boolean(step.problems.isEmpty),
              "problems": .array(step.problems.map(json)),
              "notes": .array(step.notes.map(json)),
            ]
          }),
      ]
    }
    let document: CanonicalJSON = [
      "inputs": .array(inputs), "passed": .boolean(results.allSatisfy { $0.problems.isEmpty }),
    ]
    return document.line
  }

  private func json(_ problem: CheckResult.Problem) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = ["message": .string(problem.message(language))]
    members["pointer"] = problem.pointer.map(CanonicalJSON.string)
    members["was"] = problem.was.map(CanonicalJSON.string)
    members["is"] = problem.found.map(CanonicalJSON.string)
    members["line"] = problem.position.map { .integer($0.line) }
    members["column"] = problem.position.map { .integer($0.column) }
    return CanonicalJSON(members)
  }

  // MARK: SARIF

  private func sarif(_ results: [CheckResult], _ status: ExitStatus) -> String {
    let names = Set(results.flatMap { $0.steps.map(\.name) }).sorted()
    let rules = names.map { name in
      let text = CheckResult.Step.outline(of: name)(language)
      return SARIFReport.rule(Self.rule(name), text, text)
    }
    var report = SARIFReport(language: language, rules: rules)
    for result in results {
      for (step, problem) in result.problems {
        report.append(
          rule: Self.rule(step), message: problem.message(language),
          path: result.path, problem.position, sheetNames: result.sheetNames,
          pointer: problem.pointer)
      }
      for step in result.steps {
        for note in step.notes {
          report.append(
            rule: Self.rule(step.name), level: .note, message: note.message(language),
            path: result.path, note.position, sheetNames: result.sheetNames, pointer: note.pointer)
        }
      }
    }
    return report.document(status)
  }

  private static func rule(_ step: String) -> String {
    "check-" + step.replacing("/", with: "-")
  }

  // MARK: GitHub

  /// Workflow commands: `::error file=…,line=…,title=…::message`.
  private func github(_ results: [CheckResult]) -> String {
    var text = ""
    for result in results {
      for (step, problem) in result.problems {
        var properties = "file=\(Self.escaped(result.path, isProperty: true))"
        if let position = problem.position, position.sheet == nil {
          properties += ",line=\(position.line),col=\(position.column)"
        }
        properties += ",title=\(Self.escaped("formconvert \(step)", isProperty: true))"
        let pointer = problem.pointer.map { "\($0): " } ?? ""
        let message = Self.escaped(pointer + problem.message(language), isProperty: false)
        text += "::error \(properties)::\(message)\n"
      }
      for (steps, note) in result.notes {
        let title = "formconvert " + steps.joined(separator: ", ")
        let message = (note.pointer.map { "\($0): " } ?? "") + note.message(language)
        text += "::notice file=\(Self.escaped(result.path, isProperty: true))"
        text += ",title=\(Self.escaped(title, isProperty: true))"
        text += "::\(Self.escaped(message, isProperty: false))\n"
      }
    }
    return text + summary(results) + "\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
