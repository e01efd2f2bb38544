import Foundation
import TestSupport
import Testing
import Writers

/// `collect`: the forms of many documents in one output.
struct CollectCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  private static let corpus: [String] = [
    "000_60dc517d70770853", "001_9271b70eb86a4fec", "002_75a7d0d2d6251555",
    "003_e5f57c13c73f70cb", "004_c5ac2ca95e2e7928",
  ].map { Fixture.package.appending(path: "corpus/\($0)/source.txt").path }

  private static let example = Fixture.package.appending(
    path: "examples/ci/forms/training/source.md")

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Array(Data(contentsOf: Self.example)), to: "in/培训.md")
  }

  /// The tables of an output, each by its rows; the texts of merged cells stand once.
  private func tables(_ path: String) throws -> [[[String]]] {
    let read = try formconvert("--as", "tables", "--quiet", path)
    #expect(read.status == 0, "\(read.messages)")
    let tables = try #require(try JSONParser.parse(read.output)["tables"]?.elements)
    return tables.map { table in
      let rowCount = Int(table["rows"]?.double ?? 0)
      let columnCount = Int(table["columns"]?.double ?? 0)
      var rows = [[String]](
        repeating: [String](repeating: "", count: columnCount), count: rowCount)
      for cell in table["cells"]?.elements ?? [] {
        let row = Int(cell["row"]?.double ?? 0)
        let column = Int(cell["column"]?.double ?? 0)
        rows[row][column] = cell["text"]?.text ?? ""
      }
      return rows
    }
  }

  /// The value below a title in a row that begins with a text.
  private static func value(
    _ title: String, of name: String, in table: [[String]]
  ) throws -> String {
    let column = try #require(table.first?.firstIndex(of: title))
    return try #require(table.first { $0[0] == name })[column]
  }

  /// Cells that hold text, counted in the source by hand: 34 in the table of the project, with
  /// 6, 4, 4, 5, 4, 2, 4, 3 and 2 in its rows, and 25 in that of the indicators.
  @Test func figuresOfTheExample() throws {
    let result = try formconvert("collect", "in", "-o", "all.tsv", "--quiet")
    #expect(result.status == 0 && result.messages.isEmpty)
    let tables = try tables("all.tsv")
    #expect(tables.count == 5)
    let coverage = try #require(tables.last)
    for (title, value) in [
      ("格式", "markdown"), ("表数", "1"), ("待核对的表", "0"), ("读取的单元格", "59"),
      ("未归位的文字", "0"), ("表外文字", "0"), ("未能读取", ""),
      ("字节", String(folder.bytes("in/培训.md")?.count ?? 0)),
    ] {
      #expect(try Self.value(title, of: "in/培训.md", in: coverage) == value, "\(title)")
    }
    // One row below the header for the form, each amount and each indicator.
    #expect(tables.prefix(3).map(\.count) == [2, 8, 7])
  }

  /// Figures that are known from elsewhere.
  ///
  /// Cells counted in the sources by another program: pipes and tabs, split and stripped by Python.
  /// Forms and indicators as the documents' `expected.json` have them.
  @Test func figuresOfTheCorpus() throws {
    let result = try formconvert.run(["collect", "-o", "all.tsv", "--quiet"] + Self.corpus)
    #expect(result.status == 0, "\(result.messages)")
    let tables = try tables("all.tsv")
    let coverage = try #require(tables.last)
    var forms: [CanonicalJSON] = []
    for (path, cells) in zip(Self.corpus, ["307", "709", "416", "632", "372"]) {
      #expect(try Self.value("读取的单元格", of: path, in: coverage) == cells)
      let file = URL(filePath: path).deletingLastPathComponent().appending(path: "expected.json")
      let expected = try JSONParser.parse(Array(Data(contentsOf: file)))
      let own = try #require(expected["forms"]?.elements)
      #expect(try Self.value("表数", of: path, in: coverage) == String(own.count))
      forms += own
    }
    #expect(try Self.value("读取的单元格", of: "合计", in: coverage) == "2436")
    #expect(try Self.value("表数", of: "合计", in: coverage) == String(forms.count))
    #expect(tables[0].count == forms.count + 1)
    let names = forms.flatMap { form in
      (form["indicators"]?.elements ?? []).map { $0["name"]?.text ?? "" }
    }
    let column = try #require(tables[2].first?.firstIndex(of: "三级指标"))
    #expect(tables[2].dropFirst().map { $0[column] } == names && names.count > 100)
  }

  /// A source longer than what is read at once is counted once.
  @Test func longSourcesAreCountedOnce() throws {
    let text = try String(contentsOf: Self.example, encoding: .utf8)
    try folder.write(Array(repeating: text, count: 600).joined(separator: "\n"), to: "long.md")
    #expect(try #require(folder.bytes("long.md")).count > 2 * 256 << 10)
    #expect(try formconvert("collect", "long.md", "-o", "all.tsv", "--quiet").status == 0)
    let coverage = try #require(try tables("all.tsv").last)
    #expect(try Self.value("表数", of: "long.md", in: coverage) == "600")
    #expect(try Self.value("读取的单元格", of: "long.md", in: coverage) == String(600 * 59))
  }

  @Test(arguments: ["xlsx", "html", "md", "tsv"])
  func everyFormatHasTheSameTables(_ ending: String) throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| =1+1 | 2 |\n", to: "in/other.md")
    let name = "out/全部.\(ending)"
    #expect(try formconvert("collect", "in", "-o", name, "--quiet").status == 0)
    #expect(try formconvert("collect", "in", "-o", "all.tsv", "--quiet").status == 0)
    #expect(try tables(name) == tables("all.tsv"))
    #expect(folder.files.filter { $0.hasPrefix("out/") } == [name])
  }

  @Test func linesAreThoseOfConvert() throws {
    try folder.write(try #require(folder.bytes("in/培训.md")), to: "in/z.md")
    #expect(try formconvert("collect", "in", "-o", "all.ndjson", "--quiet").status == 0)
    let lines = try ["in/培训.md", "in/z.md"].flatMap {
      try formconvert($0, "--to", "ndjson", "--quiet").output
    }
    let other = try ["in/z.md", "in/培训.md"].flatMap {
      try formconvert($0, "--to", "ndjson", "--quiet").output
    }
    #expect([lines, other].contains(folder.bytes("all.ndjson")))
  }

  /// A run that is repeated finds its own output among the inputs, or the wrong file is named.
  @Test(arguments: [["in", "-o", "in/all.csv"], ["in/培训.md", "-o", "in/培训.md"]])
  func noInputIsOverwritten(_ arguments: [String]) throws {
    try folder.write(Array("甲,乙\n".utf8), to: "in/all.csv")
    let (csv, page) = (folder.bytes("in/all.csv"), folder.bytes("in/培训.md"))
    let result = try formconvert.run(["collect"] + arguments)
    #expect(result.status == 2 && result.messages.contains("would overwrite the input"))
    #expect(folder.bytes("in/all.csv") == csv && folder.bytes("in/培训.md") == page)
  }

  @Test func unreadableInputsAreNamed() throws {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    try folder.write(picture, to: "in/照片.txt")
    let result = try formconvert("collect", "missing.md", "in", "-o", "all.tsv", "--quiet")
    #expect(result.status == 3)
    #expect(result.messages.contains("missing.md: error: \(Command.noSuchFile)\n"))
    let tables = try tables("all.tsv")
    let coverage = try #require(tables.last)
    // In the language of the tables, whatever that of the messages is.
    #expect(
      try Self.value("未能读取", of: "missing.md", in: coverage).hasPrefix("没有这个文件或文件夹"))
    #expect(try Self.value("未能读取", of: "in/照片.txt", in: coverage).contains("图像"))
    #expect(try Self.value("未能读取", of: "合计", in: coverage) == "2")
    #expect(try Self.value("表数", of: "合计", in: coverage) == "1")
    #expect(tables[0].count == 2)
  }

  @Test(arguments: ["all", "all.json", "all.docx", "-", "all.tsv/", ""])
  func endingsThatSayNothing(_ output: String) throws {
    let result = try formconvert("collect", "in", "-o", output)
    #expect(result.status == 2 && result.messages.contains("end it in .xlsx"))
    #expect(folder.files == ["in/培训.md"])
  }

  @Test func jobsChangeNothing() throws {
    for index in 0..<10 {
      try folder.write("| 甲 | 乙 |\n|---|---|\n| \(index) | 2 |\n", to: "in/\(index).md")
    }
    let one = try formconvert("collect", "in", "-o", "one.xlsx", "--jobs", "1")
    let many = try formconvert("collect", "in", "-o", "many.xlsx", "--jobs", "4")
    #expect(one.status == 0 && one.messages == many.messages)
    #expect(folder.bytes("one.xlsx") == folder.bytes("many.xlsx"))
  }

  @Test func headersFollowTheLanguage() throws {
    #expect(try formconvert("collect", "in", "-o", "a.tsv", "--lang", "en").status == 0)
    #expect(try tables("a.tsv")[0][0].prefix(3) == ["file", "form", "project name"])
  }
}

/// The workbook of `collect`, read by openpyxl.
@Suite(
  .enabled(
    if: PythonTools.isThere || PythonTools.isRequired,
    "needs Python's openpyxl; scripts/test installs it"))
struct CollectedWorkbookTests {
  @Test func numbersAreNumbers() throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let source = Fixture.package.appending(path: "corpus/001_9271b70eb86a4fec/source.txt").path
    #expect(try formconvert("collect", source, "-o", "all.xlsx", "--quiet").status == 0)
    let read = try PythonTools.run("read-xlsx", ["all.xlsx"], in: formconvert)
    #expect(read.status == 0, "\(read.messages)")
    let sheets = try #require(try JSONParser.parse(read.output)["sheets"]?.elements)
    #expect(sheets.map { $0["name"]?.text } == ["表", "资金", "指标", "诊断", "覆盖情况"])
    for sheet in sheets {
      #expect(sheet["filter"]?.text?.hasPrefix("A1:") == true)
      #expect(sheet["frozen"]?.text?.hasSuffix("2") == true)
    }
    let funding = try #require(sheets[1]["cells"])
    // Column G holds the exact number of the text in column F.
    var count = 0
    for row in 2... {
      guard let text = funding["F\(row)"]?.elements?[1] else { break }
      guard let number = funding["G\(row)"]?.elements else { continue }
      #expect(number[0].text == "n", "\(row)")
      let plain = (text.text ?? "").filter { $0.isNumber || $0 == "." || $0 == "-" }
      let printed = text.double ?? Double(plain)
      #expect(number[1].double == printed, "\(row)")
      count += 1
    }
    #expect(count > 10)
  }
}
