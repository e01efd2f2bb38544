internal import IR

extension TidyTables {
  /// The fields in the order people look for them.
  private static let fields = FieldKey.allCases.sorted { left, right in
    (order(left.section), left == .name ? 0 : 1) < (order(right.section), right == .name ? 0 : 1)
  }

  private static func order(_ section: FieldKey.Section) -> Int {
    switch section {
    case .project: 0
    case .funding: 1
    case .goals: 2
    }
  }

  static func formColumns(_ language: Language) -> [String] {
    let head = [
      LocalizedText(en: "file", zh: "文件"), LocalizedText(en: "form", zh: "表序号"),
      LocalizedText(en: "project name", zh: "项目名称"), LocalizedText(en: "to look at", zh: "待核对"),
      LocalizedText(en: "kind", zh: "类型"), LocalizedText(en: "layout", zh: "版式"),
      LocalizedText(en: "year", zh: "年度"), LocalizedText(en: "title", zh: "标题"),
      LocalizedText(en: "indicators", zh: "指标数"), LocalizedText(en: "weight", zh: "分值合计"),
      LocalizedText(en: "score", zh: "总分"), LocalizedText(en: "unit of amounts", zh: "金额单位"),
    ]
    let further = LocalizedText(en: "further fields", zh: "其他栏")
    return (head + fields.dropFirst().map(\.title) + [further]).map { $0(language) }
  }

  func formRow(_ form: Form, _ place: Place, looks: Int) -> [DataTable.Value] {
    let kind =
      form.kind == .selfEvaluation
      ? LocalizedText(en: "self-evaluation", zh: "自评表")
      : LocalizedText(en: "target declaration", zh: "申报表")
    let head: [DataTable.Value] =
      place.cells + [
        .init(looks), .text(kind(columnLanguage)), .text(form.layout),
        form.year.map { DataTable.Value($0) } ?? .nothing, .init(form.title),
        .init(form.indicators.count), .measure(form.total?.weight), .measure(form.total?.score),
        .init(form.fundingUnit),
      ]
    return head + Self.fields.dropFirst().map { DataTable.Value(form[$0]) }
      + [.init(Self.lines(form.further))]
  }

  /// What further fields or columns say, each on a line with its label.
  static func lines(_ further: [LabelledText]) -> String? {
    guard !further.isEmpty else { return nil }
    return further.map { "\($0.label)：\($0.text)" }.joined(separator: "\n")
  }
}

extension DataTable.Value {
  /// The value of a field.
  init(_ value: FieldValue?) {
    switch value {
    case nil: self = .nothing
    case .text(let text): self = .text(text)
    case .date(let date): self = date.date == date.text ? .date(date.text) : .text(date.text)
    case .amount(let amount): self = .amount(amount)
    case .options(let options):
      self = .text(options.filter(\.isChecked).map(\.label).joined(separator: "；"))
    }
  }

  /// An amount as printed: a number where it is one.
  static func amount(_ amount: Amount?) -> DataTable.Value {
    guard let amount else { return .nothing }
    return amount.amount == nil || amount.unit != nil ? .text(amount.text) : .number(amount.text)
  }

  /// A measure as printed: a number where it is one without a relation and a unit.
  static func measure(_ measure: Measure?) -> DataTable.Value {
    guard let measure else { return .nothing }
    let isPlain = measure.number != nil && measure.relation == nil && measure.unit == nil
    return isPlain ? .number(measure.text) : .text(measure.text)
  }

  /// An exact decimal.
  static func decimal(_ number: String?) -> DataTable.Value {
    number.map(DataTable.Value.number) ?? .nothing
  }
}
