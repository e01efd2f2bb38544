internal import IR

/// Reads budget and execution that stand side by side, as self-evaluations of 2018 print them:
/// 预算数 | 860 | 执行数 | 842.8, and below it 其中：财政拨款 | 860 | 其中：财政拨款 | 842.8.
///
/// Where there is one row, the budget may be called as in the funding table, 全年预算数, the initial one before
/// it or alone. The rate, the points and the score may follow on the first row: 执行率 | 98% | 得分 | 9.8. Between
/// both may stand what arrived, which no form has a place for: 预算数 | 6.84 | 到位数 | 6.84 | 执行数 | 6.84.
enum BudgetBesideExecution {
  /// One row: two labels with a value each, or none.
  private struct Row {
    /// The number of the row of the funding table.
    var number: Int
    var labels: (left: Int, right: Int)
    var budget: Int?
    /// Which budget it is, and the initial one where both are printed.
    var budgetColumn = Layout.FundingColumn.annualBudget
    var initialBudget: Int?
    var execution: Int?
    /// What follows them, each behind its label.
    var others: [(column: Layout.FundingColumn, token: Int)] = []
    /// What stands left of them, the caption of the table with the unit of its amounts.
    var caption: Int?

    /// Whether what arrived stands between both.
    var hasArrived = false

    /// Finds both in a row; the first one has the label of what was executed.
    ///
    /// - Parameter above: The row above, whose columns it has.
    init?(_ labels: RowLabels, below above: Row? = nil, of reading: FormReading) {
      let isFirst = above == nil
      var left: (token: Int, number: Int)?
      var right: Int?
      var other: Layout.FundingColumn?
      for part in labels.parts {
        switch part.role {
        case .value where isFirst && left == nil && caption == nil: caption = part.token
        case .other(.fundingColumn(let column)) where execution != nil && other == nil:
          other = column
        case .value where other != nil:
          if let column = other { others.append((column, part.token)) }
          other = nil
        case .other(.fundingRow(let row)) where left == nil: left = (part.token, row)
        case .other(.fundingColumn(.initialBudget)) where isFirst && left == nil:
          left = (part.token, 0)
          budgetColumn = .initialBudget
        case .other(.fundingColumn(.annualBudget)) where isFirst && left == nil:
          left = (part.token, 0)
        case .other(.fundingColumn(.annualBudget))
        where budgetColumn == .initialBudget && budget != nil && right == nil:
          (initialBudget, budget, budgetColumn) = (budget, nil, .annualBudget)
        // Without a closure, which would copy the reading for every row.
        case .value
        where budget != nil && right == nil && reading.isLabel(part.token, in: arrived),
          .unknown
        where budget != nil && right == nil && reading.isLabel(part.token, in: arrived):
          hasArrived = true
        case .other(.fundingRow(left?.number ?? -1))
        where above?.hasArrived == true && !hasArrived && budget != nil:
          hasArrived = true
        case .value where hasArrived && right == nil: continue
        case .value where hasArrived && execution != nil && others.isEmpty:
          // Its header stands above: 预算执行进度（%）.
          others.append((.executionRate, part.token))
        case .other(.fundingColumn(.executed)) where isFirst && left != nil && right == nil,
          .other(.fundingRow(left?.number ?? -1)) where !isFirst && right == nil:
          right = part.token
        case .other(.caption) where left == nil: continue
        case .value where left != nil && right == nil && budget == nil: budget = part.token
        case .value where right != nil && execution == nil: execution = part.token
        default: return nil
        }
      }
      // Both labels side by side head a table: 年初预算数 | 全年执行数 | 差异原因.
      guard let left, let right, !isFirst || right > left.token + 1,
        caption == nil || execution != nil, other == nil
      else { return nil }
      number = left.number
      self.labels = (left.token, right)
    }
  }

  /// Whether a row begins such a block.
  static func begins(_ labels: RowLabels, of reading: FormReading) -> Bool {
    Row(labels, of: reading) != nil
  }

  /// What heads the money that arrived.
  private static let arrived = WordSet("到位数 实际到位数 资金到位数 到位资金")

  /// Reads the block that begins at a row; returns the row after it.
  static func read(
    _ labels: RowLabels, at first: Int, to end: Int, of reading: inout FormReading
  ) -> Int {
    var labels = labels
    var row = first
    var above: Row?
    while let pair = Row(labels, below: above, of: reading) {
      above = pair
      for part in labels.parts where part.role.isLabel {
        reading[fate: part.token] = .label
        reading.noteSuffix(of: part.token)
      }
      if let caption = pair.caption { UnitCaption.take(caption, of: &reading) }
      append(pair, of: &reading)
      row += 1
      guard row < end else { break }
      labels = RowLabels(row, of: &reading)
    }
    return row
  }

  private static func append(_ pair: Row, of reading: inout FormReading) {
    guard let spec = reading.layout.fundingTable else { return }
    let number = reading.form.fundingRows.count
    var row = FundingRow(
      key: spec.allRows[pair.number].key, label: reading.text(pair.labels.left, .value))
    row.initialBudget = amount(pair.initialBudget, .initialBudget, number, of: &reading)
    if pair.budgetColumn == .initialBudget {
      row.initialBudget = amount(pair.budget, .initialBudget, number, of: &reading)
    } else {
      row.annualBudget = amount(pair.budget, .annualBudget, number, of: &reading)
    }
    row.executed = amount(pair.execution, .executed, number, of: &reading)
    for (column, token) in pair.others {
      FundingTableRecognizer.set(column, token, row: number, in: &row, of: &reading)
    }
    reading.trace(pair.labels.left, at: "funding/rows/\(number)/label")
    reading.form.fundingRows.append(row)
  }

  private static func amount(
    _ cell: Int?, _ column: Layout.FundingColumn, _ row: Int, of reading: inout FormReading
  ) -> Amount? {
    guard let cell else { return nil }
    reading.place([cell], at: "funding/rows/\(row)/\(column.jsonKey)")
    reading.anchor(cell, at: .fundingRow(row, column))
    return reading.amount([cell])
  }
}
