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
    compare(
      form.amount(.currentYearBudget), form.components.map(\.amount), of: form, .componentsSum,
      .components, &findings)
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
    compare(
      form.amount(total), parts.map { form.amount($0) }, of: form, .fundingSum, .field(total),
      &findings)
  }

  private static func compare(
    _ total: Amount?, _ parts: [Amount?], of form: Form, _ code: DiagnosticCode, _ path: FormPath,
    _ findings: inout [CheckFinding]
  ) {
    guard let total, let numbers = decimals([total] + parts, of: form),
      let expected = numbers.first,
      let sum = ExactDecimal.sum(Array(numbers.dropFirst())), sum != expected
    else { return }
    findings.append(CheckFinding(code, path, expected: total.text, actual: "\(sum)"))
    SumExplanation.explainRounding(expected, sum, parts.count, path, &findings)
  }

  /// Amounts as numbers; `nil` where one is missing, or is in another unit than the others.
  ///
  /// Nothing is nothing in any unit.
  private static func decimals(_ amounts: [Amount?], of form: Form) -> [ExactDecimal]? {
    var numbers: [ExactDecimal] = []
    var common: String??
    for amount in amounts {
      guard let amount, let number = amount.decimal else { return nil }
      numbers.append(number)
      if number == .zero { continue }
      let unit = unit(of: amount, in: form)
      if let common, common != unit { return nil }
      common = unit
    }
    return numbers
  }

  /// The unit of an amount; 万 is short for 万元.
  private static func unit(of amount: Amount, in form: Form) -> String? {
    guard let unit = amount.unit else { return form.fundingUnit }
    return unit.hasSuffix("元") ? unit : unit + "元"
  }

  /// 执行率 = 全年执行数 ÷ 全年预算数, to the printed digits.
  private static func checkRates(_ form: Form, _ findings: inout [CheckFinding]) {
    for (number, row) in form.fundingRows.enumerated() {
      guard let numbers = decimals([row.annualBudget, row.executed], of: form),
        let rate = row.executionRate, rate.unit == "%", let printed = rate.decimal,
        let computed = numbers[1].percentage(of: numbers[0], decimals: printed.scale),
        computed != printed
      else { continue }
      let path = FormPath.fundingRow(number, .executionRate)
      findings.append(
        CheckFinding(.executionRate, path, expected: rate.text, actual: "\(computed)%"))
      SumExplanation.explainRate(printed, numbers[1], numbers[0], path, &findings)
    }
  }
}
