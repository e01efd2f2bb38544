import Foundation
import IR
import TestSupport
import Testing
import Writers

/// LibreOffice opens what was written and shows the same texts.
@Suite(
  .serialized,
  .enabled(if: Tools.areCompared, "needs LibreOffice; scripts/test --interop installs it"))
struct LibreOfficeTests {
  /// The rows LibreOffice shows of the sheets of a workbook.
  private func rows(_ sheets: [Sheet]) throws -> [[[String]]] {
    let folder = try ScratchFolder()
    let file = try folder.write(XLSXWriter().write(sheets).bytes, to: "book.xlsx")
    // Comma, quotes where needed, UTF-8, cells as they are shown, every sheet in a file.
    let run = try ToolRun(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(folder.url.path)/profile", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1",
        "--outdir", folder.url.path, file.path,
      ], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasSuffix(".csv") }
    try #require(names.count == sheets.count, "\(run.output)")
    return try sheets.map { sheet in
      let name = try #require(names.first { $0.contains(sheet.name) }, "\(names)")
      return CSV.rows(String(decoding: try folder.bytes(name), as: UTF8.self))
    }
  }

  @Test func everyCellShowsItsText() throws {
    var maker = DocumentMaker()
    // LibreOffice has no cell for characters that XML has not.
    let texts = Sheet.pretenders.filter { text in
      text.utf16.count <= 32_767
        && text.unicodeScalars.allSatisfy {
          ($0.value >= 0x20 || $0 == "\n") && $0.value & 0xFFFE != 0xFFFE
        }
    }
    maker.table(texts.map { [.init($0), .number($0), .date($0)] })
    let hostile = Sheet(name: "难", document: maker.document)
    let numbers = [
      "0", "-5", "0.50", "225,000.00", "1,234", "98.00%", "5%", "0.125%", "999999999999999",
      "1234567890123.45", "-1,234.5", "12,345,678.9", "1,000%", "007", "1E5", "-0.00",
    ]
    let dates = [
      "2024-01-01", "2024-1-1", "2024/1/9", "2024/10/10", "2024.01.01", "2024年1月1日", "2024年12月",
      "2024-01", "1900-03-01", "9999-12-31", "2024-02-30",
    ]
    maker = DocumentMaker()
    maker.table(numbers.map { [.number($0)] } + dates.map { [.date($0)] })
    let exact = Sheet(name: "数", document: maker.document)
    let shown = try rows([hostile, exact, .form])
    #expect(shown[0] == texts.map { [$0, $0, $0] })
    #expect(shown[1] == (numbers + dates).map { [$0] })
    let form = Set(shown[2].joined())
    for cell in Sheet.form.document.cells where !cell.text.isEmpty {
      #expect(form.contains(Sheet.form.document.string(cell.text)))
    }
  }
}

/// Comma-separated values with quotes (RFC 4180), as LibreOffice writes them.
enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        // A doubled quote stands for one.
        if !isQuoted, previous == "\"" { field.unicodeScalars.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      default: field.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return rows.dropLast()
  }
}
