import IR
import TestSupport

/// Makes correct forms from the pool.
struct FormFactory {
  var random: SplitMix64
  let layout: PrintLayout

  init(layout: PrintLayout, seed: UInt64) {
    self.layout = layout
    random = SplitMix64(seed: seed)
  }

  /// A form and a style to print it in.
  mutating func makeForm() -> PrintedForm {
    let style = makeStyle()
    var form = Form(
      kind: layout == .selfEvaluation2020 ? .selfEvaluation : .targetDeclaration,
      layout: layout.rawValue)
    let isLegacy = layout == .legacy2019
    form.title = isLegacy ? "上海市财政支出项目绩效目标申报表" : "财政项目支出绩效目标申报表"
    if layout == .selfEvaluation2020 { form.title = "财政项目支出绩效自评表" }
    form.year = year
    addProject(to: &form)
    addFunding(to: &form)
    addIndicators(to: &form, style: style)
    if layout == .selfEvaluation2020 { addScores(to: &form) }
    return PrintedForm(form: form, layout: layout, style: style)
  }

  private var year: Int {
    switch layout {
    case .legacy2019: 2019
    case .selfEvaluation2020: 2020
    case .district2023: 2023
    case .city2024: 2024
    }
  }

  private mutating func makeStyle() -> PrintStyle {
    var style = PrintStyle()
    style.level1 = random.chance(60) ? .firstRow : .centre
    style.level2 = random.chance(60) ? .firstRow : .centre
    if layout == .legacy2019, random.chance(50) { style.level2 = .everyRow }
    style.roundsCentreDown = random.chance(50)
    style.hasCaptionColumn = layout == .selfEvaluation2020 ? random.chance(50) : true
    if layout == .legacy2019 { style.hasCaptionColumn = false }
    style.dropsTrailingCells = random.chance(30)
    style.separatesIndicators = random.chance(30)
    style.hasSpans = random.chance(25)
    style.usesLaTeX = layout == .legacy2019 && random.chance(40)
    style.usesASCIIRelations = layout == .district2023 && random.chance(50)
    style.boxesFirst = random.chance(50)
    style.spacesUnit = layout == .city2024 && random.chance(20)
    return style
  }

  /// A random element; the first when there is but one.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  // MARK: Header

  private mutating func addProject(to form: inout Form) {
    let name = pick(Self.projects)
    var fields: [FieldKey: FieldValue] = [.name: .text(name)]
    let goals = pick(Self.goals)
    switch layout {
    case .legacy2019:
      fields[.reportingUnit] = .text(pick(Self.units))
      fields[.overview] = .text("本项目为\(name)，" + goals)
      fields[.basis] = .text("根据《预算法》和《项目支出绩效管理办法》等文件。")
      fields[.necessity] = .text("为保障相关工作正常开展，必须设立本项目。")
      fields[.safeguards] = .text("按照单位财务管理制度和项目管理办法执行。")
      fields[.plan] = .text("按季度推进，年底前完成全部工作。")
      fields[.overallGoal] = .text(goals)
      fields[.types] = .options(options(Self.types))
      fields[.fundUses] = .options(options(Self.fundUses))
    case .selfEvaluation2020:
      fields[.department] = .text(pick(Self.departments))
      fields[.implementingUnit] = .text(pick(Self.units))
      fields[.plannedGoal] = .text(goals)
      fields[.actualGoal] = .text("本年度已按计划完成：" + goals)
    case .district2023, .city2024:
      fields[.department] = .text(pick(Self.departments))
      fields[.implementingUnit] = .text(pick(Self.units))
      fields[.category] = .text(layout == .city2024 ? "特定目标类" : "经常性项目")
    }
    if layout == .district2023 {
      fields[.overallPeriod] = .text("2023年-2023年")
      fields[.overallGoal] = .text(goals)
    }
    if layout == .city2024 { fields[.nature] = .text(pick(["其他经常性项目", "经常性专项业务费"])) }
    if layout != .selfEvaluation2020 {
      fields[.start] = .date(DateReading(text: "\(year)-01-01", date: "\(year)-01-01"))
      fields[.end] = .date(DateReading(text: "\(year)-12-31", date: "\(year)-12-31"))
      fields[.annualGoal] = .text("年内" + goals)
    }
    form.fields += FieldKey.allCases.compactMap { key in fields[key].map { Field(key, $0) } }
  }

  private mutating func options(_ labels: [String]) -> [Option] {
    let checked = Int.random(in: 0..<labels.count, using: &random)
    return labels.indices.map { Option(label: labels[$0], isChecked: $0 == checked) }
  }

  // MARK: Funding

  private mutating func addFunding(to form: inout Form) {
    let appropriation = Int.random(in: 20...9_000, using: &random) * 1_000
    let other = random.chance(20) ? Int.random(in: 1...90, using: &random) * 1_000 : 0
    let total = appropriation + other
    form.fundingUnit = "元"
    switch layout {
    case .legacy2019:
      append([.totalBudget: total, .currentYearBudget: total], to: &form)
      append([.priorYearBudget: appropriation, .priorYearExecution: appropriation], to: &form)
      addComponents(total, to: &form)
    case .selfEvaluation2020:
      addFundingRows(total, to: &form)
    case .district2023:
      append([.total: total, .fiscal: appropriation, .other: other], to: &form)
      fallthrough
    case .city2024:
      append([.annualTotal: total, .annualAppropriation: appropriation], to: &form)
      append([.annualCarryover: 0, .annualOther: other], to: &form)
    }
  }

  private func append(_ amounts: [FieldKey: Int], to form: inout Form) {
    let new = amounts.map { Field($0.key, .amount(money($0.value))) }
    form.fields = (form.fields + new).sorted {
      order($0.key) < order($1.key)
    }
  }

  private func order(_ key: FieldKey) -> Int { FieldKey.allCases.firstIndex(of: key) ?? 0 }

  private func money(_ value: Int) -> Amount {
    guard layout == .city2024 else {
      let text = layout == .legacy2019 ? String(value) : "\(value).00"
      return Amount(text: text, amount: text)
    }
    var digits = String(value)
    var cut = digits.count - 3
    while cut > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: cut))
      cut -= 3
    }
    return Amount(text: digits + ".00", amount: "\(value).00")
  }

  private mutating func addComponents(_ total: Int, to form: inout Form) {
    var rest = total
    let names = Self.components.shuffled(using: &random).prefix(
      Int.random(in: 2...5, using: &random))
    for (index, name) in names.enumerated() {
      let share = index == names.count - 1 ? rest : rest / 3
      rest -= share
      form.components.append(Component(name: name, amount: money(share)))
    }
  }

  private mutating func addFundingRows(_ total: Int, to form: inout Form) {
    var row = FundingRow(key: "annualTotal", label: "年度资金总额")
    row.initialBudget = money(total + total / 10)
    row.annualBudget = money(total)
    let percent = Int.random(in: 80...100, using: &random)
    // The total is a multiple of 1,000, so every whole percentage of it is exact.
    row.executed = money(total / 100 * percent)
    row.weight = Measure(text: "10")
    row.executionRate = Measure(text: "\(percent).00%")
    row.score = Measure(text: percent == 100 ? "10" : "\(percent / 10).\(percent % 10)")
    if percent < 86 { row.deviation = "部分采购项目跨年度结算，尾款结转下年支付" }
    form.fundingRows.append(row)
    let others = [
      ("annualAppropriation", "其中：当年财政拨款"), ("annualCarryover", "上年结转资金"), ("annualOther", "其他资金"),
    ]
    for (key, label) in others {
      var row = FundingRow(key: key, label: label)
      row.weight = Measure(text: "—")
      form.fundingRows.append(row)
    }
  }
}
