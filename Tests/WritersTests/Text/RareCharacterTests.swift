import IR
import Readers
import TestSupport
import Testing
import Writers

/// Every character comes back from every format as it was, or it is told that it cannot.
@Suite struct RareCharacterTests {
  /// A format, as far as it is written here.
  enum Format: String, CaseIterable {
    case markdown, html, tsv, excel, guarded, csv, xlsx

    func write(_ document: Document) throws -> [UInt8] {
      switch self {
      case .markdown: try Self.bytes(MarkdownWriter(), document)
      case .html: try Self.bytes(HTMLWriter(), document)
      case .tsv: try Self.bytes(TSVWriter(), document)
      case .excel: try Self.bytes(ExcelTextWriter(), document)
      case .guarded: try Self.bytes(ExcelTextWriter(guardsFormulas: true), document)
      case .csv: try Self.bytes(ExcelTextWriter(.comma), document)
      case .xlsx: try XLSXWriter().write([Sheet(name: "甲", document: document)]).bytes
      }
    }

    private static func bytes(
      _ writer: some DocumentWriter, _ document: Document
    ) throws -> [UInt8] {
      var writer = writer
      try writer.append(document)
      return writer.finish().bytes
    }

    /// The formats that have NUL.
    var hasNUL: Bool { self == .xlsx }

    /// A text as readers of the format give it: those of workbooks take white space from its ends.
    func text(_ text: String) -> String {
      guard self == .xlsx else { return text }
      let isBlank = { (scalar: Unicode.Scalar) in
        " \t\n\r\u{C}".unicodeScalars.contains(scalar)
      }
      let start = text.unicodeScalars.drop(while: isBlank)
      let end = start.lastIndex { !isBlank($0) }
      return end.map { String(start[...$0]) } ?? ""
    }
  }

  /// The JSON of a table with each text in a row, between two others.
  private static func document(_ texts: [String]) throws -> Document {
    let cells = texts.enumerated().flatMap { row, text in
      [
        DocumentContent.Cell("甲", row: row, column: 0), .init(text, row: row, column: 1),
        .init("乙", row: row, column: 2),
      ]
    }
    let table = DocumentContent.Block.table(cells, rows: texts.count, columns: 3, caption: nil)
    let made = DocumentContent([table]).document
    var writer = TableJSONWriter(made.source)
    writer.append(made)
    return try Document(reading: SourceText(reading: writer.finish().bytes, name: "a.json"))
  }

  /// The texts of the middle column.
  private static func texts(_ document: Document) -> [String] {
    var texts: [String] = []
    for case .table(let table) in document.blocks {
      for cell in document.cells[table.cells] where cell.column == 1 {
        texts.append(document.string(cell.text))
      }
    }
    return texts
  }

  @Test func thereAreCharacters() {
    #expect(RareCharacters.all.count > 500)
    #expect(RareCharacters.all.contains("\0") && RareCharacters.all.contains("\u{FFFE}"))
  }

  @Test(arguments: Format.allCases)
  func eachComesBackOrIsTold(_ format: Format) throws {
    let document = try Self.document(RareCharacters.texts)
    let was = Self.texts(document)
    #expect(was == RareCharacters.texts)
    let told = Set(document.unwritableTexts.compactMap(\.source))
    let tellsRightly = was.filter { $0.unicodeScalars.contains("\0") }.count == told.count
    #expect(tellsRightly)
    let bytes = try format.write(document)
    let isWorkbook = format == .xlsx
    let copy = try Document(
      reading: SourceText(reading: bytes, name: isWorkbook ? "a.xlsx" : nil))
    let found = Self.texts(copy)
    try #require(found.count == was.count)
    for (text, other) in zip(was, found) where format.text(text) != other {
      let isTold = text.unicodeScalars.contains("\0") && !format.hasNUL
      #expect(
        isTold && other == text.replacing("\0", with: "\u{FFFD}"),
        "\(RareCharacters.described(text)) became \(RareCharacters.described(other))")
    }
  }

  @Test(arguments: Format.allCases.filter { $0 != .xlsx })
  func eachComesBackOutsideOfTables(_ format: Format) throws {
    let texts = RareCharacters.texts.filter { !$0.unicodeScalars.contains("\0") }
    // A table besides, so that the format can be found out.
    let table = DocumentContent.Block.table(
      [.init("甲", row: 0, column: 0), .init("乙", row: 0, column: 1)], rows: 1, columns: 2,
      caption: nil)
    let blocks = texts.flatMap { [.paragraph($0), table] } as [DocumentContent.Block]
    let bytes = try format.write(DocumentContent(blocks).document)
    let copy = DocumentContent(
      try Document(reading: SourceText(reading: bytes, name: nil)))
    let found = copy.blocks.compactMap { block in
      if case .paragraph(let text) = block { text } else { nil }
    }
    try #require(found.count == texts.count)
    for (text, other) in zip(texts, found) where text != other {
      Issue.record(
        "\(RareCharacters.described(text)) became \(RareCharacters.described(other))")
    }
  }
}
