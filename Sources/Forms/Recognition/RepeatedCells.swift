internal import IR

extension Grid {
  /// Merges the cells of tables that print a merged cell again in each of its columns:
  /// 项目名称 | 项目名称 | 设备购置 | 设备购置.
  mutating func mergeRepeatedCells(of document: Document, _ vocabulary: Vocabulary) {
    var copies: Set<Int> = []
    var end = 0
    for token in tokens.indices
    where repeatsCell(token, in: document) || repeatsCaption(token, in: document, vocabulary) {
      guard tokens[token].row >= end else { continue }
      let block = blockRows(around: tokens[token].row)
      end = block.upperBound
      copies.formUnion(RepeatedCells(of: block, in: self, document, vocabulary).copies)
    }
    merge(copies)
  }

  /// Merges those of pages whose header is that of the page before, in the rows of some forms.
  mutating func mergeRepeatedCells(
    onPagesOf forms: [Range<Int>], of document: Document, _ vocabulary: Vocabulary
  ) {
    var copies: Set<Int> = []
    for rows in forms where goesOnRepeated(rows, document) {
      copies.formUnion(RepeatedCells(onPagesOf: rows, in: self, document, vocabulary).copies)
    }
    merge(copies)
  }

  /// Whether a cell of some rows is repeated, and one in a table below that of the first such repeats another.
  private func goesOnRepeated(_ rows: Range<Int>, _ document: Document) -> Bool {
    let tokens = tokens(ofRows: rows)
    guard let first = tokens.first(where: \.isRepeated) else { return false }
    let end = blockRows(around: first.row).upperBound
    return end < rows.upperBound
      && self.rows[end..<rows.upperBound].contains { row in
        row.tokens.contains { repeatsCell($0, in: document) }
      }
  }

  /// Leaves cells out, the cells on their left, where there are some, being widened.
  private mutating func merge(_ copies: Set<Int>) {
    guard !copies.isEmpty else { return }
    var copy = GridCopy(self)
    for row in rows.indices { copy.copy(row, without: copies) }
    copy.skip(to: rows.count)
    self = copy.finished()
  }
}

/// The cells of a table that say the same as the one on their left, or as the caption right above them,
/// since both are one merged cell.
///
/// Two cells may well say the same: a target and what was reached, two amounts, a level 1 and its level 2.
/// So cells below a header are one only where their header is one. Elsewhere two values are one where their
/// row has a label; what is left, labels too, is decided by whether the table prints other merged cells
/// again.
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
  init(of rows: Range<Int>, in grid: Grid, _ document: Document, _ vocabulary: Vocabulary) {
    self.grid = grid
    self.document = document
    self.vocabulary = vocabulary
    find(in: rows)
    guard copies.count > 1 else { return }
    isKnown = true
    find(in: rows)
  }

  /// Finds those of a form, the other ones being merged, that stand below the header of another page.
  init(onPagesOf rows: Range<Int>, in grid: Grid, _ document: Document, _ vocabulary: Vocabulary) {
    self.grid = grid
    self.document = document
    self.vocabulary = vocabulary
    for row in rows {
      if row > rows.lowerBound, grid.rows[row].block != grid.rows[row - 1].block {
        header = headerGoingOn(header, over: row..<grid.blockRows(around: row).upperBound)
      }
      if isHeader(row) {
        header = readHeader(row, upTo: row + 1)
      } else if ends(header, at: row) {
        header = MergedHeader()
      }
      for token in grid.rows[row].tokens where repeats(token) && isBelowOne(token) == true {
        copies.insert(token)
      }
    }
  }

  private mutating func find(in rows: Range<Int>) {
    header = MergedHeader()
    isAmongFields = false
    for row in rows {
      let tokens = grid.rows[row].tokens
      if let first = tokens.first, grid.repeatsCaption(first, in: document, vocabulary) {
        copies.insert(first)
      }
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
      let areTextsOne = isOneText(row) || field(at: row).map { !$0.isGoal } ?? false
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
    if let isBelowOne = isBelowOne(token) { return isBelowOne }
    let key = grid.keys.span.extracting(grid.tokens[token].key)
    if meanings.contains(where: \.isLevel) || OptionReader.isBox(key) { return false }
    if grid.tokens[token].label >= 0 { return isKnown }
    // Longer texts have no key.
    let features = CellFeatures(key: key)
    if isKnown, isAmongFields {
      // Without a label before them, equal numbers are two amounts of a table of the form's own.
      return !features.isMeasure || hasLabel(before: token)
    }
    guard areTextsOne else { return false }
    return !features.isMeasure && !features.isDash
  }

  /// Whether a label stands before a cell in its row.
  private func hasLabel(before token: Int) -> Bool {
    (grid.rows[grid.tokens[token].row].tokens.lowerBound..<token).contains {
      grid.tokens[$0].label >= 0
    }
  }

  /// Whether one repeated header covers a cell and the one on its left; `nil` where not both are covered.
  private func isBelowOne(_ token: Int) -> Bool? {
    header.isOne(above: grid.tokens[token - 1].column, grid.tokens[token].column)
  }

  /// Whether all cells of a row say the same, the caption or the label of a goal before them aside.
  ///
  /// Two cells may be what was planned and what was reached, their header misread or on another page; a
  /// title is one in any case.
  private func isOneText(_ row: Int) -> Bool {
    let tokens = grid.rows[row].tokens
    guard let first = tokens.first else { return false }
    if vocabulary.isTitle(grid.keys[grid.tokens[first].key]) {
      return tokens.dropFirst().allSatisfy(repeats)
    }
    let isLabel = meanings(first).contains { $0 == .caption || $0.field?.isGoal == true }
    let texts = tokens.dropFirst(isLabel ? 1 : 0)
    return texts.count > 2 && texts.dropFirst().allSatisfy(repeats)
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
