internal import Forms
internal import IR

/// A layout of a file.
struct FileLayout {
  var layout: Layout
  /// Where its identifier stands.
  var position: LineTable.Position
  /// Whether it takes the place of a built-in layout, and where that is said.
  var replaces: Bool
  var replacesPosition: LineTable.Position?
  /// Whether nothing of it was left out.
  var isWhole: Bool
}

/// Makes a layout of what a file says, and finds what its shape does not show.
struct LayoutBuilder {
  private let source: ShapedValue
  private var labels = LabelLedger()
  private var problems: ProblemList

  /// The layout a value describes; what is wrong with it is told.
  static func layout(_ source: ShapedValue, _ problems: inout ProblemList) -> FileLayout {
    var builder = LayoutBuilder(source: source, problems: problems)
    var layout = builder.layout()
    if let print = source["print"] {
      layout.print = PrintBuilder.print(print, of: layout, from: source, &builder.problems)
    }
    builder.labels.check(layout, &builder.problems)
    problems = builder.problems
    return FileLayout(
      layout: layout, position: source["id"]?.position ?? source.position,
      replaces: source["replaces"].flag, replacesPosition: source["replaces"]?.position,
      isWhole: source.isWhole)
  }

  private init(source: ShapedValue, problems: ProblemList) {
    self.source = source
    self.problems = problems
  }

  private mutating func layout() -> Layout {
    let summary = source["summary"]
    let fields = fields()
    return Layout(
      id: source["id"]?.text ?? "",
      kind: Words<Form.Kind>.kinds[source["kind"]] ?? .targetDeclaration,
      summary: LocalizedText(en: summary?["en"]?.text ?? "", zh: summary?["zh"]?.text ?? ""),
      titles: noted(source["titles"], .title),
      fields: fields,
      printedRows: printedRows(of: fields),
      captions: noted(source["captions"], .caption),
      components: components(),
      fundingTable: fundingTable(),
      columns: columns(),
      optionalColumns: optionalColumns(),
      taxonomy: taxonomy(),
      totals: noted(source["totals"], .total))
  }

  /// The texts of labels, whose use is noted.
  private mutating func noted(_ value: ShapedValue?, _ use: LabelUse) -> [String] {
    labels.note(value.items, use)
    return value.items.map(\.text)
  }

  /// Tells of a key that stands in a list before; `false` when it does.
  private mutating func isNew(
    _ key: ShapedValue, _ places: inout [String: LineTable.Position]
  ) -> Bool {
    guard let first = places[key.text] else {
      places[key.text] = key.position
      return true
    }
    problems.addRepetition(of: key.text, at: key.position, first: first)
    return false
  }

  // MARK: Above the indicators

  private mutating func fields() -> [Layout.FieldSpec] {
    var places: [String: LineTable.Position] = [:]
    var fields: [Layout.FieldSpec] = []
    for item in source["fields"].items {
      guard let name = item["key"], let key = Words<FieldKey>.fields[name],
        isNew(name, &places)
      else { continue }
      fields.append(
        Layout.FieldSpec(
          key, noted(item["labels"], .field(key)),
          place: Words<Layout.FieldSpec.Place>.places[item["place"]] ?? .beside,
          isRequired: item["required"].flag))
    }
    return fields
  }

  private mutating func printedRows(of fields: [Layout.FieldSpec]) -> [[FieldKey]] {
    let known = Set(fields.map(\.key))
    let knowsAll = source["fields"].map { list in
      list.hasAllItems && list.items.allSatisfy { $0["key"] != nil }
    }
    var places: [String: LineTable.Position] = [:]
    return source["printedRows"].items.map { row in
      row.items.compactMap { item in
        guard let key = Words<FieldKey>.fields[item], isNew(item, &places) else { return nil }
        if knowsAll == true, !known.contains(key) {
          problems.addUnknownField(item, among: fields)
        }
        return key
      }
    }
  }

  private mutating func components() -> Layout.ComponentSpec? {
    guard let table = source["components"] else { return nil }
    return Layout.ComponentSpec(
      name: noted(table["name"], .componentName),
      amount: noted(table["amount"], .componentAmount))
  }

  private mutating func fundingTable() -> Layout.FundingTableSpec? {
    guard let table = source["fundingTable"] else { return nil }
    var places: [String: LineTable.Position] = [:]
    let rows = fundingRows(table["rows"], &places)
    let optionalRows = fundingRows(table["optionalRows"], &places)
    places = [:]
    var columns: [(key: Layout.FundingColumn, labels: [String])] = []
    for item in table["columns"].items {
      guard let name = item["key"], let key = Words<Layout.FundingColumn>.fundingColumns[name],
        isNew(name, &places)
      else { continue }
      columns.append((key, noted(item["labels"], .fundingColumn(key))))
    }
    return Layout.FundingTableSpec(
      rows: rows, optionalRows: optionalRows, columns: columns)
  }

  private mutating func fundingRows(
    _ source: ShapedValue?, _ places: inout [String: LineTable.Position]
  ) -> [(key: String, labels: [String])] {
    var rows: [(key: String, labels: [String])] = []
    for item in source.items {
      guard let key = item["key"], isNew(key, &places) else { continue }
      checkRowKey(key)
      rows.append((key.text, noted(item["labels"], .fundingRow(key.text))))
    }
    return rows
  }

  /// The keys of rows become values of the JSON that programs compare.
  private mutating func checkRowKey(_ key: ShapedValue) {
    let isPlain = key.text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    guard !isPlain else { return }
    problems.add(
      key.position,
      en: "'\(key.text)' is no key; write letters a to z, digits and '-', such as annualTotal",
      zh: "「\(key.text)」不能作键；请用英文字母、数字和「-」，例如 annualTotal")
  }

  // MARK: Indicators

  private mutating func columns() -> [Layout.ColumnSpec] {
    var places: [String: LineTable.Position] = [:]
    let columns = columns("columns", &places)
    if let list = source["columns"], list.isWhole {
      for key in ["name", "target"] where places[key] == nil {
        problems.add(
          list.position, en: "column '\(key)' is missing; indicators have a name and a target",
          zh: "缺少列「\(key)」；指标要有名称（name）和指标值（target）")
      }
    }
    return columns
  }

  /// The columns that some forms print besides.
  private mutating func optionalColumns() -> [Layout.ColumnSpec] {
    var places: [String: LineTable.Position] = [:]
    for item in source["columns"].items {
      if let name = item["key"] { places[name.text] = name.position }
    }
    return columns("optionalColumns", &places)
  }

  /// The columns of a list; one whose key has a place already is told.
  private mutating func columns(
    _ list: String, _ places: inout [String: LineTable.Position]
  ) -> [Layout.ColumnSpec] {
    var columns: [Layout.ColumnSpec] = []
    for item in source[list].items {
      guard let name = item["key"], let key = Words<Layout.Column>.columns[name],
        isNew(name, &places)
      else { continue }
      columns.append(Layout.ColumnSpec(key, noted(item["labels"], .column(key))))
    }
    return columns
  }

  private mutating func taxonomy() -> Taxonomy {
    var groups: [Taxonomy.Group] = []
    for (number, item) in source["taxonomy"].items.enumerated() {
      let label = item["label"]?.text ?? ""
      labels.note(item["label"].map { [$0] } ?? [], .group(number, label: label))
      groups.append(
        Taxonomy.Group(
          label, synonyms: noted(item["synonyms"], .group(number, label: label)),
          isOpen: item["open"].flag, classes(of: item, number: number)))
      if item.isWhole, item["classes"].items.isEmpty, !item["open"].flag {
        problems.add(
          item.position,
          en: "'\(label)' has no level-2 labels; list them under 'classes', or say 'open: true'",
          zh: "「\(label)」下没有二级标签；请写在 classes 里，或写 open: true")
      }
    }
    let count = max(
      groups.count, groups.reduce(0) { $0 + $1.classes.count + ($1.isOpen ? 1 : 0) })
    if let list = source["taxonomy"], count > LayoutFileLimits.levels {
      problems.add(
        list.position,
        en: "\(count) levels; at most \(LayoutFileLimits.levels) can be told apart in a layout",
        zh: "共有 \(count) 个级别；一个版式最多能区分 \(LayoutFileLimits.levels) 个")
    }
    return Taxonomy(groups)
  }

  private mutating func classes(of group: ShapedValue, number: Int) -> [Taxonomy.Class] {
    var classes: [Taxonomy.Class] = []
    for (place, item) in group["classes"].items.enumerated() {
      guard let label = item["label"] else { continue }
      let use = LabelUse.level2(group: number, number: place, label: label.text)
      labels.note([label], use)
      classes.append(
        Taxonomy.Class(
          label.text, Words<Taxonomy.Topic>.topics[item["topic"]] ?? .quantity,
          synonyms: noted(item["synonyms"], use),
          frequency: Words<Taxonomy.Frequency>.frequencies[item["frequency"]] ?? .common))
    }
    return classes
  }
}

extension ProblemList {
  /// Adds that a layout does not have a field that is named in it.
  mutating func addUnknownField(_ name: ShapedValue, among fields: [Layout.FieldSpec]) {
    let listed = fields.map(\.key.rawValue)
    add(
      name.position,
      en: "'\(name.text)' is not in 'fields' of this layout; "
        + "those are \(ShapeReader.listed(listed, or: "and"))",
      zh: "本版式的 fields 里没有「\(name.text)」；有：\(listed.joined(separator: "、"))")
  }
}
