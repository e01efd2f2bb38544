import IR
import Testing

@testable import Forms

/// Which columns of a funding table hold which amounts.
struct FundingHeaderTests {
  private static let evaluation = Page(
    """
    部门预算项目支出绩效自评表
    （2023年度）
    项目名称 | 农村道路养护 | | | | | | |
    主管部门 | 县交通局 | | 实施单位 | 县公路中心 | | | |
    """)

  /// 得分计算方法 heads no amounts, and 年度预算数 is no damaged 年初预算数 beside 年初预算.
  @Test func aColumnOfMethodsHoldsNoAmounts() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 预算执行数 | 预算执行率 | 权重 | 得分 | 计算方法
        | 总额 | 320.00 | 285.00 | 89% | 10 | 8.9 | 执行率乘以权重
        | 其中：财政资金 | 320.00 | 285.00 | 89% | / | / |
        """))
    let total = try #require(reading.form.fundingRows.first)
    #expect(total.initialBudget?.text == "320.00")
    #expect(total.executed?.text == "285.00")
    #expect(total.annualBudget == nil)
    #expect(reading.form.fundingRows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.map(\.text) == ["计算方法", "执行率乘以权重"])
  }

  /// Where merged cells are lost, the header of the labels stands above the amounts.
  @Test func theHeaderOfTheLabelsHeadsNoAmounts() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
        总额 | 1.00 | 3.36 | 3.30 | 98.21% | 10 | 9.8 | |
        其中：财政资金 | 1.00 | 3.36 | 3.30 | 98.21% | / | / | |
        """))
    for row in reading.form.fundingRows {
      #expect(row.initialBudget?.text == "1.00")
      #expect(row.annualBudget?.text == "3.36")
      #expect(row.executed?.text == "3.30")
      #expect(row.executionRate?.text == "98.21%")
    }
    #expect(reading.form.fundingRows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(reading.form.unplaced.isEmpty)
  }
}
