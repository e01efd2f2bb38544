internal import IR

/// Reports the labels of levels that were damaged, or that stand outside the rows they are for.
struct LabelReport {
  private let levels: [LevelAssignment.Levels]
  /// The first indicator of each row; that of the next one where a row has none.
  private let indicators: [Int]
  /// The first row of each slot that has one.
  private let firstRows: [Int?]

  /// Prepares to report on rows that were made indicators.
  init(_ levels: [LevelAssignment.Levels], _ indicators: [Int], slotCount: Int) {
    self.levels = levels
    self.indicators = indicators
    var firstRows = [Int?](repeating: nil, count: slotCount)
    for row in levels.indices.reversed() {
      if let slot = levels[row].slot { firstRows[slot] = row }
    }
    self.firstRows = firstRows
  }

  /// Reports on the labels of all rows.
  func report(_ rows: [IndicatorRow], of reading: inout FormReading) {
    for (number, row) in rows.enumerated() {
      for label in row.labels {
        reportCorrected(label, of: &reading)
        reportMoved(label, number, of: &reading)
      }
      reportCorrectedText(of: row, number, of: &reading)
    }
  }

  private func reportCorrected(_ label: IndicatorRow.Label, of reading: inout FormReading) {
    guard label.match.certainty == .near || label.match.certainty == .clipped else { return }
    let text = reading.vocabulary.labels[Int(label.match.label)].text
    reading.report(
      .labelCorrected, label.token, before: reading.text(label.token, .value), after: text)
  }

  /// Reports a text of an open group that was read as a label the group is known to have.
  private func reportCorrectedText(
    of row: IndicatorRow, _ number: Int, of reading: inout FormReading
  ) {
    guard let token = row.openText, levels[number].level2Token == token,
      let label = levels[number].level2, label != reading.text(token, .value)
    else { return }
    reading.report(.labelCorrected, token, before: reading.text(token, .value), after: label)
  }

  private func reportMoved(
    _ label: IndicatorRow.Label, _ number: Int, of reading: inout FormReading
  ) {
    guard let first = firstRow(of: label, on: number, reading), first != number else { return }
    reading.report(
      .labelMoved, label.token, path: "indicators/\(indicators[first])",
      .text("label", reading.text(label.token, .value)), .number("rows", abs(number - first)))
  }

  /// The first row of the group that a label on a row is for; `nil` where the label repeats
  /// another, or opens a table.
  private func firstRow(
    of label: IndicatorRow.Label, on number: Int, _ reading: FormReading
  ) -> Int? {
    func isOwnSlot(_ slot: Int) -> Bool {
      label.column == .level1
        ? label.match.groups.contains(reading.slots[slot].group)
        : reading.isSlot(slot, of: label.match.states)
    }
    func isOwn(_ row: Int) -> Bool { levels[row].slot.map(isOwnSlot) ?? false }
    guard isOwn(number) else {
      return firstRows.indices.lazy.filter(isOwnSlot).compactMap { firstRows[$0] }.min()
    }
    // Within its group: only the label that its first row takes its level from counts.
    guard number > 0, isOwn(number - 1), isOfRow(number - 1, label, on: number) else { return nil }
    var first = number
    while first > 0, isOwn(first - 1) { first -= 1 }
    return first
  }

  /// Whether a row takes its level from a label.
  private func isOfRow(_ row: Int, _ label: IndicatorRow.Label, on number: Int) -> Bool {
    label.column == .level1
      ? levels[row].level1Token == label.token : levels[row].labelRow == number
  }
}
