internal import IR

/// The arithmetic a correct form keeps; OCR breaks it.
///
/// What fails is reported with both numbers, and no number is changed.
enum FormChecks {
  /// Checks the sums and rates of a form.
  static func run(on reading: inout FormReading) {
    checkComponents(&reading)
    checkFunding(&reading)
    checkRates(&reading)
    checkTotals(&reading)
    checkScores(&reading)
  }

  private static func decimal(_ amount: Amount?) -> ExactDecimal? {
    amount?.amount.flatMap { ExactDecimal($0) }
  }

  private static func decimal(_ measure: Measure?) -> ExactDecimal? {
    measure?.number.flatMap { ExactDecimal($0) }
  }

  private static func amount(_ key: FieldKey, _ form: Form) -> Amount? {
    if case .amount(let amount) = form[key] { amount } else { nil }
  }

  // MARK: Sums

  /// Sub-projects add up to this year's budget.
  private static func checkComponents(_ reading: inout FormReading) {
    guard !reading.form.components.isEmpty else { return }
    let parts = reading.form.components.compactMap { decimal($0.amount) }
    guard parts.count == reading.form.components.count else { return }
    compare(
      amount(.currentYearBudget, reading.form), parts, .componentsSum, "funding/components",
      &reading)
  }

  /// A total is the sum of its parts.
  private static func checkFunding(_ reading: inout FormReading) {
    check(.annualTotal, [.annualAppropriation, .annualCarryover, .annualOther], &reading)
    check(.total, [.fiscal, .other], &reading)
  }

  private static func check(
    _ total: FieldKey, _ parts: [FieldKey], _ reading: inout FormReading
  ) {
    guard reading.form.has(total), parts.allSatisfy({ reading.form.has($0) }) else { return }
    let amounts = parts.compactMap { decimal(amount($0, reading.form)) }
    guard amounts.count == parts.count else { return }
    compare(amount(total, reading.form), amounts, .fundingSum, total.rawValue, &reading)
  }

  private static func compare(
    _ total: Amount?, _ parts: [ExactDecimal], _ code: DiagnosticCode, _ path: String,
    _ reading: inout FormReading
  ) {
    guard let total, let expected = decimal(total), let sum = ExactDecimal.sum(parts),
      sum != expected
    else { return }
    report(code, path, expected: total.text, actual: "\(sum)", &reading)
  }

  // MARK: Self-evaluations

  /// 执行率 = 全年执行数 ÷ 全年预算数, to the printed digits.
  private static func checkRates(_ reading: inout FormReading) {
    for (number, row) in reading.form.fundingRows.enumerated() {
      guard let budget = decimal(row.annualBudget), let executed = decimal(row.executed),
        let rate = row.executionRate, rate.unit == "%", let printed = decimal(rate),
        let digits = rate.number.map(decimals),
        let computed = executed.percentage(of: budget, decimals: digits), computed != printed
      else { continue }
      report(
        .executionRate, "funding/rows/\(number)/executionRate", expected: rate.text,
        actual: "\(computed)%", &reading)
    }
  }

  private static func decimals(_ number: String) -> Int {
    guard let point = number.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return number.utf8.distance(from: point, to: number.utf8.endIndex) - 1
  }

  /// The weights and the scores add up to the totals, the row of the funding table included.
  private static func checkTotals(_ reading: inout FormReading) {
    guard let total = reading.form.total else { return }
    let rows = reading.form.fundingRows
    let indicators = reading.form.indicators
    compare(
      total.weight, rows.map(\.weight) + indicators.map(\.weight), .weightSum, "total/weight",
      &reading)
    compare(
      total.score, rows.map(\.score) + indicators.map(\.score), .scoreSum, "total/score", &reading)
  }

  private static func compare(
    _ total: Measure?, _ parts: [Measure?], _ code: DiagnosticCode, _ path: String,
    _ reading: inout FormReading
  ) {
    guard let total, let expected = decimal(total),
      let sum = ExactDecimal.sum(parts.compactMap { decimal($0) }), sum != expected
    else { return }
    report(code, path, expected: total.text, actual: "\(sum)", &reading)
  }

  /// No indicator scores more than its weight.
  private static func checkScores(_ reading: inout FormReading) {
    for number in reading.form.indicators.indices {
      guard let weight = reading.form.indicators[number].weight,
        let score = reading.form.indicators[number].score,
        let most = decimal(weight), let reached = decimal(score), most < reached
      else { continue }
      report(
        .scoreAboveWeight, "indicators/\(number)/score", expected: weight.text,
        actual: score.text, &reading)
    }
  }

  private static func report(
    _ code: DiagnosticCode, _ path: String, expected: String, actual: String,
    _ reading: inout FormReading
  ) {
    reading.report(
      code, reading.anchor(of: path), path: path, .text("expected", expected),
      .text("actual", actual))
  }
}
