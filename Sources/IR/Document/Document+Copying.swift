extension Document {
  /// Stores a text of another document.
  public mutating func store(_ utf8: ArraySlice<UInt8>) -> TextRange {
    guard !utf8.isEmpty else { return .empty }
    let start = decodedText.count
    decodedText += utf8
    return TextRange(decoded: start..<decodedText.count)
  }

  /// Appends a copy of a block of another document; its place in that source goes.
  public mutating func append(_ block: Block, of other: Document) {
    switch block {
    case .heading(let text): blocks.append(.heading(copy(text, of: other)))
    case .paragraph(let text): blocks.append(.paragraph(copy(text, of: other)))
    case .table(let table): append(table, of: other)
    }
  }

  private mutating func append(_ original: Table, of other: Document) {
    var table = original
    table.caption = original.caption.map { copy($0, of: other) }
    table.index = tableCount
    table.enclosingTable = nil
    let start = cells.count
    cells.reserveCapacity(start + original.cells.count)
    for var cell in other.cells[original.cells] {
      cell.text = store(other.bytes(cell.text))
      cell.source = SourceRange(0..<0)
      cells.append(cell)
    }
    table.cells = start..<cells.count
    table.source = SourceRange(0..<0)
    blocks.append(.table(table))
    tableCount += 1
  }

  private mutating func copy(_ text: TextBlock, of other: Document) -> TextBlock {
    TextBlock(text: store(other.bytes(text.text)), source: SourceRange(0..<0), level: text.level)
  }
}
