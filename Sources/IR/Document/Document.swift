/// What a source says, without meaning: headings, paragraphs and tables in order.
///
/// Readers append blocks; whoever has dealt with the first ones may discard them, so that a large
/// source needs only its own text and a window of blocks in memory.
public struct Document: Sendable {
  /// The input.
  public internal(set) var source: SourceText
  /// Text that differs from its source: entities, escapes, tags taken out.
  public var decodedText: [UInt8] = []
  /// The blocks that were read and not yet discarded.
  public var blocks: [Block] = []
  /// The cells of all tables in ``blocks``, table by table.
  public var cells: [Cell] = []
  /// What readers had to say about the blocks read so far.
  public var diagnostics: [Diagnostic] = []
  /// The number of tables read so far, the discarded ones included.
  public var tableCount = 0

  /// Creates a document without blocks.
  public init(source: SourceText) {
    self.source = source
  }

  /// Creates a document that was not read from anywhere; its text is all in ``decodedText``.
  public init() {
    self.init(
      source: SourceText(
        name: nil, format: .html, encoding: .utf8, utf8: [], byteCount: 0, sha256: ""))
  }

  /// Stores a text that is not in the source.
  public mutating func store(_ text: String) -> TextRange {
    let start = decodedText.count
    decodedText += text.utf8
    return TextRange(decoded: start..<decodedText.count)
  }

  /// The UTF-8 bytes of a text.
  @inlinable
  public func bytes(_ text: TextRange) -> ArraySlice<UInt8> {
    text.isDecoded ? decodedText[text.indices] : source.utf8[text.indices]
  }

  /// A text as a string.
  public func string(_ text: TextRange) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// Forgets the first `count` blocks with their cells and the diagnostics; keeps the source.
  public mutating func discardBlocks(_ count: Int) {
    var discardedCells = 0
    for index in blocks.indices.prefix(count) {
      guard case .table(let table) = blocks[index] else { continue }
      discardedCells = max(discardedCells, table.cells.upperBound)
    }
    blocks.removeFirst(count)
    if discardedCells == cells.count {
      // Without a copy of cells that somebody else has too.
      cells.removeAll(keepingCapacity: true)
    } else {
      cells.removeFirst(discardedCells)
    }
    diagnostics.removeAll(keepingCapacity: true)
    guard discardedCells > 0 else { return }
    for index in blocks.indices {
      guard case .table(var table) = blocks[index] else { continue }
      table.cells =
        table.cells.lowerBound - discardedCells..<table.cells.upperBound - discardedCells
      blocks[index] = .table(table)
    }
    if blocks.isEmpty { decodedText.removeAll(keepingCapacity: true) }
  }
}
