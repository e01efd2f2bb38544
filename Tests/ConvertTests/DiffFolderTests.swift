import Foundation
import TestSupport
import Testing

/// `diff` of two folders: which files are compared, and what is said of the others.
struct DiffFolderTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private func write(_ project: String, budget: String = "298.8", to path: String) throws {
    let page = """
      # 项目支出绩效目标申报表

      | 项目名称 | \(project) | 实施单位 | 某中心 | |
      |---|---|---|---|---|
      | 项目资金（万元） | 年度资金总额 | \(budget) | 其他资金 | 15 |
      | 绩效指标 | 产出指标 | 数量指标 | 接听电话数 | ≥10万次 |

      """
    try folder.write(Array(page.utf8), to: path)
  }

  /// Two folders: one file is the same, one has another amount, and each has one of its own.
  private func writeFolders() throws {
    try write("热线运行", to: "去年/热线.md")
    try write("热线运行", to: "今年/热线.md")
    try write("设备更新", to: "去年/乙/设备.md")
    try write("设备更新", budget: "310.0", to: "今年/乙/设备.md")
    try write("绿化养护", to: "去年/绿化.md")
    try write("道路维修", to: "今年/道路.md")
  }

  @Test(arguments: ["1", "4"])
  func filesOfTheSamePathAreCompared(jobs: String) throws {
    try writeFolders()
    let result = try formconvert("diff", "去年", "今年/", "--jobs", jobs)
    #expect(result.status == 1 && result.messages.isEmpty)
    #expect(
      result.text == """
        ── 乙/设备.md

        设备更新
                                 去年/乙/设备.md  今年/乙/设备.md
        ───────────────────────  ───────────────  ───────────────
        total funds of the year  298.8            310.0

        files only in the first folder
          绿化.md

        files only in the second folder
          道路.md

        files the same: 1; changed: 1; only in the first: 1; only in the second: 1; not read: 0

        """)
  }

  @Test func programsGetOneDocument() throws {
    try writeFolders()
    let result = try formconvert("diff", "去年", "今年", "--format", "json")
    #expect(result.status == 1)
    let files = try #require(try JSONParser.parse(result.output)["files"])
    #expect(files["added"]?.elements?.map(\.text) == ["道路.md"])
    #expect(files["removed"]?.elements?.map(\.text) == ["绿化.md"])
    #expect(files["same"]?.double == 1 && files["unreadable"]?.elements?.isEmpty == true)
    let changed = try #require(files["changed"]?.elements)
    #expect(changed.count == 1 && changed[0]["first"]?.text == "乙/设备.md")
    let changes = changed[0]["difference"]?["changed"]?.elements?.first?["changes"]?.elements
    #expect(changes?.first?["is"]?.text == "310.0")
  }

  /// What a batch has written is compared with what it was written from.
  @Test(arguments: ["json", "ndjson", "xlsx", "html"])
  func aBatchIsTheSameAsItsSources(format: String) throws {
    try write("热线运行", to: "scans/热线.md")
    try write("设备更新", to: "scans/乙/设备.v2.md")
    // Expectations are no inputs.
    try folder.write(Array("{}".utf8), to: "scans/热线.md.expected.json")
    #expect(try formconvert("scans", "-q", "--to", format, "-o", "out/").status == 0)
    let result = try formconvert("diff", "scans", "out", "--lang", "zh")
    #expect(result.status == 0)
    #expect(
      result.text == "相同 2 个文件，有变化 0 个，只在前者 0 个，只在后者 0 个，不能读取 0 个\n")
  }

  /// Where it is not clear which file another one is of, neither is taken.
  @Test func onlyTheOneFileOfANameIsTaken() throws {
    try write("热线运行", to: "去年/热线.md")
    try write("热线运行", to: "今年/热线.txt")
    try write("热线运行", to: "今年/热线.markdown")
    let result = try formconvert("diff", "去年", "今年")
    #expect(result.status == 1)
    #expect(result.text.hasSuffix("only in the first: 1; only in the second: 2; not read: 0\n"))
  }

  @Test func aFileThatCannotBeReadDoesNotStopTheOthers() throws {
    try writeFolders()
    try folder.write([0xFF, 0xFE, 0x00], to: "今年/热线.md")
    let result = try formconvert("diff", "去年", "今年", "--format", "json")
    #expect(result.status == 3 && result.messages.hasPrefix("今年/热线.md"))
    let files = try #require(try JSONParser.parse(result.output)["files"])
    #expect(files["changed"]?.elements?.count == 1)
    #expect(files["unreadable"]?.elements?.count == 1)
  }

  @Test func aFolderWithoutInputsIsTold() throws {
    try write("热线运行", to: "去年/热线.md")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "今年"), withIntermediateDirectories: false)
    let result = try formconvert("diff", "去年", "今年")
    #expect(result.status == 3 && result.messages.contains("no input in this folder"))
  }

  @Test(arguments: [["去年", "去年/热线.md"], ["-", "去年"], ["去年", "missing"]])
  func aFolderIsComparedWithAFolder(arguments: [String]) throws {
    try write("热线运行", to: "去年/热线.md")
    let result = try formconvert.run(["diff"] + arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages.contains("'去年' is a folder and the other is not"))
  }
}
