internal import IR

/// The shapes of a form and its parts.
enum FormShapes {
  /// A form.
  static let form = ObjectShape<Form>(
    "form", "One performance form: what the printed page said.",
    [
      .init(
        "type", .string(.oneOf(Form.Kind.allCases.map(\.rawValue))), "What the form is for.",
        isRequired: true
      ) { $0.kind.rawValue },
      .init("layout", .text, "The identifier of its layout.", isRequired: true) { $0.layout },
      .init("title", .text, "The title as printed.") { $0.title },
      .init("year", .count, "The year printed under the title.") { $0.year },
      .init("project", .object(project), "What the form says about the project.") { $0 },
      .init("funding", .object(funding), "What the form says about money.") { $0 },
      .init("goals", .object(goals), "What the form says about goals.") { $0 },
      .init("indicators", .array(of: .object(indicator)), "The indicators in printed order.") {
        $0.indicators
      },
      .init("total", .object(total), "The row of totals of a self-evaluation.") { $0.total },
      .init(
        "blank", .array(of: .string(.pointer)),
        "Pointers from the form to the fields whose label is printed and whose value is empty."
      ) { $0.blank },
      .init(
        "emptyLevels", .array(of: .object(emptyLevel)),
        "The level labels printed without any indicator."
      ) { $0.emptyLevels },
      .init(
        "unplaced", .array(of: .object(DocumentShapes.placedText)),
        "The cell texts that no field could take."
      ) { $0.unplaced },
    ])

  private static let project = ObjectShape<Form>(
    "project", "What a form says about its project.", fields(in: .project))

  private static let goals = ObjectShape<Form>(
    "goals", "What a form says about its goals.", fields(in: .goals))

  private static let funding = ObjectShape<Form>(
    "funding", "What a form says about money; amounts are never converted.",
    fields(in: .funding) + [
      .init("unit", .text, "The unit of the amounts as printed.") { $0.fundingUnit },
      .init(
        "components", .array(of: .object(component)),
        "The sub-projects that make up this year's budget."
      ) { $0.components },
      .init("rows", .array(of: .object(fundingRow)), "The funding table of a self-evaluation.") {
        $0.fundingRows
      },
    ])

  private static func fields(in section: FieldKey.Section) -> [ObjectShape<Form>.Member] {
    FieldKey.allCases.filter { $0.section == section }.map { key in
      ObjectShape<Form>.Member(
        String(key.key), fieldValue(key.kind), "\(key.title(.english)) (\(key.title(.chinese)))"
      ) { $0[key] }
    }
  }

  private static func fieldValue(_ kind: FieldKey.Kind) -> JSONKind<FieldValue> {
    let node: SchemaNode =
      switch kind {
      case .text, .prose: .text
      case .date: .object(ReadingShapes.date.schema)
      case .amount: .object(ReadingShapes.amount.schema)
      case .options: .array(.object(ReadingShapes.option.schema))
      }
    return JSONKind(node, isEmpty: { $0.isEmpty }) { value, emitter in
      switch value {
      case .text(let text): emitter.json.string(text)
      case .date(let date): ReadingShapes.date.write(date, to: &emitter)
      case .amount(let amount): ReadingShapes.amount.write(amount, to: &emitter)
      case .options(let options):
        JSONKind.array(of: .object(ReadingShapes.option)).write(options, &emitter)
      }
    }
  }

  private static let component = ObjectShape<Component>(
    "component", "A sub-project and its share of this year's budget.",
    [
      .init("name", .text, "The name.") { $0.name },
      .init("amount", .object(ReadingShapes.amount), "The amount.") { $0.amount },
    ])

  private static let fundingRow = ObjectShape<FundingRow>(
    "fundingRow", "One row of the funding table of a self-evaluation.",
    [
      .init("key", .text, "What the row is about, such as `annualTotal`.", isRequired: true) {
        $0.key
      },
      .init("label", .text, "The label as printed.") { $0.label },
      .init("initialBudget", .object(ReadingShapes.amount), "The initial budget (年初预算数).") {
        $0.initialBudget
      },
      .init("annualBudget", .object(ReadingShapes.amount), "The adjusted budget (全年预算数).") {
        $0.annualBudget
      },
      .init("executed", .object(ReadingShapes.amount), "What was spent (全年执行数).") { $0.executed },
      .init("weight", .object(ReadingShapes.measure), "The weight (分值).") { $0.weight },
      .init("executionRate", .object(ReadingShapes.measure), "The execution rate (执行率).") {
        $0.executionRate
      },
      .init("score", .object(ReadingShapes.measure), "The score (得分).") { $0.score },
    ])

  private static let indicator = ObjectShape<Indicator>(
    "indicator", "One indicator.",
    [
      .init("level1", .text, "The level-1 label (一级指标).") { $0.level1 },
      .init("level2", .text, "The level-2 label (二级指标).") { $0.level2 },
      .init("name", .text, "The name (三级指标).") { $0.name },
      .init("target", .object(ReadingShapes.measure), "The target (指标值).") { $0.target },
      .init("actual", .object(ReadingShapes.measure), "The actual value (实际完成值).") { $0.actual },
      .init("weight", .object(ReadingShapes.measure), "The weight (分值).") { $0.weight },
      .init("score", .object(ReadingShapes.measure), "The score (得分).") { $0.score },
      .init(
        "deviation", .text,
        "The reason for a deviation and what is done about it (偏差原因分析及改进措施)."
      ) { $0.deviation },
    ])

  private static let total = ObjectShape<Total>(
    "total", "The row of totals of a self-evaluation.",
    [
      .init("weight", .object(ReadingShapes.measure), "The sum of the weights.") { $0.weight },
      .init("score", .object(ReadingShapes.measure), "The sum of the scores.") { $0.score },
    ])

  private static let emptyLevel = ObjectShape<EmptyLevel>(
    "emptyLevel", "A level label printed without any indicator.",
    [
      .init("level1", .text, "The level-1 label.") { $0.level1 },
      .init("level2", .text, "The level-2 label.") { $0.level2 },
    ])
}

extension FieldValue {
  fileprivate var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .date(let date): date.text.isEmpty && date.date == nil
    case .amount(let amount): amount.text.isEmpty && amount.amount == nil
    case .options(let options): options.isEmpty
    }
  }
}
