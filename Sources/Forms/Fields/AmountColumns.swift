internal import IR

/// The columns in which a form prints the labels of money.
///
/// That of the whole project stands on the left, that of the year on the right; some labels, such as
/// 其他资金, are of both.
struct AmountColumns {
  /// The columns of money of the whole project, from top to bottom.
  private(set) var whole: [Int] = []
  /// The columns of money of the year, from top to bottom.
  private(set) var annual: [Int] = []

  /// Notes where the label of a field stands.
  mutating func add(_ column: Int, of key: FieldKey) {
    guard key.kind == .amount else { return }
    if key.isAnnualFunding { annual.append(column) } else { whole.append(column) }
  }

  /// How far rows below a caption are shifted to the left, where its merged cell was lost: all labels of
  /// the whole project but the first, which stands beside the caption, are.
  var shift: Int {
    guard let first = whole.first, whole.count > 1, let second = whole.dropFirst().first,
      second < first, whole.dropFirst().allSatisfy({ $0 == second })
    else { return 0 }
    return second - first
  }

  /// Whether a label in a column is of money of the year: where only such labels stood, or else not left
  /// of the first of them; `nil` where none has stood anywhere.
  func isAnnual(_ column: Int) -> Bool? {
    let isAnnual = annual.contains(column)
    if isAnnual != whole.contains(column) { return isAnnual }
    return annual.first.map { column >= $0 }
  }
}

extension FieldKey {
  /// Whether the field is money of the year, printed in the right half of its row.
  var isAnnualFunding: Bool {
    switch self {
    case .annualTotal, .annualAppropriation, .annualCarryover, .annualCentral, .annualProvincial,
      .annualLocal, .annualOther:
      true
    default: false
    }
  }
}
