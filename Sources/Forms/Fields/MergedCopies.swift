internal import IR

/// Cells that print a merged cell again, in a further column or row of it.
extension FormReading {
  /// Whether a cell that repeats the one on its left, which plays a part, is one merged cell with it.
  ///
  /// Two amounts beside each other may well be equal, and so may boxes; words are not.
  func isCopy(_ token: Int, of role: RowLabels.Role) -> Bool {
    guard role.isLabel else { return isWorded(token) }
    // A label of both halves of a row is printed twice where it has no cells between, and a value may
    // read like its label.
    return role.fields.count < 2 && isBeforeValue(token) || repeatsMergedCells
  }

  /// Whether a value, or a further copy, follows a copy of a label.
  private func isBeforeValue(_ token: Int) -> Bool {
    let next = token + 1
    guard next < grid.rows[grid.tokens[token].row].tokens.upperBound else { return false }
    return grid.tokens[next].label < 0 || repeatsCell(next)
  }

  /// Whether the first cell of a row repeats the caption, or the label of a goal, right above it.
  func isCopyOfAbove(_ token: Int, _ role: RowLabels.Role) -> Bool {
    let row = grid.tokens[token].row
    guard row > rows.lowerBound, let above = grid.rows[row - 1].tokens.first,
      grid.tokens[above].label == grid.tokens[token].label,
      grid.tokens[above].column == grid.tokens[token].column,
      grid.rows[row].table == grid.rows[row - 1].table, grid.rows[row].table != nil,
      grid.rows[row].tokens.count > 1, isMergedOverRows(role)
    else { return false }
    return document.bytes(grid.tokens[above].text) == document.bytes(grid.tokens[token].text)
  }

  private func isMergedOverRows(_ role: RowLabels.Role) -> Bool {
    switch role {
    case .other: true
    case .field(let keys): keys.allSatisfy { goals.contains($0) }
    case .fieldAndValue, .value: false
    }
  }

  /// No cell with a box and nothing else has more bytes.
  private static let longestBox = 6

  /// Whether a text is more than a box and no number.
  func isWorded(_ token: Int) -> Bool {
    guard grid.tokens[token].text.count > Self.longestBox else { return false }
    // Longer texts have no key.
    let key = grid.keys.span.extracting(grid.tokens[token].key)
    return key.isEmpty || !CellFeatures(key: key).isMeasure
  }

  /// Whether the form prints merged cells again: more than one that has words, labels of both halves of a
  /// row aside.
  func findRepeatedCells() -> Bool {
    var count = 0
    for token in tokens where repeatsCell(token) && isWorded(token) {
      let label = grid.tokens[token].label
      guard label < 0 || labels.roles[Int(label)]?.fields.count ?? 0 < 2 else { continue }
      count += 1
      if count > 1 { return true }
    }
    return false
  }
}
