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
    @Small var column: Int
    /// The number of columns and rows it covers.
    @Small var columnSpan: Int
    @Small var rowSpan: Int
    /// The row of the grid.
    @Small var row: Int
    /// The number of the cell in its row of the table, the empty cells counted.
    @Small var cell: Int
    /// The key, in ``Grid/keys``; empty when the text is too long for a label.
    @SmallRange var key: Range<Int>
    /// Whether nothing has to be taken out of the text: there is no white space and no LaTeX.
    var isPlain: Bool
    /// Whether the table printed it again in further columns, which it covers now.
    var isRepeated = false
    /// The label that the key is, or -1.
    var label: Vocabulary.LabelID
    /// What follows the label in the key, such as `(元)`.
    @SmallRange var suffix: Range<Int>
  }

  /// One row.
  struct Row: Sendable {
    /// The tokens, in ``Grid/tokens``.
    @SmallRange var tokens: Range<Int>
    /// The number of the table in its source, and of the row in it; `nil` for a line of text.
    var table: Int?
    /// What the indicators below it are of, where it is a header and that was found out with the rows.
    var scope: IndicatorScope?
    @Small var tableRow: Int
    /// The block of the document the row is of.
    @Small var block: Int
    /// Whether it holds nothing but the second lines of the headers in the row above, which are whole there.
    var endsHeader = false
    /// How far right of their columns its cells stood before a list of projects moved them there.
    @Small var shift = 0
  }

  private(set) var tokens: [Token]
  private(set) var rows: [Row]
  /// The keys of all tokens, one behind the other.
  let keys: [UInt8]
  /// The rows of the lists of projects that were unfolded, their captions included.
  private(set) var lists: [Range<Int>] = []
  /// The cells in which another program says that they are empty, or numbers the rows; they have no tokens.
  let emptyCells: [(row: Int, cell: Cell)]
  /// The rows in which a header of indicators stands more than once.
  var repeatedHeaders: [Int] = []

  /// Builds the rows of a document's blocks.
  init(_ document: Document, vocabulary: Vocabulary) {
    let builder = GridBuilder(document, vocabulary)
    tokens = builder.tokens
    rows = builder.rows
    keys = builder.keys
    emptyCells = builder.emptyCells
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

  /// The key of a row with one text.
  func line(at row: Int) -> ArraySlice<UInt8>? {
    let tokens = tokens(ofRow: row)
    return tokens.count == 1 ? tokens.first.map { keys[$0.key] } : nil
  }

  /// The key of a text over several rows.
  func key(ofLines rows: Range<Int>) -> ArraySlice<UInt8> {
    rows.reduce(into: []) { key, row in
      if let token = tokens(ofRow: row).first { key += keys[token.key] }
    }
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

  /// The label that a cell begins with, before a colon and its value; -1 where there is none.
  func head(of token: Token, _ vocabulary: Vocabulary) -> Vocabulary.LabelID {
    guard token.label < 0, rows[token.row].table != nil else { return -1 }
    return vocabulary.head(of: keys.span.extracting(token.key))
  }

  /// Whether the keys of two tokens differ by one character.
  func differByOne(_ first: Token, _ second: Token) -> Bool {
    LabelKey.differByOne(keys.span.extracting(first.key), keys.span.extracting(second.key))
  }

  /// What a token looks like, by its key.
  func features(of token: Token) -> CellFeatures {
    CellFeatures(key: keys.span.extracting(token.key))
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

  /// Appends a row that is like another one but for its cells.
  mutating func append(_ cells: [PlacedToken], like row: Row, in block: Int) {
    let first = tokens.count
    for cell in cells {
      var token = cell.token
      (token.row, token.column) = (rows.count, cell.column)
      tokens.append(token)
    }
    var row = row
    (row.tokens, row.block) = (first..<tokens.count, block)
    rows.append(row)
  }

  /// Notes that rows are of one list.
  mutating func noteList(_ rows: Range<Int>) { lists.append(rows) }

  /// Notes what the indicators below a header are of.
  mutating func noteScope(_ scope: IndicatorScope, below header: Int) { rows[header].scope = scope }
}
