public import IR

/// Reads a source block by block, so that a large one need not be in memory as blocks at once.
public struct DocumentReader {
  private enum Format {
    case text(TextReader)
    case escaped(EscapedTSVReader)
    case excel(ExcelTextReader)
    case csv(CSVReader)
    case json(Limits)
    case html(HTMLReader)
    /// Whether what its source holds has been handed out.
    case workbook(isRead: Bool)
  }

  private var format: Format

  /// Creates a reader at the start of a source.
  public init(_ source: SourceText, limits: Limits = Limits()) {
    switch source.format {
    case .markdown:
      var reader = TextReader(dialect: .markdown, limits: limits)
      reader.isLastPiece = source.piece?.isLast ?? true
      format = .text(reader)
    case .tsv where source.piece != nil:
      var reader = TextReader(dialect: .tsv, limits: limits)
      reader.isLastPiece = source.piece?.isLast ?? true
      reader.parts = source.piece.map { TablesInParts($0.tables) }
      format = .text(reader)
    case .tsv where EscapedTSVReader.reads(source.utf8.span):
      format = .escaped(EscapedTSVReader(limits: limits))
    case .tsv, .csv:
      if let reader = ExcelTextReader(source, limits: limits) {
        format = .excel(reader)
      } else if source.format == .csv {
        format = .csv(CSVReader(source.utf8.span, limits: limits))
      } else {
        format = .text(TextReader(dialect: .tsv, limits: limits))
      }
    case .json: format = .json(limits)
    case .html:
      format = .html(
        HTMLReader(range: 0..<source.utf8.count, limits: limits, style: Self.style(of: source)))
    case .xlsx: format = .workbook(isRead: false)
    }
  }

  /// Whether the next blocks are beyond the piece of the file that is in memory.
  public var needsText: Bool {
    switch format {
    case .text(let reader): reader.needsText
    case .workbook(let isRead): isRead
    default: false
    }
  }

  /// Where the next block begins in the source, of a file that is read piece by piece.
  public var position: Int {
    guard case .text(let reader) = format else { return 0 }
    return reader.position
  }

  /// Goes on with the next piece of a file.
  ///
  /// - Parameters:
  ///   - source: The file with that piece, which may begin with lines of the one before.
  ///   - byteCount: How many bytes later it begins than the one before.
  ///   - document: What was read from there and is still needed.
  public mutating func move(to source: SourceText, by byteCount: Int, _ document: inout Document) {
    switch format {
    case .text(var reader):
      reader.move(by: byteCount, isLast: source.piece?.isLast ?? true)
      format = .text(reader)
    case .workbook: format = .workbook(isRead: false)
    default: break
    }
    document.move(to: source, by: byteCount)
  }

  /// The markup within texts of HTML: our own says at its beginning that it is.
  private static func style(of source: SourceText) -> InlineDecoder.Style {
    let mark = Array("<meta name=\"generator\" content=\"formconvert\">".utf8)
    let head = source.utf8.prefix(512)
    for start in head.indices where head[start...].starts(with: mark) { return .ownHTML }
    return .html
  }

  /// Appends the next blocks, about `byteCount` bytes of source, to a document of the same source.
  ///
  /// - Returns: Whether there may be more.
  public mutating func readBlocks(
    into document: inout Document, byteCount: Int = 1 << 16
  ) throws(ReadError) -> Bool {
    let utf8 = document.source.utf8
    switch format {
    case .text(var reader):
      let hasMore = reader.readBlocks(of: utf8.span, into: &document, byteCount: byteCount)
      format = .text(reader)
      return hasMore
    case .escaped(var reader):
      let hasMore = reader.readBlocks(of: utf8.span, into: &document, byteCount: byteCount)
      format = .escaped(reader)
      return hasMore
    case .excel(var reader):
      let hasMore = reader.readBlocks(of: utf8.span, into: &document, byteCount: byteCount)
      format = .excel(reader)
      return hasMore
    case .csv(var reader):
      let hasMore = reader.readBlocks(of: utf8.span, into: &document, byteCount: byteCount)
      format = .csv(reader)
      return hasMore
    case .json(let limits):
      // As a whole: its values are checked before the first one is used.
      let content = try JSONContent(reading: document.source, limits: limits)
      // A document without forms has nothing but tables, if any.
      guard (content.forms ?? []).isEmpty else { throw .formsInJSON }
      document = content.document
      return false
    case .html(var reader):
      let hasMore = reader.readBlocks(of: utf8.span, into: &document, byteCount: byteCount)
      format = .html(reader)
      return hasMore
    case .workbook:
      if let content = document.source.workbook { document.append(content) }
      let hasMore = !(document.source.piece?.isLast ?? true)
      format = .workbook(isRead: hasMore)
      return hasMore
    }
  }
}

extension Document {
  /// Reads a whole source.
  public init(reading source: SourceText, limits: Limits = Limits()) throws(ReadError) {
    self.init(source: source)
    var reader = DocumentReader(source, limits: limits)
    while try reader.readBlocks(into: &self) {}
  }

  /// Appends what was read from a workbook, or from a piece of it, when its source was made.
  fileprivate mutating func append(_ content: WorkbookContent) {
    for block in content.blocks {
      guard case .table(var table) = block else {
        blocks.append(block)
        continue
      }
      table.cells =
        table.cells.lowerBound + cells.count..<table.cells.upperBound + cells.count
      blocks.append(.table(table))
    }
    if cells.isEmpty { cells = content.cells } else { cells += content.cells }
    diagnostics += content.diagnostics
    tableCount = content.tableCount
  }
}
