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

  /// Where level-2 labels stand.
  let style: Style
  /// How many rows all labels stand too low (above 0) or too high (below 0).
  let shift: Int

  /// All assumptions, the likeliest first.
  static let all: [LevelHypothesis] = [0, -1, 1]
    .flatMap { shift in Style.allCases.map { LevelHypothesis(style: $0, shift: shift) } }
    .sorted { $0.cost(isLabelledByRow: false) < $1.cost(isLabelledByRow: false) }

  /// What the assumption itself costs.
  ///
  /// A form with a label on every row has no first rows that an unlabelled row could not
  /// precede.
  func cost(isLabelledByRow: Bool) -> Float {
    let costOfStyle: Float =
      switch style {
      case .first: isLabelledByRow ? 1.5 : 0
      case .mostlyFirst: isLabelledByRow ? 0 : 1.5
      case .centre: 1.2
      }
    return costOfStyle + Float(abs(shift)) * 1.5
  }

  /// A label that stands where it should although the others are shifted.
  static let exception: Float = 0.7

  /// How far from its place a label stands, as a cost, when rows `start..<end` are its group;
  /// `isCut` says that a table begins at its row.
  @inline(__always)
  func deviation(
    of row: Int, rowSpan: Int, in start: Int, _ end: Int, isCut: Bool
  ) -> Float {
    if rowSpan > 0 { return deviation(ofSpan: row..<row + rowSpan, in: start, end) }
    let asPrinted = deviation(ofPlace: row, in: start, end, isCut: isCut)
    if shift == 0 { return asPrinted }
    return min(
      deviation(ofPlace: row - shift, in: start, end, isCut: isCut), asPrinted + Self.exception)
  }

  /// A cell that covers rows says where its group begins and ends; a page break may cut it short.
  private func deviation(ofSpan rows: Range<Int>, in start: Int, _ end: Int) -> Float {
    let atStart = Float(abs(rows.lowerBound - start)) * 4
    let missing = Float(max(0, rows.upperBound - end)) * 4
    return atStart + missing + (end > rows.upperBound ? 1.2 : 0)
  }

  /// How far from the place it should have a row is, shift aside.
  @inline(__always)
  func deviation(ofPlace row: Int, in start: Int, _ end: Int, isCut: Bool) -> Float {
    if row < start { return 3.2 + 0.9 * Float(start - row) }
    if row >= end { return 3.2 + 0.9 * Float(row - end + 1) }
    let distance = distance(row, start, end)
    if distance == 0 { return 0 }
    if isCut { return 0.3 }
    let base: Float = style == .first ? 2 : 0.9
    return base + 0.35 * Float(distance)
  }

  @inline(__always)
  private func distance(_ row: Int, _ start: Int, _ end: Int) -> Int {
    guard style == .centre else { return row - start }
    let low = (start + end - 1) / 2
    let high = (start + end) / 2
    return row < low ? low - row : row > high ? row - high : 0
  }
}
