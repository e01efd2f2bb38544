import Forms
import IR
import Readers
import Testing

/// A form of 2024 that was edited goes back with the edits, and with everything else as it was.
struct EditedFormsTests {
  private let normalizer = FormNormalizer()

  private static func indicator(
    _ level1: String, _ level2: String, _ name: String, _ target: String
  ) -> Indicator {
    var indicator = Indicator()
    (indicator.level1, indicator.level2, indicator.name) = (level1, level2, name)
    indicator.target = measure(target)
    return indicator
  }

  private static func measure(_ text: String) -> Measure {
    Measure(reading: text.utf8Span.span)
  }

  /// Levels that become the same in 2024, targets that do, and indicators that are carried.
  private static var form: Form {
    var form = Form(kind: .targetDeclaration, layout: "2019")
    form.title = "上海市财政支出项目绩效目标申报表"
    form.fields = [Field(.name, .text("服务"))]
    form.indicators = [
      indicator("投入和管理目标", "财务管理", "预算执行率", "≥98%"),
      indicator("产出目标", "数量目标", "人数", "≥ 5 万人"),
      indicator("产出目标", "数量目标", "次数", "=100 %"),
      indicator("产出目标", "数量", "场次", "=100%"),
      indicator("产出目标", "质量目标", "合格率", "＝１００％"),
      indicator("效果目标", "满意度目标", "学员满意度", "≥90%"),
      indicator("影响力目标", "人力资源目标", "到位率", "及时"),
      indicator("影响力目标", "满意度目标", "居民满意度", "≥90%"),
    ]
    return form
  }

  private func edited(_ edit: (inout [Indicator]) -> Void) throws -> [Indicator] {
    var form = try normalizer.normalize(Self.form, to: "2024").form
    edit(&form.indicators)
    return try normalizer.normalize(form, to: "2019").form.indicators
  }

  @Test func nothingEdited() throws {
    #expect(try edited { _ in } == Self.form.indicators)
  }

  /// Whichever is removed, the others are what they were.
  @Test(arguments: 0..<6)
  func oneRemoved(_ number: Int) throws {
    let names = try normalizer.normalize(Self.form, to: "2024").form.indicators.map(\.name)
    let rest = try edited { $0.remove(at: number) }
    #expect(Set(rest) == Set(Self.form.indicators.filter { $0.name != names[number] }))
    #expect(rest.count == Self.form.indicators.count - 1)
  }

  @Test(arguments: 0...6)
  func oneAdded(_ number: Int) throws {
    let new = Self.indicator("满意度指标", "服务对象满意度指标", "新的", "≥1(次)")
    let all = try edited { $0.insert(new, at: number) }
    #expect(Set(all.filter { $0.name != "新的" }) == Set(Self.form.indicators))
    let added = try #require(all.first { $0.name == "新的" })
    #expect(added.level1 == "影响力目标" && added.level2 == "满意度目标")
    #expect(added.target == new.target)
  }

  @Test func reversed() throws {
    #expect(try Set(edited { $0.reverse() }) == Set(Self.form.indicators))
  }

  @Test(arguments: 0..<6)
  func oneRenamed(_ number: Int) throws {
    let name = try normalizer.normalize(Self.form, to: "2024").form.indicators[number].name
    let all = try edited { $0[number].name = "新名称" }
    var expected = Self.form.indicators
    for index in expected.indices where expected[index].name == name {
      expected[index].name = "新名称"
    }
    #expect(all == expected)
  }

  @Test func aLevelThatIs2024sOwnStays() throws {
    let new = Self.indicator("成本指标", "经济成本指标", "单价", "≤5(元)")
    let all = try edited { $0.append(new) }
    #expect(all.contains(new))
    #expect(all.count == Self.form.indicators.count + 1)
  }

  @Test func aTitleThatWasTakenAwayIsThatOfTheOriginal() throws {
    var form = try normalizer.normalize(Self.form, to: "2024").form
    form.title = nil
    #expect(try normalizer.normalize(form, to: "2019").form.title == Self.form.title)
  }

  // MARK: Values that do not say what their readings say

  @Test(arguments: ["-123456", "5万元", "１２３", "¥5,000", "0012345", "1.5", "—", "1,23,4", "1E5"])
  func amountsComeBack(_ text: String) throws {
    try expectBack(Field(.totalBudget, .amount(Amount(reading: text.utf8Span.span))))
    // As JSON may say it: a reading that is not that of the text.
    try expectBack(Field(.totalBudget, .amount(Amount(text: text, amount: "7"))))
    try expectBack(Field(.totalBudget, .amount(Amount(text: text, amount: "-1234567"))))
  }

  @Test(arguments: [
    "2019年2月30日", "2019-13", "2019", "2019年2月", "2020.2", "２０１９．１", "全年", "2019-1-1",
  ])
  func datesComeBack(_ text: String) throws {
    for key in [FieldKey.start, .end] {
      try expectBack(Field(key, .date(DateReading(reading: text.utf8Span.span))))
      try expectBack(Field(key, .date(DateReading(text: text, date: "2018-05"))))
    }
  }

  @Test(arguments: [
    "≥98%", "≥ 5 万 (人)", "≥１０００（人次）", "5((台))", "3(台)(套)", "-5%", "<4.97元/分钟", ">=50人",
    "≧5亿元", "1,000万元", "100", "98％以上", "≥98(%)", "=(个)", "0", "≥5 个 月", "5%(含)", "2019年2月30日",
  ])
  func targetsComeBack(_ text: String) throws {
    for measure in [
      Self.measure(text), Measure(text: text, relation: "≤", number: "7", unit: "(个)"),
      Measure(text: text, relation: nil, number: "7", unit: nil),
    ] {
      var form = Self.form
      form.indicators[1].target = measure
      let there = try normalizer.normalize(form, to: "2024").form
      #expect(try normalizer.normalize(there, to: "2019").form == form)
      // What is printed in 2024 is read as what it is there.
      if let target = there.indicators[0].target, target != measure {
        #expect(Self.measure(target.text) == target)
      }
    }
  }

  private func expectBack(_ field: Field) throws {
    var form = Self.form
    form.fields.append(field)
    let there = try normalizer.normalize(form, to: "2024").form
    let back = try normalizer.normalize(there, to: "2019").form
    #expect(Set(back.fields) == Set(form.fields))
    #expect(back.fields.count == form.fields.count && back.carried == nil)
  }
}
