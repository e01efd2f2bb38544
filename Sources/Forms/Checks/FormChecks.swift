internal import IR

/// What holds in a correct form; OCR, and people, break it.
///
/// What fails is reported with both numbers, and no number is changed.
enum FormChecks {
  /// Checks a form; `layout` is the one it is printed in, where it is known.
  static func findings(in form: Form, _ layout: Layout?) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    FundingChecks.check(form, &findings)
    ScoreChecks.check(form, &findings)
    DateChecks.check(form, &findings)
    IndicatorChecks.check(form, &findings)
    NumberChecks.check(form, &findings)
    if let layout { CompletenessChecks.check(form, layout, &findings) }
    return findings
  }

  /// Checks a form that is being read.
  static func run(on reading: inout FormReading) {
    for finding in findings(in: reading.form, reading.layout) {
      reading.report(
        finding.code, reading.anchor(of: finding.path), path: finding.path.text,
        finding.arguments)
    }
  }
}

extension Form {
  /// The amount of a field.
  func amount(_ key: FieldKey) -> Amount? {
    if case .amount(let amount) = self[key] { amount } else { nil }
  }
}

extension Amount {
  /// The amount as a number.
  var decimal: ExactDecimal? { amount.flatMap { ExactDecimal($0) } }
}

extension Measure {
  /// The number alone.
  var decimal: ExactDecimal? { number.flatMap { ExactDecimal($0) } }
}
