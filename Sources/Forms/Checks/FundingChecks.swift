internal import IR

/// Totals of money are the sums of their parts, and rates follow from amounts.
enum FundingChecks {
  static func check(_ form: Form, _ findings: inout [CheckFinding]) {
    checkComponents(form, &findings)
    checkTotal(
      .annualTotal, [.annualAppropriation, .annualCarryover, .annualOther], form, &findings)
    checkTotal(
      .annualTotal, [.annualCentral, .annualLocal, .annualOther], and: .annualProvincial, form,
      &findings)
    checkTotal(.total, [.fiscal, .other], form, &findings)
    checkTotal(.total, [.central, .local, .other], and: .provincial, form, &findings)
    checkRates(form, &findings)
  }

  /// Sub-projects add up to this year's budget.
  private static func checkComponents(_ form: Form, _ findings: inout [CheckFinding]) {
    guard !form.components.isEmpty else { return }
    let parts = form.components.compactMap { $0.amount?.decimal }
    guard parts.count == form.components.count else { return }
    compare(
      form.amount(.currentYearBudget), parts, .componentsSum, .components, &findings)
  }

  /// Compares a total with its parts, where a form prints all of them, and one that only some forms
  /// print besides.
  private static func checkTotal(
    _ total: FieldKey, _ parts: [FieldKey], and further: FieldKey? = nil, _ form: Form,
    _ findings: inout [CheckFinding]
  ) {
    var parts = parts
    if let further, form.has(further) { parts.append(further) }
    guard form.has(total), parts.allSatisfy({ form.has($0) }) else { return }
    let amounts = parts.compactMap { form.amount($0)?.decimal }
    guard amounts.count == parts.count else { return }
    compare(form.amount(total), amounts, .fundingSum, .field(total), &findings)
  }

  private static func compare(
    _ total: Amount?, _ parts: [ExactDecimal], _ code: DiagnosticCode, _ path: FormPath,
    _ findings: inout [CheckFinding]
  ) {
    guard let total, let expected = total.decimal, let sum = ExactDecimal.sum(parts),
      sum != expected
    else { return }
    findings.append(CheckFinding(code, path, expected: total.text, actual: "\(sum)"))
    SumExplanation.explainRounding(expected, sum, parts.count, path, &findings)
  }

  /// 执行率 = 全年执行数 ÷ 全年预算数, to the printed digits.
  private static func checkRates(_ form: Form, _ findings: inout [CheckFinding]) {
    for (number, row) in form.fundingRows.enumerated() {
      guard let budget = row.annualBudget?.decimal, let executed = row.executed?.decimal,
        let rate = row.executionRate, rate.unit == "%", let printed = rate.decimal,
        let computed = executed.percentage(of: budget, decimals: printed.scale),
        computed != printed
      else { continue }
      let path = FormPath.fundingRow(number, .executionRate)
      findings.append(
        CheckFinding(.executionRate, path, expected: rate.text, actual: "\(computed)%"))
      SumExplanation.explainRate(printed, executed, budget, path, &findings)
    }
  }
}
