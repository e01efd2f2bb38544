internal import IR

// Labels of what no layout has, behind labels without a value.
extension FieldRecognizer {
  /// Whether a text behind an empty label is the label of something that no layout has: 财务负责人：, or one that stands
  /// away from it, labels right above and below it.
  static func isOtherLabel(
    _ token: Int, behind label: Int, _ reading: FormReading
  ) -> Bool {
    let (cell, label) = (reading.grid.tokens[token], reading.grid.tokens[label])
    return reading.grid.keys[cell.key].last == UInt8(ascii: ":")
      || cell.column > label.column + label.columnSpan && reading.isAmongLabels(token)
  }
}

extension FormReading {
  /// Whether labels stand right above and below a cell, so that it is one, too.
  func isAmongLabels(_ token: Int) -> Bool {
    let cell = grid.tokens[token]
    return [cell.row - 1, cell.row + 1].allSatisfy { row in
      guard rows.contains(row) else { return false }
      let others = grid.rows[row].tokens
      let index = others.partitioningIndex { grid.tokens[$0].column >= cell.column }
      return index < others.upperBound && grid.tokens[index].column == cell.column
        && grid.tokens[index].label >= 0
    }
  }
}
