/// How a form prints its level labels, as a whole: one assumption of ``LevelSolver``.
struct LevelHypothesis {
  /// Where in its group a label is printed.
  enum Style: CaseIterable {
    /// On the first row, always.
    case first
    /// On the first row, as a rule.
    case mostlyFirst
    /// On the middle row.
    case centre
  }

  /// Where level-1 labels stand.
  var level1: Style
  /// Where level-2 labels stand.
  var level2: Style
  /// How many rows all labels stand too low (above 0) or too high (below 0).
  var shift: Int

  /// What the assumption itself costs.
  var cost: Float {
    var cost = Float(abs(shift)) * 1.5
    if level2 == .mostlyFirst { cost += 1.5 }
    if level2 == .centre { cost += 1.2 }
    return cost
  }

  /// How far from its place a level-2 label stands, as a cost, when rows `start..<end` are its
  /// group; `isCut` says that a table begins at its row.
  func deviation(
    of row: Int, rowSpan: Int, in start: Int, _ end: Int, isCut: Bool
  ) -> Float {
    if rowSpan > 1 { return Float(abs(row - start) + abs(row + rowSpan - end)) * 4 }
    let asPrinted = deviation(of: row, in: start, end, isCut: isCut)
    if shift == 0 { return asPrinted }
    return min(
      deviation(of: row - shift, in: start, end, isCut: isCut), asPrinted + Self.exception)
  }

  /// A label that stands where it should although the others are shifted.
  private static let exception: Float = 0.7

  private func deviation(of row: Int, in start: Int, _ end: Int, isCut: Bool) -> Float {
    if row < start { return 3.2 + 0.9 * Float(start - row) }
    if row >= end { return 3.2 + 0.9 * Float(row - end + 1) }
    let distance = Self.distance(row, start, end, level2)
    if distance == 0 { return 0 }
    if isCut { return 0.3 }
    let base: Float = level2 == .first ? 2.2 : 0.9
    return base + 0.35 * Float(distance)
  }

  /// How far from its place a level-1 label stands, as a cost.
  func deviationOfGroup(
    of row: Int, rowSpan: Int, in start: Int, _ end: Int, isCut: Bool
  ) -> Float {
    if rowSpan > 1 { return Float(abs(row - start) + abs(row + rowSpan - end)) * 3 }
    let row = row - shift
    if row < start { return 2.5 + 0.8 * Float(start - row) }
    if row >= end { return 2.5 + 0.8 * Float(row - end + 1) }
    let distance = Self.distance(row, start, end, level1)
    return distance == 0 || isCut ? 0 : 0.5 + 0.15 * Float(distance)
  }

  private static func distance(_ row: Int, _ start: Int, _ end: Int, _ style: Style) -> Int {
    switch style {
    case .first, .mostlyFirst: return row - start
    case .centre:
      let low = (start + end - 1) / 2
      let high = (start + end) / 2
      return row < low ? low - row : row > high ? row - high : 0
    }
  }
}
