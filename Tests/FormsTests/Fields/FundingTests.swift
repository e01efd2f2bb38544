import IR
import Testing

@testable import Forms

/// Sub-projects, the funding table and the totals of a self-evaluation.
struct FundingTests {
  private static let header = """
    项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    """

  private func row(_ cells: String) throws -> (row: FundingRow?, codes: [DiagnosticCode]) {
    let page = Page("财政项目支出绩效自评表").adding(
      """
      项目名称 | 热线运行
      主管部门 | 某局 | 实施单位 | 某中心
      \(Self.header)
      \(cells)
      """)
    let reading = try Reading(page)
    return (
      reading.form.fundingRows.first,
      reading.codes.filter { $0 != .formIncomplete && $0 != .fieldEmpty }
    )
  }

  @Test func everyColumnOfARow() throws {
    let found = try row("| 年度资金总额 | 400.00 | 500.00 | 450.00 | 10 | 90.00% | 9")
    let row = try #require(found.row)
    #expect(row.key == "annualTotal")
    #expect(row.label == "年度资金总额")
    #expect(row.initialBudget == Amount(text: "400.00", amount: "400.00"))
    #expect(row.annualBudget == Amount(text: "500.00", amount: "500.00"))
    #expect(row.executed == Amount(text: "450.00", amount: "450.00"))
    #expect(row.weight == Measure(text: "10", number: "10"))
    #expect(row.executionRate == Measure(text: "90.00%", number: "90.00", unit: "%"))
    #expect(row.score == Measure(text: "9", number: "9"))
    #expect(found.codes.isEmpty)
  }

  @Test func emptyCellsStayEmpty() throws {
    let row = try #require(try row("| 上年结转资金 | | 0.00 | | | |").row)
    #expect(row.key == "annualCarryover")
    #expect(row.initialBudget == nil)
    #expect(row.annualBudget?.text == "0.00")
    #expect(row.executed == nil)
  }

  /// A dash is printed, so it stays; it is no number.
  @Test func aDashIsText() throws {
    let row = try #require(try row("| 其他资金 | 1.00 | 2.00 | 1.00 | — | 50.00% | —").row)
    #expect(row.weight == Measure(text: "—"))
    #expect(row.score == Measure(text: "—"))
    #expect(row.executionRate?.number == "50.00")
  }

  @Test func aShiftedRowIsMovedBack() throws {
    let found = try row("年度资金总额 | 400.00 | 500.00 | 450.00 | 10 | 90.00%")
    let row = try #require(found.row)
    #expect(row.initialBudget?.text == "400.00")
    #expect(row.annualBudget?.text == "500.00")
    #expect(row.executed?.text == "450.00")
    #expect(row.executionRate?.text == "90.00%")
    #expect(row.score == nil)
    #expect(found.codes == [.valueShifted])
  }

  @Test func subProjectsAreListedInOrder() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        项目总预算 | 800 | 项目当年预算 | 800
        子项目名称 | | 预算金额 |
        服务费 | | 500 |
        设备费 | | 300 |
        备注 | 无
        """))
    #expect(
      reading.form.components == [
        Component(name: "服务费", amount: Amount(text: "500", amount: "500")),
        Component(name: "设备费", amount: Amount(text: "300", amount: "300")),
      ])
    #expect(reading.form[.remarks] == .text("无"))
  }

  @Test func totalsAreWeightThenScore() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 90 | 81 |
        总分 | | | | | | 100 | 90 |
        """))
    #expect(
      reading.form.total
        == Total(
          weight: Measure(text: "100", number: "100"), score: Measure(text: "90", number: "90")))
    #expect(reading.codes.isEmpty)
  }

  /// 10 + 40 + 50 make 100, so the one number of the second row is its weight; without it the
  /// weights would miss 50.
  @Test func theSumTellsAWeightFromAScore() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 40 | 31 |
        | | 质量指标 | 验收合格率 | ≥95% | 96% | | 50 |
        总分 | | | | | | 100 | 40 |
        """))
    #expect(reading.form.indicators.map(\.weight?.text) == ["40", "50"])
    #expect(reading.form.indicators.map(\.score?.text) == ["31", nil])
    #expect(reading.warnings == [.valueColumnInferred])
  }

  @Test func aFormWithoutTotalsIsIncomplete() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 60 | 51 |"))
    #expect(reading.form.total == nil)
    #expect(reading.warnings == [.weightTotal, .formIncomplete])
  }

  /// Not every form has a row of totals; where all points are given, nothing is missing.
  @Test func aFormWithAllPointsIsComplete() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 90 | 81 |"))
    #expect(reading.form.total == nil)
    #expect(reading.warnings.isEmpty)
  }

  /// Nothing is said of the budget's execution, for which forms keep ten points; but a lost row would look
  /// the same.
  @Test func aFormWithoutItsExecutionLacksPoints() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 热线运行
        年度总体目标 | 预期目标 | 实际完成情况
        | 做好服务。 | 服务做好了。
        """
      ).scored("| 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 90 | 81 |"))
    #expect(reading.warnings == [.weightTotal, .formIncomplete])
  }

  /// What stands between the department and the goals of a self-evaluation.
  private func evaluation(_ money: String) throws -> Reading {
    try Reading(
      Page(
        """
        2023年度就业服务项目自评表
        项目名称 | 就业服务 | | | | |
        主管部门 | 某局 | | 实施单位 | 某中心 | |
        \(money)
        年度总体目标 | 预期目标 | | | 实际完成情况 | |
        | 举办招聘会50场。 | | | 举办56场。 | |
        一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |
        产出指标 | 数量指标 | 招聘会场次 | ≥50场 | 56场 | 80 |
        """))
  }

  private func row(_ reading: Reading) -> [String?] {
    guard let row = reading.form.fundingRows.first else { return [] }
    return [
      row.annualBudget?.text, row.executed?.text, row.weight?.text, row.executionRate?.text,
      row.score?.text,
    ]
  }

  /// 预算数 is the label of a row too, and points stand behind the unit.
  @Test func theLabelOfARowHeadsTheBudget() throws {
    let reading = try evaluation(
      """
      预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率） |
      | 年度财政资金总额 | 210 | 203.7 | 97% | 19.4 |
      """)
    #expect(row(reading) == ["210", "203.7", nil, "97%", "19.4"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.title == "2023年度就业服务项目自评表")
    #expect(reading.form.year == 2023)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The budget's execution is scored, and the points it can have are told by its label at most: it has
  /// what the indicators leave.
  @Test func noWeightIsPrintedForTheExecution() throws {
    let reading = try evaluation(
      """
      项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分（10分）
      | 资金总额 | 50 | 50 | 48 | 96% | 9.6
      | 政府性基金预算拨款 | 20 | 20 | 18 | 90% | —
      """)
    #expect(row(reading) == ["50", "48", nil, "96%", "9.6"])
    #expect(
      reading.form.fundingRows.map(\.key) == ["annualTotal", "governmentFundAppropriation"])
    var form = reading.form
    form.indicators[0].weight = Measure(text: "90", number: "90")
    form.total = Total(
      weight: Measure(text: "100", number: "100"), score: Measure(text: "89.6", number: "89.6"))
    #expect(FormChecks.findings(in: form, .layout2020SelfEvaluation).isEmpty)
    form.indicators[0].weight = Measure(text: "95", number: "95")
    #expect(
      FormChecks.findings(in: form, .layout2020SelfEvaluation).map(\.code) == [.weightSum])
  }

  /// Budgets and execution beside one another, called as in the funding table.
  @Test(arguments: [
    ("年度预算（万元） | 156 | 实际支出（万元） | 150.8 | 预算执行率 | 96.67%", "", "156"),
    ("全年预算数 | 156 | 全年执行数 | 150.8 | 执行率 | 96.67%", "", "156"),
    ("年初预算数 | 160 | 全年执行数 | 150.8 | 执行率 | 96.67%", "160", ""),
    ("年初预算数 | 160 | 全年预算数 | 156 | 全年执行数 | 150.8 | 执行率 | 96.67%", "160", "156"),
  ])
  func budgetsBesideExecution(money: String, initial: String, annual: String) throws {
    let reading = try evaluation(money)
    let funding = try #require(reading.form.fundingRows.first)
    #expect(funding.key == "annualTotal")
    #expect((funding.initialBudget?.text ?? "") == initial)
    #expect((funding.annualBudget?.text ?? "") == annual)
    #expect(funding.executed?.text == "150.8")
    #expect(funding.executionRate?.text == "96.67%")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.diagnostics(.fieldInferred).isEmpty)
  }

  /// A row alone below the header is the total, labelled or not.
  @Test func theOnlyRowNeedsNoLabel() throws {
    let reading = try evaluation(
      """
      预算执行情况 | 年初预算数 | 全年（调整）预算数 | 全年执行数 | 执行率（%） | 执行率权重 | 执行率得分（分）
      | 320.00 | 318.50 | 318.50 | 100.00 | 10 | 10
      """)
    #expect(row(reading) == ["318.50", "318.50", "10", "100.00", "10"])
    #expect(reading.diagnostics(.fieldInferred).isEmpty)
  }

  /// All on one row, each behind its label.
  @Test func rateAndScoreFollowBudgetAndExecution() throws {
    let reading = try evaluation(
      "预算执行情况（万元）（10分） | 预算数： | 36 | 执行数： | 35.1 | 执行率 | 97.5% | 得分 | 9.75")
    #expect(row(reading) == ["36", "35.1", nil, "97.5%", "9.75"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Of two equal labels on a row the left one is the whole project's, whatever else is printed.
  @Test func otherMoneyOfBothKindsAlone() throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("（2024年度）").adding(
        """
        金额单位：万元 | 项目名称 | 水源地建设 |
        其他资金 | 100.00 | 其他资金 | 20.00
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 水源地数量 | 6处
        """))
    #expect(reading.text(.other) == "100.00")
    #expect(reading.text(.annualOther) == "20.00")
    // The unit has a cell of its own.
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.isEmpty)
  }
}
