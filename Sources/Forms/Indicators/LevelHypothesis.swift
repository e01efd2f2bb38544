/// How a form prints its level labels, as a whole: one assumption of ``LevelSolver``.
struct LevelHypothesis {
  /// Where in its group a label is printed.
  enum Style: CaseIterable {
    /// On the first row, always.
    case first
    /// On the first row, as a rule.
    case mostlyFirst
    /// On the middle row, the upper one of two.
    case upperMiddle
    /// On the middle row, the lower one of two.
    case lowerMiddle
    /// On any row.
    case anywhere

    /// Whether labels stand in the middle of their groups.
    var isMiddle: Bool { self == .upperMiddle || self == .lowerMiddle }
  }

  /// Where level-2 labels stand.
  let style: Style
  /// How many rows all labels stand too low (above 0) or too high (below 0).
  let shift: Int

  /// All assumptions, the likeliest first.
  static let all: [LevelHypothesis] = [0, -1, 1]
    .flatMap { shift in Style.allCases.map { LevelHypothesis(style: $0, shift: shift) } }
    .filter(\.isOfUse)
    .sorted { $0.cost(isLabelledByRow: false) < $1.cost(isLabelledByRow: false) }

  /// Labels without a place cannot be off it, and those in the middle that are a row too high or too
  /// low are nearer to the upper or the lower middle row.
  private var isOfUse: Bool {
    switch style {
    case .first, .mostlyFirst: true
    case .upperMiddle: shift <= 0
    case .lowerMiddle: shift >= 0
    case .anywhere: shift == 0
    }
  }

  /// What the assumption itself costs.
  ///
  /// A form with a label on every row has no first rows that an unlabelled row could not
  /// precede.
  func cost(isLabelledByRow: Bool) -> Float {
    let costOfStyle: Float =
      switch style {
      case .first: isLabelledByRow ? 1.5 : 0
      case .mostlyFirst: isLabelledByRow ? 0 : 1.5
      case .upperMiddle, .lowerMiddle: 0.6
      case .anywhere: 0.5
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
    if style == .anywhere { return Self.withoutPlace }
    let place = place(in: start, end)
    if row == place { return 0 }
    if isCut { return 0.3 }
    if style.isMiddle, row + place == start + end - 1 { return Self.otherMiddle }
    let base: Float = style == .first ? 2 : 0.9
    return base + 0.35 * Float(abs(row - place))
  }

  /// The most that the place of a level-1 label in its group costs.
  static let mostCostOfGroup: Float = 1.5

  /// What the place of a level-1 label costs when rows `start..<end` are its group and labels of level
  /// 2 stand in the middle: it belongs there too, or on the first row.
  func costOfGroup(label row: Int, in start: Int, _ end: Int) -> Float {
    guard row >= start, row < end else { return Self.mostCostOfGroup }
    if row == start { return 0 }
    return min(
      deviation(of: row, rowSpan: 0, in: start, end, isCut: false), Self.mostCostOfGroup)
  }

  /// A label inside its group, where labels have no place of their own.
  private static let withoutPlace: Float = 0.4
  /// A label that stands on the other one of two middle rows.
  static let otherMiddle: Float = 1.2

  /// The row a label belongs on.
  @inline(__always)
  private func place(in start: Int, _ end: Int) -> Int {
    switch style {
    case .first, .mostlyFirst, .anywhere: start
    case .upperMiddle: (start + end - 1) / 2
    case .lowerMiddle: (start + end) / 2
    }
  }
}
