import Foundation
import TestSupport
import Testing
import Writers

/// Forms that the command writes in a format for people come back as the same forms.
struct FormRoundTripTests {
  static let documents: [String] = {
    let corpus = Fixture.package.appending(path: "corpus")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return names.sorted().map { corpus.appending(path: "\($0)/source.txt").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }()

  private static let formats: [[String]] = [
    ["-o", "out.md"], ["-o", "out.html"], ["-o", "out.tsv"], ["-o", "out.xlsx"],
    ["-o", "out.ndjson"], ["--keep-merged", "-o", "merged.md"],
    ["--to", "tsv", "--dialect", "excel", "-o", "excel.txt"],
    ["--to", "tsv", "--dialect", "excel", "--guard-formulas", "-o", "guarded.txt"],
  ]

  @Test func thereAreDocuments() { #expect(Self.documents.count >= 5) }

  @Test(arguments: documents, formats)
  func formsComeBack(_ document: String, _ options: [String]) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let written = try formconvert.run(["--quiet", document] + options)
    #expect(written.status == 0, "\(written.messages)")
    let first = try JSONParser.parse(formconvert("--quiet", document).output)
    let second = try formconvert("--quiet", try #require(options.last))
    #expect(second.status == 0, "\(second.messages)")
    let again = try JSONParser.parse(second.output)
    for key in ["forms", "outside"] {
      let values = try #require(Self.withoutPlaces(first[key] ?? .array([])).elements)
      #expect(values == Self.withoutPlaces(again[key] ?? .array([])).elements, "\(key)")
      #expect(key == "outside" || !values.isEmpty)
    }
  }

  @Test func amountsWithTheirUnitsComeBack() throws {
    let folder = try TemporaryFolder()
    let page = """
      # 项目支出绩效目标申报表

      | 项目名称 | 热线运行 | 实施单位 | 某中心 | |
      |---|---|---|---|---|
      | 项目资金 | 年度资金总额 | 298.8万元 | 其他资金 | 1,500（元） |
      | 绩效指标 | 产出指标 | 数量指标 | 接听电话数 | ≥10万次 |
      """
    try folder.write(Array(page.utf8), to: "in.md")
    let formconvert = Command(folder: folder.url)
    let json = try formconvert("in.md", "--to", "json", "--quiet").text
    #expect(json.contains(#""annualTotal":{"amount":"298.8","text":"298.8万元","unit":"万元"}"#))
    #expect(json.contains(#"{"amount":"1500","text":"1,500（元）","unit":"元"}"#))
    let check = try formconvert("check", "in.md")
    #expect(check.status == 0, "\(check.messages)\(check.text)")
  }

  /// A text without a place in the form says where it stands in the source, which is another one.
  private static func withoutPlaces(_ value: CanonicalJSON) -> CanonicalJSON {
    switch value {
    case .array(let elements): .array(elements.map(withoutPlaces))
    case .object(let members):
      .object(
        members.filter { !["line", "column", "sheet", "cell"].contains($0.key) }.map {
          CanonicalJSON.Member($0.key, withoutPlaces($0.value))
        })
    default: value
    }
  }

  /// The data repeats the forms, so that they would come twice if it were read.
  @Test(arguments: documents)
  func theDataSheetIsPassedOver(_ document: String) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    #expect(try formconvert("--quiet", document, "-o", "a.xlsx").status == 0)
    for content in ["forms", "tables"] {
      let json = try JSONParser.parse(formconvert("--as", content, "a.xlsx").output)
      let found = (json["diagnostics"]?.elements ?? []).filter {
        $0["code"]?.text == "derived-sheet"
      }
      #expect(found.count == 1 && found[0]["severity"]?.text == "note")
      #expect(found[0]["message"]?.text?.contains("数据") == true)
    }
    let forms = try JSONParser.parse(formconvert(document, "--quiet").output)["forms"]?.elements
    let tables = try JSONParser.parse(formconvert("--as", "tables", "a.xlsx").output)["tables"]
    let texts = (tables?.elements ?? []).flatMap { $0["cells"]?.elements ?? [] }
      .compactMap { $0["text"]?.text }
    #expect(!texts.contains("表序号") && !texts.isEmpty && forms?.isEmpty == false)
  }
}

/// Workbooks of forms, read and edited by openpyxl.
@Suite(
  .enabled(
    if: PythonTools.isThere || PythonTools.isRequired,
    "needs Python's openpyxl; scripts/test installs it"))
struct EditedWorkbookTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  @Test(arguments: FormRoundTripTests.documents)
  func theLastSheetHasTheData(_ document: String) throws {
    #expect(try formconvert("--quiet", document, "-o", "a.xlsx").status == 0)
    let read = try PythonTools.run("read-xlsx", ["a.xlsx"], in: formconvert)
    let sheets = try #require(try JSONParser.parse(read.output)["sheets"]?.elements)
    #expect(sheets.last?["name"]?.text == "数据" && sheets.count >= 2)
    let forms = try JSONParser.parse(formconvert("--quiet", document).output)["forms"]?.elements
    let names = (forms ?? []).flatMap { form in
      (form["indicators"]?.elements ?? []).compactMap { $0["name"]?.text }
    }
    // A text may be a number in the workbook.
    let cells = sheets.last?["cells"]?.memberValues ?? []
    let texts = Set(cells.compactMap { $0.elements?[1].text })
    #expect(Set(names).subtracting(texts).allSatisfy { Double($0) != nil }, "\(names)")
  }

  /// What a person would do in a spreadsheet: type over a target, insert a row with an indicator
  /// below another one, delete a row.
  private static let edit = """
    import sys
    from openpyxl import load_workbook
    book = load_workbook('a.xlsx')
    sheet = book.worksheets[0]
    kind, name, text = sys.argv[1:4]
    row, column = next((c.row, c.column) for line in sheet.iter_rows() for c in line
                       if c.value == name)
    right = max(c for c in range(1, sheet.max_column + 1) if sheet.cell(row, c).value is not None)
    spans = list(sheet.merged_cells.ranges)
    def shift(by):
        # openpyxl moves cells, but no merged areas.
        for area in spans:
            if area.min_row > row:
                area.shift(row_shift=by)
            elif area.max_row > row or by < 0 and area.max_row >= row > area.min_row:
                area.expand(down=by) if by > 0 else area.shrink(bottom=-by)
    if kind == 'target':
        sheet.cell(row, right).value = text
    elif kind == 'insert':
        inner = [(a.min_col, a.max_col) for a in spans if a.min_row == a.max_row == row]
        sheet.insert_rows(row + 1)
        shift(1)
        sheet.cell(row + 1, column).value = text
        sheet.cell(row + 1, right).value = '≥7(次)'
        for left, last in inner:
            sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=left, end_column=last)
    elif kind == 'delete':
        for area in [a for a in spans if a.min_row == a.max_row == row]:
            sheet.merged_cells.remove(area)
            spans.remove(area)
        sheet.delete_rows(row)
        shift(-1)
    book.save('b.xlsx')
    """

  private func edited(_ arguments: [String]) throws -> (before: [[String]], after: [[String]]) {
    let source = Fixture.package.appending(path: "examples/ci/forms/training/source.md").path
    #expect(try formconvert("--quiet", source, "-o", "a.xlsx").status == 0)
    try folder.write(Self.edit, to: "edit.py")
    let python = Fixture.package.appending(path: ".build/test-tools/bin/python")
    let result = try formconvert.run(
      python, ["edit.py"] + arguments, input: [], environment: ["PYTHONUTF8": "1"])
    #expect(result.status == 0, "\(result.messages)")
    return (try indicators("a.xlsx"), try indicators("b.xlsx"))
  }

  /// The indicators of the only form: both levels, the name, the target.
  private func indicators(_ path: String) throws -> [[String]] {
    let read = try formconvert("--quiet", path)
    #expect(read.status == 0, "\(read.messages)")
    let forms = try #require(try JSONParser.parse(read.output)["forms"]?.elements)
    #expect(forms.count == 1 && forms.first?["unplaced"] == nil)
    return (forms.first?["indicators"]?.elements ?? []).map { indicator in
      [
        indicator["level1"]?.text, indicator["level2"]?.text, indicator["name"]?.text,
        indicator["target"]?["text"]?.text,
      ].map { $0 ?? "" }
    }
  }

  @Test func aChangedTargetComesBack() throws {
    var (before, after) = try edited(["target", "培训人数", "≥1200(人)"])
    #expect(before.count == 6 && before[1][3] == "≥1000(人)")
    before[1][3] = "≥1200(人)"
    #expect(after == before)
  }

  @Test(arguments: ["培训期数", "培训人数"])
  func anInsertedIndicatorComesBack(_ name: String) throws {
    var (before, after) = try edited(["insert", name, "走访企业数"])
    let index = try #require(before.firstIndex { $0[2] == name })
    before.insert(["产出指标", "数量指标", "走访企业数", "≥7(次)"], at: index + 1)
    #expect(after == before)
  }

  @Test func aDeletedIndicatorIsGone() throws {
    var (before, after) = try edited(["delete", "培训人数", ""])
    before.remove(at: try #require(before.firstIndex { $0[2] == "培训人数" }))
    #expect(after == before)
  }
}
