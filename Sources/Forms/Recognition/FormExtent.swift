internal import IR

/// Finds where a form ends when other tables follow it before the next form.
struct FormExtent {
  private let grid: Grid
  private let vocabulary: Vocabulary
  private let layout: Int

  init(_ grid: Grid, vocabulary: Vocabulary, layout: Int) {
    self.grid = grid
    self.vocabulary = vocabulary
    self.layout = layout
  }

  /// The row after the last table that belongs to a form; what follows is of no form.
  ///
  /// A table belongs to it when it has one of its labels, or when its rows look like indicators
  /// that go on below a page break.
  func end(of rows: Range<Int>) -> Int {
    var end = rows.lowerBound
    var start = rows.lowerBound
    while start < rows.upperBound {
      let block = grid.rows[start].block
      var next = start + 1
      while next < rows.upperBound, grid.rows[next].block == block { next += 1 }
      // Before the rows of a table stands its caption.
      let table = (start..<next).drop { grid.rows[$0].table == nil }
      // Text belongs to what it stands right behind.
      if table.isEmpty ? end == start : belongs(table) { end = next }
      start = next
    }
    return end
  }

  private func belongs(_ rows: Range<Int>) -> Bool {
    var filled = 0
    var likeIndicators = 0
    var rowsWithLevel = 0
    for row in rows {
      let tokens = grid.tokens(ofRow: row)
      if tokens.contains(where: isLabel) { return true }
      // 数量 | 质量 may head the columns of any table; in two of its rows they are levels.
      if tokens.contains(where: isLevel) { rowsWithLevel += 1 }
      if rowsWithLevel > 1 { return true }
      if filled < Self.mostAboveTotals, let first = tokens.first, isTotal(first) { return true }
      if tokens.isEmpty { continue }
      filled += 1
      if tokens.dropFirst().contains(where: isTarget) || tokens.count == 1 { likeIndicators += 1 }
    }
    return likeIndicators * 2 >= filled
  }

  /// Whether a cell is a label that other tables hardly have.
  private func isLabel(_ token: Grid.Token) -> Bool {
    if vocabulary.isTitle(grid.keys[token.key]) { return true }
    guard token.label >= 0 else { return false }
    return vocabulary.meanings(token.label, in: layout).contains { meaning in
      switch meaning {
      case .total: false
      case .group, .state: LevelMatch.isFull(vocabulary.labels[Int(token.label)].text)
      default: true
      }
    }
  }

  /// Whether a cell is the label of a level, in full or not.
  private func isLevel(_ token: Grid.Token) -> Bool {
    token.label >= 0
      && vocabulary.meanings(token.label, in: layout).contains { meaning in
        switch meaning {
        case .group, .state: true
        default: false
        }
      }
  }

  /// A table that a page break cut off above the totals has one row above them at most, a remark.
  private static let mostAboveTotals = 2

  /// Whether a cell is the layout's own label of the totals; others head the sums of any table.
  private func isTotal(_ token: Grid.Token) -> Bool {
    token.label >= 0 && vocabulary.isOwnWording(Int(token.label), of: layout)
      && vocabulary.facts[layout][Int(token.label)].contains(.total)
  }

  /// Whether a cell has a relation, or is a state such as 及时: other tables have plain numbers.
  private func isTarget(_ token: Grid.Token) -> Bool {
    let features = grid.features(of: token)
    return features.hasRelation || features.isState
  }
}
