internal import IR

/// Weights add up to 100 and scores to the total; no score is above its weight.
enum ScoreChecks {
  static func check(_ form: Form, _ findings: inout [CheckFinding]) {
    guard form.kind == .selfEvaluation else { return }
    checkWeights(form, &findings)
    checkScores(form, &findings)
    for number in form.indicators.indices {
      checkScore(form.indicators[number], number, &findings)
    }
  }

  private static let fullWeight = ExactDecimal(100)

  /// The weights, that of the budget's execution included, add up to the printed total; and that
  /// is 100.
  private static func checkWeights(_ form: Form, _ findings: inout [CheckFinding]) {
    let parts = form.scoredParts(\.weight, .weight)
    guard let sum = ExactDecimal.sum(parts.compactMap(\.value)) else { return }
    if let printed = form.total?.weight, let total = printed.decimal {
      if total != sum {
        findings.append(
          CheckFinding(
            .weightSum, .total(.weight), expected: printed.text, actual: "\(sum)"))
        SumExplanation.explainMissing(parts, total, sum, &findings)
      }
      if total != fullWeight {
        findings.append(
          CheckFinding(.weightTotal, .total(.weight), .text("actual", printed.text)))
      }
    } else if !form.indicators.isEmpty, parts.allSatisfy({ $0.value != nil }), sum != fullWeight {
      findings.append(
        CheckFinding(
          .weightTotal, .indicator(form.indicators.count - 1, .weight), .text("actual", "\(sum)"))
      )
    }
  }

  private static func checkScores(_ form: Form, _ findings: inout [CheckFinding]) {
    let parts = form.scoredParts(\.score, .score)
    guard let printed = form.total?.score, let total = printed.decimal,
      let sum = ExactDecimal.sum(parts.compactMap(\.value)), sum != total
    else { return }
    findings.append(
      CheckFinding(.scoreSum, .total(.score), expected: printed.text, actual: "\(sum)"))
    SumExplanation.explainMissing(parts, total, sum, &findings)
  }

  private static func checkScore(
    _ indicator: Indicator, _ number: Int, _ findings: inout [CheckFinding]
  ) {
    guard let weight = indicator.weight, let score = indicator.score, let most = weight.decimal,
      let reached = score.decimal, most < reached
    else { return }
    findings.append(
      CheckFinding(
        .scoreAboveWeight, .indicator(number, .score), expected: weight.text,
        actual: score.text))
  }
}

/// A weight or a score that counts towards a total.
struct ScoredPart {
  /// Where it is.
  var path: FormPath
  /// What it is about.
  var name: String
  /// The number; `nil` where none is printed.
  var value: ExactDecimal?
  /// The most it can be, where that is printed.
  var limit: ExactDecimal?
}

extension Form {
  /// The weights or the scores: those of the funding table that are numbers, then those of all
  /// indicators.
  fileprivate func scoredParts(
    _ value: KeyPath<Indicator, Measure?>, _ column: Layout.Column
  ) -> [ScoredPart] {
    let isWeight = column == .weight
    var parts: [ScoredPart] = []
    for (number, row) in fundingRows.enumerated() {
      guard let own = (isWeight ? row.weight : row.score)?.decimal else { continue }
      parts.append(
        ScoredPart(
          path: .fundingRow(number, isWeight ? .weight : .score), name: row.label, value: own,
          limit: isWeight ? nil : row.weight?.decimal))
    }
    for (number, indicator) in indicators.enumerated() {
      parts.append(
        ScoredPart(
          path: .indicator(number, column), name: indicator.name ?? "",
          value: indicator[keyPath: value]?.decimal,
          limit: isWeight ? nil : indicator.weight?.decimal))
    }
    return parts
  }
}
