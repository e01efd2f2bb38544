import IR
import TestSupport
import Testing
import Writers

/// Tab-separated text as it is written; what is expected is written by hand.
@Suite struct TSVWriterTests {
  private static func write(
    _ writer: some DocumentWriter, _ blocks: [DocumentContent.Block]
  ) throws -> [UInt8] {
    var writer = writer
    try writer.append(DocumentContent(blocks).document)
    return writer.finish().bytes
  }

  private static func text(_ blocks: DocumentContent.Block...) throws -> String {
    String(decoding: try write(TSVWriter(), blocks), as: UTF8.self)
  }

  private static func table(_ rows: [String]...) -> DocumentContent.Block {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { DocumentContent.Cell($1, row: row, column: $0) }
    }
    return .table(
      cells, rows: rows.count, columns: rows.map(\.count).max() ?? 0, caption: nil)
  }

  @Test func plainTextHasNoMark() throws {
    #expect(
      try Self.text(
        .heading(2, "题"), .paragraph("a\nb"), Self.table(["甲", "=1+1"], ["007", ""]),
        Self.table(["", "乙"]))
        == "## 题\n\na\nb\n\n甲\t=1+1\n007\t\n\n\t乙\n")
  }

  @Test func escapesComeWithTheMark() throws {
    #expect(
      try Self.text(Self.table(["a\nb", "c\td"], ["C:\\new", "e\rf"]))
        == "a\\nb\tc\\td\nC:\\\\new\te\\rf\n\n#escapes: \\n \\t \\r \\\\\n")
  }

  @Test func aTableOfOneColumnIsNoParagraph() throws {
    #expect(
      try Self.text(Self.table(["a"], [""], ["b"]))
        == "a\t\n\t\nb\t\n\n#escapes: \\n \\t \\r \\\\\n")
    #expect(
      try Self.text(Self.table(["a", ""], ["b", ""]))
        == "a\t\\\nb\t\n\n#escapes: \\n \\t \\r \\\\\n")
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }

  @Test func excelGetsUTF16WithQuotes() throws {
    let bytes = try Self.write(
      ExcelTextWriter(), [.heading(1, "题"), Self.table(["甲\"😀", "=1"], ["a\nb\tc", "007"])])
    #expect(bytes.prefix(6).elementsEqual([0xFF, 0xFE, 0x22, 0x00, 0x98, 0x98]))
    #expect(
      Self.decoded(bytes)
        == "\u{FEFF}\"题\"\r\n\r\n\"甲\"\"😀\"\t\"=1\"\r\n\"a\nb\tc\"\t\"007\"\r\n\r\n")
  }

  @Test func commasAreInUTF8() throws {
    let bytes = try Self.write(
      ExcelTextWriter(.comma),
      [.paragraph("甲,\"乙"), Self.table(["a,b", "c\nd"]), Self.table(["e"], ["f"])])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{FEFF}\"甲,\"\"乙\"\r\n\r\n\"a,b\",\"c\nd\"\r\n\r\n\"e\",\r\n\"f\",\r\n\r\n")
  }

  @Test func theGuardIsOnlyWhereItWasAskedFor() throws {
    let texts = ["=1", "+1", "-1", "@a", "＝1", "1", "a=1", "\t=1", "'=1"]
    func fields(_ writer: ExcelTextWriter) throws -> [String] {
      let text = Self.decoded(try Self.write(writer, [Self.table(texts)]))
      return text.dropFirst().split(separator: "\r\n")[0].split(separator: "\"").map(String.init)
        .filter { $0 != "\t" }
    }
    #expect(
      try fields(ExcelTextWriter(guardsFormulas: true)) == [
        "\t=1", "\t+1", "\t-1", "\t@a", "\t＝1", "1", "a=1", "\t\t=1", "'=1",
      ])
    #expect(
      try fields(ExcelTextWriter()) == [
        "=1", "+1", "-1", "@a", "＝1", "1", "a=1", "\t\t=1", "'=1",
      ])
  }
}
