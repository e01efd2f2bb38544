import IR
import Readers
import TestSupport
import Testing

@testable import Writers

struct XLSXWriterTests {
  private static func part(_ path: String, of sheets: [Sheet]) throws -> String {
    let parts = try XLSXWriter().parts(of: sheets)
    let part = try #require(parts.first { $0.path == path })
    return String(decoding: part.content.bytes, as: UTF8.self)
  }

  private static func sheet(_ rows: [[DocumentMaker.Entry]]) -> Sheet {
    var maker = DocumentMaker()
    maker.table(rows)
    return Sheet(name: "表", document: maker.document)
  }

  private static func sheetPart(_ rows: [[DocumentMaker.Entry]]) throws -> String {
    try part("xl/worksheets/sheet1.xml", of: [sheet(rows)])
  }

  @Test(arguments: SheetCase.allCases)
  func theSameSheetsGiveTheSameBytes(_ sheet: SheetCase) throws {
    let first = try XLSXWriter().write([sheet.sheet]).bytes
    #expect(try XLSXWriter().write([sheet.sheet]).bytes == first)
  }

  @Test func contentTypesComeFirst() throws {
    let bytes = try XLSXWriter().write([.form]).bytes
    #expect(Array(bytes[30..<49]) == Array("[Content_Types].xml".utf8))
  }

  @Test func nothingIsAFormula() throws {
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: [.hostile])
    #expect(!sheet.contains("<f"))
  }

  @Test func linesDifferFromPartsOnlyBetweenElements() throws {
    for part in try XLSXWriter().parts(of: [.hostile, .form]) {
      // One of the texts is a line end, and so is the end of the declaration.
      let packed = String(decoding: part.content.bytes, as: UTF8.self) + "\n"
      let lines = String(decoding: part.lines.bytes, as: UTF8.self)
      let joined = [packed, lines].map { $0.split(separator: ">\n<").joined(separator: "><") }
      #expect(joined[0] == joined[1])
      #expect(lines.count >= packed.count)
    }
    let lines = String(
      decoding: try XLSXWriter().parts(of: [Self.sheet([["甲", .number("1")]])])[6].lines.bytes,
      as: UTF8.self)
    #expect(
      lines.contains(
        """
        <row r="1">
        <c r="A1" s="1" t="s"><v>0</v></c>
        <c r="B1" s="3"><v>1</v></c>
        </row>
        """))
  }

  /// ECMA-376-1, 18.3.1.99, has the order of the elements.
  @Test func textsThatLookLikeNumbersAreNoMistakes() throws {
    let sheet = try Self.sheetPart([["007", "甲"]])
    #expect(
      sheet.hasSuffix(
        #"fitToHeight="0"/><ignoredErrors><ignoredError sqref="A1:B1" numberStoredAsText="1"/>"#
          + "</ignoredErrors></worksheet>"))
    let empty = try Self.part(
      "xl/worksheets/sheet1.xml", of: [Sheet(name: "空", document: Document())])
    #expect(empty.hasSuffix(#"fitToHeight="0"/></worksheet>"#))
  }

  @Test func spansBecomeMergesAndCoveredSlotsAreDrawn() throws {
    let sheet = try Self.sheetPart([
      [.label("甲", rows: 2, columns: 2), "乙"], ["丙"],
    ])
    #expect(sheet.contains(#"<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#))
    for reference in ["B1", "A2", "B2"] {
      #expect(sheet.contains("<c r=\"\(reference)\" s=\"1\"/>"))
    }
  }

  /// The rows and columns of cells of one text each, however they overlap.
  private static func overlapping(_ cells: [(row: Int, column: Int, rows: Int, columns: Int)])
    -> Sheet
  {
    var document = Document()
    let place = SourceRange(start: 0, end: 0)
    for (row, column, rows, columns) in cells {
      document.cells.append(
        Cell(
          text: document.store("\(row)/\(column)"), source: place, row: UInt32(row),
          column: UInt16(column), rowSpan: UInt16(rows), columnSpan: UInt16(columns)))
    }
    document.blocks = [
      .table(
        Table(
          index: 0, cells: 0..<cells.count, rowCount: (cells.last?.row ?? 0) + 1,
          columnCount: cells.map { $0.column + $0.columns }.max() ?? 0, source: place))
    ]
    return Sheet(name: "", document: document)
  }

  @Test(
    arguments: [
      // A wide cell meets a tall one from above.
      ([(0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 2)], ["B1:B2"]),
      // A cell begins where another reaches, below it and beside it.
      ([(0, 0, 3, 2), (1, 1, 1, 1), (2, 0, 1, 1)], ["A1:B1"]),
      ([(0, 0, 1, 3), (0, 1, 1, 1), (0, 2, 1, 1)], []),
      // Beyond the end of the table.
      ([(0, 0, 9, 1), (1, 1, 9, 2)], ["A1:A2", "B2:C2"]),
    ])
  func spansThatOverlapAreCut(
    cells: [(Int, Int, Int, Int)], merges: [String]
  ) throws {
    let sheet = try Self.part(
      "xl/worksheets/sheet1.xml",
      of: [Self.overlapping(cells.map { (row: $0.0, column: $0.1, rows: $0.2, columns: $0.3) })])
    let found = sheet.matches(of: /mergeCell ref="([A-Z0-9:]+)"/).map { String($0.1) }
    #expect(found == merges)
    #expect(sheet.matches(of: /t="s"/).count == cells.count)
  }

  @Test func spansOfAThousandColumnsDoNotFillTheSheet() throws {
    let cells = (0..<4_000).map { (row: $0, column: 0, rows: 1, columns: 1_000) }
    let bytes = try XLSXWriter().parts(of: [Self.overlapping(cells)]).reduce(0) {
      $0 + $1.content.count
    }
    #expect(bytes < 64 << 20)
  }

  @Test func largerThanASpreadsheetIsAnError() throws {
    var document = Document()
    let place = SourceRange(start: 0, end: 0)
    document.blocks = [
      .table(Table(index: 0, cells: 0..<0, rowCount: 1_048_577, columnCount: 1, source: place))
    ]
    let rows = #expect(throws: WriteError.self) {
      try XLSXWriter().write([Sheet(name: "大", document: document, style: .data)])
    }
    #expect(
      try #require(rows).message(.english).contains("sheet '大' would have more than 1048576 rows"))
    document.blocks = [
      .table(Table(index: 0, cells: 0..<0, rowCount: 1, columnCount: 16_385, source: place))
    ]
    let columns = #expect(throws: WriteError.self) {
      try XLSXWriter().write([Sheet(name: "大", document: document)])
    }
    #expect(try #require(columns).message(.english).contains("16384 columns"))
  }

  @Test func textsOfManyCellsStandOnceInAPartOfTheirOwn() throws {
    let rows = (0...50_000).map { [DocumentMaker.Entry(stringLiteral: "甲\($0)"), "a&b "] }
    var sheet = Self.sheet(rows)
    sheet.style = .data
    let parts = try XLSXWriter().parts(of: [sheet])
    let texts = try #require(parts.first { $0.path == "xl/sharedStrings.xml" })
    let strings = String(decoding: texts.content.bytes, as: UTF8.self)
    #expect(strings.contains(" count=\"100002\" uniqueCount=\"50002\">"))
    #expect(
      strings.contains(
        #"<si><t>甲0</t></si><si><t xml:space="preserve">a&amp;b </t></si><si><t>甲1</t></si>"#))
    #expect(strings.hasSuffix("<si><t>甲50000</t></si></sst>"))
    let content = String(decoding: parts[6].content.bytes, as: UTF8.self)
    #expect(
      content.contains(
        #"<row r="9"><c t="s"><v>9</v></c><c s="1" t="s"><v>1</v></c></row>"#))
  }

  /// In a large sheet only a cell has a reference that does not follow the one before.
  @Test func aLargeSheetHasReferencesOnlyWhereTheyAreNeeded() throws {
    let rows = (0...25_000).map { [DocumentMaker.Entry(stringLiteral: "甲\($0)"), "乙", "丙"] }
    var sheet = Self.sheet(rows)
    sheet.style = .data
    sheet.document.cells.removeAll {
      $0.row == 7 && $0.column == 1 || $0.row == 8 && $0.column == 0
    }
    guard case .table(var table) = sheet.document.blocks[0] else { return }
    table.cells = 0..<sheet.document.cells.count
    sheet.document.blocks = [.table(table)]
    let part = try XLSXWriter().parts(of: [sheet])[6]
    let content = String(decoding: part.content.bytes, as: UTF8.self)
    #expect(
      content.contains(
        #"<row r="8"><c t="s"><v>9</v></c><c r="C8" t="s"><v>2</v></c></row>"#
          + #"<row r="9"><c r="B9" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>"#))
    let source = try SourceText(reading: XLSXWriter().write([sheet]).bytes, name: "a.xlsx")
    let read = try Document(reading: source)
    #expect(
      read.cells.map { read.string($0.text) }
        == sheet.document.cells.map { sheet.document.string($0.text) })
    #expect(read.cells.map(\.column) == sheet.document.cells.map(\.column))
  }
}
