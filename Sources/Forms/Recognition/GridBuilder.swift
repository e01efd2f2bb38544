internal import IR

/// Makes the tokens and the rows of a ``Grid`` from the blocks of a document.
struct GridBuilder {
  let document: Document
  let vocabulary: Vocabulary
  var tokens: [Grid.Token] = []
  var rows: [Grid.Row] = []
  var keys: [UInt8] = []
  /// The cells in which another program says that they are empty, or numbers the rows.
  private(set) var emptyCells: [(row: Int, cell: Cell)] = []

  /// A row of a table, of whose cells the tokens were made last.
  struct TableRow {
    let cells: ArraySlice<Cell>
    let firstToken: Int
    /// The number of columns of the table.
    let columnCount: Int
  }

  /// Reads the blocks of a document.
  init(_ document: Document, _ vocabulary: Vocabulary) {
    self.document = document
    self.vocabulary = vocabulary
    tokens.reserveCapacity(document.cells.count)
    for (number, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let text), .paragraph(let text):
        append(text, block: number)
      case .table(let table):
        if let caption = table.caption { append(caption, block: number) }
        append(table, block: number)
      }
    }
  }

  private mutating func append(_ block: TextBlock, block number: Int) {
    let bytes = document.bytes(block.text)
    var start = bytes.startIndex
    while start <= bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = start..<end
      start = end + 1
      guard !line.isEmpty else { continue }
      let first = tokens.count
      for piece in CaptionLine.pieces(bytes[line]) { append(piece, of: block, in: bytes) }
      rows.append(.init(tokens: first..<tokens.count, table: nil, tableRow: 0, block: number))
    }
  }

  private mutating func append(_ table: Table, block number: Int) {
    var index = table.cells.lowerBound
    var width: Int?
    let hasIndex = DataFrameIndex.isPrinted(in: table, document)
    for row in table.rows {
      let first = tokens.count
      let start = index
      while index < table.cells.upperBound, document.cells[index].row == row {
        let cell = document.cells[index]
        let isIndex = hasIndex && cell.column == 0 && !cell.text.isEmpty
        if isIndex || document.withBytes(of: cell.text, EmptyCellMark.isMark) {
          emptyCells.append((rows.count, cell))
        } else if !cell.text.isEmpty {
          appendToken(cell.text, source: cell.source, cell: cell, number: index - start)
        }
        index += 1
      }
      cutCells(
        of: TableRow(
          cells: document.cells[start..<index], firstToken: first, columnCount: table.columnCount),
        width: &width)
      rows.append(
        .init(tokens: first..<tokens.count, table: table.index, tableRow: row, block: number))
      joinBrokenHeader()
    }
  }

  // MARK: Tokens

  /// Appends a token of a piece of a text, which is a cell's or a line's.
  mutating func append(
    _ piece: Range<Int>, of block: TextBlock, in bytes: ArraySlice<UInt8>, cell: Cell? = nil,
    number: Int = 0
  ) {
    let offset = piece.lowerBound - bytes.startIndex
    let isWhole = piece.count == bytes.count || block.text.isDecoded
    let source =
      isWhole
      ? block.source
      : SourceRange(
        start: block.source.start + UInt32(offset),
        end: block.source.start + UInt32(offset + piece.count))
    let text = block.text.isDecoded ? TextRange(decoded: piece) : TextRange(source: piece)
    appendToken(text, source: source, cell: cell, number: number)
  }

  // Inlined, for it makes every cell's key.
  @inline(__always)
  private mutating func appendToken(
    _ text: TextRange, source: SourceRange, cell: Cell?, number: Int
  ) {
    var token = Grid.Token(
      text: text, source: source, column: Int(cell?.column ?? 0),
      columnSpan: Int(cell?.columnSpan ?? 1), rowSpan: Int(cell?.rowSpan ?? 1), row: rows.count,
      cell: number, key: 0..<0, isPlain: false, label: -1, suffix: 0..<0)
    // Spaces inside a label may triple its length; anything longer is no label.
    let mayBeLabel = text.count <= 4 * vocabulary.longestKey
    let start = keys.count
    document.withBytes(of: text) { printed in
      token.isPlain = !TextNormalizer.needsWork(printed)
      if mayBeLabel { LabelKey.append(printed, to: &keys) }
    }
    if mayBeLabel {
      // A cell of nothing but white space is empty, such as &nbsp; from Word.
      if keys.count == start, cell != nil { return }
      token.key = LabelKey.withoutStar(start..<keys.count, in: keys)
      findLabel(&token)
    }
    tokens.append(token)
  }

  /// Finds the label of a token: the whole key, or the key without a colon or a parenthesis at
  /// its end.
  private func findLabel(_ token: inout Grid.Token) {
    let key = keys.span.extracting(token.key)
    token.label = vocabulary.find(key)
    guard token.label < 0 else { return }
    let length = LabelKey.coreLength(key)
    guard length < key.count else { return }
    token.label = vocabulary.find(key.extracting(..<length))
    guard token.label >= 0 else { return }
    let qualified = qualifiedLabel(key, suffix: length)
    if qualified >= 0 {
      token.label = qualified
    } else {
      token.suffix = token.key.dropFirst(length)
    }
  }

  /// The label that other forms print with what stands in parentheses behind this one in front: 指标值(年度)
  /// is 年度指标值; -1 where there is none.
  private func qualifiedLabel(_ key: Span<UInt8>, suffix: Int) -> Vocabulary.LabelID {
    // Units are no qualifiers, and most suffixes are units.
    guard key.count - suffix > 6, key[suffix] == UInt8(ascii: "(") else { return -1 }
    var words: [UInt8] = []
    words.append(copying: key.extracting(suffix + 1..<key.count - 1))
    words.append(copying: key.extracting(..<suffix))
    return vocabulary.find(words.span)
  }
}
