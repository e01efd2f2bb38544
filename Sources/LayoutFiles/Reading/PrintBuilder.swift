internal import Forms
internal import IR

/// Makes the drawing of a layout of what a file says, and compares it with the layout.
struct PrintBuilder {
  private let source: ShapedValue
  private let layout: Layout
  /// The keys of the layout of which nothing was left out.
  private let wholeKeys: Set<String>
  private let columnCount: Int
  private var places: [FieldKey: LineTable.Position] = [:]
  private var problems: ProblemList

  /// The drawing a value describes; what is wrong with it is told.
  static func print(
    _ source: ShapedValue, of layout: Layout, from whole: ShapedValue,
    _ problems: inout ProblemList
  ) -> Layout.Print {
    let keys = ["fields", "captions", "columns", "fundingTable", "components"]
    var builder = PrintBuilder(
      source: source, layout: layout,
      wholeKeys: Set(keys.filter { whole[$0]?.isWhole ?? true }),
      columnCount: source["columns"]?.number ?? .max, problems: problems)
    let print = Layout.Print(
      columnCount: source["columns"]?.number ?? 1, lines: builder.lines(),
      unit: Words<Layout.UnitPlace>.unitPlaces[source["unit"]] ?? .line,
      blocks: source["blocks"].items.compactMap { builder.block($0) })
    // What another problem keeps from being drawn is not told again.
    if source.isWhole, builder.problems.count == problems.count {
      builder.checkNothingIsMissing(print)
    }
    problems = builder.problems
    return print
  }

  private init(
    source: ShapedValue, layout: Layout, wholeKeys: Set<String>, columnCount: Int,
    problems: ProblemList
  ) {
    self.source = source
    self.layout = layout
    self.wholeKeys = wholeKeys
    self.columnCount = columnCount
    self.problems = problems
  }

  // MARK: Lines

  private mutating func lines() -> [Layout.Line] {
    source["lines"].items.compactMap { item in
      guard one(of: ["year", "field"], in: item) != nil else { return nil }
      if let year = item["year"] {
        return .year(before: year["before"]?.text ?? "", after: year["after"]?.text ?? "")
      }
      return field(item["field"]).map(Layout.Line.field)
    }
  }

  /// The only key of several that a value has.
  private mutating func one(of keys: [String], in value: ShapedValue) -> String? {
    let found = keys.filter { value[$0] != nil }
    if found.count != 1, value.isWhole {
      let listed = ShapeReader.listed(keys, or: "or")
      problems.add(
        value.position,
        en: (found.isEmpty ? "nothing" : ShapeReader.listed(found, or: "and"))
          + "; expected exactly one of \(listed)",
        zh: (found.isEmpty ? "这里是空的" : "同时有 " + found.joined(separator: "、"))
          + "；应恰好有一个：\(keys.joined(separator: "、"))")
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A field of the layout that stands nowhere else in the drawing.
  private mutating func field(_ value: ShapedValue?) -> FieldKey? {
    guard let value, let key = Words<FieldKey>.fields[value] else { return nil }
    if let first = places[key] {
      problems.addRepetition(of: value.text, at: value.position, first: first)
    } else if wholeKeys.contains("fields"), !layout.fields.contains(where: { $0.key == key }) {
      problems.addUnknownField(value, among: layout.fields)
    }
    places[key] = places[key] ?? value.position
    return key
  }

  // MARK: Blocks

  private mutating func block(_ item: ShapedValue) -> Layout.Block? {
    let caption = item["caption"]
    if let caption { checkCaption(caption) }
    guard let name = one(of: PrintShapes.contents, in: item), let value = item[name] else {
      return nil
    }
    let captionWidth = caption == nil ? 0 : 1
    let content: Layout.Block.Content? =
      switch name {
      case "fields": .fields(value.items.map { slots($0, captionWidth, isGoals: false) })
      case "goals": .goals(slots(value, captionWidth, isGoals: true))
      case "components": components(value, captionWidth)
      case "fundingTable": fundingTable(value, captionWidth)
      case "heading": heading(value)
      default: indicators(value)
      }
    return content.map { Layout.Block(caption: caption?.text, $0) }
  }

  private mutating func slots(
    _ row: ShapedValue, _ captionWidth: Int, isGoals: Bool
  ) -> [Layout.Slot] {
    let slots = row.items.map { item in
      Layout.Slot(
        field(item["key"]), label: item["label"]?.number ?? 1, value: item["value"]?.number ?? 1)
    }
    let width = slots.reduce(captionWidth) { $0 + $1.label + (isGoals ? 0 : $1.value) }
    checkWidth(width, at: row.position)
    return slots
  }

  private mutating func components(
    _ value: ShapedValue, _ captionWidth: Int
  ) -> Layout.Block.Content? {
    guard let name = value["name"]?.number, let amount = value["amount"]?.number else { return nil }
    if layout.components == nil, wholeKeys.contains("components") {
      tellAbsent("components", at: value.position)
    }
    checkWidth(captionWidth + name + amount, at: value.position)
    return .components(name: name, amount: amount)
  }

  private mutating func fundingTable(
    _ value: ShapedValue, _ captionWidth: Int
  ) -> Layout.Block.Content? {
    guard let label = value["label"]?.number, let list = value["columns"] else { return nil }
    let widths = list.items.map(\.number)
    if let table = layout.fundingTable {
      checkCount(widths.count, table.columns.count, of: "fundingTable", at: list.position)
    } else if wholeKeys.contains("fundingTable") {
      tellAbsent("fundingTable", at: value.position)
    }
    checkWidth(widths.reduce(captionWidth + label, +), at: value.position)
    return .fundingTable(label: label, columns: widths)
  }

  private mutating func heading(_ value: ShapedValue) -> Layout.Block.Content {
    checkCaption(value)
    return .heading(value.text)
  }

  private mutating func indicators(_ value: ShapedValue) -> Layout.Block.Content {
    let widths = value.items.map(\.number)
    checkCount(widths.count, layout.columns.count, of: "columns", at: value.position)
    checkWidth(widths.reduce(0, +), at: value.position)
    return .indicators(widths)
  }

  // MARK: Checks

  private mutating func checkWidth(_ width: Int, at position: LineTable.Position) {
    guard width > columnCount else { return }
    problems.add(
      position, en: "\(width) columns wide, captions included; the grid has \(columnCount)",
      zh: "宽 \(width) 列（含说明列）；网格只有 \(columnCount) 列")
  }

  private mutating func checkCount(
    _ count: Int, _ expected: Int, of key: String, at position: LineTable.Position
  ) {
    guard count != expected, wholeKeys.contains(key) else { return }
    problems.add(
      position, en: "\(count) widths; '\(key)' of this layout has \(expected) columns",
      zh: "这里有 \(count) 个宽度；本版式的 \(key) 有 \(expected) 列")
  }

  private mutating func tellAbsent(_ key: String, at position: LineTable.Position) {
    problems.add(
      position, en: "this layout has no '\(key)' to draw", zh: "本版式没有 \(key)，画不出来")
  }

  /// A caption that is not known as one would be taken for a value when the drawing is read.
  private mutating func checkCaption(_ caption: ShapedValue) {
    let key = LabelKey.key(of: caption.text)
    guard wholeKeys.contains("captions"),
      !layout.captions.contains(where: { LabelKey.key(of: $0) == key })
    else { return }
    problems.add(
      caption.position,
      en: "caption '\(caption.text)' is not in 'captions' of this layout; add it there",
      zh: "说明「\(caption.text)」不在本版式的 captions 里；请补上")
  }

  /// What the drawing leaves out would be printed in an appendix only.
  private mutating func checkNothingIsMissing(_ print: Layout.Print) {
    guard let list = source["blocks"] else { return }
    var missing: [String] = []
    if wholeKeys.contains("fields") {
      missing += layout.fields.map(\.key).filter { places[$0] == nil }.map(\.rawValue)
    }
    var hasComponents = layout.components == nil
    var hasFundingTable = layout.fundingTable == nil
    var hasIndicators = false
    for block in print.blocks {
      switch block.content {
      case .components: hasComponents = true
      case .fundingTable: hasFundingTable = true
      case .indicators: hasIndicators = true
      case .fields, .goals, .heading: break
      }
    }
    if !hasComponents { missing.append("components") }
    if !hasFundingTable { missing.append("fundingTable") }
    if !hasIndicators { missing.append("indicators") }
    guard !missing.isEmpty else { return }
    problems.add(
      list.position, en: "not drawn by any block: \(missing.joined(separator: ", "))",
      zh: "没有任何一块画出：\(missing.joined(separator: "、"))")
  }
}
