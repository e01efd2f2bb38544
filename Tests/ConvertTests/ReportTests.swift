import Foundation
import IR
import TestSupport
import Testing

@testable import convert

/// How diagnostics are told on standard error.
struct ReportTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  /// A document that is no form, so that there is one diagnostic about the whole of it.
  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "表 1.md")
  }

  @Test func text() throws {
    #expect(
      try formconvert("表 1.md").messages
        == "表 1.md: warning: no performance form found; tables and text stay as they are [no-form]\n"
    )
    #expect(
      try formconvert("表 1.md", "--lang", "zh").messages
        == "表 1.md: 警告: 没有找到绩效表，表格和文字保持原样 [no-form]\n")
    #expect(try formconvert("表 1.md", "--quiet").messages.isEmpty)
  }

  @Test func strictCountsWarnings() throws {
    #expect(try formconvert("表 1.md").status == 0)
    #expect(try formconvert("表 1.md", "--strict").status == 1)
    #expect(try formconvert("表 1.md", "--strict", "--quiet").status == 1)
  }

  @Test func jsonLines() throws {
    let result = try formconvert("表 1.md", "missing.md", "-o", "out", "--diagnostics", "json")
    let lines = result.messages.split(separator: "\n").map { Array($0.utf8) }
    let values = try lines.map(JSONParser.parse)
    #expect(values.map { $0["file"]?.text } == ["表 1.md", "missing.md"])
    #expect(values.map { $0["code"]?.text } == ["no-form", "input-unreadable"])
    #expect(values.map { $0["severity"]?.text } == ["warning", "error"])
    #expect(result.messages.hasSuffix("\n"))
  }

  /// All commands that write documents tell what there is to say in the same forms.
  @Test(arguments: [["collect", "-o", "all.csv"], ["report", "-o", "page.html"]])
  func otherCommands(_ arguments: [String]) throws {
    let missing = arguments + ["missing.md", "--diagnostics"]
    let line = try formconvert.run(missing + ["json"])
    #expect(line.status == 3)
    #expect(try JSONParser.parse(Array(line.messages.utf8))["code"]?.text == "input-unreadable")
    let document = try formconvert.run(missing + ["sarif"])
    #expect(try JSONParser.parse(Array(document.messages.utf8))["version"]?.text == "2.1.0")
  }

  @Test func sarif() throws {
    let result = try formconvert("表 1.md", "missing.md", "-o", "out", "--diagnostics", "sarif")
    let document = try JSONParser.parse(Array(result.messages.utf8))
    #expect(document["version"]?.text == "2.1.0")
    let run = try #require(document["runs"]?.elements?.first)
    let results = try #require(run["results"]?.elements)
    #expect(results.map { $0["ruleId"]?.text } == ["no-form", "input-unreadable"])
    #expect(results.map { $0["level"]?.text } == ["warning", "error"])
    let location = try #require(results[0]["locations"]?.elements?.first)
    // 表 is E8 A1 A8 in UTF-8.
    #expect(
      location["physicalLocation"]?["artifactLocation"]?["uri"]?.text == "%E8%A1%A8%201.md")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    let identifiers = rules.compactMap { $0["id"]?.text }
    #expect(Set(identifiers).count == rules.count)
    #expect(identifiers.contains("no-form") && identifiers.contains("input-unreadable"))
    #expect(run["invocations"]?.elements?.first?["exitCode"]?.double == 3)
  }

  @Test func sarifWithoutAnythingToSay() throws {
    let result = try formconvert("表 1.md", "--diagnostics", "sarif", "--quiet")
    let document = try JSONParser.parse(Array(result.messages.utf8))
    #expect(document["runs"]?.elements?.first?["results"]?.elements?.isEmpty == true)
  }

  /// Two forms with notes of one kind each: 甲 | 乙 of 3 and 2 rows; a correction is told by itself.
  @Test func notesOfOneKindOnOneFormAreToldOnce() throws {
    var report = InputReport(
      InputFile(path: "a.md"), language: .english, minimumSeverity: .note)
    let rows = [(0, 5), (0, 7), (0, 8), (0, 9), (1, 30), (1, 32)]
    let notes = rows.map { form, line in
      Diagnostic(
        .levelUncertain, at: SourceRange(line..<line + 1), pointer: "/forms/\(form)/indicators/0",
        arguments: [.text("level", "质量指标")], alternatives: ["数量指标"])
    }
    let changes = [40, 41].map { line in
      Diagnostic(
        .valueCorrected, at: SourceRange(line..<line + 1), pointer: "/forms/1/name", before: "a",
        after: "b")
    }
    report.append(notes + changes) { .init(line: Int($0.source?.start ?? 0), column: 1) }
    let lines = TextReport(language: .english).lines(for: report).split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "a.md:5:1:", "a.md:30:1:", "a.md:40:1:", "a.md:41:1:",
      ])
    #expect(
      lines[0].hasSuffix(
        "(could also be '数量指标'); the same on this form: 3 more, lines 7-9 [level-uncertain]"))
    #expect(lines[1].hasSuffix("; the same on this form: 1 more, line 32 [level-uncertain]"))
    let chinese = TextReport(language: .chinese).lines(for: report).split(separator: "\n")
    #expect(chinese[0].hasSuffix("；本表另有 3 处同样的说明，行：7-9 [level-uncertain]"))
    #expect(JSONReport(language: .english).lines(for: report).split(separator: "\n").count == 8)
  }

  /// What has no place is told with its form, where there are several.
  @Test(arguments: [(0, "a.md: note: "), (1, "a.md: note: form 1: ")])
  func whatHasNoPlaceIsToldWithItsForm(last: Int, start: String) {
    var report = InputReport(
      InputFile(path: "a.md"), language: .english, minimumSeverity: .note)
    let diagnostics = [0, last].map { form in
      Diagnostic(
        .levelEmpty, pointer: "/forms/\(form)/emptyLevels/0", arguments: [.text("level", "甲")])
    }
    report.append(diagnostics) { _ in nil }
    let lines = TextReport(language: .english).lines(for: report).split(separator: "\n")
    #expect(lines.first?.hasPrefix(start + "no indicator under '甲'") == true)
  }

  /// LaTeX stands between dollar signs.
  @Test func placesAreThoseOfTheSource() throws {
    let source = Fixture.package.appending(path: "corpus/002_75a7d0d2d6251555/source.txt")
    let text = try String(contentsOf: source, encoding: .utf8)
    try folder.write(text, to: "a.txt")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let messages = try formconvert("a.txt").messages.split(separator: "\n")
    let decoded = messages.filter { $0.hasSuffix("[latex-decoded]") }
    #expect(!decoded.isEmpty)
    for message in decoded {
      let parts = message.split(separator: ":")
      let line = try #require(Int(parts[1]))
      #expect(lines[line - 1].contains("$"), "\(message)")
    }
  }
}
