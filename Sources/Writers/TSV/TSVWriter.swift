public import IR

/// Writes documents as tab-separated text (IANA text/tab-separated-values).
///
/// Blocks are separated by blank lines: a row of a table is a line with tabs, a heading begins with
/// number signs, a paragraph is lines without tabs. `\n`, `\t`, `\r` and `\\` stand for a line
/// end, a tab, a carriage return and a backslash; any other byte after a backslash is itself, and a
/// backslash that ends a field is nothing. A last line, ``TSVMark``, says so, wherever it matters.
/// The rows of a table with one column end with a tab, so that they are rows.
public struct TSVWriter: DocumentWriter {
  private var output = ByteBuffer()
  private var escaper = TSVEscaper()
  private var slots: SlotBudget

  /// Creates a writer.
  public init(limits: Limits = Limits()) { slots = SlotBudget(limits) }

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
  public consuming func finish() -> ByteBuffer {
    if escaper.needsMark { output.append("\n\(TSVMark.line)\n") }
    return output
  }

  private mutating func append(_ block: TextBlock, of document: Document) {
    guard !block.text.isEmpty else { return }
    beginBlock()
    let text = document.bytes(block.text)
    if block.level > 0 {
      for _ in 0..<min(block.level, 6) { output.append(UInt8(ascii: "#")) }
      output.append(0x20)
      escaper.appendHeading(text.span, to: &output)
    } else {
      escaper.appendParagraph(text.span, to: &output)
    }
    output.append(0x0A)
  }

  private mutating func append(_ table: Table, of document: Document) throws(WriteError) {
    if table.isBeginning, var caption = table.caption {
      caption.level = 0
      append(caption, of: document)
    }
    guard table.rowCount > 0, table.columnCount > 0 else { return }
    try slots.spend(on: table)
    if table.isBeginning { beginBlock() }
    let isNarrow = table.columnCount == 1
    if isNarrow { escaper.requireMark() }
    let hasEmptyColumn = table.columnCount == 2 && Self.isSecondColumnEmpty(table, document)
    var rows = SlotRows(table, in: document)
    while rows.advance() {
      append(rows.slots, of: document)
      if isNarrow { output.append(0x09) }
      // Else the second column would only say that the lines are rows.
      if hasEmptyColumn, rows.row == 1 { escaper.appendEmptyField(to: &output) }
      output.append(0x0A)
      output.closeFullChunk()
    }
  }

  private mutating func append(_ slots: [Range<Int>], of document: Document) {
    for (column, cells) in slots.enumerated() {
      if column > 0 { output.append(0x09) }
      for index in cells {
        if index > cells.lowerBound { escaper.appendField([0x0A].span, to: &output) }
        escaper.appendField(document.bytes(document.cells[index].text).span, to: &output)
      }
    }
  }

  private static func isSecondColumnEmpty(_ table: Table, _ document: Document) -> Bool {
    if let part = table.part { return part.textColumnCount < 2 }
    return document.cells[table.cells].allSatisfy { $0.column == 0 || $0.text.isEmpty }
  }

  /// Separates a block from the one before it.
  private mutating func beginBlock() {
    if !output.isAtStart { output.append(0x0A) }
  }
}
