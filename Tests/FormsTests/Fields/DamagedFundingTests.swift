import IR
import Testing

@testable import Forms

/// Funding tables whose labels are damaged or gone.
struct DamagedFundingTests {
  private static let rows = [
    "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
    "| 年度资金总额 | 200 | 210 | 189 | 10 | 90% | 9",
    "| 其中：当年财政拨款 | 200 | 200 | 180 | — | 90% | —",
    "| 上年结转资金 | | 10 | 9 | — | 90% | —",
    "| 其他资金 | 0 | 0 | 0 | — | — | —",
  ]

  private func reading(_ replacements: (String, String)...) throws -> Reading {
    var rows = Self.rows.joined(separator: "\n")
    for (old, new) in replacements { rows = rows.replacing(old, with: new) }
    return try Reading(
      Page("项目支出绩效自评表\n项目名称 | 河道保洁\n主管部门 | 某局 | 实施单位 | 某中心").adding(rows))
  }

  private func row(_ reading: Reading, _ key: String) -> [String?] {
    guard let row = reading.form.fundingRows.first(where: { $0.key == key }) else { return [] }
    return [
      row.initialBudget?.text, row.annualBudget?.text, row.executed?.text, row.weight?.text,
      row.executionRate?.text, row.score?.text,
    ]
  }

  @Test(arguments: ["全年预算数", "全年执行数", "执行率", "年初预算数"])
  func aHeaderThatIsLost(header: String) throws {
    let reading = try reading((header, ""))
    #expect(row(reading, "annualTotal") == ["200", "210", "189", "10", "90%", "9"])
    #expect(row(reading, "annualCarryover") == [nil, "10", "9", "—", "90%", "—"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 执行已 is one character from 执行率 and from 执行数, which is printed.
  @Test(arguments: [("全年预算数", "全年预算厂"), ("执行率", "执行已"), ("全年执行数", "全年巩行敖")])
  func aHeaderThatIsMisread(header: String, damaged: String) throws {
    let reading = try reading((header, damaged))
    #expect(row(reading, "annualTotal") == ["200", "210", "189", "10", "90%", "9"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(
      !(reading.diagnostics(.labelCorrected) + reading.diagnostics(.fieldInferred)).isEmpty)
  }

  @Test(arguments: [
    ("年度资金总额", "annualTotal"), ("其中：当年财政拨款", "annualAppropriation"),
    ("上年结转资金", "annualCarryover"), ("其他资金", "annualOther"),
  ])
  func aRowWhoseLabelIsLost(label: String, key: String) throws {
    let whole = try reading()
    let reading = try reading((label, ""))
    #expect(row(reading, key) == row(whole, key))
    #expect(row(whole, key).count == 6)
    #expect(reading.diagnostics(.fieldInferred).map(\.pointer).contains { $0 != nil })
  }

  /// A percentage is no amount: the row has moved, not lost its last cell.
  @Test func aRowThatMovedIsToldByItsRate() throws {
    let reading = try reading(
      ("| 上年结转资金 | | 10 | 9 | — | 90% | —", "| 上年结转资金 | 10 | 9 | — | 90% | — |"))
    #expect(row(reading, "annualCarryover") == [nil, "10", "9", "—", "90%", "—"])
    #expect(reading.diagnostics(.valueShifted).count == 1)
  }

  @Test func subProjectsBesideTheirCaption() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        项目总预算（元） | 300 | 项目当年预算（元） | 300
        项目当年投入资金构成 | 护岸工程 | 200 |
        | 清淤工程 | 100 |
        | 按季实施，年底验收。 | |
        项目总目标 | 做好服务。
        年度绩效目标 | 做好一年的服务。
        """))
    #expect(reading.form.components.map(\.name) == ["护岸工程", "清淤工程"])
    #expect(reading.form.components.map(\.amount?.text) == ["200", "100"])
    #expect(reading.form[.plan] == .text("按季实施，年底验收。"))
  }

  @Test func otherHeadersOfSubProjects() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        项目当年投入资金构成 | 分项名称 | 金额（元）
        | 演出配送 | 260
        项目总目标 | 做好服务。
        """))
    #expect(reading.form.components.map(\.name) == ["演出配送"])
    #expect(reading.form[.name] == .text("热线运行"))
    #expect(reading.diagnostics(.fieldRepeated).isEmpty)
  }

  /// One character more makes another label of one that the table has.
  @Test func aLabelThatIsPrintedInFullIsNotDamaged() throws {
    let reading = try reading(("其他资金", "非财政拨款"), ("其中：当年财政拨款", "其中：财政拨款"))
    #expect(row(reading, "annualAppropriation") == ["200", "200", "180", "—", "90%", "—"])
    #expect(reading.form.fundingRows.count { $0.key == "annualAppropriation" } == 1)
    #expect(reading.form.unplaced.first?.text == "非财政拨款")
  }

  /// The caption with the unit stands in the middle of its merged cell.
  @Test func theUnitStandsLeftOfARow() throws {
    let reading = try reading(
      ("项目资金（万元） |", "|"), ("| 其中：当年财政拨款", "部门预算（万元） | 其中：当年财政拨款"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(row(reading, "annualAppropriation") == ["200", "200", "180", "—", "90%", "—"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Two amounts are equal, and the header of the second is lost, right above another block.
  @Test func equalAmountsAreNoCopies() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表
        项目名称 | 还本付息
        主管部门 | 某局 | 实施单位 | 某中心
        项目资金（万元） | | 年初预算数 | 全年预算数 | | 分值 | 执行率 | 得分
        | 年度资金总额 | 3200 | 3350 | 3350 | 10 | 100% | 10
        | 其中：当年财政拨款 | 3200 | 3380 | 3380 | — | 100% | —
        年度总体目标 | 预期目标 | | | 实际完成情况 | | |
        | 化解债务。 | | | 已化解。 | | |
        """))
    #expect(row(reading, "annualTotal") == ["3200", "3350", "3350", "10", "100%", "10"])
    #expect(row(reading, "annualAppropriation") == ["3200", "3380", "3380", "—", "100%", "—"])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func anAmountTooManyIsTold() throws {
    let reading = try reading(("200 | 210 | 189 | 10", "200 | 210 | 189 | 189 | 10"))
    #expect(reading.form.unplaced.count == 1)
    #expect(reading.warnings.contains(.textUnplaced))
  }

  /// Scanning loses one of the parentheses around a unit.
  @Test(arguments: ["项目资金（万元", "项目资金万元）", "项目资金（万元）"])
  func unitsWithOneParenthesis(caption: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 扶助 | |
        \(caption) | 年度资金总额 | 6.80
        | 其中：财政拨款 | 6.30
        """
      ).indicators("| 产出指标 | 数量指标 | 扶助人数 | 63人"))
    #expect(reading.form.fundingUnit == "万元" && reading.form.unplaced.isEmpty)
    #expect(reading.text(.annualTotal) == "6.80")
    #expect(reading.warnings.isEmpty)
  }
}
