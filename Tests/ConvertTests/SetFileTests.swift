import Foundation
import TestSupport
import Testing

/// The file of values for single projects: what it gives, and what is wrong with it.
struct SetFileTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  private let document = Fixture.package.appending(
    path: "corpus/002_75a7d0d2d6251555/source.txt"
  ).path

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private func run(_ text: String, _ arguments: String...) throws -> Command.Outcome {
    try folder.write(text, to: "values.tsv")
    return try formconvert.run(["normalize", "--set-file", "values.tsv", document] + arguments)
  }

  private func departments(_ result: Command.Outcome) throws -> [String?] {
    try (JSONParser.parse(result.output)["forms"]?.elements ?? []).map {
      $0["project"]?["department"]?.text
    }
  }

  @Test func eachProjectHasItsValues() throws {
    let result = try run("项目名称\t主管部门\n委托服务经费\t甲局\n社会保险服务费\t乙局\n")
    #expect(result.status == 0)
    #expect(try departments(result) == [nil, nil, "乙局", "甲局", nil])
    #expect(!result.messages.contains("values.tsv"))
  }

  @Test func aProjectsOwnValueGoesBeforeThatForAll() throws {
    let result = try run("项目名称\t主管部门\n委托服务经费\t甲局\n", "--set", "主管部门=市局")
    #expect(try departments(result) == ["市局", "市局", "市局", "甲局", "市局"])
    #expect(!result.messages.contains("value-not-supplied"))
  }

  @Test func quotesTabsAndEmptyRows() throws {
    let result = try run(
      "项目名称\t主管部门\t项目类别\n\n委托服务经费\t\"甲\"\"乙\"\"\t局\"\t\n社会保险服务费\t\t特定目标类\n\n")
    #expect(result.status == 0, "\(result.messages)")
    #expect(try departments(result) == [nil, nil, nil, "甲\"乙\"\t局", nil])
  }

  /// A value that went nowhere is not passed over in silence.
  @Test func aProjectThatNoFormHasIsNamed() throws {
    let text = "项目名称\t主管部门\n委托服务经费\t甲局\n没有这个\t乙局\n"
    let result = try run(text)
    #expect(result.status == 0)
    let lines = result.messages.split(separator: "\n").filter { $0.hasPrefix("values.tsv") }
    #expect(
      lines == [
        """
        values.tsv:3:1: warning: no form is of the project '没有这个'; its values went nowhere \
        [project-not-found]
        """
      ])
    #expect(try run(text, "--strict").status == 1)
    #expect(try !run(text, "--quiet").messages.contains("values.tsv"))
    let json = try run(text, "--diagnostics", "json").messages
    #expect(json.contains(#""code":"project-not-found""#) && json.contains(#""file":"values.tsv""#))
    let sarif = try run(text, "--diagnostics", "sarif").messages
    #expect(try JSONParser.parse(Array(sarif.utf8))["runs"] != nil)
    #expect(sarif.contains("project-not-found"))
  }

  @Test func aBatchIsLookedThroughBeforeAProjectIsMissed() throws {
    try folder.write("项目名称\t主管部门\n委托服务经费\t甲局\n", to: "values.tsv")
    let other = Fixture.package.appending(path: "corpus/003_e5f57c13c73f70cb/source.txt").path
    let result = try formconvert(
      "normalize", "--set-file", "values.tsv", document, other, "-o", "out")
    #expect(result.status == 0)
    #expect(!result.messages.contains("project-not-found"))
  }

  @Test(arguments: [
    ("项目\t主管部门\n甲\t乙\n", "values.tsv:1:1: error: layout '2024' has no field '项目'"),
    ("项目名称\t没有\n甲\t乙\n", "values.tsv:1:6: error: layout '2024' has no field '没有'"),
    ("主管部门\t项目名称\n甲\t乙\n", "values.tsv:1:1: error: the first column must be 项目名称"),
    ("项目名称\n甲\n", "values.tsv:1:1: error: no columns"),
    (
      "项目名称\t主管部门\t主管 部门\n甲\t乙\t丙\n",
      "values.tsv:1:11: error: two columns are for '主管 部门'"
    ),
    (
      "项目名称\t主管部门\n甲\t乙\n甲\t丙\n",
      "values.tsv:3:1: error: the project '甲' has a row already"
    ),
    ("项目名称\t主管部门\n\t乙\n", "values.tsv:2:2: error: a row without a project's name"),
    (
      "项目名称\t主管部门\n甲\t乙\t丙\n",
      "values.tsv:2:5: error: '丙' stands in a column without a label"
    ),
    ("项目名称\t主管部门\n甲\t\"乙\n丙\t丁\n", "values.tsv:2:3: error: quotation mark"),
  ])
  func whatCannotBeUnderstoodHasItsPlace(_ text: String, _ message: String) throws {
    let result = try run(text)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages.hasPrefix(message), "\(result.messages)")
  }

  @Test func aFileThatCannotBeRead() throws {
    let missing = try formconvert("normalize", "--set-file", "none.tsv", document)
    #expect(missing.status == 3 && missing.output.isEmpty)
    #expect(missing.messages == "none.tsv: error: \(Command.noSuchFile)\n")
    #expect(try run("").status == 3)
  }

  @Test func messagesInChinese() throws {
    let result = try run("项目名称\t主管部门\n没有这个\t乙局\n", "--lang", "zh")
    #expect(result.messages.contains("values.tsv:2:1: 警告: 没有项目「没有这个」的表"))
  }
}
