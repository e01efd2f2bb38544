/// Reading a file piece by piece: its blocks stay, while the text they refer to moves on.
extension Document {
  /// How much of a document there was at some time.
  package struct Mark {
    fileprivate let blockCount: Int
    fileprivate let cellCount: Int
    fileprivate let decodedCount: Int
    fileprivate let diagnosticCount: Int
    fileprivate let tableCount: Int

    /// Whether there is more to say about it than at a time before.
    package func hasDiagnostics(since other: Mark) -> Bool {
      diagnosticCount > other.diagnosticCount
    }
  }

  /// How much of the document there is.
  package var mark: Mark {
    Mark(
      blockCount: blocks.count, cellCount: cells.count, decodedCount: decodedText.count,
      diagnosticCount: diagnostics.count, tableCount: tableCount)
  }

  /// Takes back what was appended since.
  package mutating func takeBack(to mark: Mark) {
    blocks.removeLast(blocks.count - mark.blockCount)
    cells.removeLast(cells.count - mark.cellCount)
    decodedText.removeLast(decodedText.count - mark.decodedCount)
    diagnostics.removeLast(diagnostics.count - mark.diagnosticCount)
    tableCount = mark.tableCount
  }

  /// Where the text of the first block begins in the source; `nil` without blocks.
  public var firstBlockStart: Int? { blocks.first.map { start(of: $0) } }

  /// What readers had to say about a block and those after it.
  public func diagnostics(fromBlock index: Int) -> [Diagnostic] {
    guard !diagnostics.isEmpty, blocks.indices.contains(index) else { return [] }
    let start = UInt32(self.start(of: blocks[index]))
    return diagnostics.filter { $0.source.map { $0.start >= start } ?? false }
  }

  private func start(of block: Block) -> Int {
    switch block {
    case .heading(let text), .paragraph(let text): Int(text.source.start)
    case .table(let table): Int(min(table.source.start, table.caption?.source.start ?? .max))
    }
  }

  /// Goes on with a piece of the same file that begins `byteCount` bytes later.
  ///
  /// All blocks must begin in what is left; decoded text that no block has any more is forgotten.
  public mutating func move(to source: SourceText, by byteCount: Int) {
    var mover = TextMover(byteCount: UInt32(byteCount), decodedText: decodedText)
    for index in blocks.indices {
      switch blocks[index] {
      case .heading(let text): blocks[index] = .heading(mover.moved(text))
      case .paragraph(let text): blocks[index] = .paragraph(mover.moved(text))
      case .table(var table):
        table.source = mover.moved(table.source)
        table.caption = table.caption.map { mover.moved($0) }
        blocks[index] = .table(table)
      }
    }
    for index in cells.indices {
      cells[index].text = mover.moved(cells[index].text)
      cells[index].source = mover.moved(cells[index].source)
    }
    for index in diagnostics.indices {
      diagnostics[index].source = diagnostics[index].source.map { mover.moved($0) }
    }
    decodedText = mover.kept
    self.source = source
  }
}

/// Moves texts with their source, and gathers the decoded ones.
private struct TextMover {
  let byteCount: UInt32
  let decodedText: [UInt8]
  /// The decoded text that is still in use.
  var kept: [UInt8] = []

  init(byteCount: UInt32, decodedText: [UInt8]) {
    self.byteCount = byteCount
    self.decodedText = decodedText
  }

  func moved(_ range: SourceRange) -> SourceRange {
    SourceRange(start: range.start - byteCount, end: range.end - byteCount)
  }

  mutating func moved(_ text: TextRange) -> TextRange {
    guard !text.isEmpty else { return .empty }
    guard text.isDecoded else {
      let range = text.indices
      return TextRange(
        source: range.lowerBound - Int(byteCount)..<range.upperBound - Int(byteCount))
    }
    let start = kept.count
    kept += decodedText[text.indices]
    return TextRange(decoded: start..<kept.count)
  }

  mutating func moved(_ block: TextBlock) -> TextBlock {
    TextBlock(text: moved(block.text), source: moved(block.source), level: block.level)
  }
}
