import IR
import TestSupport
import Testing

@testable import Writers

/// The members of every kind of object, of which both the writer and the schema are made.
struct JSONObjectTests {
  /// The schemas of all kinds of objects by name.
  private static var schemas: [String: ObjectSchema] {
    var schemas: [String: ObjectSchema] = [:]
    var waiting = [FormDocument.schema, TableDocument.schema]
    while let schema = waiting.popLast() {
      schemas[schema.name] = schema
      waiting += schema.properties.compactMap { $0.node.innermostObject }
    }
    return schemas
  }

  /// RFC 8785, 3.2.3; all keys are ASCII.
  @Test func membersAreInCanonicalOrder() {
    #expect(Self.schemas.count >= 15)
    for schema in Self.schemas.values {
      let keys = schema.properties.map { Array($0.key.utf8) }
      for (key, next) in zip(keys, keys.dropFirst()) {
        #expect(key.lexicographicallyPrecedes(next), "\(schema.name)")
      }
      // Keys are written as they are.
      #expect(keys.joined().allSatisfy { $0 >= 0x20 && $0 < 0x7F && ![0x22, 0x5C].contains($0) })
    }
  }

  @Test func everyFieldHasAMember() {
    for field in FieldKey.allCases {
      let section = Self.schemas[field.section.rawValue]
      #expect(section?.properties.contains { $0.key == String(field.key) } == true, "\(field)")
    }
  }

  /// An indicator with all its members has the keys of the schema, and no others.
  @Test func writtenKeysAreThoseOfTheSchema() throws {
    let measure = Measure(text: "≥1(次)", relation: "≥", number: "1", unit: "次")
    var indicator = Indicator()
    (indicator.level1, indicator.level2, indicator.name) = ("a", "b", "c")
    (indicator.target, indicator.actual, indicator.weight) = (measure, measure, measure)
    (indicator.score, indicator.deviation) = (measure, "d")
    (indicator.overallTarget, indicator.remark) = (measure, "e")
    indicator.further = [LabelledText(label: "f", text: "g")]
    var form = Form(kind: .selfEvaluation, layout: "x")
    form.title = "t"
    form.year = 2020
    form.indicators = [indicator]
    form.fields = FieldKey.allCases.map { Field($0, Self.value(of: $0.kind)) }
    form.fundingUnit = "元"
    form.components = [Component(name: "n", amount: Amount(text: "1", amount: "1"))]
    form.total = Total(weight: measure, score: measure)
    form.blank = ["/title"]
    form.emptyLevels = [EmptyLevel(level1: "a", level2: "b")]
    form.further = [LabelledText(label: "h", text: "i")]
    form.furtherTables = [
      FurtherTable(label: "j", rows: [.init(cells: [LabelledText(label: "k", text: "l")])])
    ]
    form.unplaced = [PlacedText(text: "x", source: SourceRange(start: 0, end: 1))]
    var row = FundingRow(key: "annualTotal", label: "l")
    (row.initialBudget, row.annualBudget) = (Amount(text: "1"), Amount(text: "1"))
    (row.executed, row.weight, row.executionRate) = (Amount(text: "1"), measure, measure)
    (row.score, row.deviation) = (measure, "d")
    form.fundingRows = [row]
    form.carried = Self.carried(from: form)
    let json = try Self.json(form)
    try expectKeys(of: json, "form")
    try expectKeys(of: json["project"], "project")
    try expectKeys(of: json["funding"], "funding")
    try expectKeys(of: json["funding"]?["rows"]?.elements?.first, "fundingRow")
    try expectKeys(of: json["goals"], "goals")
    try expectKeys(of: json["total"], "total")
    let written = json["indicators"]?.elements?.first
    try expectKeys(of: written, "indicator")
    try expectKeys(of: written?["target"], "measure")
    try expectKeys(of: written?["further"]?.elements?.first, "labelledText")
    let table = json["furtherTables"]?.elements?.first
    try expectKeys(of: table, "furtherTable")
    try expectKeys(of: table?["rows"]?.elements?.first, "furtherRow")
    try expectKeys(of: json["carried"], "carried")
    try expectKeys(of: json["carried"]?["indicators"]?.elements?.first, "carriedIndicator")
    #expect(json["carried"]?["printed"]?["/project/start"] == .string("2019-1-1"))
  }

  /// All that a form may carry.
  private static func carried(from form: Form) -> Carried {
    var carried = Carried(layout: "2019")
    carried.title = form.title
    carried.fields = form.fields
    carried.fundingUnit = form.fundingUnit
    carried.components = form.components
    carried.fundingRows = form.fundingRows
    carried.indicators = form.indicators.map { CarriedIndicator(index: 3, indicator: $0) }
    carried.order = [1, 0]
    carried.total = form.total
    carried.blank = form.blank
    carried.emptyLevels = form.emptyLevels
    carried.printed = [PrintedValue(pointer: "/project/start", text: "2019-1-1")]
    carried.supplied = ["/project/department"]
    return carried
  }

  private func expectKeys(of json: CanonicalJSON?, _ name: String) throws {
    guard case .object(let members) = json else {
      Issue.record("no object: \(name)")
      return
    }
    let schema = try #require(Self.schemas[name])
    #expect(members.map(\.key) == schema.properties.map(\.key))
  }

  private static func value(of kind: FieldKey.Kind) -> FieldValue {
    switch kind {
    case .text, .prose: .text("x")
    case .date: .date(DateReading(text: "x", date: "2020"))
    case .amount: .amount(Amount(text: "1", amount: "1"))
    case .options: .options([Option(label: "x", isChecked: true)])
    }
  }

  private static func json(_ form: Form) throws -> CanonicalJSON {
    let source = SourceText(
      name: nil, format: .tsv, encoding: .utf8, utf8: [0x78], byteCount: 1, sha256: "")
    var recognition = Recognition()
    recognition.forms = [form]
    var writer = FormJSONWriter(source)
    writer.append(recognition, from: Document(source: source))
    let document = try JSONParser.parse(writer.finish().bytes)
    return try #require(document["forms"]?.elements?.first)
  }
}
