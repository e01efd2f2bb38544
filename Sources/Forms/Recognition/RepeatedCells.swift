internal import IR

extension Grid {
  /// Merges the cells of tables that print a merged cell again in each of its columns:
  /// 项目名称 | 项目名称 | 设备购置 | 设备购置.
  mutating func mergeRepeatedCells(of document: Document, _ vocabulary: Vocabulary) {
    var copy: GridCopy?
    var last: RepeatedCells?
    var end = 0
    for token in tokens.indices where repeatsCell(token, in: document) {
      guard tokens[token].row >= end else { continue }
      let block = blockRows(around: tokens[token].row)
      end = block.upperBound
      let cells = RepeatedCells(of: block, in: self, document, vocabulary, after: last)
      last = cells
      guard !cells.copies.isEmpty else { continue }
      if copy == nil { copy = GridCopy(self) }
      copy?.copy(upTo: block.lowerBound)
      for row in block { copy?.copy(row, without: cells.copies) }
      copy?.skip(to: end)
    }
    if let grid = copy?.finished() { self = grid }
  }
}

/// The cells of a table that say the same as the one on their left since both are one merged cell.
///
/// Two cells may well say the same: a target and what was reached, two amounts, a level 1 and its level 2.
/// So cells below a header are one only where their header is one. Elsewhere a label is one with its copy
/// where a value follows, and a value where its row has a label; what is left is decided by whether
/// the table prints other merged cells again.
struct RepeatedCells {
  /// The cells to leave out.
  private(set) var copies: Set<Int> = []

  let grid: Grid
  private let document: Document
  private let vocabulary: Vocabulary
  /// The header in force; one without cells where there is none.
  private(set) var header = MergedHeader()
  /// Whether fields stand above, and no header since.
  private var isAmongFields = false
  /// Whether the table is known to print merged cells again.
  private(set) var isKnown = false

  /// Finds those of a table.
  ///
  /// - Parameter last: The table above it that has some too; a page may go on with its rows.
  init(
    of rows: Range<Int>, in grid: Grid, _ document: Document, _ vocabulary: Vocabulary,
    after last: RepeatedCells?
  ) {
    self.grid = grid
    self.document = document
    self.vocabulary = vocabulary
    let above = last.map { headerGoingOn($0.header, over: rows) } ?? MergedHeader()
    find(in: rows, below: above)
    guard copies.count > 1 else { return }
    isKnown = true
    find(in: rows, below: above)
  }

  private mutating func find(in rows: Range<Int>, below above: MergedHeader) {
    header = above
    isAmongFields = false
    for row in rows {
      let tokens = grid.rows[row].tokens
      if isHeader(row) {
        header = readHeader(row, upTo: rows.upperBound)
        isAmongFields = false
        copies.formUnion(tokens.filter(header.copies.contains))
        continue
      }
      if ends(header, at: row) {
        header = MergedHeader()
        isAmongFields = true
      }
      guard tokens.contains(where: repeats) else { continue }
      let areTextsOne = field(at: row) != nil || isOneText(row)
      for token in tokens where repeats(token) && isCopy(token, areTextsOne: areTextsOne) {
        copies.insert(token)
      }
    }
  }

  /// Whether a cell that repeats the one on its left is one with it.
  ///
  /// - Parameter areTextsOne: Whether two texts in its row are.
  private func isCopy(_ token: Int, areTextsOne: Bool) -> Bool {
    let meanings = meanings(token)
    if meanings.contains(.total) { return true }
    let isOneHeader = header.isOne(above: grid.tokens[token - 1].column, grid.tokens[token].column)
    if let isOneHeader { return isOneHeader }
    let key = grid.keys.span.extracting(grid.tokens[token].key)
    if meanings.contains(where: \.isLevel) || OptionReader.isBox(key) { return false }
    if grid.tokens[token].label >= 0 { return isKnown || isBeforeValue(token, meanings) }
    if isKnown, isAmongFields { return true }
    // Longer texts have no key.
    return areTextsOne && (key.isEmpty || !CellFeatures(key: key).isMeasure)
  }

  /// Whether a value, or a further copy, follows a copy of a label.
  ///
  /// A label of both halves of a row is printed twice where it has no cells between.
  private func isBeforeValue(_ token: Int, _ meanings: [Meaning]) -> Bool {
    let fields = Set(meanings.filter { $0.field != nil })
    let next = token + 1
    guard fields.count < 2, next < grid.rows[grid.tokens[token].row].tokens.upperBound else {
      return false
    }
    return grid.tokens[next].label < 0 || repeats(next)
  }

  /// Whether all cells of a row say the same, a caption before them aside.
  private func isOneText(_ row: Int) -> Bool {
    let tokens = grid.rows[row].tokens
    guard let first = tokens.first else { return false }
    return tokens.dropFirst(meanings(first).contains(.caption) ? 2 : 1).allSatisfy(repeats)
  }

  /// The field whose label is in the first column of a row; an indicator may be called like a field,
  /// such as 完成时间, but stands elsewhere.
  func field(at row: Int) -> FieldKey? {
    guard let first = grid.rows[row].tokens.first, grid.tokens[first].column == 0 else {
      return nil
    }
    return meanings(first).lazy.compactMap(\.field).first
  }

  func repeats(_ token: Int) -> Bool { grid.repeatsCell(token, in: document) }

  func meanings(_ token: Int) -> [Meaning] {
    vocabulary.meanings(ofAnyLayout: grid.tokens[token].label)
  }
}
