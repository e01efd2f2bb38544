import Foundation
import IR
import TestSupport
import Testing
import Writers

/// openpyxl reads what was written.
@Suite(
  .enabled(if: Tools.has(Tools.python), "needs Python's openpyxl; scripts/test installs it"))
struct OpenpyxlTests {
  /// What openpyxl says about a workbook.
  private struct Book: Decodable {
    struct Sheet: Decodable {
      let name: String
      let merges: [String]
      let frozen: String?
      let titles: String?
      let area: String
      let filter: String?
      let page: [Value]
      let cells: [String: [Value]]
    }
    let sheets: [Sheet]
    let times: [[Int]]
    let title: String?
  }

  /// A value of JSON.
  private enum Value: Decodable, Equatable {
    case text(String), number(Decimal), flag(Bool), none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Decimal.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private func read(_ sheets: [Sheet]) throws -> Book {
    let folder = try ScratchFolder()
    let file = try folder.write(
      XLSXWriter(properties: .full).write(sheets).bytes, to: "book.xlsx")
    let run = try ToolRun(Tools.python, [Tools.script("read-xlsx"), file.path], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
    return try JSONDecoder().decode(Book.self, from: Data(run.output.utf8))
  }

  /// The cells of a sheet whose tables begin in given rows, as text.
  private func texts(_ sheet: Sheet, tableRows: [Int]) -> [String: String] {
    var texts: [String: String] = [:]
    let tables = sheet.document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    for (table, first) in zip(tables, tableRows) {
      for cell in sheet.document.cells[table.cells] where !cell.text.isEmpty {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(cell.column)))
        texts["\(letter)\(first + Int(cell.row))"] = sheet.document.string(cell.text)
      }
    }
    return texts
  }

  @Test func theFormIsReadAsItIsPrinted() throws {
    let book = try read([.form])
    let sheet = try #require(book.sheets.first)
    #expect(sheet.name == "人力资源和社会保障业务信息系统运行维护")
    #expect(sheet.frozen == "A3" && sheet.filter == nil)
    // The row of 一级指标 is the last one of header cells in the longest table.
    #expect(sheet.titles == "$12:$12")
    #expect(sheet.area == "'\(sheet.name)'!$A$1:$F$24")
    #expect(sheet.page == [.number(9), .text("portrait"), .flag(true), .number(0)])
    #expect(book.times == [[1980, 1, 1, 0, 0, 0]] && book.title == DocumentProperties.full.title)
    #expect(
      Set(sheet.merges).isSuperset(of: [
        "A1:F1", "A2:F2", "B3:D3", "A6:A9", "B6:C6", "A10:A11", "B11:D11", "A13:A17", "B15:B16",
        "A22:F22",
      ]))
    var expected = texts(.form, tableRows: [3, 23])
    expected["A1"] = "财政项目支出绩效目标申报表"
    expected["A2"] = "（2024年度）"
    expected["A22"] = "附：原表信息"
    #expect(Set(sheet.cells.keys) == Set(expected.keys))
    for (reference, text) in expected where sheet.cells[reference]?[0] == .text("s") {
      #expect(sheet.cells[reference]?[1] == .text(text))
    }
    #expect(
      sheet.cells["D6"] == [.text("n"), .number(Decimal(string: "9100024.2")!), .text("#,##0.00")])
    #expect(sheet.cells["F8"] == [.text("n"), .number(0), .text("0.00")])
    #expect(sheet.cells["F5"] == [.text("d"), .text("2024-12-31T00:00:00"), .text("yyyy-mm-dd")])
    #expect(sheet.cells["D13"] == nil && sheet.cells["E13"]?[0] == .text("s"))
  }

  @Test func textThatTriesToBeSomethingElseStaysText() throws {
    let book = try read([.hostile])
    let sheet = try #require(book.sheets.first)
    let last = try #require(book.sheets.last)
    #expect(book.sheets.count == 2 && last.name == "续文")
    var rests: [String: String] = [:]
    for row in 2...3 {
      guard case .text(let reference)? = last.cells["B\(row)"]?[1],
        case .text(let rest)? = last.cells["C\(row)"]?[1]
      else { continue }
      rests[reference] = rest
    }
    let expected = texts(.hostile, tableRows: [3, 4 + Sheet.pretenders.count])
    #expect(expected.count >= 4 * Sheet.pretenders.count - 4)
    for (reference, text) in expected {
      let cell = try #require(sheet.cells[reference], "\(reference) is missing")
      if cell[0] != .text("s") {
        // Only those of known numbers and dates that a format shows as they are.
        #expect(reference.first == "A" && text == "5%", "\(reference): \(text)")
        continue
      }
      // A text beyond the limit goes on in the last sheet.
      let rest = text.utf16.count > 32_767 ? rests[reference] ?? "" : ""
      guard case .text(let beginning) = cell[1] else { continue }
      #expect(beginning + rest == text && beginning.utf16.count <= 32_767, "\(reference)")
    }
  }

  @Test func dataCanBeFilteredAndCounted() throws {
    let sheet = try #require(try read([.data]).sheets.first)
    #expect(sheet.frozen == "A2" && sheet.filter == "A1:E4" && sheet.titles == "$1:$1")
    #expect(sheet.merges.isEmpty)
    #expect(
      sheet.cells["C2"] == [.text("n"), .number(Decimal(string: "9100024.2")!), .text("#,##0.00")])
    #expect(sheet.cells["C4"] == [.text("s"), .text("1234567890123456"), .text("@")])
    #expect(
      sheet.cells["D4"] == [.text("n"), .number(Decimal(string: "0.00125")!), .text("0.000%")])
    #expect(sheet.cells["E4"]?[2] == .text("yyyy\"年\"m\"月\""))
  }

  @Test func sheetsKeepTheirOrderAndNames() throws {
    let book = try read([.form, .data, .form, Sheet(name: "'a'b", document: Document())])
    #expect(
      book.sheets.map(\.name) == [
        "人力资源和社会保障业务信息系统运行维护", "数据", "人力资源和社会保障业务信息系统运行维护 (2)", "a'b",
      ])
  }
}
