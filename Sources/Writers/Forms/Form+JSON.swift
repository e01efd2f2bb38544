internal import IR

extension Form: JSONObject {
  static var definitionName: String { "form" }
  static var definitionText: String { "One performance form: what the printed page said." }
  static var example: Form { Form(kind: .targetDeclaration, layout: "") }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.texts(
      "blank", blank,
      "Pointers from the form to the fields whose label is printed and whose value is empty.",
      as: .pointer)
    visitor.object(
      "carried", carried, "What has no place since its layout was changed, for the way back.")
    visitor.objects(
      "emptyLevels", emptyLevels, "The level labels printed without any indicator.")
    visitor.object("funding", FundingPart(self), "What the form says about money.")
    visitor.objects("further", further, "The fields that the layout does not have.")
    visitor.objects("furtherTables", furtherTables, "The tables that the layout does not have.")
    visitor.object("goals", GoalsPart(fields: fields), "What the form says about goals.")
    visitor.objects("indicators", indicators, "The indicators in printed order.")
    visitor.text("layout", layout, "The identifier of its layout.", isRequired: true)
    visitor.object("project", ProjectPart(fields: fields), "What the form says about the project.")
    visitor.text("title", title, "The title as printed.")
    visitor.object("total", total, "The row of totals of a self-evaluation.")
    visitor.text(
      "type", kind.rawValue, "What the form is for.", isRequired: true,
      as: .oneOf(Form.Kind.allCases.map(\.rawValue)))
    visitor.objects("unplaced", unplaced, "The cell texts that no field could take.")
    visitor.integer("year", year, "The year printed under the title.")
  }
}

/// The members of a form that are about its project.
struct ProjectPart: JSONObject {
  let fields: [Field]

  static var definitionName: String { "project" }
  static var definitionText: String { "What a form says about its project." }
  static var example: ProjectPart { ProjectPart(fields: []) }
  private static let keys = FieldKey.inCanonicalOrder(of: .project)

  func visitMembers(_ visitor: inout some MemberVisitor) {
    for key in Self.keys { visitor.field(key, in: fields) }
  }
}

/// The members of a form that are about its goals.
struct GoalsPart: JSONObject {
  let fields: [Field]

  static var definitionName: String { "goals" }
  static var definitionText: String { "What a form says about its goals." }
  static var example: GoalsPart { GoalsPart(fields: []) }
  private static let keys = FieldKey.inCanonicalOrder(of: .goals)

  func visitMembers(_ visitor: inout some MemberVisitor) {
    for key in Self.keys { visitor.field(key, in: fields) }
  }
}

/// The members of a form that are about money.
struct FundingPart: JSONObject {
  let fields: [Field]
  let unit: String?
  let components: [Component]
  let rows: [FundingRow]

  init(_ form: Form) {
    fields = form.fields
    unit = form.fundingUnit
    components = form.components
    rows = form.fundingRows
  }

  init(_ carried: Carried) {
    fields = carried.fields
    unit = carried.fundingUnit
    components = carried.components
    rows = carried.fundingRows
  }

  static var definitionName: String { "funding" }
  static var definitionText: String {
    "What a form says about money; amounts are never converted."
  }
  static var example: FundingPart { FundingPart(Form.example) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.field(.annualAppropriation, in: fields)
    visitor.field(.annualCarryover, in: fields)
    visitor.field(.annualCentral, in: fields)
    visitor.field(.annualLocal, in: fields)
    visitor.field(.annualOther, in: fields)
    visitor.field(.annualProvincial, in: fields)
    visitor.field(.annualTotal, in: fields)
    visitor.field(.central, in: fields)
    visitor.objects(
      "components", components, "The sub-projects that make up this year's budget.")
    visitor.field(.currentYearBudget, in: fields)
    visitor.field(.fiscal, in: fields)
    visitor.field(.local, in: fields)
    visitor.field(.other, in: fields)
    visitor.field(.priorYearBudget, in: fields)
    visitor.field(.priorYearExecution, in: fields)
    visitor.field(.provincial, in: fields)
    visitor.objects("rows", rows, "The funding table of a self-evaluation.")
    visitor.field(.total, in: fields)
    visitor.field(.totalBudget, in: fields)
    visitor.text("unit", unit, "The unit of the amounts as printed.")
  }
}

extension FieldKey {
  /// The fields of a section in the order of their keys, in which they are declared.
  fileprivate static func inCanonicalOrder(of section: Section) -> [FieldKey] {
    allCases.filter { $0.section == section }
  }
}

extension MemberVisitor {
  /// A field of a form; left out when it has no value or an empty one.
  @inline(__always)
  fileprivate mutating func field(_ key: FieldKey, in fields: [Field]) {
    let index = fields.index(of: key)
    member(
      String(key.key), key.kind.node, "\(key.title(.english)) (\(key.title(.chinese)))",
      isRequired: false, isPresent: index.map { !fields[$0].value.isEmpty } ?? false
    ) { emitter in
      if let index { emitter.value(fields[index].value) }
    }
  }
}

extension [Field] {
  /// Only the keys are looked at: no value is copied to be passed over.
  fileprivate func index(of key: FieldKey) -> Int? {
    for index in indices where self[index].key == key { return index }
    return nil
  }
}

extension FormEmitter {
  fileprivate mutating func value(_ value: FieldValue) {
    switch value {
    case .text(let text): json.string(text)
    case .date(let date): object(date)
    case .amount(let amount): object(amount)
    case .options(let options): array(options)
    }
  }
}

extension FieldKey.Kind {
  fileprivate var node: SchemaNode {
    switch self {
    case .text, .prose: .text
    case .date: .object(DateReading.schema)
    case .amount: .object(Amount.schema)
    case .options: .array(.object(Option.schema))
    }
  }
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
