internal import IR

// Labels of money side by side with their amounts in the row below: 资金总额 | 财政拨款 | 自筹资金, and 2600 |
// 2400 | 200.
extension FieldRecognizer {
  /// No form has more labels of money on a row; each is looked for among the cells below.
  private static let mostAmounts = 16
  /// Nor more cells in such a row.
  private static let mostParts = 64

  /// Whether a row is such a header: two labels of money or more, nothing with a digit, and below them
  /// one row of amounts without a label.
  ///
  /// Several rows are a table of what no form has.
  static func isAmountHeader(_ labels: RowLabels, of row: Int, in reading: FormReading) -> Bool {
    guard labels.parts.count <= mostParts else { return false }
    var columns: [Int] = []
    for part in labels.parts {
      switch part.role {
      case .field(let keys):
        guard keys[0].kind == .amount else { return false }
        columns.append(amountColumn(below: part.token, among: labels, in: reading))
      case .other(.caption): continue
      case .value: if reading.hasDigit(part.token) { return false }
      case .fieldAndValue, .other, .unknown: return false
      }
    }
    return (2...mostAmounts).contains(columns.count)
      && hasAmounts(columns, on: row + 1, of: row, in: reading)
      && !hasAmounts(columns, on: row + 2, of: row, in: reading)
  }

  private static let sums = WordSet("合计 小计 总计 总额")
  private static let amounts = WordSet("金额 预算金额 预算数 预算额 数额")

  /// The column of the amount below a label: its own, or that of the sum right behind it, 资金总额 | 合计 |
  /// 财政拨款.
  private static func amountColumn(
    below label: Int, among labels: RowLabels, in reading: FormReading
  ) -> Int {
    let next = labels.parts.first { $0.token == label + 1 && $0.role == .value }?.token
    let isSum = next.map {
      reading.isOne($0, of: sums)
    }
    return reading.grid.tokens[isSum ?? false ? label + 1 : label].column
  }

  /// The word in front of a row of amounts, which says nothing more: 金额（万元） | 260 | 0.
  private static func head(ofAmounts row: Int, _ reading: FormReading) -> Int? {
    guard let first = reading.grid.rows[row].tokens.first,
      reading.isLabel(first, in: amounts)
    else { return nil }
    return first
  }

  /// Whether a row of the same table as another one has amounts in some columns, and no label.
  private static func hasAmounts(
    _ columns: [Int], on row: Int, of header: Int, in reading: FormReading
  ) -> Bool {
    guard row < reading.rows.upperBound,
      reading.grid.rows[row].table == reading.grid.rows[header].table
    else { return false }
    let tokens = reading.grid.rows[row].tokens
    let head = head(ofAmounts: row, reading)
    return tokens.allSatisfy { reading.grid.tokens[$0].label < 0 || $0 == head }
      && columns.allSatisfy { column in
        tokens.contains { reading.grid.tokens[$0].column == column && reading.isAmount($0) }
      }
  }

  /// Reads the amounts below such a header.
  func readAmounts(below labels: RowLabels, of row: Int, in reading: inout FormReading) {
    if let head = Self.head(ofAmounts: row + 1, reading) {
      reading[fate: head] = .label
      reading.noteSuffix(of: head)
    }
    for part in labels.parts where part.role.isLabel {
      reading[fate: part.token] = .label
      reading.noteSuffix(of: part.token)
      guard case .field(let keys) = part.role else { continue }
      let column = Self.amountColumn(below: part.token, among: labels, in: reading)
      if column != reading.grid.tokens[part.token].column { reading[fate: part.token + 1] = .label }
      let value = reading.grid.rows[row + 1].tokens.first {
        reading.grid.tokens[$0].column == column
      }
      if let value {
        reading.setField(side(of: part.token, keys, in: labels.parts, of: reading), [value])
      }
    }
  }
}

extension FormReading {
  /// Whether a cell holds an amount, or a dash for none.
  fileprivate func isAmount(_ token: Int) -> Bool {
    isDash(token) || amount(CollectionOfOne(token)).amount != nil
  }
}
