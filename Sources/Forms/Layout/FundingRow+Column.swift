internal import IR

extension FundingRow {
  /// The amount of a column.
  func amount(_ column: Layout.FundingColumn) -> Amount? {
    switch column {
    case .initialBudget: initialBudget
    case .annualBudget: annualBudget
    case .executed: executed
    case .weight, .executionRate, .score, .deviation: nil
    }
  }

  /// The measure of a column.
  func measure(_ column: Layout.FundingColumn) -> Measure? {
    switch column {
    case .weight: weight
    case .executionRate: executionRate
    case .score: score
    case .initialBudget, .annualBudget, .executed, .deviation: nil
    }
  }

  /// What a column of the funding table prints of the row.
  func text(of column: Layout.FundingColumn) -> String? {
    switch column {
    case .initialBudget, .annualBudget, .executed: amount(column)?.text
    case .weight, .executionRate, .score: measure(column)?.text
    case .deviation: deviation
    }
  }
}
