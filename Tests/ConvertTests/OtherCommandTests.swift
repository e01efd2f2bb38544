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
    #expect(codes.map(String.init).sorted() == DiagnosticCode.allCases.map(\.rawValue).sorted())
  }

  @Test func explainOneCode() throws {
    let english = try formconvert("explain", "label-moved")
    #expect(english.status == 0 && english.text.hasPrefix("label-moved [repair]\n"))
    #expect(!english.text.contains("{"))
    let chinese = try formconvert("explain", "label-moved", "--lang", "zh")
    #expect(chinese.text.hasPrefix("label-moved [修复]\n"))
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
    #expect(result.messages == "formconvert: error: missing.md: no such file or directory\n")
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
