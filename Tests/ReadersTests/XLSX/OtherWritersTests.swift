import Foundation
import IR
import Readers
import TestSupport
import Testing

/// Workbooks of other programs are read as those programs show them.
@Suite(
  .serialized,
  .enabled(
    if: Tools.has(Tools.python), "needs openpyxl and XlsxWriter; scripts/test installs them"))
struct OtherWritersTests {
  private static let rows = [
    ["名称", "金额", "日期", "比例"],
    ["甲 & <乙>", "9,100,024.20", "2024-01-31", "98.5%"],
    ["007", "(5)", "2024年12月1日", "100.00%"],
    ["=1+1", "0.1", "2024/1/1 18:30", "TRUE"],
    ["a\nb", "壹佰贰拾叁万肆仟伍佰陆拾柒", "6:05:00", "1.23E+04"],
    ["两端", "123456789012", "1/2", "3件"],
    ["合并", "横"], ["竖"],
  ]

  private static func write(in folder: ScratchFolder) throws {
    let run = try ToolRun(
      Tools.python, [Tools.script("write-xlsx"), folder.url.path], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
  }

  private static func check(_ bytes: [UInt8], rows: [[String]] = rows) throws {
    let reading = try Reading(bytes)
    // The hidden sheet is read, and told about.
    #expect(reading.tables == [rows, [["1", "2"]]])
    #expect(reading.codes == [.hiddenSheet])
    let merged = reading.document.cells.filter { $0.rowSpan > 1 || $0.columnSpan > 1 }
    #expect(
      merged.map { [$0.row, UInt32($0.column), UInt32($0.rowSpan), UInt32($0.columnSpan)] }
        == [[6, 0, 2, 2], [6, 2, 1, 2], [7, 2, 1, 2]])
  }

  @Test(arguments: ["openpyxl", "xlsxwriter", "zip64"])
  func aWorkbookIsRead(by name: String) throws {
    let folder = try ScratchFolder()
    try Self.write(in: folder)
    try Self.check(folder.bytes("\(name).xlsx"))
  }

  @Test(
    .enabled(if: Tools.areCompared, "needs LibreOffice; scripts/test --interop installs it"),
    arguments: ["openpyxl", "xlsxwriter"])
  func aWorkbookSavedByLibreOfficeIsRead(name: String) throws {
    let folder = try ScratchFolder()
    try Self.write(in: folder)
    let run = try ToolRun(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.url.path)/profile", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", "saved", "\(name).xlsx",
      ], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
    var rows = Self.rows
    // In English, LibreOffice saves the format without `[DBNum2]`.
    rows[4][1] = "1234567"
    try Self.check(folder.bytes("saved/\(name).xlsx"), rows: rows)
  }

  @Test func theSamplesOfTheConformanceCasesAreRead() throws {
    guard let folder = Tools.conformance("xlsx/valid") else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".xlsx") }
    #expect(names.count >= 6)
    for name in names {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      #expect(try Reading(bytes).document.blocks.isEmpty == false, "\(name)")
    }
  }
}
