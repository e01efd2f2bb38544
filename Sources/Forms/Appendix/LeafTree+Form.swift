internal import IR

extension FormLeaves {
  /// Whether NUL is in a text.
  var holdNUL: Bool { leaves.contains { $0.text.utf8.contains(0) } }

  /// The leaves as they are drawn: no format that a drawing is written in has NUL, so U+FFFD stands
  /// for it, and the appendix says what it was.
  var replacingNUL: FormLeaves {
    var copy = FormLeaves()
    for leaf in leaves { copy.set(leaf.pointer, leaf.text.replacing("\0", with: "\u{FFFD}")) }
    return copy
  }

  /// The form that these are the leaves of.
  var form: Form {
    var rejected: [String] = []
    var tree = LeafTree(self, rejected: &rejected)
    return tree.takeForm().form
  }
}

// Putting a form together from its leaves; the reverse of taking it apart.
extension LeafTree {
  /// Takes a form and the texts that were read with it.
  mutating func takeForm() -> (form: Form, outside: [PlacedText]) {
    let kind = takeValue("type", Form.Kind.init) ?? .targetDeclaration
    var form = Form(kind: kind, layout: takeText("layout") ?? "")
    form.title = takeText("title")
    form.year = takeValue("year") { Int($0) }
    form.fields = takeFields()
    form.total = takeTotal()
    form.blank = takeTexts("blank")
    form.emptyLevels = takeEmptyLevels()
    (form.fundingUnit, form.components, form.fundingRows) = takeFunding()
    form.indicators = takeElements("indicators") { element in
      element.takeElement(unless: Indicator()) { $0.takeIndicator() }
    }
    form.further = takeLabelled("further")
    form.furtherTables = takeFurtherTables()
    form.unplaced = takeElements("unplaced") { $0.takePlaced("text") }
    form.carried = take("carried") { $0.takeCarried() }
    return (form, takeElements("outside") { $0.takePlaced("text") })
  }

  private mutating func takeCarried() -> Carried? {
    guard let layout = takeText("layout") else { return nil }
    var carried = Carried(layout: layout)
    carried.title = takeText("title")
    carried.fields = takeFields()
    carried.total = takeTotal()
    carried.blank = takeTexts("blank")
    carried.emptyLevels = takeEmptyLevels()
    (carried.fundingUnit, carried.components, carried.fundingRows) = takeFunding()
    carried.indicators = takeElements("indicators") { element in
      guard let index = element.takeValue("index", { Int($0) }) else { return nil }
      return CarriedIndicator(index: index, indicator: element.takeIndicator())
    }
    carried.order = takeElements("order") { $0.takeOwnValue { Int($0) } }
    carried.printed = takeMap("printed").map { PrintedValue(pointer: $0.key, text: $0.text) }
    carried.supplied = takeTexts("supplied")
    return carried
  }

  private mutating func takeFields() -> [Field] {
    FieldKey.allCases.compactMap { key in
      take(key.section.rawValue) { $0.takeValue(of: key) }.map { Field(key, $0) }
    }
  }

  private mutating func takeValue(of key: FieldKey) -> FieldValue? {
    let name = String(key.key)
    switch key.kind {
    case .text, .prose: return takeText(name).map { .text($0) }
    case .amount: return takeAmount(name).map { .amount($0) }
    case .date:
      return take(name) { member in
        member.takeText("text").map { .date(DateReading(text: $0, date: member.takeText("date"))) }
      }
    case .options:
      let options = takeElements(name) { element in
        element.takeText("label").map {
          Option(label: $0, isChecked: element.takeValue("checked", Bool.init) ?? false)
        }
      }
      return options.isEmpty ? nil : .options(options)
    }
  }

  private mutating func takeFunding() -> (
    unit: String?, components: [Component], rows: [FundingRow]
  ) {
    take("funding") { funding in
      let components = funding.takeElements("components") { element in
        element.takeElement(unless: Component()) {
          Component(name: $0.takeText("name"), amount: $0.takeAmount("amount"))
        }
      }
      let rows = funding.takeElements("rows") { $0.takeFundingRow() }
      return (funding.takeText("unit"), components, rows)
    } ?? (nil, [], [])
  }

  private mutating func takeFundingRow() -> FundingRow? {
    guard let key = takeText("key") else { return nil }
    var row = FundingRow(key: key, label: takeText("label") ?? "")
    row.initialBudget = takeAmount("initialBudget")
    row.annualBudget = takeAmount("annualBudget")
    row.executed = takeAmount("executed")
    row.weight = takeMeasure("weight")
    row.executionRate = takeMeasure("executionRate")
    row.score = takeMeasure("score")
    row.deviation = takeText("deviation")
    return row
  }

  private mutating func takeIndicator() -> Indicator {
    var indicator = Indicator()
    indicator.level1 = takeText("level1")
    indicator.level2 = takeText("level2")
    indicator.name = takeText("name")
    indicator.overallTarget = takeMeasure("overallTarget")
    indicator.target = takeMeasure("target")
    indicator.actual = takeMeasure("actual")
    indicator.weight = takeMeasure("weight")
    indicator.score = takeMeasure("score")
    indicator.deviation = takeText("deviation")
    indicator.remark = takeText("remark")
    indicator.further = takeLabelled("further")
    return indicator
  }

  private mutating func takeFurtherTables() -> [FurtherTable] {
    takeElements("furtherTables") { table in
      let rows: [FurtherTable.Row] = table.takeElements("rows") { row in
        let cells = row.takeLabelled("cells")
        return cells.isEmpty ? nil : FurtherTable.Row(cells: cells)
      }
      return rows.isEmpty ? nil : FurtherTable(label: table.takeText("label") ?? "", rows: rows)
    }
  }

  private mutating func takeLabelled(_ key: String) -> [LabelledText] {
    takeElements(key) { element in
      element.takeText("label").map {
        LabelledText(label: $0, text: element.takeText("text") ?? "")
      }
    }
  }

  private mutating func takeEmptyLevels() -> [EmptyLevel] {
    takeElements("emptyLevels") { element in
      element.takeElement(unless: EmptyLevel(level1: nil, level2: nil)) {
        EmptyLevel(level1: $0.takeText("level1"), level2: $0.takeText("level2"))
      }
    }
  }

  private mutating func takeTotal() -> Total? {
    take("total") { total in
      let values = Total(weight: total.takeMeasure("weight"), score: total.takeMeasure("score"))
      return values == Total() ? nil : values
    }
  }

  private mutating func takeAmount(_ key: String) -> Amount? {
    take(key) { member in
      member.takeText("text").map {
        Amount(text: $0, amount: member.takeText("amount"), unit: member.takeText("unit"))
      }
    }
  }

  private mutating func takeMeasure(_ key: String) -> Measure? {
    take(key) { member in
      member.takeText("text").map {
        Measure(
          text: $0, relation: member.takeText("relation"), number: member.takeText("number"),
          unit: member.takeText("unit"))
      }
    }
  }
}
