internal import IR

/// Captions and labels of goals that are printed again in each row they are merged over.
extension FormReading {
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
}
