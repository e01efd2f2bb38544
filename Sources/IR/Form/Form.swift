/// One performance form: what the printed page said.
public struct Form: Sendable, Hashable {
  /// What a form is for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A declaration of targets (绩效目标申报表).
    case targetDeclaration = "target-declaration"
    /// A self-evaluation (绩效自评表).
    case selfEvaluation = "self-evaluation"
  }

  /// What the form is for.
  public var kind: Kind
  /// The identifier of its layout: `2019`, `2020-self-evaluation`, `2023`, `2024` or a user's own.
  public var layout: String
  /// The title as printed.
  public var title: String?
  /// The year as printed under the title.
  public var year: Int?
  /// The fields that hold one value each, in the order of ``FieldKey/allCases``.
  public var fields: [Field]
  /// The unit amounts are printed in, such as `元`; `nil` when it is not printed.
  public var fundingUnit: String?
  /// The sub-projects that make up this year's budget (2019).
  public var components: [Component]
  /// The rows of the funding table (self-evaluations).
  public var fundingRows: [FundingRow]
  /// The indicators, in printed order.
  public var indicators: [Indicator]
  /// The row of totals (self-evaluations).
  public var total: Total?
  /// JSON pointers from the form of the fields whose label is printed and whose value is empty.
  public var blank: [String]
  /// Level labels printed without any indicator.
  public var emptyLevels: [EmptyLevel]
  /// Cell texts that no field could take.
  public var unplaced: [PlacedText]
  /// What it carries from another layout; `nil` unless its layout was changed.
  public var carried: Carried?

  /// Creates a form that says nothing yet.
  public init(kind: Kind, layout: String) {
    self.kind = kind
    self.layout = layout
    fields = []
    components = []
    fundingRows = []
    indicators = []
    blank = []
    emptyLevels = []
    unplaced = []
  }

  /// The value of a field.
  public subscript(key: FieldKey) -> FieldValue? {
    // By index: only the keys are looked at, no value is copied to be passed over.
    for index in fields.indices where fields[index].key == key { return fields[index].value }
    return nil
  }
}

extension Form {
  /// The name of its project; `nil` where the form has none.
  public var projectName: String? {
    if case .text(let name) = self[.name] { name } else { nil }
  }

  /// What the form is called for a person: its project's name, else its title, else its layout.
  public var displayName: String { projectName ?? title ?? layout }
}

/// A field of a form and its value.
public struct Field: Sendable, Hashable {
  /// Which field.
  public var key: FieldKey
  /// Its value.
  public var value: FieldValue

  /// Creates a field.
  public init(_ key: FieldKey, _ value: FieldValue) {
    self.key = key
    self.value = value
  }
}

/// The value of a field; its case follows from ``FieldKey/kind``.
public enum FieldValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A date.
  case date(DateReading)
  /// An amount.
  case amount(Amount)
  /// Options, in printed order.
  case options([Option])
}

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

/// A text and its place in the source.
public struct PlacedText: Sendable, Hashable {
  /// The text.
  public var text: String
  /// Where it stands; `nil` where the source has no places.
  public var source: SourceRange?
  /// The line, from 1, in the source it was first read from, where this one was made of that.
  public var line: Int?

  /// Creates a text.
  public init(text: String, source: SourceRange?, line: Int? = nil) {
    self.text = text
    self.source = source
    self.line = line
  }
}
