import Forms
import IR
import Testing

/// Forms of 2019 and 2023 become forms of 2024 by the table of the design, line by line.
struct NormalisationTests {
  private let normalizer = FormNormalizer()

  private func normalized(_ form: Form, supplied: [SuppliedValue] = []) throws -> Normalization {
    try normalizer.normalize(form, to: "2024", supplied: supplied)
  }

  private func restored(_ form: Form) throws -> Form {
    try normalizer.normalize(form, to: form.carried?.layout ?? "").form
  }

  @Test func titleIsThatOfTheTarget() throws {
    let result = try normalized(Legacy2019.form)
    #expect(result.form.title == "财政项目支出绩效目标申报表")
    #expect(result.form.carried?.title == "上海市财政支出项目绩效目标申报表")
    #expect(result.form.layout == "2024")
    #expect(result.form.year == 2019)
  }

  @Test(arguments: [
    (FieldKey.name, "热线运行"), (.nature, "经常性专项业务费"), (.implementingUnit, "某中心"),
    (.start, "2019-01-01"), (.end, "2019-02-28"), (.total, "71,387,200.00"),
    (.overallGoal, "做好服务。"),
  ])
  func fieldsHaveTheirPlace(_ key: FieldKey, _ text: String) throws {
    let form = try normalized(Legacy2019.form).form
    switch form[key] {
    case .text(let value): #expect(value == text)
    case .date(let date):
      #expect(date == DateReading(text: text, date: text))
    case .amount(let amount):
      #expect(amount == Amount(text: text, amount: "71387200.00"))
    default: Issue.record("no value for \(key)")
    }
  }

  @Test func whatHasNoPlaceIsCarried() throws {
    let carried = try #require(try normalized(Legacy2019.form).form.carried)
    #expect(Set(carried.fields.map(\.key)) == [.overview, .types, .priorYearBudget])
    #expect(carried.components == Legacy2019.form.components)
    #expect(carried.indicators.map(\.index) == [0, 3, 5])
    #expect(carried.blank == ["/project/phone"])
  }

  @Test func whatTheSourceNeverHadIsEmpty() throws {
    let result = try normalized(Legacy2019.form)
    #expect(result.form.blank.contains("/project/department"))
    #expect(result.form.blank.contains("/project/category"))
    #expect(result.form.blank.contains("/funding/annualTotal"))
    let absent = result.diagnostics.filter { $0.code == .absentInSource }
    #expect(absent.count == 7)
    #expect(absent.allSatisfy { $0.severity == .note })
  }

  /// 效果目标/满意度目标 comes before 影响力目标/可持续目标 in 2019, and after it in 2024.
  @Test func indicatorsStandInTheOrderOfTheTarget() throws {
    let indicators = try normalized(Legacy2019.form).form.indicators
    #expect(indicators.map(\.level1) == ["产出指标", "效益指标", "满意度指标"])
    #expect(indicators.map(\.level2) == ["数量指标", "可持续影响指标", "服务对象满意度指标"])
    #expect(indicators.map(\.target?.text) == ["98(%)", "100(万元)", "<4.97(元/分钟)"])
    #expect(indicators.map(\.name) == ["接听量", nil, "用户满意度"])
  }

  @Test func readingsDoNotChange() throws {
    let indicators = try normalized(Legacy2019.form).form.indicators
    #expect(indicators.map(\.target?.number) == ["98", "100", "4.97"])
    #expect(indicators.map(\.target?.unit) == ["%", "万元", "元/分钟"])
    #expect(indicators.map(\.target?.relation) == [nil, nil, "<"])
  }

  @Test func everythingIsSaid() throws {
    let codes = try normalized(Legacy2019.form).diagnostics.map(\.code)
    #expect(codes.count { $0 == .dateCompleted } == 2)
    #expect(codes.count { $0 == .stampCarried } == 1)
    #expect(codes.count { $0 == .relationAbsent } == 2)
    #expect(codes.count { $0 == .nameAbsent } == 1)
    #expect(codes.count { $0 == .levelAbsent } == 1)
    #expect(codes.count { $0 == .indicatorCarried } == 2)
  }

  @Test func severalTickedOptionsDecideNothing() throws {
    var form = Legacy2019.form
    form.fields.removeAll { $0.key == .types }
    let options = ["甲", "乙"].map { Option(label: $0, isChecked: true) }
    form.fields.append(Field(.types, .options(options)))
    let result = try normalized(form)
    #expect(result.form[.nature] == nil)
    #expect(result.form.blank.contains("/project/nature"))
    let diagnostic = try #require(result.diagnostics.first { $0.code == .optionUndecided })
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.pointer == "/forms/0/project/nature")
  }

  @Test func everyValueHasAFate() throws {
    let form = Legacy2019.form
    let fates = try normalized(form).fates
    for field in form.fields {
      #expect(fates.contains { $0.source == "/" + field.key.rawValue }, "\(field.key)")
    }
    for number in form.indicators.indices {
      #expect(fates.count { $0.source == "/indicators/\(number)" } == 1, "\(number)")
    }
  }

  @Test func pointersFollowTheirValues() throws {
    let result = try normalized(Legacy2019.form)
    #expect(result.pointer(for: "/indicators/1/target") == "/indicators/0/target")
    #expect(result.pointer(for: "/indicators/3") == "/carried/indicators/1")
    #expect(result.pointer(for: "/project/reportingUnit") == "/project/implementingUnit")
    #expect(result.pointer(for: "/project/overview") == "/carried/project/overview")
  }

  // MARK: The way back

  @Test func theWayBackGivesTheOriginal() throws {
    let form = Legacy2019.form
    let back = try restored(normalized(form).form)
    #expect(back.indicators == form.indicators)
    #expect(back.emptyLevels == form.emptyLevels)
    #expect(Set(back.fields) == Set(form.fields))
    #expect(back.blank == form.blank)
    #expect(back.title == form.title)
    #expect(back.components == form.components)
    #expect(back.carried == nil)
  }

  @Test func editsStay() throws {
    var form = try normalized(Legacy2019.form).form
    for index in form.fields.indices where form.fields[index].key == .implementingUnit {
      form.fields[index].value = .text("另一中心")
    }
    for index in form.fields.indices where form.fields[index].key == .nature {
      form.fields[index].value = .text("其他")
    }
    form.indicators[0].target = Measure(text: "≥99(%)", relation: "≥", number: "99", unit: "%")
    let back = try restored(form)
    #expect(back[.reportingUnit] == .text("另一中心"))
    #expect(back.indicators[1].target?.text == "≥99(%)")
    guard case .options(let options) = back[.types] else {
      Issue.record("no options")
      return
    }
    #expect(options.map(\.isChecked) == [false, true])
  }

  @Test func suppliedValuesComeAndGo() throws {
    let supplied = [
      SuppliedValue(.department, "某局"), SuppliedValue(.annualTotal, "5.00"),
      SuppliedValue(.name, "别的名称"),
    ]
    let result = try normalized(Legacy2019.form, supplied: supplied)
    #expect(result.form[.department] == .text("某局"))
    #expect(result.form[.annualTotal] == .amount(Amount(text: "5.00", amount: "5.00")))
    #expect(result.form[.name] == .text("热线运行"))
    #expect(result.form.carried?.supplied == ["/project/department", "/funding/annualTotal"])
    #expect(result.diagnostics.contains { $0.code == .valueNotSupplied })
    #expect(!result.form.blank.contains("/project/department"))
    let back = try normalizer.normalize(result.form, to: "2019")
    #expect(back.diagnostics.count { $0.code == .suppliedDropped } == 2)
    #expect(back.form.blank == Legacy2019.form.blank)
    #expect(Set(back.form.fields) == Set(Legacy2019.form.fields))
  }

  // MARK: 2023

  @Test func districtFormsRenameTheirCategory() throws {
    var form = Form(kind: .targetDeclaration, layout: "2023")
    form.title = "财政项目支出绩效目标申报表"
    form.fields = [
      Field(.category, .text("经常性项目")), Field(.name, .text("服务")),
      Field(.overallPeriod, .text("2023年-2023年")),
    ]
    var indicator = Indicator()
    indicator.levels = ("产出指标", "数量指标")
    indicator.name = "人数"
    indicator.target = Measure(text: ">=50人", relation: "≥", number: "50", unit: "人")
    form.indicators = [indicator]
    let result = try normalized(form)
    #expect(result.form[.nature] == .text("经常性项目"))
    #expect(result.form[.category] == nil)
    #expect(result.form.blank == ["/project/category"])
    #expect(result.form.indicators.first?.target?.text == "≥50(人)")
    #expect(result.form.carried?.fields.map(\.key) == [.overallPeriod])
    let back = try restored(result.form)
    #expect(Set(back.fields) == Set(form.fields))
    #expect(back.indicators == form.indicators)
    #expect(back.blank == form.blank)
  }

  // MARK: Errors

  @Test func thereIsNoWayWithoutAMapping() throws {
    let form = Form(kind: .targetDeclaration, layout: "2024")
    #expect(throws: NormalizationError.noMapping(from: "2024", to: "2019")) {
      try normalizer.normalize(form, to: "2019")
    }
    #expect(throws: NormalizationError.noMapping(from: "2019", to: "2023")) {
      try normalizer.normalize(Legacy2019.form, to: "2023")
    }
    let other = try normalized(Legacy2019.form).form
    #expect(throws: NormalizationError.noMapping(from: "2024", to: "2023")) {
      try normalizer.normalize(other, to: "2023")
    }
  }

  @Test func selfEvaluationsAreNoDeclarations() {
    let form = Form(kind: .selfEvaluation, layout: "2020-self-evaluation")
    #expect(throws: NormalizationError.otherKind(from: "2020-self-evaluation", to: "2024")) {
      try normalizer.normalize(form, to: "2024")
    }
  }

  @Test func unknownLayoutsAndLabelsAreNamed() {
    #expect(throws: NormalizationError.unknownLayout("1999")) {
      try normalizer.normalize(Legacy2019.form, to: "1999")
    }
    #expect(throws: NormalizationError.unknownLabel("没有", layout: "2024")) {
      try normalizer.field(labelled: "没有", in: "2024")
    }
  }

  @Test func labelsAreFoundWithoutTheirSpaces() throws {
    #expect(try normalizer.field(labelled: "主管 部门", in: "2024") == .department)
  }

  @Test func aFormOfTheLayoutStaysAsItIs() throws {
    var form = Form(kind: .targetDeclaration, layout: "2024")
    form.fields = [Field(.name, .text("甲"))]
    #expect(try normalized(form).form == form)
  }
}

extension Indicator {
  /// Both levels.
  fileprivate var levels: (String, String) {
    get { (level1 ?? "", level2 ?? "") }
    set { (level1, level2) = newValue }
  }
}
