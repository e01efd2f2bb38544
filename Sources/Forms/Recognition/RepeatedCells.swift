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
private struct RepeatedCells {
  /// The cells to leave out.
  private(set) var copies: Set<Int> = []

  /// A header: what it is for, where that is not the columns of indicators or of a list.
  private struct Header {
    /// A cell with the columns it covers, its copies included.
    struct Cell {
      var columns: Range<Int>
      /// Whether it is printed again; a wide one whose table can merge cells has several columns below.
      var isRepeated = false
    }

    /// From left to right.
    var cells: [Cell] = []
    var isOfGoals = false
    var isOfAmounts = false

    /// The same one column to the left.
    var movedLeft: Header {
      var header = self
      for index in cells.indices {
        let columns = cells[index].columns
        header.cells[index].columns = columns.lowerBound - 1..<columns.upperBound - 1
      }
      return header
    }

    /// Whether one repeated cell covers two columns; `nil` where it does not cover both.
    func isOne(above left: Int, _ right: Int) -> Bool? {
      guard let first = cells.firstIndex(where: { $0.columns.contains(left) }),
        let second = cells.firstIndex(where: { $0.columns.contains(right) })
      else { return nil }
      return first == second && cells[first].isRepeated
    }
  }

  private let grid: Grid
  private let document: Document
  private let vocabulary: Vocabulary
  /// The header in force; one without cells where there is none.
  private var header = Header()
  /// Whether fields stand above, and no header since.
  private var isAmongFields = false
  /// Whether the table is known to print merged cells again.
  private var isKnown = false

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
    let above = last.map { headerGoingOn($0.header, over: rows) } ?? Header()
    find(in: rows, below: above)
    guard copies.count > 1 else { return }
    isKnown = true
    find(in: rows, below: above)
  }

  private mutating func find(in rows: Range<Int>, below above: Header) {
    header = above
    isAmongFields = false
    for row in rows {
      if isHeader(row) {
        readHeader(row, upTo: rows.upperBound)
        continue
      }
      if endsHeader(row) {
        header = Header()
        isAmongFields = true
      }
      for token in grid.rows[row].tokens where repeats(token) && isCopy(token, in: row) {
        copies.insert(token)
      }
    }
  }

  private func repeats(_ token: Int) -> Bool { grid.repeatsCell(token, in: document) }

  private func meanings(_ token: Int) -> [Meaning] {
    vocabulary.meanings(ofAnyLayout: grid.tokens[token].label)
  }
}

// MARK: - Headers

extension RepeatedCells {
  /// Whether a row holds labels, two or more, whose values stand below them.
  private func isHeader(_ row: Int) -> Bool {
    var headed = 0
    var labels = 0
    var cells = 0
    for token in grid.rows[row].tokens where !repeats(token) {
      cells += 1
      guard grid.tokens[token].label >= 0 else { continue }
      let meanings = meanings(token)
      if meanings.contains(where: Self.isHeader) { headed += 1 }
      if !meanings.contains(where: Self.isLevel) { labels += 1 }
    }
    return headed >= 2 || labels >= 3 && labels == cells
  }

  private static func isHeader(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .column(let column): column != .caption
    case .fundingColumn, .componentName, .componentAmount: true
    case .field(let key): goals.contains(key)
    case .caption, .fundingRow, .group, .state, .total: false
    }
  }

  private static func isLevel(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .group, .state: true
    default: false
    }
  }

  private static let goals: [FieldKey] = [.overallGoal, .annualGoal, .plannedGoal, .actualGoal]

  /// Whether a row does not stand below the header in force: it has one text, or begins with the label of
  /// a field that is none of those the header is for.
  private func endsHeader(_ row: Int) -> Bool {
    let cells = grid.rows[row].tokens
    // Goals may be alike.
    if cells.count > 2, cells.dropFirst().allSatisfy(repeats) { return !header.isOfGoals }
    guard let key = field(at: row) else { return false }
    if Self.goals.contains(key) { return !header.isOfGoals }
    return !header.isOfAmounts || key.kind != .amount
  }

  /// The field whose label is in the first column of a row; an indicator may be called like a field,
  /// such as 完成时间, but stands elsewhere.
  private func field(at row: Int) -> FieldKey? {
    guard let first = grid.rows[row].tokens.first, grid.tokens[first].column == 0 else {
      return nil
    }
    for case .field(let key) in meanings(first) { return key }
    return nil
  }

  /// Notes which columns each cell of a header covers, its copies included.
  private mutating func readHeader(_ row: Int, upTo end: Int) {
    header = Header()
    isAmongFields = false
    for token in grid.rows[row].tokens {
      let cell = grid.tokens[token]
      for meaning in meanings(token) {
        switch meaning {
        case .field(let key) where Self.goals.contains(key): header.isOfGoals = true
        case .fundingColumn(.initialBudget), .fundingColumn(.annualBudget): header.isOfAmounts = true
        default: break
        }
      }
      let columns = cell.column..<cell.column + cell.columnSpan
      if repeats(token), let last = header.cells.last, isCopyOfHeader(token, upTo: end) {
        copies.insert(token)
        let all = last.columns.lowerBound..<columns.upperBound
        header.cells[header.cells.count - 1] = .init(columns: all, isRepeated: true)
      } else {
        header.cells.append(.init(columns: columns))
      }
    }
  }

  /// The header of the table above, where it stands over the rows of this one: a page may have lost its
  /// first column, which shows in the cells that are repeated.
  private func headerGoingOn(_ header: Header, over rows: Range<Int>) -> Header {
    let moved = header.movedLeft
    var counts = (here: 0, moved: 0)
    for row in rows.prefix(Self.mostRows) {
      for token in grid.rows[row].tokens where repeats(token) {
        let (left, right) = (grid.tokens[token - 1].column, grid.tokens[token].column)
        if header.isOne(above: left, right) == true { counts.here += 1 }
        if moved.isOne(above: left, right) == true { counts.moved += 1 }
      }
    }
    return counts.moved > counts.here ? moved : header
  }

  /// No more rows below a header are looked at.
  private static let mostRows = 64

  /// Whether the cells below a header repeat those on their left, as those below a misread one, or one
  /// that is divided right below, do not.
  private func isCopyOfHeader(_ token: Int, upTo end: Int) -> Bool {
    let row = grid.tokens[token].row
    var (count, repeated) = (0, 0)
    for below in row + 1..<min(row + 1 + Self.mostRows, end) {
      if isHeader(below) || endsHeader(below) { break }
      let cell = grid.rows[below].tokens.first {
        grid.tokens[$0].column == grid.tokens[token].column
      }
      guard let cell else { continue }
      count += 1
      if repeats(cell) { repeated += 1 } else if below == row + 1 { return false }
    }
    // A row or two may be shifted.
    return count == 0 ? isKnown : 4 * repeated >= 3 * count
  }
}

// MARK: - Cells

extension RepeatedCells {
  /// Whether a cell that repeats the one on its left is one with it.
  private func isCopy(_ token: Int, in row: Int) -> Bool {
    let meanings = meanings(token)
    if meanings.contains(.total) { return true }
    let isOneHeader = header.isOne(above: grid.tokens[token - 1].column, grid.tokens[token].column)
    if let isOneHeader { return isOneHeader }
    let key = grid.keys.span.extracting(grid.tokens[token].key)
    if meanings.contains(where: Self.isLevel) || OptionReader.isBox(key) { return false }
    if grid.tokens[token].label >= 0 { return isKnown || isBeforeValue(token, meanings) }
    if isKnown, isAmongFields { return true }
    // Longer texts have no key.
    let isText = key.isEmpty || !CellFeatures(key: key).isMeasure
    return isText && (field(at: row) != nil || isOneText(row))
  }

  /// Whether a value, or a further copy, follows a copy of a label.
  ///
  /// A label of both halves of a row is printed twice where it has no cells between.
  private func isBeforeValue(_ token: Int, _ meanings: [Meaning]) -> Bool {
    let fields = Set(meanings.filter { if case .field = $0 { true } else { false } })
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
}
