/// A sub-project and its share of this year's budget.
public struct Component: Sendable, Hashable {
  /// The name.
  public var name: String?
  /// The amount.
  public var amount: Amount?

  /// Creates a component.
  public init(name: String? = nil, amount: Amount? = nil) {
    self.name = name
    self.amount = amount
  }
}

/// One row of the funding table of a self-evaluation.
public struct FundingRow: Sendable, Hashable {
  /// What the row is about, such as `annualTotal`.
  public var key: String
  /// The label as printed.
  public var label: String
  /// 年初预算数.
  public var initialBudget: Amount?
  /// 全年预算数.
  public var annualBudget: Amount?
  /// 全年执行数.
  public var executed: Amount?
  /// 分值.
  public var weight: Measure?
  /// 执行率.
  public var executionRate: Measure?
  /// 得分.
  public var score: Measure?
  /// The reason for a deviation and what is done about it (偏差原因).
  public var deviation: String?

  /// Creates a row without values.
  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }
}

/// One indicator.
public struct Indicator: Sendable, Hashable {
  /// The level-1 label (一级指标).
  public var level1: String?
  /// The level-2 label (二级指标).
  public var level2: String?
  /// The name (三级指标).
  public var name: String?
  /// The target of the whole project (实施期指标值), printed beside that of the year.
  public var overallTarget: Measure?
  /// The target (指标值), that of the year.
  public var target: Measure?
  /// The actual value (实际完成值).
  public var actual: Measure?
  /// The weight (分值).
  public var weight: Measure?
  /// The score (得分).
  public var score: Measure?
  /// The reason for a deviation and what is done about it (偏差原因分析及改进措施).
  public var deviation: String?
  /// What a declaration says of the indicator besides (备注).
  public var remark: String?
  /// What further columns say of it that the layout does not have, such as 完成率 or 评分标准, from left
  /// to right.
  public var further: [LabelledText] = []

  /// Creates an indicator that says nothing yet.
  public init() {}
}

/// A text and the label it is printed under.
public struct LabelledText: Sendable, Hashable {
  /// The label as printed.
  public var label: String
  /// The text.
  public var text: String

  /// Creates a text under a label.
  public init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// A table that the layout does not have, such as 年度主要任务: what each of its rows says under its headers.
public struct FurtherTable: Sendable, Hashable {
  /// A row.
  public struct Row: Sendable, Hashable {
    /// The cells that are not empty, each with its header, from left to right; where a header has parts below it,
    /// both stand there with a `/` between them: 预算金额（万元）/总额.
    public var cells: [LabelledText]

    /// Creates a row.
    public init(cells: [LabelledText]) { self.cells = cells }
  }

  /// The label beside or above it, as printed; empty where it has none.
  public var label: String
  /// The rows, from top to bottom.
  public var rows: [Row]

  /// Creates a table.
  public init(label: String, rows: [Row]) {
    self.label = label
    self.rows = rows
  }

  /// The headers of all its cells, each once, in the order rows have them first.
  public var headers: [String] {
    var headers: [String] = []
    for row in rows {
      for cell in row.cells where !headers.contains(cell.label) { headers.append(cell.label) }
    }
    return headers
  }
}

/// The totals of a self-evaluation (总分).
public struct Total: Sendable, Hashable {
  /// The sum of the weights.
  public var weight: Measure?
  /// The sum of the scores.
  public var score: Measure?

  /// Creates totals.
  public init(weight: Measure? = nil, score: Measure? = nil) {
    self.weight = weight
    self.score = score
  }
}

/// A level label printed without any indicator.
public struct EmptyLevel: Sendable, Hashable {
  /// The level-1 label.
  public var level1: String?
  /// The level-2 label.
  public var level2: String?

  /// Creates an empty level.
  public init(level1: String?, level2: String?) {
    self.level1 = level1
    self.level2 = level2
  }
}
