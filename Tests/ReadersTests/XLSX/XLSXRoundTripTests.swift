import IR
import Readers
import TestSupport
import Testing
import Writers

/// What is written is read again as it was.
struct XLSXRoundTripTests {
  /// A cell as it can be compared.
  private struct Slot: Hashable {
    var table: Int
    var row: UInt32
    var column: UInt16
    var rowSpan: UInt16
    var columnSpan: UInt16
    var isHeader: Bool
    var kind: Cell.Kind
    var text: String
  }

  /// The cells of all tables; texts have no white space at their ends, as readers have them.
  private static func slots(_ document: Document) -> [Slot] {
    var slots: [Slot] = []
    var number = 0
    for case .table(let table) in document.blocks {
      for cell in document.cells[table.cells] {
        slots.append(
          Slot(
            table: number, row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan, isHeader: cell.isHeader, kind: .text,
            text: trimmed(document.string(cell.text))))
      }
      number += 1
    }
    return slots
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in " \t\n\r\u{C}".unicodeScalars.contains(scalar) }
    let start = text.unicodeScalars.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }
    return end.map { String(start[...$0]) } ?? ""
  }

  private static func texts(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      switch block {
      case .heading(let text), .paragraph(let text):
        "\(text.level) " + trimmed(document.string(text.text))
      case .table: nil
      }
    }
  }

  private static func reread(_ sheets: [Sheet]) throws -> Document {
    try Reading(XLSXWriter().write(sheets).bytes).document
  }

  @Test(arguments: SheetCase.allCases)
  func aSheetComesBack(_ sheet: SheetCase) throws {
    let document = try Self.reread([sheet.sheet])
    #expect(Self.slots(document) == Self.slots(sheet.sheet.document))
    #expect(Self.texts(document) == Self.texts(sheet.sheet.document))
    #expect(document.diagnostics.isEmpty)
  }

  @Test(arguments: [32_767, 32_768, 65_535, 100_000])
  func longTextsComeBackWhole(length: Int) throws {
    var maker = DocumentMaker()
    let texts = [
      String(repeating: "长", count: length), String(repeating: "a b\n", count: length / 4) + "end",
      String(repeating: "𠀀", count: length / 2) + "_x0041_",
    ]
    maker.heading("题" + texts[0])
    maker.table([["甲", .init(texts[0])], [.init(texts[1], columns: 2)], ["乙", .init(texts[2])]])
    let sheet = Sheet(name: "a'b", document: maker.document)
    let bytes = try XLSXWriter().write([.form, sheet, .data]).bytes
    let document = try Reading(bytes).document
    let expected = [Sheet.form, sheet, .data].flatMap { Self.slots($0.document).map(\.text) }
    #expect(Self.slots(document).map(\.text) == expected)
    #expect(Self.texts(document).contains("1 题" + texts[0]))
    #expect(document.tableCount == 4)
  }

  @Test func numbersAndDatesComeBackAsSuch() throws {
    let kinds = try Self.reread([.data]).cells.map(\.kind)
    #expect(Array(kinds[5..<10]) == [.number, .text, .number, .number, .date])
    #expect(Array(kinds[15..<20]) == [.number, .text, .text, .number, .date])
  }

  @Test func writingWhatWasReadGivesTheSameBytes() throws {
    let first = try XLSXWriter().write([.form]).bytes
    let document = try Reading(first).document
    let sheet = Sheet(name: Sheet.form.name, document: document, frozenRowCount: 2)
    #expect(try XLSXWriter().write([sheet]).bytes == first)
  }

  @Test(arguments: 0..<200)
  func anyTableComesBack(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var maker = DocumentMaker()
    if random.next(below: 3) > 0 { maker.heading("题\(seed)") }
    if random.next(below: 3) == 0 { maker.paragraph("（2024年度）") }
    for _ in 0..<1 + random.next(below: 2) { maker.table(Self.table(&random)) }
    let sheet = Sheet(name: "\(seed)", document: maker.document)
    let document = try Self.reread([sheet])
    let difference = Self.slots(document).difference(from: Self.slots(sheet.document))
    #expect(difference.isEmpty)
    #expect(Self.texts(document) == Self.texts(sheet.document))
  }

  /// A table of random size, spans and texts; spans stay within it.
  private static func table(_ random: inout SplitMix64) -> [[DocumentMaker.Entry]] {
    let height = 1 + random.next(below: 7)
    let width = 2 + random.next(below: 5)
    var taken = Set<[Int]>()
    let pool =
      Sheet.pretenders.filter { $0.utf16.count < 100 } + ["", "", "甲", "225,000.00", "≥98(%)"]
    return (0..<height).map { row in
      var entries: [DocumentMaker.Entry] = []
      for column in 0..<width where !taken.contains([row, column]) {
        var columns = 1
        while columns < 3, column + columns < width, random.next(below: 4) == 0,
          !taken.contains([row, column + columns])
        {
          columns += 1
        }
        let rows = random.next(below: 5) == 0 ? 1 + random.next(below: height - row) : 1
        for down in 0..<rows {
          for right in 0..<columns { taken.insert([row + down, column + right]) }
        }
        let kinds: [Cell.Kind] = [.text, .number, .date]
        entries.append(
          .init(
            pool[random.next(below: pool.count)], rows: rows, columns: columns,
            isHeader: random.next(below: 4) == 0, kind: kinds[random.next(below: 3)]))
      }
      return entries
    }
  }
}
