internal import IR

/// The header of a table that prints merged cells again, and what stands below it.
struct MergedHeader {
  /// A cell with the columns it covers, its copies included.
  struct Cell {
    var columns: Range<Int>
    /// Whether it is printed again; a wide one whose table can merge cells has several columns below.
    var isRepeated = false
  }

  /// From left to right.
  var cells: [Cell] = []
  /// The tokens that print a cell again.
  var copies: Set<Int> = []
  /// Whether it is for goals, or for the columns of amounts.
  var isOfGoals = false
  var isOfAmounts = false

  /// The same one column to the left.
  var movedLeft: MergedHeader {
    var header = self
    for index in cells.indices {
      let columns = cells[index].columns
      header.cells[index].columns = columns.lowerBound - 1..<columns.upperBound - 1
    }
    return header
  }

  /// Whether one repeated cell covers two columns; `nil` where not both are covered.
  func isOne(above left: Int, _ right: Int) -> Bool? {
    guard let first = cells.firstIndex(where: { $0.columns.contains(left) }),
      let second = cells.firstIndex(where: { $0.columns.contains(right) })
    else { return nil }
    return first == second && cells[first].isRepeated
  }
}

extension Meaning {
  /// Whether its values stand below it.
  fileprivate var isHeader: Bool {
    switch self {
    case .column(let column): column != .caption
    case .fundingColumn, .componentName, .componentAmount: true
    case .field(let key): key.isGoal
    case .caption, .fundingRow, .group, .state, .total: false
    }
  }
}

extension FieldKey {
  /// Whether the field is a goal, whose text may stand below its label.
  var isGoal: Bool {
    switch self {
    case .overallGoal, .annualGoal, .plannedGoal, .actualGoal: true
    default: false
    }
  }
}

extension RepeatedCells {
  /// A wider row is no header for people.
  private static let mostHeaders = 64
  /// No more rows below a header are looked at.
  private static let mostRows = 64

  /// Whether a row holds labels, two or more, whose values stand below them.
  func isHeader(_ row: Int) -> Bool {
    guard grid.rows[row].tokens.count <= Self.mostHeaders else { return false }
    var (headers, labels, cells) = (0, 0, 0)
    for token in grid.rows[row].tokens where !repeats(token) {
      cells += 1
      guard grid.tokens[token].label >= 0 else { continue }
      let meanings = meanings(token)
      if meanings.contains(where: \.isHeader) { headers += 1 }
      if !meanings.contains(where: \.isLevel) { labels += 1 }
    }
    return headers >= 2 || labels >= 3 && labels == cells
  }

  /// Whether a row does not stand below a header: it has one text, or begins with the label of a field
  /// that is none of those the header is for.
  func ends(_ header: MergedHeader, at row: Int) -> Bool {
    let tokens = grid.rows[row].tokens
    // Goals may be alike.
    if tokens.count > 2, tokens.dropFirst().allSatisfy(repeats) { return !header.isOfGoals }
    guard let key = field(at: row) else { return false }
    if key.isGoal { return !header.isOfGoals }
    return !header.isOfAmounts || key.kind != .amount
  }

  /// A header with what it is for, and no cells yet.
  private func header(of row: Int) -> MergedHeader {
    let meanings = grid.rows[row].tokens.flatMap(meanings)
    var header = MergedHeader()
    header.isOfGoals = meanings.contains { $0.field?.isGoal == true }
    header.isOfAmounts =
      meanings.contains(.fundingColumn(.initialBudget))
      || meanings.contains(.fundingColumn(.annualBudget))
    return header
  }

  /// Reads which columns each cell of a header covers, its copies included.
  func readHeader(_ row: Int, upTo end: Int) -> MergedHeader {
    var result = header(of: row)
    let below = rows(below: row, result, upTo: end)
    for token in grid.rows[row].tokens {
      let columns =
        grid.tokens[token].column..<grid.tokens[token].column + grid.tokens[token].columnSpan
      if repeats(token), let last = result.cells.last, isCopyOfHeader(token, above: below) {
        result.copies.insert(token)
        let all = last.columns.lowerBound..<columns.upperBound
        result.cells[result.cells.count - 1] = .init(columns: all, isRepeated: true)
      } else {
        result.cells.append(.init(columns: columns, isRepeated: grid.tokens[token].isRepeated))
      }
    }
    return result
  }

  /// The rows that stand below a header, as far as they are looked at.
  private func rows(below row: Int, _ header: MergedHeader, upTo end: Int) -> Range<Int> {
    let rows = row + 1..<min(row + 1 + Self.mostRows, end)
    return rows
      .lowerBound..<(rows.first { isHeader($0) || ends(header, at: $0) } ?? rows.upperBound)
  }

  /// Whether the cells below a header repeat those on their left, as those below a misread one, or one
  /// that is divided right below, do not.
  private func isCopyOfHeader(_ token: Int, above rows: Range<Int>) -> Bool {
    let column = grid.tokens[token].column
    var (count, repeated) = (0, 0)
    for row in rows {
      let cell = grid.rows[row].tokens.first { grid.tokens[$0].column >= column }
      guard let cell, grid.tokens[cell].column == column else { continue }
      count += 1
      if repeats(cell) { repeated += 1 } else if row == rows.first { return false }
    }
    // A row or two may be shifted.
    return count == 0 ? isKnown : 4 * repeated >= 3 * count
  }

  /// The header of the table above, where it stands over the rows of this one: a page may have lost its
  /// first column, which shows in the cells that are repeated.
  func headerGoingOn(_ header: MergedHeader, over rows: Range<Int>) -> MergedHeader {
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
}
