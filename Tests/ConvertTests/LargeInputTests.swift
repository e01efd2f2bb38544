import Foundation
import TestSupport
import Testing
import Writers

/// A large file is read piece by piece, which changes nothing in what is written.
struct LargeInputTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  /// A document of the corpus over and over, with an HTML table between.
  private func text(byteCount: Int) throws -> [UInt8] {
    let corpus = URL(filePath: #filePath).appending(path: "../../../corpus").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path)
    let name = try #require(names.first { $0.hasPrefix("000") })
    var once = Array(try Data(contentsOf: corpus.appending(path: name + "/source.txt")))
    once += Array("\n\n<table><tr><td>一\n\n二</td></tr></table>\n\n".utf8)
    return [[UInt8]](repeating: once, count: byteCount / once.count + 1).flatMap { $0 }
  }

  @Test(arguments: [["--to", "ndjson"], ["--as", "tables"], ["--as", "tables", "--to", "tsv"]])
  func piecesGiveTheSameBytes(_ options: [String]) throws {
    let bytes = try text(byteCount: 5 << 20)
    try folder.write(bytes, to: "large.md")
    // Standard input is read as a whole.
    let whole = try formconvert.run(
      Command.executable, options + ["--quiet", "-"], input: bytes, environment: [:])
    let pieces = try formconvert.run(options + ["--quiet", "large.md"])
    #expect(whole.status == 0 && pieces.status == 0)
    let named = String(decoding: pieces.output, as: UTF8.self)
      .replacing("\"source\":\"large.md\",", with: "")
      .replacing(",\"source\":\"large.md\"}", with: "}")
      .replacing("\"name\":\"large.md\",", with: "")
    #expect(named == whole.text)
  }

  /// More tables and texts than are looked at together stand before a form.
  @Test(arguments: ["markdown", "xlsx"])
  func whatIsBeforeAFormFarBelowIsWritten(_ format: String) throws {
    let long = String(repeating: "文字", count: 80)
    let before = (0..<600).map { "\($0)\(long)\n\n| 甲 | 乙 |\n| --- | --- |\n| \($0) | 丙 |\n\n" }
    let form = try text(byteCount: 1)
    try folder.write(Array(before.joined().utf8), to: "none.md")
    try folder.write(Array(before.joined().utf8) + form, to: "one.md")
    for (name, formCount) in [("none.md", 0), ("one.md", 5)] {
      let expected = try JSONParser.parse(formconvert("--quiet", name).output)
      #expect(try formconvert("--quiet", name, "--to", format, "-o", "copy").status == 0)
      let found = try JSONParser.parse(formconvert("--quiet", "copy").output)
      #expect(expected["forms"]?.elements?.count == formCount)
      #expect(expected["forms"]?.buffer.bytes == found["forms"]?.buffer.bytes)
      for key in ["tables", "outside"] {
        #expect(expected[key]?.elements?.count ?? 0 >= 600)
        #expect(expected[key]?.elements?.count == found[key]?.elements?.count, "\(name) \(key)")
      }
    }
  }

  /// A table of text that comes in parts, and one with something to say about it.
  @Test(arguments: ["json", "ndjson", "tsv", "csv"], [false, true])
  func partsOfATableGiveTheSameBytes(_ format: String, _ hasDiagnostics: Bool) throws {
    let rows = (0..<120_000).map { "浦东新区职业技能培训\($0)\t1,234.50\t\"两\n行\"\ta &lt; b\n" }
    let last = hasDiagnostics ? "\"没有\t结束\n" : ""
    let bytes = Array(("甲\t乙\t丙\t丁\n" + rows.joined() + last).utf8)
    try folder.write(bytes, to: "large.tsv")
    let options = ["--as", "tables", "--to", format]
    let whole = try formconvert.run(
      Command.executable, options + ["--from", "tsv", "-"], input: bytes, environment: [:])
    let parts = try formconvert.run(options + ["large.tsv"])
    let named = parts.text
      .replacing("\"source\":\"large.tsv\",", with: "")
      .replacing("\"name\":\"large.tsv\",", with: "")
    #expect(named == whole.text)
    #expect(whole.status == parts.status && whole.status <= 1)
  }

  /// Read as a whole, the sheet takes a quarter more than that at least: its texts are 30 MB.
  @Test(.enabled(if: Tools.has(Tools.python)))
  func theMemoryForASheetDoesNotGrowWithIt() throws {
    let run = try ToolRun(
      Tools.python,
      [
        Tools.script("check-sheet-memory"), "--quick", Command.executable.path, "54", "500", "5000",
      ], in: folder.url)
    #expect(run.status == 0, "\(run.output)")
  }

  /// A form that begins in a table of which only parts are in memory.
  @Test func aFormWithinALargeSheetIsFound() throws {
    let form = [
      ["财政项目支出绩效目标申报表"], ["项目名称", "热线运行", "项目类别", "其他"],
      ["主管部门", "某局", "实施单位", "某中心"],
      ["计划开始日期", "2024-01-01", "计划完成日期", "2024-12-31"],
      ["一级指标", "二级指标", "三级指标", "年度指标值"], ["产出指标", "数量指标", "受理数", "≥10(个)"],
      ["效益指标", "社会效益指标", "便捷程度", "提高"],
    ]
    let filling = String(repeating: "字", count: 1_000)
    var rows = (1...3_000).map { ["行 \($0)", filling] }
    rows.insert(contentsOf: form, at: 2_900)
    let sheet = rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let bytes = PackageMaker(sheets: ["<sheetData>\(sheet.joined())</sheetData>"]).bytes
    try folder.write(bytes, to: "large.xlsx")
    let pieces = try formconvert.run(["--quiet", "--to", "ndjson", "large.xlsx"])
    let whole = try formconvert.run(
      Command.executable, ["--quiet", "--to", "ndjson", "-"], input: bytes, environment: [:])
    #expect(pieces.text.hasPrefix("{\"form\":") && pieces.text.contains("热线运行"))
    #expect(
      whole.text
        == pieces.text.replacing(",\"source\":\"large.xlsx\"}", with: "}")
        .replacing("\"name\":\"large.xlsx\",", with: ""))
  }
}
