public import IR

extension Form {
  /// The values whose reading is not what their printed text says.
  ///
  /// Forms that were recognised have none: their readings were made of their texts. Those of JSON
  /// may have been edited; the printed text is what counts, and nothing is changed.
  ///
  /// - Parameter index: The number of the form in its document, for the pointers.
  public func differingReadings(at index: Int) -> [Diagnostic] {
    var check = ReadingCheck(pointer: "/forms/\(index)")
    for field in fields {
      switch field.value {
      case .date(let date): check.compare(date, field.key.rawValue)
      case .amount(let amount): check.compare(amount, field.key.rawValue)
      case .text, .options: break
      }
    }
    for (number, component) in components.enumerated() {
      check.compare(component.amount, "funding/components/\(number)/amount")
    }
    for (number, row) in fundingRows.enumerated() { check.compare(row, "funding/rows/\(number)") }
    for (number, indicator) in indicators.enumerated() {
      check.compare(indicator, "indicators/\(number)")
    }
    check.compare(total?.weight, "total/weight")
    check.compare(total?.score, "total/score")
    return check.diagnostics
  }
}

/// Compares readings with what their texts say.
private struct ReadingCheck {
  let pointer: String
  var diagnostics: [Diagnostic] = []

  init(pointer: String) { self.pointer = pointer }

  mutating func compare(_ date: DateReading, _ path: String) {
    let expected = DateReading(reading: date.text.utf8.span)
    report(date.text, date.date, expected.date, path)
  }

  mutating func compare(_ amount: Amount?, _ path: String) {
    guard let amount else { return }
    let expected = Amount(reading: amount.text.utf8.span)
    guard amount != expected else { return }
    report(
      amount.text, Self.text([amount.amount, amount.unit]),
      Self.text([expected.amount, expected.unit]), path)
  }

  mutating func compare(_ measure: Measure?, _ path: String) {
    guard let measure else { return }
    let expected = Measure(reading: measure.text.utf8.span)
    guard measure != expected else { return }
    report(
      measure.text, Self.text([measure.relation, measure.number, measure.unit]),
      Self.text([expected.relation, expected.number, expected.unit]), path)
  }

  mutating func compare(_ row: FundingRow, _ path: String) {
    compare(row.initialBudget, path + "/initialBudget")
    compare(row.annualBudget, path + "/annualBudget")
    compare(row.executed, path + "/executed")
    compare(row.weight, path + "/weight")
    compare(row.executionRate, path + "/executionRate")
    compare(row.score, path + "/score")
  }

  mutating func compare(_ indicator: Indicator, _ path: String) {
    compare(indicator.overallTarget, path + "/overallTarget")
    compare(indicator.target, path + "/target")
    compare(indicator.actual, path + "/actual")
    compare(indicator.weight, path + "/weight")
    compare(indicator.score, path + "/score")
  }

  /// The parts of a reading, apart from each other.
  private static func text(_ parts: [String?]) -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private mutating func report(_ text: String, _ was: String?, _ expected: String?, _ path: String)
  {
    guard was != expected else { return }
    diagnostics.append(
      Diagnostic(
        .readingDiffers, pointer: "\(pointer)/\(path)",
        arguments: [
          .text("is", expected ?? "—"), .text("text", text), .text("was", was ?? "—"),
        ]))
  }
}
