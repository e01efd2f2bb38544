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

  fileprivate static let fullWeight = ExactDecimal(100)
  /// What self-evaluations reserve for the execution of the budget.
  fileprivate static let weightOfExecution = ExactDecimal(10)

  /// The weights, that of the budget's execution included, add up to the printed total; and that
  /// is 100.
  private static func checkWeights(_ form: Form, _ findings: inout [CheckFinding]) {
    guard let sum = form.sum(of: .weight) else { return }
    if let printed = form.total?.weight, let total = printed.decimal {
      if !form.isWhole(sum.value, total) {
        findings.append(
          CheckFinding(
            .weightSum, .total(.weight), expected: printed.text, actual: "\(sum.value)"))
        SumExplanation.explainMissing(form.scoredParts(.weight), total, sum.value, &findings)
      }
      if total != fullWeight, !form.leavesPointsOfExecution(total) {
        findings.append(
          CheckFinding(.weightTotal, .total(.weight), .text("actual", printed.text)))
      }
    } else if !form.indicators.isEmpty, sum.isComplete, !form.isWhole(sum.value, fullWeight) {
      findings.append(
        CheckFinding(
          .weightTotal, .indicator(form.indicators.count - 1, .weight),
          .text("actual", "\(sum.value)")))
    }
  }

  /// Whether all indicators have weights, and these add up to 100.
  static func isFull(_ form: Form) -> Bool {
    guard let sum = form.sum(of: .weight), sum.isComplete else { return false }
    return !form.indicators.isEmpty && form.isWhole(sum.value, fullWeight)
  }

  private static func checkScores(_ form: Form, _ findings: inout [CheckFinding]) {
    guard let printed = form.total?.score, let total = printed.decimal,
      let sum = form.sum(of: .score), sum.value != total,
      !form.repeatsExecution(.score, sum.value, total),
      !form.leavesScoreOfExecution(total, sum.value)
    else { return }
    findings.append(
      CheckFinding(.scoreSum, .total(.score), expected: printed.text, actual: "\(sum.value)"))
    SumExplanation.explainMissing(form.scoredParts(.score), total, sum.value, &findings)
  }

  private static func checkScore(
    _ indicator: borrowing Indicator, _ number: Int, _ findings: inout [CheckFinding]
  ) {
    guard let most = indicator.decimal(.weight), let reached = indicator.decimal(.score),
      most < reached
    else { return }
    findings.append(
      CheckFinding(
        .scoreAboveWeight, .indicator(number, .score), expected: indicator.weight?.text ?? "",
        actual: indicator.score?.text ?? ""))
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

  /// Whether the number is not whole.
  var hasDecimals: Bool { value.map { $0.rounded(toDecimals: 0) != $0 } ?? false }
}

/// Which of its two numbers counts towards a total.
enum ScoredColumn {
  case weight, score

  /// The column of the indicators and of the totals.
  var column: Layout.Column { self == .weight ? .weight : .score }
  /// The column of the funding table.
  var fundingColumn: Layout.FundingColumn { self == .weight ? .weight : .score }
}

extension Indicator {
  /// The number alone of the weight or the score; nothing else of it is looked at.
  func decimal(_ column: ScoredColumn) -> ExactDecimal? {
    switch column {
    case .weight: weight?.number.flatMap { ExactDecimal($0) }
    case .score: score?.number.flatMap { ExactDecimal($0) }
    }
  }
}

extension FundingRow {
  /// The number alone of the weight or the score.
  fileprivate func decimal(_ column: ScoredColumn) -> ExactDecimal? {
    switch column {
    case .weight: weight?.decimal
    case .score: score?.decimal
    }
  }
}

extension Form {
  /// Whether weights add up to a total, or lack just what is reserved for the execution of the budget,
  /// where that has a score and no weight is printed for it, as in 得分(10分).
  fileprivate func isWhole(_ sum: ExactDecimal, _ total: ExactDecimal) -> Bool {
    if sum == total || repeatsExecution(.weight, sum, total) { return true }
    guard fundingRows.contains(where: { $0.decimal(.score) != nil }),
      fundingRows.allSatisfy({ $0.decimal(.weight) == nil })
    else { return false }
    return sum.adding(ScoreChecks.weightOfExecution) == total
  }

  /// Whether a total is that of the indicators alone: the execution of the budget is printed without points,
  /// those reserved for it are not counted.
  fileprivate func leavesPointsOfExecution(_ total: ExactDecimal) -> Bool {
    fundingRows.contains { $0.executed != nil }
      && fundingRows.allSatisfy { $0.decimal(.weight) == nil && $0.decimal(.score) == nil }
      && total.adding(ScoreChecks.weightOfExecution) == ScoreChecks.fullWeight
  }

  /// Whether points are above a total by those of the budget's execution, which is one of the indicators
  /// and has the same points in the funding table.
  fileprivate func repeatsExecution(
    _ column: ScoredColumn, _ sum: ExactDecimal, _ total: ExactDecimal
  ) -> Bool {
    guard total < sum, let surplus = sum.subtracting(total) else { return false }
    return fundingRows.contains { $0.decimal(column) == surplus }
      && indicators.contains {
        $0.name?.hasSuffix("执行率") ?? false && $0.decimal(column) == surplus
      }
  }

  /// Whether what scores lack of a total is the score of the budget's execution by its rate, where that
  /// has a weight and no score is printed for it.
  fileprivate func leavesScoreOfExecution(_ total: ExactDecimal, _ sum: ExactDecimal) -> Bool {
    guard let rest = total.subtracting(sum),
      fundingRows.allSatisfy({ $0.decimal(.score) == nil }),
      let row = fundingRows.first(where: { $0.decimal(.weight) != nil }),
      let weight = row.decimal(.weight), let rate = row.executionRate?.decimal
    else { return false }
    return rest.percentage(of: weight, decimals: rate.scale) == rate
  }

  /// The sum of the weights or the scores, and whether every indicator has one; `nil` when it
  /// does not fit.
  fileprivate func sum(
    of column: ScoredColumn
  ) -> (value: ExactDecimal, isComplete: Bool)? {
    var sum: ExactDecimal? = .zero
    var isComplete = true
    for index in fundingRows.indices {
      if let value = fundingRows[index].decimal(column) { sum = sum?.adding(value) }
    }
    for index in indicators.indices {
      if let value = indicators[index].decimal(column) {
        sum = sum?.adding(value)
      } else {
        isComplete = false
      }
    }
    return sum.map { ($0, isComplete) }
  }

  /// The weights or the scores: those of the funding table that are numbers, then those of all
  /// indicators.
  fileprivate func scoredParts(_ column: ScoredColumn) -> [ScoredPart] {
    var parts: [ScoredPart] = []
    for (number, row) in fundingRows.enumerated() {
      guard let own = row.decimal(column) else { continue }
      parts.append(
        ScoredPart(
          path: .fundingRow(number, column.fundingColumn), name: row.label, value: own,
          limit: column == .weight ? nil : row.decimal(.weight)))
    }
    for (number, indicator) in indicators.enumerated() {
      parts.append(
        ScoredPart(
          path: .indicator(number, column.column), name: indicator.name ?? "",
          value: indicator.decimal(column),
          limit: column == .weight ? nil : indicator.decimal(.weight)))
    }
    return parts
  }
}
