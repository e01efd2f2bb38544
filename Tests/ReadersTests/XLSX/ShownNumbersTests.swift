import Foundation
import IR
import Readers
import TestSupport
import Testing

/// LibreOffice shows numbers as they are read here.
@Suite(
  .enabled(if: Tools.areCompared, "needs LibreOffice; scripts/test --interop installs it"))
struct ShownNumbersTests {
  private static let values = [
    "0", "1", "-1", "0.5", "-0.5", "1.005", "2.675", "-2.5", "12.345", "0.98", "0.12345", "1234.5",
    "-1234567.891", "100000000", "45292", "45351.75", "59.5", "0.999", "1.23456789E-3",
    "123456789.125",
    "0.30000000000000004", "36526.0416666667",
  ]
  private static let codes = [
    "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "##0.0E+0", "000000",
    "0.0###", "#,##0.00_);(#,##0.00)", "0;-0;\"零\"", "[>=100]0.0;0.00", "#,##0,", "0.0,,\"百万\"",
    "\"¥\"#,##0.00;\"¥\"\\-#,##0.00", "[$¥-804]#,##0.00", "# ?/?", "# ??/??", "0\"件\"", "00-00",
    "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
  ]
  private static let dateValues = [
    "45292", "45351.75", "36526.0416666667", "61", "2958465.25", "45626.999",
  ]
  private static let dateCodes = [
    "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"mm\"月\"", "d-mmm-yy", "mmmm d, yyyy", "dddd",
    "ddd", "h:mm", "hh:mm:ss", "h:mm AM/PM", "[h]:mm:ss", "[mm]:ss", "yyyy-mm-dd hh:mm:ss.000",
    "mm:ss.0",
    "yy.m.d", "m\"月\"d\"日\"", "yyyy\\-mm\\-dd\\ h:mm", "mmmmm", "h\"时\"mm\"分\"ss\"秒\"",
  ]

  @Test func numbersAndDatesAreShownAlike() throws {
    let bytes = Self.workbook.bytes
    let folder = try ScratchFolder()
    try folder.write(bytes, to: "a.xlsx")
    let run = try ToolRun(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.url.path)/profile", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,true,false,false,1",
        "a.xlsx",
      ], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        .first { $0.hasSuffix(".csv") })
    let shown = String(decoding: try folder.bytes(name), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let read = try #require(try Reading(bytes).tables.first)
    try #require(shown.count == read.count)
    var differences: [String] = []
    for (row, (theirs, ours)) in zip(shown, read).enumerated() {
      for (column, (their, our)) in zip(theirs, ours).enumerated() {
        let text = their.trimmingCharacters(in: .whitespaces)
        let cell = Self.cells[row][column]
        if text != our, !Self.isKnownToDiffer(cell.value, cell.code) {
          differences.append("\(Self.cells[row][column]): '\(text)' there, '\(our)' here")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// Where LibreOffice does not show what Excel shows.
  private static func isKnownToDiffer(_ value: String, _ code: String) -> Bool {
    switch (value, code) {
    // It multiplies in binary, where 100.5 is a little less.
    case ("1.005", "0%"): true
    // It takes the sign off what is rounded to zero.
    case (_, "#,##0,"), (_, "0.0,,\"百万\""): value.hasPrefix("-")
    // It cuts seconds off; Excel rounds them.
    case ("45626.999", _): code.contains("ss")
    // It counts no hours from 1899 to 9999.
    case ("2958465.25", _): code.contains("[")
    default: false
    }
  }

  /// The value and the format of each cell; a row for each format.
  private static let cells: [[(value: String, code: String)]] =
    codes.map { code in values.map { ($0, code) } }
    + dateCodes.map { code in dateValues.map { ($0, code) } }

  private static var workbook: PackageMaker {
    let codes = Self.codes + dateCodes
    let formats = codes.enumerated().map { index, code in
      let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(escaped)\"/>"
    }.joined()
    let styles = codes.indices.map {
      "<xf numFmtId=\"\(200 + $0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\"/>"
    }.joined()
    let rows = cells.enumerated().map { index, cells in
      "<row>" + cells.map { "<c s=\"\(index)\"><v>\($0.value)</v></c>" }.joined() + "</row>"
    }.joined()
    var package = PackageMaker(
      sheets: ["<sheetData>\(rows)</sheetData>"],
      styles: """
        <numFmts count="\(codes.count)">\(formats)</numFmts>\
        <fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="\(codes.count)">\(styles)</cellXfs>
        """)
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package.parts[0] = .init(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(type).worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/>\
      <Override PartName="/xl/sharedStrings.xml" ContentType="\(type).sharedStrings+xml"/></Types>
      """)
    return package
  }
}
