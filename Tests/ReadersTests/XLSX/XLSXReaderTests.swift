import IR
import Readers
import TestSupport
import Testing
import Writers

struct XLSXReaderTests {
  /// Reads a workbook of one sheet with these rows.
  private static func read(
    _ rows: String, after: String = "", styles: String = "", strings: String = "",
    properties: String = "", sheetAttributes: String = ""
  ) throws -> Reading {
    let package = PackageMaker(
      sheets: ["<sheetData>\(rows)</sheetData>\(after)"], styles: styles, strings: strings,
      properties: properties, sheetAttributes: sheetAttributes)
    return try Reading(package.bytes, name: "a.xlsx")
  }

  @Test func textsAreShared() throws {
    let reading = try Self.read(
      #"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>"#
        + #"<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>"#,
      strings: "<si><t>甲</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">乙 </t></r>"
        + "<r><t>丙</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si>"
        + "<si><t>a&lt;b_x0041__x000D_</t></si><si><t>_xD83D__xDE00_ _x005F_x0041_</t></si>")
    #expect(reading.tables == [[["乙 丙", "甲"], ["a<bA", "😀 _x0041_"]]])
    #expect(reading.document.source.format == .xlsx)
  }

  /// Half of a pair is no character; its escape is all there is to say of it.
  @Test func escapesOfHalvesStayAsTheyAre() throws {
    let texts = ["a_xD83D_", "_xDE00_b", "_xDE00__xD83D_", "_xD83D_ _xDE00_"]
    let reading = try Self.read(
      "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>")
    #expect(reading.tables == [[texts]])
    #expect(reading.codes.isEmpty)
    let bytes = try XLSXWriter().write([Sheet(name: "a", document: reading.document)]).bytes
    #expect(try Reading(bytes).tables == [[texts]])
  }

  @Test func textsStandInCells() throws {
    let reading = try Self.read(
      #"<row><c t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>"#
        + #"<c t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>"#
        + "</row><row><c t=\"inlineStr\"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>"
        + "<c><f>1+1</f><v>2</v></c><c t=\"b\"><v>0</v></c></row>")
    #expect(reading.tables == [[["甲", "甲x", "TRUE", "#N/A"], ["乙丙", "2", "FALSE"]]])
    #expect(reading.codes.isEmpty)
  }

  @Test func aFormulaWithoutAValueIsToldAbout() throws {
    let reading = try Self.read(
      #"<row r="3"><c r="B3"><v>1</v></c><c r="C3"><f>B3*2</f><v></v></c>"#
        + #"<c r="D3"><v>2</v></c></row>"#)
    #expect(reading.tables == [[["1", "", "2"]]])
    #expect(reading.codes == [.formulaWithoutValue])
    let diagnostic = try #require(reading.document.diagnostics.first)
    let place = try #require(diagnostic.source)
    let position = reading.document.source.workbook?.places.position(at: place.start)
    #expect(position?.text(sheetNames: ["S1"]) == "S1!C3")
    #expect(diagnostic.message(.english).contains("B3*2"))
  }

  /// ECMA-376-1, 18.4.8: the number counts from 0; there are two texts.
  @Test(arguments: ["2", "-1", "x", "4294967296", "99999999999999999999", " 1"])
  func aTextThatIsNotThereIsAnError(_ number: String) throws {
    let package = PackageMaker(
      sheets: [
        "<sheetData><row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>\(number)</v></c></row></sheetData>"
      ], strings: "<si><t>甲</t></si><si><t>乙</t></si>")
    let reading = try Reading(package.bytes)
    #expect(reading.tables == [[["乙", number.replacing(" ", with: "")]]])
    #expect(reading.codes == [.sharedTextAbsent])
  }

  @Test func mergedCellsAreSpans() throws {
    let reading = try Self.read(
      #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>3</v></c></row>"#
        + #"<row r="2"><c r="A2"/><c r="B2" t="inlineStr"><is><t>遮</t></is></c>"#
        + #"<c r="C2"><v>4</v></c></row>"#,
      after: #"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B1:C1"/></mergeCells>"#)
    #expect(reading.tables == [[["1", "3"], ["4"]]])
    let first = try #require(reading.document.cells.first)
    #expect(first.rowSpan == 2 && first.columnSpan == 2)
    #expect(reading.codes == [.textCovered])
  }

  @Test func blankRowsDivideAndTitlesAreText() throws {
    let styles = """
      <fonts><font><sz val="11"/></font><font><b/><sz val="16"/></font></fonts>\
      <borders><border/><border><left style="thin"/></border></borders>\
      <cellXfs><xf/><xf fontId="1"/><xf borderId="1"/></cellXfs>
      """
    let reading = try Self.read(
      """
      <row r="2"><c r="B2" s="1" t="inlineStr"><is><t>题</t></is></c></row>\
      <row r="3"><c r="B3" t="inlineStr"><is><t>单位：元</t></is></c></row>\
      <row r="4"><c r="B4" s="2"><v>1</v></c><c r="C4" s="2"><v>2</v></c></row>\
      <row r="5"><c r="B5" s="2"/><c r="C5" s="2"/><c r="D5"/></row>\
      <row r="6"><c r="B6" s="2"><v>3</v></c><c r="C6" s="2"/></row>\
      <row r="7"><c r="C7" t="inlineStr"><is><t>注</t></is></c></row>\
      <row r="9"><c r="A9"><v>8</v></c><c r="C9"><v>9</v></c></row>
      """, styles: styles)
    #expect(reading.texts == ["#题", "单位：元", "注"])
    // A row with borders belongs to its table, empty as it is.
    #expect(reading.tables == [[["1", "2"], ["", ""], ["3", ""]], [["8", "9"]]])
    #expect(reading.document.cells.last?.column == 2)
  }

  @Test func aColumnOfTextsIsATable() throws {
    let cells = (1...4).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }
    #expect(try Self.read(cells.joined()).tables == [[["1"], ["2"], ["3"], ["4"]]])
  }

  @Test func allSheetsAreReadHiddenOnesToo() throws {
    let sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
    let package = PackageMaker(sheets: [sheet, "<sheetData/>", sheet])
    let reading = try Reading(package.bytes)
    #expect(reading.tables == [[["1", "2"]], [["1", "2"]]])
    let places = try #require(reading.document.source.workbook?.places)
    #expect(
      reading.document.cells.map {
        places.position(at: $0.source.start).text(sheetNames: places.names)
      } == [
        "S1!A1", "S1!B1", "S3!A1", "S3!B1",
      ])
    let hidden = try Self.read("", sheetAttributes: " state=\"veryHidden\"")
    #expect(hidden.codes == [.hiddenSheet])
  }

  @Test func otherPrefixesAndStrictNamespacesAreFine() throws {
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var package = PackageMaker(sheets: [""])
    package.parts[package.parts.count - 1].content = Array(
      """
      <x:worksheet xmlns:x="\(main)" xmlns:y="urn:y"><x:sheetData><x:row>\
      <x:c><x:v>1</x:v><y:v>5</y:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>\
      </x:worksheet>
      """.utf8)
    #expect(try Reading(package.bytes).tables == [[["1", "2"]]])
  }

  @Test func daysMayBeCountedFrom1904() throws {
    let styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    let rows = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43830</v></c></row>"
    #expect(try Self.read(rows, styles: styles).tables == [[["1900/1/0", "2019/12/31"]]])
    #expect(
      try Self.read(rows, styles: styles, properties: "<workbookPr date1904=\"1\"/>").tables
        == [[["1904/1/1", "2024/1/1"]]])
  }

  @Test func numbersAndDatesAreKnownAsSuch() throws {
    let styles = "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/></cellXfs>"
    let reading = try Self.read(
      "<row><c><v>1</v></c><c s=\"1\"><v>45292</v></c><c s=\"2\" t=\"str\"><v>1</v></c></row>",
      styles: styles)
    #expect(reading.document.cells.map(\.kind) == [.number, .date, .text])
  }

  @Test func aWorkbookWithoutStylesAndStrings() throws {
    var package = PackageMaker(sheets: [
      "<sheetData><row><c><v>1.50</v></c><c s=\"7\"><v>2</v></c></row></sheetData>"
    ])
    package.parts.removeAll { $0.name.hasSuffix("styles.xml") || $0.name.hasSuffix("Strings.xml") }
    let relationships = package.parts.firstIndex { $0.name == "xl/_rels/workbook.xml.rels" }
    let index = try #require(relationships)
    let text = String(decoding: package.parts[index].content, as: UTF8.self)
    package.parts[index].content = Array(
      text.replacing(/<Relationship Id="[tu]".*?\/>/, with: "").utf8)
    #expect(try Reading(package.bytes).tables == [[["1.5", "2"]]])
  }
}
