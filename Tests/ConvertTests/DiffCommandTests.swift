import Foundation
import TestSupport
import Testing
import Writers

/// `diff`: what changed in the forms of two files.
struct DiffCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  private static let page = """
    # 项目支出绩效目标申报表

    | 项目名称 | 热线运行 | 实施单位 | 某中心 | |
    |---|---|---|---|---|
    | 项目资金（万元） | 年度资金总额 | 298.8 | 其他资金 | 15 |
    | 绩效指标 | 产出指标 | 数量指标 | 接听电话数 | ≥10万次 |
    | | | 质量指标 | 接通率 | ≥90% |
    | | 效益指标 | 社会效益指标 | 市民知晓率 | ≥80% |

    # 项目支出绩效目标申报表

    | 项目名称 | 设备更新 | 实施单位 | 某中心 | |
    |---|---|---|---|---|
    | 绩效指标 | 产出指标 | 数量指标 | 购置台数 | ≥5台 |

    """

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Array(Self.page.utf8), to: "去年.md")
  }

  private func write(_ changes: [(String, String)]) throws {
    var page = Self.page
    for (was, found) in changes {
      #expect(page.contains(was))
      page = page.replacing(was, with: found)
    }
    try folder.write(Array(page.utf8), to: "今年.md")
  }

  @Test(arguments: ["json", "xlsx", "html", "tsv"])
  func theSameFormsInAnotherFormatDoNotDiffer(format: String) throws {
    #expect(try formconvert("去年.md", "-q", "-o", "out.\(format)").status == 0)
    let result = try formconvert("diff", "去年.md", "out.\(format)")
    #expect(result.status == 0, "\(result.text)")
    #expect(
      result.text
        == "the same: 2; changed: 0, in 0 places; only in the first: 0; only in the second: 0\n")
  }

  /// Fields of the form's own are told by their labels, wherever they stand.
  @Test func furtherFieldsAreComparedByTheirLabels() throws {
    let row = "| 项目资金（万元）"
    let own = "| 工程地点 | 某镇 | 主管部门编码 | 603012 | |\n"
    try folder.write(Array(Self.page.replacing(row, with: own + row).utf8), to: "去年.md")
    try write([(row, "| 主管部门编码 | 603013 | | | |\n" + row)])
    #expect(
      try changes() == [
        ["/further/1/text", "主管部门编码", "603012", "603013"],
        ["/further/0/text", "工程地点", "某镇", ""],
      ])
    let text = try formconvert("diff", "去年.md", "今年.md", "--lang", "zh").text
    #expect(text.contains("主管部门编码"))
  }

  /// What changed in the first form that did, each as its pointer, the names of what it is of, and both texts.
  private func changes() throws -> [[String]] {
    let result = try formconvert("diff", "去年.md", "今年.md", "--format", "json")
    let form = try JSONParser.parse(result.output)["changed"]?.elements?.first
    return try #require(form?["changes"]?.elements).map { change in
      let items = change["items"]?.elements ?? []
      return [change["pointer"]?.text ?? "", items.compactMap(\.text).joined(separator: " ")]
        + ["was", "is"].map { change[$0]?.text ?? "" }
    }
  }

  /// Tables of the form's own are told by their labels.
  @Test func furtherTablesAreComparedByTheirLabels() throws {
    let row = "| 项目资金（万元）"
    let table = "| 年度主要任务 | 任务名称 | 主要内容 | | |\n| | 防汛 | 修防汛墙 | | |\n"
    try folder.write(Array(Self.page.replacing(row, with: table + row).utf8), to: "去年.md")
    try write([(row, table.replacing("修防汛墙", with: "修两处防汛墙") + row)])
    #expect(
      try changes() == [
        ["/furtherTables/0/rows/0/cells/1/text", "年度主要任务 防汛 主要内容", "修防汛墙", "修两处防汛墙"]
      ])
  }

  /// Rows of tables are told by what they are of, and their cells by their headers, wherever both stand.
  @Test func rowsOfFurtherTablesAreComparedByWhatTheyAreOf() throws {
    let row = "| 项目资金（万元）"
    let header = "| 年度主要任务 | 任务名称 | 主要内容 | 预算金额 | 备注 |\n"
    let last = header + "| | 防汛 | 修防汛墙 | 50 | |\n| | 绿化 | 种树 | 30 | 已招标 |\n| | 保洁 | 扫路 | 20 | |\n"
    let now = header + "| | 保洁 | 扫路 | 25 | |\n| | 绿化 | 种树 | | |\n| | 照明 | 换灯 | 10 | |\n"
    try folder.write(Array(Self.page.replacing(row, with: last + row).utf8), to: "去年.md")
    try write([(row, now + row)])
    let rows = "/furtherTables/0/rows"
    #expect(
      try changes() == [
        ["\(rows)/2/cells/2/text", "年度主要任务 保洁 预算金额", "20", "25"],
        ["\(rows)/0", "年度主要任务", "防汛", ""], ["\(rows)/2", "年度主要任务", "", "照明"],
        ["\(rows)/1/cells/2/text", "年度主要任务 绿化 预算金额", "30", ""],
        ["\(rows)/1/cells/3/text", "年度主要任务 绿化 备注", "已招标", ""],
      ])
    for (language, title) in [("zh", "行"), ("en", "row")] {
      let text = try formconvert("diff", "去年.md", "今年.md", "--lang", language).text
      let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(lines.contains(["年度主要任务：保洁：预算金额", "20", "25"]))
      #expect(lines.contains(["年度主要任务：\(title)", "防汛", "—"]))
      #expect(lines.contains(["年度主要任务：绿化：备注", "已招标", "—"]))
    }
  }

  /// Rows that begin with the same text are told apart by what follows.
  @Test func rowsOfOneNameInFurtherTables() throws {
    let row = "| 项目资金（万元）"
    let header = "| 年度主要任务 | 任务类别 | 任务名称 | 预算金额 | |\n"
    let last = header + "| | 市政 | 修路 | 50 | |\n| | 市政 | 绿化 | 30 | |\n"
    let now = header + "| | 市政 | 绿化 | 35 | |\n| | 市政 | 修路 | 50 | |\n"
    try folder.write(Array(Self.page.replacing(row, with: last + row).utf8), to: "去年.md")
    try write([(row, now + row)])
    #expect(
      try changes() == [["/furtherTables/0/rows/1/cells/2/text", "年度主要任务 市政 预算金额", "30", "35"]])
  }

  @Test func valuesAreComparedByWhatTheyAreOf() throws {
    try write([
      ("298.8", "310.0"), ("≥10万次", "≥12万次"),
      // One indicator goes, one comes before all others.
      ("| 绩效指标 | 产出指标 | 数量指标 | 接听电话数", "| 绩效指标 | 产出指标 | 数量指标 | 值班人数 | ≥6人 |\n| | | | 接听电话数"),
      ("| | | 质量指标 | 接通率 | ≥90% |\n", ""),
    ])
    let result = try formconvert("diff", "去年.md", "今年.md", "--format", "json")
    #expect(result.status == 1)
    let report = try JSONParser.parse(result.output)
    let changed = try #require(report["changed"]?.elements)
    #expect(report["same"]?.double == 1 && changed.count == 1)
    #expect(changed.first?["name"]?.text == "热线运行")
    #expect(
      try changes() == [
        ["/funding/annualTotal/text", "", "298.8", "310.0"],
        ["/indicators/0/target/text", "接听电话数", "≥10万次", "≥12万次"],
        ["/indicators/1", "", "接通率", ""], ["/indicators/0", "", "", "值班人数"],
      ])
    let text = try formconvert("diff", "去年.md", "今年.md", "--lang", "zh").text
    #expect(text.contains("接听电话数：指标值"))
    #expect(text.hasSuffix("相同 1 张，有变化 1 张（4 处），只在前者 0 张，只在后者 0 张\n"))
  }

  /// Forms are found wherever they stand, and by their indicators where the name was misread.
  @Test func formsArePairedByTheirProjects() throws {
    let forms = Self.page.components(separatedBy: "# 项目支出绩效目标申报表\n").dropFirst()
    let swapped = forms.reversed().map { "# 项目支出绩效目标申报表\n" + $0 + "\n" }.joined()
    try folder.write(Array(swapped.replacing("热线运行", with: "热钱运行").utf8), to: "今年.md")
    let result = try formconvert("diff", "去年.md", "今年.md", "--format", "json")
    let report = try JSONParser.parse(result.output)
    let changed = try #require(report["changed"]?.elements?.first)
    #expect(changed["first"]?.text == "/forms/0" && changed["second"]?.text == "/forms/1")
    #expect(changed["changes"]?.elements?.count == 1)
    #expect(report["added"]?.elements?.isEmpty == true)
    #expect(report["removed"]?.elements?.isEmpty == true)
  }

  @Test func aFormOfOneFileOnlyIsNamed() throws {
    try write([("设备更新", "绿化养护"), ("购置台数 | ≥5台", "养护面积 | ≥300亩")])
    let result = try formconvert("diff", "去年.md", "今年.md")
    #expect(result.status == 1)
    #expect(
      result.text == """
        only in 去年.md
          设备更新

        only in 今年.md
          绿化养护

        the same: 1; changed: 0, in 0 places; only in the first: 1; only in the second: 1

        """)
  }

  /// Nothing differs where there is nothing to compare, but that is told.
  @Test func filesWithoutFormsAreNamed() throws {
    try folder.write(Array("甲,乙\n1,2\n".utf8), to: "a.csv")
    let both = try formconvert("diff", "a.csv", "a.csv")
    #expect(both.status == 0 && both.messages.split(separator: "\n").count == 2)
    let one = try formconvert("diff", "a.csv", "去年.md")
    #expect(one.status == 1)
    #expect(
      one.messages == "a.csv: warning: no performance form found; only forms are compared\n")
  }

  @Test(arguments: [
    (["diff", "去年.md"], 2), (["diff", "-", "-"], 2), (["diff", ".", "去年.md"], 2),
    (["diff", "去年.md", "missing.md"], 3),
  ])
  func wrongUseIsTold(arguments: [String], status: Int) throws {
    let result = try formconvert.run(arguments)
    #expect(result.status == status && result.output.isEmpty && !result.messages.isEmpty)
  }
}
