import IR
import Readers
import TestSupport
import Testing
import Writers

/// What is written as text is read back as the same text, whatever it looks like.
@Suite struct TextRoundTripTests {
  /// A format, and how much of a document it can say.
  enum Format: String, CaseIterable {
    case markdown, tsv, html, excel, guarded, csv, guardedCSV

    func write(_ document: Document) throws -> [UInt8] {
      switch self {
      case .markdown: try Self.bytes(MarkdownWriter(), document)
      case .tsv: try Self.bytes(TSVWriter(), document)
      case .html: try Self.bytes(HTMLWriter(), document)
      case .excel: try Self.bytes(ExcelTextWriter(), document)
      case .guarded: try Self.bytes(ExcelTextWriter(guardsFormulas: true), document)
      case .csv: try Self.bytes(ExcelTextWriter(.comma), document)
      case .guardedCSV: try Self.bytes(ExcelTextWriter(.comma, guardsFormulas: true), document)
      }
    }

    private static func bytes(_ writer: some DocumentWriter, _ document: Document) throws -> [UInt8]
    {
      var writer = writer
      try writer.append(document)
      return writer.finish().bytes
    }

    /// What is left of a document in this format.
    func expected(_ content: DocumentContent) -> DocumentContent {
      switch self {
      case .html: content
      case .markdown, .tsv: content.flattened
      case .excel, .guarded, .csv, .guardedCSV: content.flattened.withoutHeadings
      }
    }

    /// What was read, as far as the format says it: the header of a pipe table is only the first
    /// row.
    func read(_ bytes: [UInt8]) throws -> DocumentContent {
      let options = ReadOptions()
      // The name ends in nothing that tells the format.
      let source = try SourceText(reading: bytes, name: nil, options: options)
      let format: SourceFormat =
        switch self {
        case .markdown: .markdown
        case .html: .html
        case .tsv, .excel, .guarded: .tsv
        case .csv, .guardedCSV: .csv
        }
      #expect(source.format == format)
      let content = DocumentContent(try Document(reading: source))
      return self == .html ? content : content.withoutHeaders
    }
  }

  /// NUL is the one character that is changed, by every reader.
  private static func check(
    _ content: DocumentContent, _ format: Format, _ comment: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = try format.write(content.document)
    let expected = format.expected(content)
    let read = try format.read(bytes)
    #expect(
      read == expected,
      "\(comment)\n\(String(decoding: bytes, as: UTF8.self))\n--- was\n\(expected)\n--- is\n\(read)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: Format.allCases)
  func everyNastyTextIsACell(_ format: Format) throws {
    for text in NastyTexts.all {
      let cells = [
        DocumentContent.Cell("甲", row: 0, column: 0), .init(text, row: 0, column: 1),
        .init(text, row: 1, column: 0), .init("乙", row: 1, column: 1),
      ]
      try Self.check(.init([.table(cells, rows: 2, columns: 2, caption: nil)]), format)
    }
  }

  @Test(arguments: Format.allCases)
  func everyNastyTextIsABlock(_ format: Format) throws {
    // A table besides, so that the format can be found out.
    let cells = [
      DocumentContent.Cell("甲", row: 0, column: 0), .init("乙", row: 0, column: 1),
    ]
    for text in NastyTexts.all {
      try Self.check(
        .init([
          .paragraph(text), .heading(2, text), .paragraph("丙" + text + "丁"), .paragraph(text),
          .table(cells, rows: 1, columns: 2, caption: text),
        ]), format)
    }
  }

  @Test(arguments: Format.allCases)
  func randomDocuments(_ format: Format) throws {
    for seed in 0..<500 {
      var random = SplitMix64(seed: UInt64(seed))
      var content = NastyTexts.document(&random, hasSpans: true)
      content.blocks.append(
        .table(
          [.init("甲", row: 0, column: 0), .init("乙", row: 0, column: 1)], rows: 1, columns: 2,
          caption: nil))
      try Self.check(content, format, "seed \(seed)")
    }
  }
}
