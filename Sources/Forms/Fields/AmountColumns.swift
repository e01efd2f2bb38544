internal import IR

/// The columns in which a form prints the labels of money.
///
/// That of the whole project stands on the left, that of the year on the right; some labels, such as
/// 其他资金, are of both.
struct AmountColumns {
  /// The columns of one kind of money.
  struct Columns {
    /// The column of its first label.
    private(set) var first: Int?
    /// The columns of the labels below that, each once, and how many labels they are of.
    ///
    /// No set: nearly every form has one or two, and the first set of a process takes as long as all of a
    /// form's fields.
    private(set) var others: [Int] = []
    private(set) var otherCount = 0
    /// No form has its money in more columns.
    private static let mostColumns = 64

    /// Notes where a label stands.
    mutating func add(_ column: Int) {
      guard first != nil else {
        first = column
        return
      }
      otherCount += 1
      if others.count < Self.mostColumns, !others.contains(column) { others.append(column) }
    }

    /// How far the labels below stand from the first one.
    var distances: [Int] {
      guard let first else { return [] }
      return others.map { $0 - first }
    }

    /// Whether a label stands in a column.
    func contains(_ column: Int) -> Bool { first == column || others.contains(column) }
  }

  /// Those of money of the whole project, and of the year.
  private(set) var whole = Columns()
  private(set) var annual = Columns()

  /// Notes where the label of a field stands.
  mutating func add(_ column: Int, of key: FieldKey) {
    guard key.kind == .amount else { return }
    if key.isAnnualFunding { annual.add(column) } else { whole.add(column) }
  }

  /// How far rows below a caption are shifted to the left, where its merged cell was lost: all labels but
  /// the first of each kind, which stand beside the caption, are; one alone may be damaged.
  var shift: Int {
    let distances = whole.distances + annual.distances
    guard let distance = distances.first, distance < 0,
      distances.allSatisfy({ $0 == distance }),
      whole.otherCount + annual.otherCount > 1
    else { return 0 }
    return distance
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
