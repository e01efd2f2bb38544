import IR
import TestSupport

@testable import Forms

/// Makes forms that hold what no printed form should: correct forms with parts left out, emptied,
/// doubled, or replaced by texts that look like something else.
struct OddFormMaker {
  private var random: SplitMix64
  private let layout: Layout

  init(layout: Layout, seed: UInt64) {
    self.layout = layout
    random = SplitMix64(seed: seed &* 77 &+ 5)
  }

  /// A form with some of its parts changed.
  mutating func change(_ form: Form) -> Form {
    var form = form
    if random.chance(15) { form.title = random.chance(50) ? nil : "某市项目登记簿" }
    if random.chance(15) { form.year = random.chance(70) ? nil : 1890 }
    if random.chance(15) { form.fundingUnit = random.chance(50) ? nil : "美元" }
    leaveOutFields(in: &form)
    changeIndicators(in: &form)
    changeMoney(in: &form)
    if random.chance(20) {
      form.unplaced = texts(3).map { PlacedText(text: $0, source: nil) }
    }
    if random.chance(20) {
      let labels = ["主管部门编码", "债券期限", oddText()]
      form.further = labels.map {
        LabelledText(label: $0, text: random.chance(20) ? "" : oddText())
      }
    }
    if random.chance(20) { form.furtherTables = [furtherTable()] }
    if random.chance(15) { form.carried = carried() }
    return form.withReadings
  }

  /// A table that no layout has; its texts may look like anything.
  private mutating func furtherTable() -> FurtherTable {
    let headers = ["任务名称", "主要内容", random.chance(50) ? "预算金额" : oddText()]
    let rows = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      var cells = headers.map { LabelledText(label: $0, text: oddText()) }
      if random.chance(30) { cells.remove(at: 1) }
      return FurtherTable.Row(cells: cells)
    }
    return FurtherTable(label: random.chance(70) ? "年度主要任务" : "", rows: rows)
  }

  // MARK: Fields

  private mutating func leaveOutFields(in form: inout Form) {
    for key in FieldKey.allCases where form.has(key) {
      guard random.chance(12) else { continue }
      form.fields.removeAll { $0.key == key }
      if random.chance(50) { form.blank.append("/" + key.rawValue) }
    }
    for index in form.fields.indices where random.chance(6) {
      form.fields[index].value = oddValue(for: form.fields[index].key)
    }
    // A field its layout does not print, or prints and the factory never fills.
    for key in FieldKey.allCases where !form.has(key) && random.chance(3) {
      form.blank.removeAll { $0 == "/" + key.rawValue }
      form.fields.append(Field(key, oddValue(for: key)))
    }
    form.sortFields()
    form.sortBlank()
  }

  private mutating func oddValue(for key: FieldKey) -> FieldValue {
    let text = oddText()
    switch key.kind {
    case .text, .prose: return .text(text)
    case .date: return .date(DateReading(reading: text.utf8Span.span))
    case .amount: return .amount(Amount(reading: text.utf8Span.span))
    case .options:
      return .options(
        texts(4).map { Option(label: $0, isChecked: random.chance(30)) }
          + [Option(label: "其他", isChecked: true)])
    }
  }

  private mutating func changeMoney(in form: inout Form) {
    for index in form.components.indices where random.chance(10) {
      if random.chance(50) {
        form.components[index].name = random.chance(50) ? nil : oddText()
      } else {
        form.components[index].amount = Amount(reading: oddText().utf8Span.span)
      }
    }
    form.components.removeAll { $0 == Component() }
    if random.chance(10) { form.components = [] }
    for index in form.fundingRows.indices where random.chance(10) {
      form.fundingRows[index].executed = Amount(reading: oddText().utf8Span.span)
      form.fundingRows[index].score = nil
      if random.chance(40) { form.fundingRows[index].deviation = oddText() }
      if random.chance(30) { form.fundingRows[index].label = oddText() }
    }
    if random.chance(10) { form.fundingRows = [] }
    if random.chance(10) { form.total = random.chance(50) ? nil : Total(weight: measure()) }
  }

  // MARK: Indicators

  private mutating func changeIndicators(in form: inout Form) {
    if random.chance(5) { form.indicators = [] }
    for index in form.indicators.indices where random.chance(10) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: form.indicators[index].level1 = nil
      case 1: form.indicators[index].level2 = nil
      case 2: (form.indicators[index].level1, form.indicators[index].level2) = (nil, nil)
      case 3: form.indicators[index].name = nil
      case 4: form.indicators[index].target = nil
      case 5: form.indicators[index].name = oddText()
      case 6: form.indicators[index].target = measure()
      case 7: form.indicators[index].deviation = oddText()
      case 8: form.indicators[index].overallTarget = measure()
      case 9: form.indicators[index].weight = measure()
      case 10: form.indicators[index].further = [LabelledText(label: oddText(), text: oddText())]
      default: form.indicators[index] = Indicator()
      }
    }
    if random.chance(10) { form.indicators.shuffle(using: &random) }
    if random.chance(15), let group = layout.taxonomy.groups.randomElement(using: &random) {
      let level2 = group.classes.randomElement(using: &random)?.label
      let level = EmptyLevel(level1: random.chance(80) ? group.label : nil, level2: level2)
      if !form.emptyLevels.contains(level) { form.emptyLevels.append(level) }
    }
  }

  private mutating func measure() -> Measure { Measure(reading: oddText().utf8Span.span) }

  // MARK: Texts

  private mutating func texts(_ most: Int) -> [String] {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in oddText() }
  }

  private mutating func oddText() -> String {
    if random.chance(35), let field = layout.fields.randomElement(using: &random) {
      return field.labels.randomElement(using: &random) ?? "项目名称"
    }
    return Self.oddTexts.randomElement(using: &random) ?? ""
  }

  private static let oddTexts = [
    "一级指标", "绩效指标", "产出指标", "数量指标", "满意度指标", "服务对象满意度", "总分", "合计", "备注：无",
    "附：原表信息", "/project/name", "财政项目支出绩效目标申报表", "（2024年度）", "单位：万元", "联系人：张三",
    "12,345.60", "0", "—", "-", "2024-02-30", "2024年1月至2024年12月", "≥98(%)", "是", "及时",
    "=1+1", "@SUM(A1)", "007", "310101199001011234", "1E5", "_x0041_", "a|b", #"\n"#, #"$\geq 5$"#,
    "<b>粗</b>", "&amp;", "\"引号", "「角括号」", "「未闭合", "  两端有空格  ", "中 文 空格", "a  b",
    "第一段\n第二段", "第一段\n\n第三段", "\t制表", "全角　空格", "\u{1}控制", "\u{FEFF}头",
    String(repeating: "很长的文字，", count: 2_000), "😀", "e\u{301}", "项目名称：某项目", "☑ 已勾选", "□",
    "298.8万元", "3.5亿", "3年", "36个月", "预算执行率 专款专用率", "≥98% =100%", "三级指标", "年度指标值", "指标 1\n指标 2",
  ]

  private mutating func carried() -> Carried {
    var carried = Carried(layout: "2019")
    carried.title = oddText()
    carried.fundingUnit = random.chance(50) ? "元" : nil
    for key in FieldKey.allCases where random.chance(20) {
      carried.fields.append(Field(key, oddValue(for: key)))
    }
    carried.components = texts(3).map { Component(name: $0) }
    for index in 0..<Int.random(in: 0...3, using: &random) {
      var indicator = Indicator()
      indicator.level2 = oddText()
      indicator.target = measure()
      carried.indicators.append(CarriedIndicator(index: 2 * index, indicator: indicator))
    }
    carried.order = random.chance(50) ? [2, 0, 1] : []
    carried.blank = ["/project/remarks"]
    carried.emptyLevels = [EmptyLevel(level1: oddText(), level2: nil)]
    carried.printed = ["/project/end", "/project/start"].map {
      PrintedValue(pointer: $0, text: oddText())
    }
    carried.supplied = ["/project/department"]
    return carried
  }
}
