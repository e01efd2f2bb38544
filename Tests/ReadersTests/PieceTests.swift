import IR
import Readers
import TestSupport
import Testing
import Writers

/// A file that is read piece by piece says the same, at the same places, as one read as a whole.
struct PieceTests {
  static let texts = [
    "# 标题\n\n段落一\n段落二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | `|` |\n| 2 | a &amp; b |\n\n末尾\n",
    "> 引用\n> | 甲 | 乙 |\n> |---|---|\n> | 1 | 2 |\n\n- 项\n\n  继续\n- 二\n\n```\n| 不 | 是 |\n\n```\n后\n",
    "前\r\n\r\n| 甲 | 乙 |\r\n|---|---|\r\n| 1 | 2 |\r\n| 3 | 4 | 5 |\r\n\r\n后\r\n===\r\n",
    "<table><tr><td>一\n\n<table><tr><td>内</td></tr></table>\n\n二</td></tr></table>\n\n后\n\n<!-- 注\n\n释 -->\n尾",
    "<table><tr><td>没有结束\n\n标签\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
    "没有换行",
  ]

  @Test(arguments: texts, [1, 7, 40, 1000])
  func piecesOfAnySizeSayTheSame(_ text: String, _ size: Int) throws {
    let bytes = Array(text.utf8)
    #expect(try Self.pieces(bytes, size: size) == Self.pieces(bytes, size: bytes.count))
    #expect(try Self.pieces(bytes, size: size) == Self.whole(bytes))
  }

  @Test(arguments: ["000", "002"], [64, 5_000])
  func piecesOfDocumentsSayTheSame(_ number: String, _ size: Int) throws {
    let bytes = try Corpus.bytes(number)
    #expect(try Self.pieces(bytes, size: size) == Self.whole(bytes))
  }

  /// A block and where it and its cells begin.
  struct PlacedBlock: Equatable {
    let content: DocumentContent.Block
    let places: [LineTable.Position]
    let diagnostics: [DiagnosticCode]
  }

  private static func source(_ bytes: [UInt8]) throws -> SourceText {
    var options = ReadOptions()
    options.format = .markdown
    return try SourceText(reading: bytes, name: nil, options: options)
  }

  private static func whole(_ bytes: [UInt8]) throws -> [PlacedBlock] {
    var document = Document(source: try source(bytes))
    var reader = DocumentReader(document.source)
    var places = SourcePlaces(document.source)
    var blocks: [PlacedBlock] = []
    while try reader.readBlocks(into: &document, byteCount: 1) {
      take(&document, &places, into: &blocks)
    }
    take(&document, &places, into: &blocks)
    return blocks
  }

  /// Reads a file of which `size` bytes, up to the end of a line, are in memory at a time.
  private static func pieces(_ bytes: [UInt8], size: Int) throws -> [PlacedBlock] {
    var next = 0
    var whole = try source(bytes)
    whole.utf8 = []
    whole.piece = SourcePiece()
    func fill() {
      let start = next
      while next < bytes.count, next - start < size || bytes[next - 1] != 0x0A { next += 1 }
      whole.utf8 += bytes[start..<next]
      whole.piece?.isLast = next == bytes.count
    }
    fill()
    var document = Document(source: whole)
    var reader = DocumentReader(whole)
    var places = SourcePlaces(whole)
    var blocks: [PlacedBlock] = []
    while try reader.readBlocks(into: &document, byteCount: 1) {
      take(&document, &places, into: &blocks)
      guard reader.needsText else { continue }
      let start = whole.utf8[..<reader.position].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let lineCount = LineTable.endedLineCount(in: whole.utf8.span.extracting(..<start))
      whole.piece?.precedingByteCount += start
      whole.piece?.precedingLineCount += lineCount
      whole.utf8.removeFirst(start)
      fill()
      reader.move(to: whole, by: start, &document)
      places.move(to: whole)
    }
    take(&document, &places, into: &blocks)
    return blocks
  }

  private static func take(
    _ document: inout Document, _ places: inout SourcePlaces, into blocks: inout [PlacedBlock]
  ) {
    let content = DocumentContent(document)
    for (block, said) in zip(document.blocks, content.blocks) {
      let sources =
        switch block {
        case .heading(let text), .paragraph(let text): [text.source]
        case .table(let table): [table.source] + document.cells[table.cells].map(\.source)
        }
      blocks.append(
        PlacedBlock(
          content: said, places: sources.map { places.position(of: $0) },
          diagnostics: document.diagnostics.map(\.code)))
    }
    document.discardBlocks(document.blocks.count)
  }
}
