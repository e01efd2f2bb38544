internal import IR

/// Numbers are printed without white space inside; where a cell broke one over two lines, it has no reading.
enum NumberChecks {
  static func check(_ form: Form, _ findings: inout [CheckFinding]) {
    for (number, indicator) in form.indicators.enumerated() {
      check(indicator.overallTarget, .indicator(number, .overallTarget), &findings)
      check(indicator.target, .indicator(number, .target), &findings)
      check(indicator.actual, .indicator(number, .actual), &findings)
      check(indicator.weight, .indicator(number, .weight), &findings)
      check(indicator.score, .indicator(number, .score), &findings)
    }
    for (number, row) in form.fundingRows.enumerated() {
      for column in [Layout.FundingColumn.weight, .executionRate, .score] {
        check(row.measure(column), .fundingRow(number, column), &findings)
      }
    }
    check(form.total?.weight, .total(.weight), &findings)
    check(form.total?.score, .total(.score), &findings)
  }

  private static func check(
    _ measure: Measure?, _ path: FormPath, _ findings: inout [CheckFinding]
  ) {
    // Nearly every value is a number, or begins with none.
    guard let measure, measure.number == nil,
      MeasureScanner.mayBeMeasure(measure.text.utf8Span.span),
      hasSpaceInNumber(measure.text.utf8Span.span)
    else { return }
    let whole = measure.text.filter { $0 != " " }
    guard Measure(reading: whole.utf8Span.span).number != nil else { return }
    findings.append(
      CheckFinding(.numberParted, path, .text("text", measure.text), .text("whole", whole)))
  }

  /// Whether a space parts what may be the digits of one number: `10 0%`, `1 .5`, `9,293, 977`.
  private static func hasSpaceInNumber(_ text: Span<UInt8>) -> Bool {
    text.indices.dropFirst().dropLast().contains { index in
      text[index] == UInt8(ascii: " ") && isOfNumber(text[index - 1]) && isOfNumber(text[index + 1])
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}
