import IR
import Testing

@testable import Forms

/// Values are bound to the labels beside them, and to lost labels by the rows a layout prints.
struct FieldRecognizerTests {
  private func amount(_ key: FieldKey, _ reading: Reading) -> String? {
    if case .amount(let amount) = reading.form[key] { amount.text } else { nil }
  }

  private func text(_ key: FieldKey, _ reading: Reading) -> String? {
    if case .text(let text) = reading.form[key] { text } else { nil }
  }

  @Test func everyFieldOfAPage() throws {
    let reading = try Reading(Page.declaration.indicators("| 产出指标 | 数量指标 | 培训场次 | =5(场)"))
    #expect(reading.form.layout == "2024")
    #expect(reading.form.title == "财政项目支出绩效目标申报表")
    #expect(reading.form.year == 2024)
    #expect(reading.form.fundingUnit == "元")
    #expect(text(.name, reading) == "热线运行")
    #expect(text(.nature, reading) == "经常性专项业务费")
    #expect(text(.category, reading) == "其他")
    #expect(text(.department, reading) == "某局")
    #expect(text(.implementingUnit, reading) == "某中心")
    #expect(
      reading.form[.start] == .date(DateReading(text: "2024-01-01", date: "2024-01-01")))
    #expect(amount(.total, reading) == "300.00")
    #expect(amount(.fiscal, reading) == "200.00")
    #expect(amount(.other, reading) == "100.00")
    #expect(amount(.annualTotal, reading) == "100.00")
    #expect(amount(.annualAppropriation, reading) == "90.00")
    #expect(amount(.annualCarryover, reading) == "10.00")
    #expect(amount(.annualOther, reading) == "0.00")
    #expect(text(.overallGoal, reading) == "做好三年的服务。")
    #expect(text(.annualGoal, reading) == "做好一年的服务。")
    #expect(reading.codes.isEmpty)
  }

  @Test func anEmptyValueIsBlank() throws {
    let page = Page.declaration.text.replacing("\t300.00", with: "\t").replacing("\t某局", with: "\t")
    let reading = try Reading(page, as: .tsv)
    #expect(reading.form.blank == ["/project/department", "/funding/total"])
    #expect(reading.form[.department] == nil)
    #expect(amount(.annualTotal, reading) == "100.00")
  }

  /// 实施单位 is printed beside 主管部门, so the value there can be nothing else.
  @Test func aLostLabelIsInferred() throws {
    let page = Page.declaration.text.replacing("实施单位", with: "")
    let reading = try Reading(page, as: .tsv)
    #expect(text(.department, reading) == "某局")
    #expect(text(.implementingUnit, reading) == "某中心")
    #expect(
      reading.diagnostics(.fieldInferred).map(\.pointer) == ["/forms/0/project/implementingUnit"])
  }

  /// Both amounts of a row without labels: nothing says which is which.
  @Test func whatCannotBeInferredIsUnplaced() throws {
    let page = Page.declaration.text.replacing("上年结转资金\t10.00", with: "某\t无")
    let reading = try Reading(page, as: .tsv)
    let kept = reading.form.unplaced.map(\.text) + reading.form.fields.map { "\($0.value)" }
    #expect(kept.contains { $0.contains("无") })
    #expect(!reading.warnings.isEmpty)
    #expect(!reading.codes.contains(.conservationFailed))
  }

  @Test func aDamagedLabelIsCorrected() throws {
    let page = Page.declaration.text.replacing("主管部门", with: "主官部门")
    let reading = try Reading(page, as: .tsv)
    #expect(text(.department, reading) == "某局")
    let repair = try #require(reading.diagnostics(.labelCorrected).first)
    #expect(repair.before == "主官部门")
    #expect(repair.after == "主管部门")
  }

  @Test func labelAndValueMayShareACell() throws {
    let page = Page.declaration.text.replacing("主管部门\t某局", with: "主管部门：某局\t")
    let reading = try Reading(page, as: .tsv)
    #expect(text(.department, reading) == "某局")
    #expect(reading.codes == [.labelAndValueInOneCell])
  }

  /// One 其他资金 with 上年结转资金's column above it is the year's.
  @Test func theSideTellsEqualLabelsApart() throws {
    let page = Page.declaration.text.replacing("其他资金\t100.00\t其他资金", with: "\t\t其他资金")
    let reading = try Reading(page, as: .tsv)
    #expect(amount(.other, reading) == nil)
    #expect(amount(.annualOther, reading) == "0.00")
  }

  @Test func aUnitMayStandOnALineOfItsOwn() throws {
    let page = Page.declaration.text.replacing("项目资金（元）", with: "项目资金")
      .replacing("（2024年度）", with: "单位：万元")
    #expect(try Reading(page, as: .tsv).form.fundingUnit == "万元")
    let none = Page.declaration.text.replacing("项目资金（元）", with: "项目资金")
    #expect(try Reading(none, as: .tsv).form.fundingUnit == nil)
  }

  @Test func aValueThatIsNoAmountStaysText() throws {
    let page = Page.declaration.text.replacing("\t300.00", with: "\t约三百")
    let reading = try Reading(page, as: .tsv)
    #expect(reading.form[.total] == .amount(Amount(text: "约三百")))
    #expect(reading.warnings == [.amountUnreadable])
  }

  private static let short = Page(
    """
    项目支出绩效目标表
    （2024年度）
    项目名称 | 河道保洁 | 实施单位 | 某中心
    """)

  private func short(_ rows: String) throws -> Reading {
    try Reading(Self.short.adding(rows).indicators("| 产出指标 | 数量指标 | 保洁里程 | 46公里"))
  }

  @Test func amountsStandBelowTheirLabels() throws {
    let reading = try short(
      """
      资金来源（万元） | 资金总额 | 财政拨款 | 自筹资金
      | 2600 | 2400 | 200
      """)
    #expect(amount(.total, reading) == "2600")
    #expect(amount(.fiscal, reading) == "2400")
    #expect(amount(.other, reading) == "200")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  @Test func theFiscalPartOfTheYearsMoneyIsTheYears() throws {
    let reading = try short("预算数 | 96 | 其中：财政资金 | 90")
    #expect(amount(.annualTotal, reading) == "96")
    #expect(amount(.annualAppropriation, reading) == "90")
    #expect(!reading.form.has(.fiscal))
  }

  @Test func aUnitAndAPeriodStandInTheCellOfTheirLabel() throws {
    let reading = try short("资金总额（万元）：96.00 | | 项目起止时间：2024年3月至11月 |")
    #expect(amount(.total, reading) == "96.00")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.text(.start) == "2024-03")
    #expect(reading.text(.end) == "2024-11")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test(arguments: [("2024年1月至2025年12月", "2024-01"), ("一次性项目", nil)])
  func theKindOfAProjectMayBeAPeriod(text: String, start: String?) throws {
    let reading = try short("项目期 | \(text) | |")
    #expect(reading.text(.start) == start)
    #expect(reading.text(.nature) == (start == nil ? text : nil))
    #expect(reading.form.unplaced.isEmpty)
  }

  /// How long a project runs is no date; a period below the same label is two: start, end, duration.
  @Test(arguments: [
    ("实施周期 | 3年 | |", "- - 3年"), ("项目期 | 36个月 | |", "- - 36个月"),
    ("项目周期：1年 | | |", "- - 1年"), ("项目期：1年 | | |", "- - 1年"),
    ("实施年限 | 长期 | |", "- - 长期"),
    ("实施周期 | 2024年1月至2025年12月 | |", "2024-01 2025-12 -"),
    ("实施期限：2024年1月至2025年12月 | | |", "2024-01 2025-12 -"),
    ("建设周期 | 2024年 | |", "2024 - -"),
    ("实施周期 | 20210101 | 到 | 20211231", "2021-01-01 2021-12-31 -"),
    ("开始时间 | 2024年1月 | 实施周期 | 2年", "2024-01 - 2年"),
  ])
  func howLongAProjectRuns(row: String, expected: String) throws {
    let reading = try short(row)
    let read = [FieldKey.start, .end, .duration].map { reading.text($0) ?? "-" }
    #expect(read.joined(separator: " ") == expected)
    #expect(reading.form.unplaced.isEmpty && reading.form.blank.isEmpty)
    #expect(reading.diagnostics(.dateUnreadable).isEmpty)
  }

  /// Who says how long a project runs need not say when.
  @Test func noDateIsMissingWhereThereIsADuration() throws {
    let (with, without) = try (short("实施周期 | 3年 | |"), short("项目类别 | 其他 | |"))
    #expect(with.diagnostics(.fieldEmpty).allSatisfy { $0.pointer != "/forms/0/project/end" })
    #expect(without.diagnostics(.fieldEmpty).contains { $0.pointer == "/forms/0/project/end" })
  }

  /// The year and the unit share a row of a table.
  @Test func captionsSideBySide() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        （2023年度） | | | 金额单位：万元
        项目名称 | 河道保洁 | 实施单位 | 某中心
        """
      ).indicators("| 产出指标 | 数量指标 | 保洁里程 | 46公里"))
    #expect(reading.form.year == 2023)
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  /// Parentheses of vertical print.
  @Test func theUnitStandsInVerticalParentheses() throws {
    let reading = try short("项目资金︵万元︶ | 年度资金总额 | 156 |")
    #expect(amount(.annualTotal, reading) == "156")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Without a label of the whole project's money, labels of both are those of the year.
  @Test func theOnlyMoneyIsTheYears() throws {
    let reading = try short(
      """
      项目资金（万元） | | 301 |
      | 其中：财政拨款 | 300 |
      | 上年结转资金 | 0 |
      | 其他资金 | 1 |
      """)
    #expect(amount(.annualAppropriation, reading) == "300")
    #expect(amount(.annualOther, reading) == "1")
    #expect(!reading.form.has(.fiscal))
  }
}
