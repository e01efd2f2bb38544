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
    append(other.cells[original.cells], of: other)
    table.cells = start..<cells.count
    table.source = SourceRange(0..<0)
    blocks.append(.table(table))
    tableCount += 1
  }

  /// Appends copies of cells, whose texts are mostly one run of the source with little between
  /// them: then the run is copied, not text by text.
  private mutating func append(_ copied: ArraySlice<Cell>, of other: Document) {
    var run = TextRun()
    for cell in copied { run.add(cell.text) }
    let isWhole = run.isDense
    let shift = decodedText.count - run.range.lowerBound
    if isWhole { decodedText += other.source.utf8[run.range] }
    cells.reserveCapacity(cells.count + copied.count)
    for var cell in copied {
      if isWhole, !cell.text.isDecoded, !cell.text.isEmpty {
        let indices = cell.text.indices
        cell.text = TextRange(
          decoded: indices.lowerBound + shift..<indices.upperBound + shift)
      } else {
        cell.text = store(other.bytes(cell.text))
      }
      cell.source = SourceRange(0..<0)
      cells.append(cell)
    }
  }

  private mutating func copy(_ text: TextBlock, of other: Document) -> TextBlock {
    TextBlock(text: store(other.bytes(text.text)), source: SourceRange(0..<0), level: text.level)
  }
}

/// The run of the source that some texts stand in.
private struct TextRun {
  private(set) var range = 0..<0
  private var textByteCount = 0

  /// How much may stand between the texts, such as tags, for a byte of text.
  private static let mostBetween = 2

  mutating func add(_ text: TextRange) {
    guard !text.isDecoded, !text.isEmpty else { return }
    let indices = text.indices
    range =
      textByteCount == 0
      ? indices
      : min(range.lowerBound, indices.lowerBound)..<max(range.upperBound, indices.upperBound)
    textByteCount += indices.count
  }

  /// Whether little stands between the texts.
  var isDense: Bool { range.count <= (1 + Self.mostBetween) * textByteCount }
}
