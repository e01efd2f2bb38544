public import IR

/// Writes documents as GitHub Flavored Markdown that reads well as source.
///
/// Headings, paragraphs, and one pipe table for each table. Pipe tables have no spans: the text of
/// a merged cell is in its first slot, the others are empty; or else the table is written as HTML, which
/// markdown may hold. They cannot do without a header, so the first row is it; a caption is the paragraph
/// before its table. A line break is `<br>`.
public struct MarkdownWriter: DocumentWriter {
  private var output = ByteBuffer()
  private var slots: SlotBudget
  private let keepsMerged: Bool

  /// Creates a writer.
  ///
  /// - Parameter keepsMerged: Whether tables with merged cells are written as HTML.
  public init(limits: Limits = Limits(), keepsMerged: Bool = false) {
    slots = SlotBudget(limits)
    self.keepsMerged = keepsMerged
  }

  /// Begins a sheet; sheets follow each other like the blocks within them.
  public mutating func beginSheet(_ name: String) {}

  /// Appends the blocks of a document.
  public mutating func append(_ document: Document) throws(WriteError) {
    for block in document.blocks {
      output.closeFullChunk()
      switch block {
      case .heading(let text), .paragraph(let text): append(text, of: document)
      case .table(let table): try append(table, of: document)
      }
    }
  }

  /// Takes the text that is complete.
  public mutating func takeFinished() -> ByteBuffer { output.takeFullChunks() }

  /// The whole text, or what was not taken of it.
  public consuming func finish() -> ByteBuffer { output }

  private mutating func append(_ block: TextBlock, of document: Document) {
    guard !block.text.isEmpty else { return }
    beginBlock()
    var scratch: [UInt8] = []
    if block.level > 0 {
      scratch += repeatElement(UInt8(ascii: "#"), count: min(Int(block.level), 6))
      scratch.append(0x20)
    }
    MarkdownEscaper.append(
      document.bytes(block.text).span, in: block.level > 0 ? .heading : .paragraph, to: &scratch)
    scratch.append(0x0A)
    output.append(scratch.span)
  }

  private mutating func append(_ table: Table, of document: Document) throws(WriteError) {
    if keepsMerged, table.hasMergedCells(in: document) {
      try slots.spend(on: table)
      beginBlock()
      HTMLTableWriter.write(table, in: document, to: &output)
      return output.append(0x0A)
    }
    if var caption = table.caption {
      caption.level = 0
      append(caption, of: document)
    }
    guard table.rowCount > 0, table.columnCount > 0 else { return }
    try slots.spend(on: table)
    beginBlock()
    PipeTableWriter.write(table, in: document, to: &output)
  }

  /// Separates a block from the one before it.
  private mutating func beginBlock() {
    if !output.isAtStart { output.append(0x0A) }
  }
}

extension Table {
  fileprivate func hasMergedCells(in document: Document) -> Bool {
    document.cells[cells].contains { $0.rowSpan > 1 || $0.columnSpan > 1 }
  }
}
