internal import IR

/// The rows of a document as the recogniser sees them: non-empty cells with their labels found.
///
/// A line of text outside tables is a row with one token.
struct Grid: Sendable {
  /// A non-empty cell, or a line of text.
  struct Token: Sendable {
    /// The text in the document.
    var text: TextRange
    /// Where it stands in the source.
    var source: SourceRange
    /// The column, from 0.
    var column: Int
    /// The number of columns and rows it covers.
    var columnSpan: Int
    var rowSpan: Int
    /// The row of the grid.
    var row: Int
    /// The number of the cell in its row of the table, the empty cells counted.
    var cell: Int
    /// The key, in ``Grid/keys``; empty when the text is too long for a label.
    var key: Range<Int>
    /// Whether nothing has to be taken out of the text: there is no white space and no LaTeX.
    var isPlain: Bool
    /// Whether the table printed it again in further columns, which it covers now.
    var isRepeated = false
    /// The label that the key is, or -1.
    var label: Vocabulary.LabelID
    /// What follows the label in the key, such as `(元)`.
    var suffix: Range<Int>
  }

  /// One row.
  struct Row: Sendable {
    /// The tokens, in ``Grid/tokens``.
    var tokens: Range<Int>
    /// The number of the table in its source, and of the row in it; `nil` for a line of text.
    var table: Int?
    /// What the indicators below it are of, where it is a header and that was found out with the rows.
    var scope: IndicatorScope?
    var tableRow: Int
    /// The block of the document the row is of.
    var block: Int
    /// Whether it holds nothing but the second lines of the headers in the row above, which are whole there.
    var endsHeader = false
  }

  var tokens: [Token] = []
  var rows: [Row] = []
  var keys: [UInt8] = []
  /// The rows of the lists of projects that were unfolded, their captions included.
  private(set) var lists: [Range<Int>] = []
  /// The cells in which another program says that they are empty, or numbers the rows; they have no tokens.
  private(set) var emptyCells: [(row: Int, cell: Cell)] = []
  /// The rows in which a header of indicators stands more than once.
  var repeatedHeaders: [Int] = []

  /// Builds the rows of a document's blocks.
  init(_ document: Document, vocabulary: Vocabulary) {
    tokens.reserveCapacity(document.cells.count)
    for (number, block) in document.blocks.enumerated() {
      switch block {
      case .heading(let text), .paragraph(let text):
        append(text, block: number, document: document, vocabulary: vocabulary)
      case .table(let table):
        if let caption = table.caption {
          append(caption, block: number, document: document, vocabulary: vocabulary)
        }
        append(table, block: number, document: document, vocabulary: vocabulary)
      }
    }
    mergeRepeatedCells(of: document, vocabulary)
    unfoldLists(of: document, vocabulary)
    unfoldSideBySide(vocabulary)
  }

  /// The rows of the same table, or the same block of text, as a row.
  ///
  /// They are searched for by halves: a table of many rows may be asked about for each of them.
  func blockRows(around row: Int) -> Range<Int> {
    self.rows(ofBlock: rows[row].block)
  }

  /// The rows of a block; the blocks of the rows are in order.
  func rows(ofBlock block: Int) -> Range<Int> {
    let start = rows.indices.partitioningIndex { rows[$0].block >= block }
    return start..<rows.indices.partitioningIndex { rows[$0].block > block }
  }

  /// The first row of the block a row is of.
  func startOfBlock(ofRow row: Int) -> Int { row > 0 ? blockRows(around: row).lowerBound : 0 }

  /// The tokens of some rows.
  func tokens(ofRows rows: Range<Int>) -> ArraySlice<Token> {
    guard let last = rows.last else { return [] }
    return tokens[self.rows[rows.lowerBound].tokens.lowerBound..<self.rows[last].tokens.upperBound]
  }

  /// The tokens of a row.
  func tokens(ofRow row: Int) -> ArraySlice<Token> { tokens[rows[row].tokens] }

  /// Whether a row holds nothing but one cell or one line of text, cut into captions or not.
  func isOneText(_ row: Int) -> Bool {
    let tokens = rows[row].tokens
    guard tokens.count > 1, rows[row].table != nil else { return true }
    return self.tokens[tokens.lowerBound].column == self.tokens[tokens.upperBound - 1].column
  }

  /// Whether no column stands between two cells of a row.
  func isNextTo(_ left: Int, _ right: Int) -> Bool {
    tokens[left].column + tokens[left].columnSpan == tokens[right].column
  }

  /// Whether the cell of a token says the same as the one right before it in its row, as merged
  /// cells are printed where tables have none.
  func repeatsCell(_ token: Int, in document: Document) -> Bool {
    let row = tokens[token].row
    guard rows[row].table != nil, token > rows[row].tokens.lowerBound else { return false }
    // Nearly every other cell is told by the length of its text.
    return tokens[token - 1].text.count == tokens[token].text.count
      && isNextTo(token - 1, token)
      && document.bytes(tokens[token - 1].text) == document.bytes(tokens[token].text)
  }

  /// Whether the first of several cells in a row is the caption, or the label of a goal, right above it,
  /// printed again in each row it is merged over.
  func repeatsCaption(_ token: Int, in document: Document, _ vocabulary: Vocabulary) -> Bool {
    guard vocabulary.facts(ofAnyLayout: tokens[token].label).contains(.block) else {
      return false
    }
    let row = tokens[token].row
    guard token == rows[row].tokens.lowerBound, rows[row].tokens.count > 1, row > 0,
      rows[row].table != nil, rows[row].block == rows[row - 1].block,
      let above = tokens(ofRow: row - 1).first
    else { return false }
    return above.label == tokens[token].label && above.column == tokens[token].column
      && document.bytes(above.text) == document.bytes(tokens[token].text)
  }

  /// Forgets which rows and columns the cells of some rows are merged over.
  mutating func flatten(_ rows: Range<Int>) {
    for row in rows {
      for token in self.rows[row].tokens {
        tokens[token].rowSpan = 1
        tokens[token].columnSpan = 1
      }
    }
  }

  /// A key without a colon or a parenthesis at its end.
  func labelCore(of key: Range<Int>) -> Range<Int> {
    guard let last = key.last else { return key }
    switch keys[last] {
    case UInt8(ascii: ":"): return key.dropLast()
    case UInt8(ascii: ")"):
      let span = keys.span
      let open = key.last { span[$0] == UInt8(ascii: "(") }
      return open.map { key.lowerBound..<$0 } ?? key
    default: return key
    }
  }

  /// The label that a cell begins with, before a colon and its value; -1 where there is none.
  func head(of token: Token, _ vocabulary: Vocabulary) -> Vocabulary.LabelID {
    guard token.label < 0, rows[token.row].table != nil else { return -1 }
    return head(of: token.key, vocabulary)
  }

  /// The label that a key begins with, before a colon; -1 where there is none.
  private func head(of key: Range<Int>, _ vocabulary: Vocabulary) -> Vocabulary.LabelID {
    let span = keys.span
    for index in key where span[index] == UInt8(ascii: ":") {
      // A label may hold a colon itself: 其中：当年财政拨款：90.00.
      let label = vocabulary.find(span.extracting(key.lowerBound..<index))
      if label >= 0 { return label }
    }
    return -1
  }

  /// Whether the keys of two tokens differ by one character.
  func differByOne(_ first: Token, _ second: Token) -> Bool {
    LabelKey.differByOne(keys.span.extracting(first.key), keys.span.extracting(second.key))
  }

  /// The key of a token as scalars.
  func scalars(_ token: Token) -> [UInt32] {
    LabelKey.scalars(keys.span.extracting(token.key))
  }
}

// MARK: - Unfolding

extension Grid {
  /// A token, and the column it is to stand in.
  struct PlacedToken {
    var token: Token
    var column: Int
  }

  /// A grid with the same keys and nothing else.
  func withoutRows() -> Grid {
    var grid = self
    grid.tokens.removeAll(keepingCapacity: true)
    grid.rows.removeAll(keepingCapacity: true)
    return grid
  }

  /// Appends a row with the place in the source of another one.
  mutating func append(_ cells: [PlacedToken], like row: Row, in block: Int) {
    let first = tokens.count
    for cell in cells {
      var token = cell.token
      (token.row, token.column) = (rows.count, cell.column)
      tokens.append(token)
    }
    rows.append(
      Row(
        tokens: first..<tokens.count, table: row.table, scope: row.scope, tableRow: row.tableRow,
        block: block))
  }

  /// Notes that rows are of one list.
  mutating func noteList(_ rows: Range<Int>) { lists.append(rows) }

  /// Notes what the indicators below a header are of.
  mutating func noteScope(_ scope: IndicatorScope, below header: Int) { rows[header].scope = scope }
}

// MARK: - Building

extension Grid {
  private mutating func append(
    _ block: TextBlock, block number: Int, document: Document, vocabulary: Vocabulary
  ) {
    let bytes = document.bytes(block.text)
    var start = bytes.startIndex
    while start <= bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = start..<end
      start = end + 1
      guard !line.isEmpty else { continue }
      let first = tokens.count
      for piece in CaptionLine.pieces(bytes[line]) {
        append(
          piece, of: block, in: bytes, cell: nil, number: 0, document: document,
          vocabulary: vocabulary)
      }
      rows.append(
        Row(
          tokens: first..<tokens.count, table: nil, tableRow: 0, block: number))
    }
  }

  mutating func append(
    _ piece: Range<Int>, of block: TextBlock, in bytes: ArraySlice<UInt8>, cell: Cell?,
    number: Int, document: Document, vocabulary: Vocabulary
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
    appendToken(
      text, source: source, cell: cell, number: number, document: document,
      vocabulary: vocabulary)
  }

  /// Cuts the last cell of a row that holds several captions, such as
  /// `填报单位：市水务局　单位：万元`, behind others one that holds labels with their values alone.
  private mutating func cutCaptions(
    of cell: Cell, number: Int, isAlone: Bool, document: Document, vocabulary: Vocabulary
  ) {
    guard let whole = tokens.last, whole.label < 0, !whole.isPlain,
      isAlone || head(of: whole.key, vocabulary) >= 0
    else { return }
    let bytes = document.bytes(cell.text)
    let pieces = CaptionLine.pieces(bytes)
    guard pieces.count > 1 else { return }
    let keyCount = keys.count
    tokens.removeLast()
    for piece in pieces {
      append(
        piece, of: TextBlock(text: cell.text, source: cell.source), in: bytes, cell: cell,
        number: number, document: document, vocabulary: vocabulary)
    }
    // Prose may hold a colon too: only what is known for a caption is one.
    let areKnown = tokens.suffix(pieces.count - 1).allSatisfy {
      CaptionLine.isKnown(keys[$0.key], vocabulary)
    }
    guard !areKnown else { return }
    tokens.removeLast(pieces.count)
    tokens.append(whole)
    keys.removeLast(keys.count - keyCount)
  }

  private mutating func append(
    _ table: Table, block number: Int, document: Document, vocabulary: Vocabulary
  ) {
    var index = table.cells.lowerBound
    var width: Int?
    let hasIndex = DataFrameIndex.isPrinted(in: table, document)
    for row in table.rows {
      let first = tokens.count
      var cellNumber = 0
      while index < table.cells.upperBound, document.cells[index].row == row {
        let cell = document.cells[index]
        let isIndex = hasIndex && cell.column == 0 && !cell.text.isEmpty
        if isIndex || document.withBytes(of: cell.text, EmptyCellMark.isMark) {
          emptyCells.append((rows.count, cell))
        } else if !cell.text.isEmpty {
          appendToken(
            cell.text, source: cell.source, cell: cell, number: cellNumber, document: document,
            vocabulary: vocabulary)
        }
        cellNumber += 1
        index += 1
      }
      // Nearly every last cell is dismissed on the spot.
      if tokens.count > first, let last = tokens.last, last.label < 0, !last.isPlain {
        cutCaptions(
          of: document.cells[index - cellNumber + last.cell], number: last.cell,
          isAlone: tokens.count == first + 1, document: document, vocabulary: vocabulary)
      }
      let cells = document.cells[(index - cellNumber)..<index]
      if let width {
        if tokens.count == first + 1 {
          cutLine(width: width, cells: cells, document: document, vocabulary: vocabulary)
        }
      } else {
        width = cutHeaders(
          from: first, cells: cells, of: table, document: document, vocabulary: vocabulary)
      }
      cutLevelFromName(
        from: first, cells: cells, of: table, document: document, vocabulary: vocabulary)
      rows.append(
        Row(
          tokens: first..<tokens.count, table: table.index, tableRow: row, block: number))
      joinBrokenHeader(vocabulary)
    }
  }

  private mutating func appendToken(
    _ text: TextRange, source: SourceRange, cell: Cell?, number: Int, document: Document,
    vocabulary: Vocabulary
  ) {
    var token = Token(
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
      token.key = start..<keys.count
      findLabel(&token, vocabulary: vocabulary)
    }
    tokens.append(token)
  }

  /// Finds the label of a token: the whole key, or the key without a colon or a parenthesis at
  /// its end.
  private func findLabel(_ token: inout Token, vocabulary: Vocabulary) {
    let span = keys.span
    token.label = vocabulary.find(span.extracting(token.key))
    guard token.label < 0 else { return }
    let core = labelCore(of: token.key)
    guard core.count < token.key.count else { return }
    token.label = vocabulary.find(span.extracting(core))
    guard token.label >= 0 else { return }
    let qualified = qualifiedLabel(token.key, suffix: core.upperBound, vocabulary)
    if qualified >= 0 {
      token.label = qualified
    } else {
      token.suffix = core.upperBound..<token.key.upperBound
    }
  }

  /// The label that other forms print with what stands in parentheses behind this one in front: 指标值(年度)
  /// is 年度指标值; -1 where there is none.
  private func qualifiedLabel(
    _ key: Range<Int>, suffix: Int, _ vocabulary: Vocabulary
  ) -> Vocabulary.LabelID {
    // Units are no qualifiers, and most suffixes are units.
    guard key.upperBound - suffix > 6, keys[suffix] == UInt8(ascii: "(") else { return -1 }
    let words = keys[(suffix + 1)..<(key.upperBound - 1)] + keys[key.lowerBound..<suffix]
    return vocabulary.find(words.span)
  }
}
