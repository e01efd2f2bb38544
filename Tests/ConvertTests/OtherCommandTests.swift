import Foundation
import IR
import TestSupport
import Testing

@testable import convert

/// `inspect`, `explain` and `layouts`.
struct OtherCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  @Test func explainListsEveryCode() throws {
    let lines = try formconvert("explain").text.split(separator: "\n")
    let codes = lines.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: " ").first }
    let failures = ["input-unreadable", "output-unwritable"]
    let expected = DiagnosticCode.allCases.map(\.rawValue) + failures
    #expect(codes.map(String.init).sorted() == expected.sorted())
  }

  /// Whatever `--diagnostics json` may print can be explained.
  @Test(arguments: ["input-unreadable", "output-unwritable"])
  func explainFailures(code: String) throws {
    let english = try formconvert("explain", code)
    #expect(english.status == 0 && english.text.hasPrefix("\(code) [error]\n"))
    let chinese = try formconvert("explain", code, "--lang", "zh")
    #expect(chinese.text.hasPrefix("\(code) [错误]\n"))
  }

  /// Codes are found however they are typed.
  @Test func explainACodeInCapitals() throws {
    let result = try formconvert("explain", "LEVEL-AMBIGUOUS")
    #expect(result.status == 0)
    #expect(try result.output == formconvert("explain", "level-ambiguous").output)
  }

  /// What `--from` takes is what its help lists.
  @Test func helpListsLinesOfJSON() throws {
    let help = try formconvert("help", "validate").text
    let option = help.components(separatedBy: "--from").last?.prefix(200) ?? ""
    #expect(option.contains("ndjson"))
  }

  @Test func explainOneCode() throws {
    let english = try formconvert("explain", "label-moved")
    #expect(english.status == 0 && english.text.hasPrefix("label-moved [repair]\n"))
    #expect(!english.text.contains("{"))
    let chinese = try formconvert("explain", "label-moved", "--lang", "zh")
    #expect(chinese.text.hasPrefix("label-moved [修复]\n"))
  }

  @Test(arguments: [
    (["explain", "label-movd"], "unknown code 'label-movd'; did you mean 'label-moved'?"),
    (["explain", "label"], "unknown code 'label'; 'formconvert explain' lists them all"),
    (["help", "inspct"], "unknown command 'inspct'; did you mean 'inspect'?"),
    (["help", "pdf"], "unknown command 'pdf'; 'formconvert help' lists them all"),
  ])
  func unknownNamesAreTold(arguments: [String], message: String) throws {
    let result = try formconvert.run(arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages == "formconvert: error: \(message)\n")
  }

  /// A command that has no name there would be taken for an input.
  @Test func everyCommandIsKnownByItsName() throws {
    let help = try formconvert("--help").text
    let list = try #require(help.range(of: "SUBCOMMANDS:\n"))
    let names = help[list.upperBound...].split(separator: "\n").compactMap { line in
      let isCommand = line.hasPrefix("  ") && !line.hasPrefix("   ")
      return isCommand ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(names.filter { $0 != "See" } == CommandName.allCases.map(\.rawValue))
  }

  @Test func layouts() throws {
    let text = try formconvert("layouts").text
    for identifier in ["2019", "2020-self-evaluation", "2023", "2024"] {
      #expect(text.contains("\n\(identifier) ") || text.hasPrefix("\(identifier) "))
    }
  }

  @Test func inspectShowsFieldsAndIndicators() throws {
    let source = Fixture.package.appending(path: "corpus/004_c5ac2ca95e2e7928/source.txt").path
    let result = try formconvert("inspect", source, "--lang", "zh")
    #expect(result.status == 0 && result.messages.isEmpty)
    let lines = result.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("项目名称 ") && $0.hasSuffix(" 机关事业单位运行保障经费") })
    // Columns begin at the same place on the terminal, whatever stands before them.
    let rows = lines.filter { $0.contains("数量指标") || $0.contains("服务对象满意度指标") }
    let starts = Set(
      rows.compactMap { row in
        row.firstRange(of: "指标  ").map { EastAsianWidth.columns(of: row[..<$0.lowerBound]) }
      })
    #expect(rows.count >= 2 && !starts.isEmpty)
    #expect(!result.text.contains("\u{1B}"))
  }

  @Test func everyFieldIsShown() {
    #expect(Set(FormSummary.readingOrder) == Set(FieldKey.allCases))
    #expect(FormSummary.readingOrder.count == FieldKey.allCases.count)
  }

  @Test func inspectOfNothing() throws {
    let result = try formconvert("inspect", "missing.md")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.messages == "missing.md: error: \(Command.noSuchFile)\n")
  }
}

/// What `inspect` says besides the values.
struct InspectMessageTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private static func entries(_ code: DiagnosticCode, _ count: Int) -> [InputReport.Entry] {
    Array(
      repeating: .init(diagnostic: Diagnostic(code, alternatives: ["质量指标"]), position: nil),
      count: count)
  }

  @Test func repairsAreCutAndSaySo() {
    let entries = Self.entries(.rowShiftedLeft, 36)
    let english = DiagnosticSummary(entries: entries, language: .english, style: Style()).text
    #expect(english.hasSuffix("  … 26 more; 'formconvert convert FILE' lists all\n"))
    #expect(english.split(separator: "\n").count == 12)
    let chinese = DiagnosticSummary(entries: entries, language: .chinese, style: Style()).text
    #expect(chinese.hasSuffix("  …… 另有 26 条；用「formconvert convert 文件」可列出全部\n"))
  }

  @Test(arguments: [DiagnosticCode.levelAmbiguous, .conservationFailed])
  func warningsAndErrorsAreNotCut(_ code: DiagnosticCode) {
    let text = DiagnosticSummary(
      entries: Self.entries(code, 36), language: .english, style: Style()
    ).text
    #expect(text.matches(of: /could also be '质量指标'/).count == 36 && !text.contains("…"))
  }

  @Test func pictureIsToldWithItsPlace() throws {
    try folder.write("%PDF-1.7\n", to: "x.pdf")
    let result = try formconvert("inspect", "x.pdf")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(result.messages.hasPrefix("x.pdf:1:1: error: not text: this seems to be a PDF file;"))
    let chinese = try formconvert("inspect", "x.pdf", "--lang", "zh")
    #expect(chinese.messages.hasPrefix("x.pdf:1:1: 错误: 不是文本：这似乎是 PDF 文件；"))
  }

  @Test func folderIsNoFile() throws {
    let result = try formconvert("inspect", ".")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages.contains("inspect takes one file, but '.' is a folder"))
  }

  @Test func formWithoutTitleIsCalledByItsKind() {
    let source = SourceText(
      name: nil, format: .tsv, encoding: .utf8, utf8: [], byteCount: 0, sha256: "")
    var recognition = Recognition()
    recognition.forms = [Form(kind: .selfEvaluation, layout: "2020-self-evaluation")]
    var inspection = Inspection(source, name: "a.txt")
    inspection.append(recognition)
    #expect(inspection.text(.english, style: Style()).contains("\n1. self-evaluation ["))
    #expect(inspection.text(.chinese, style: Style()).contains("\n1. 绩效自评 ["))
  }
}

/// Text for people.
struct TerminalTests {
  @Test func columnsAreAlignedByDisplayWidth() {
    let table = TextTable(
      rows: [["甲", "b"], ["abcd", ""], ["", "c"], ["ｆ１", "≥1"]], maximumWidths: [10, 10])
    #expect(table.text == "甲    b\nabcd\n      c\nｆ１  ≥1\n")
  }

  @Test func headerIsSetOff() {
    let table = TextTable(
      rows: [["甲乙", "c"], ["1", "2"]], maximumWidths: [10, 10], headerCount: 1)
    #expect(table.text == "甲乙  c\n────  ─\n1     2\n")
  }

  @Test func longCellsGoOnBelow() {
    let table = TextTable(rows: [["一二三", "x"]], maximumWidths: [4, 4])
    #expect(table.text == "一二  x\n三\n")
    let words = TextTable(rows: [["one two three"]], maximumWidths: [8])
    #expect(words.text == "one two\nthree\n")
    #expect(TextTable(rows: [["abcdefgh"]], maximumWidths: [3]).text == "abc\ndef\ngh\n")
  }

  @Test func wrappingKeepsPunctuationOffLineStarts() {
    #expect("一二三，四".wrapped(at: 6) == "一二三，\n四")
    #expect("ab cd ef".wrapped(at: 5) == "ab cd\nef")
  }

  @Test func controlsAreShown() {
    #expect("a\u{1B}[0m\nb\u{202E}".visible == "a\\u{1B}[0m\\nb\\u{202E}")
    #expect("申报表 ①".visible == "申报表 ①")
  }
}

/// Paths as text.
struct PathTests {
  @Test(
    arguments: [
      ("a/b", ["w", "a", "b"]), ("./a//b/", ["w", "a", "b"]), ("../a", ["a"]),
      ("/x/../../y", ["y"]), ("..a", ["w", "..a"]),
    ])
  func components(_ path: String, _ expected: [String]) {
    #expect(Path.components(of: path, in: "/w") == expected)
  }

  @Test func commonPrefix() {
    #expect(Path.commonPrefix([["a", "b", "c"], ["a", "b"], ["a", "b", "d"]]) == ["a", "b"])
    #expect(Path.commonPrefix([["a"], ["b"]]) == [])
    #expect(Path.commonPrefix([]) == [])
  }

  @Test func folderAndName() {
    #expect(Path.folder(of: "a/b") == "a" && Path.folder(of: "a") == ".")
    #expect(Path.folder(of: "/a") == "/" && Path.name(of: "/a/b/") == "b")
  }
}
