import IR
import Readers
import Writers

/// The writers that take tables in parts.
struct PartWriters {
  /// What is written about an input.
  struct Written: Equatable {
    var json: [UInt8] = []
    var lines: [UInt8] = []
    var tsv: [UInt8] = []
    var excel: [UInt8] = []
  }

  private var json: TableJSONWriter
  private var lines: FormLineWriter
  private var tsv = TSVWriter()
  private var excel = ExcelTextWriter()
  private var written = Written()

  private init(_ source: SourceText) {
    json = TableJSONWriter(source)
    lines = FormLineWriter(source)
  }

  private mutating func append(_ document: Document) throws {
    json.move(to: document.source)
    lines.move(to: document.source)
    json.append(document)
    lines.append(document)
    try tsv.append(document)
    try excel.append(document)
    written.json += json.takeFinished().bytes
    written.lines += lines.takeFinished().bytes
    written.tsv += tsv.takeFinished().bytes
    written.excel += excel.takeFinished().bytes
  }

  private consuming func finish() -> Written {
    var result = written
    result.json += json.finish().bytes
    result.lines += lines.finish().bytes
    result.tsv += tsv.finish().bytes
    result.excel += excel.finish().bytes
    return result
  }

  /// What is written about an input that is read as a whole.
  static func whole(
    _ bytes: [UInt8], name: String, options: ReadOptions = ReadOptions()
  ) throws -> Written {
    let source = try SourceText(reading: bytes, name: name, options: options)
    var writers = PartWriters(source)
    try writers.append(Document(reading: source))
    return writers.finish()
  }

  /// What is written about an input that is read piece by piece.
  static func read(_ pieces: some PiecedSource) throws -> Written {
    var document = Document(source: pieces.source)
    var reader = DocumentReader(document.source)
    var writers = PartWriters(document.source)
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document)
      try writers.append(document)
      document.discardBlocks(document.blocks.count)
      if reader.needsText { try pieces.advance(&reader, &document) }
    }
    return writers.finish()
  }
}
