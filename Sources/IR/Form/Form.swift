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
  /// What fields say that the layout does not have, such as 主管部门编码 or 债券期限, each with its label, in
  /// printed order; the text is empty where nothing stands beside the label.
  public var further: [LabelledText]
  /// The tables that the layout does not have, such as 年度主要任务, in printed order.
  public var furtherTables: [FurtherTable]
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
    further = []
    furtherTables = []
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
