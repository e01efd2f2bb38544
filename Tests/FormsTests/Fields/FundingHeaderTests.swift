import IR
import Testing

@testable import Forms

/// Which columns of a funding table hold which amounts.
struct FundingHeaderTests {
  /// A funding table, the amounts of both its rows, and what stands below no header.
  struct Table: CustomTestStringConvertible {
    let testDescription: String
    let rows: String
    let amounts: [String?]
    var unplaced: [String] = []
  }

  static let tables = [
    Table(
      testDescription: "计算方法 heads no amounts, 年度预算数 is no damaged 年初预算数 beside 年初预算",
      rows: """
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 预算执行数 | 预算执行率 | 权重 | 得分 | 计算方法
        | 总额 | 320.00 | 285.00 | 89% | 10 | 8.9 | 执行率乘以权重
        | 其中：财政资金 | 320.00 | 285.00 | 89% | / | / |
        """, amounts: ["320.00", nil, "285.00", "89%"], unplaced: ["计算方法", "执行率乘以权重"]),
    Table(
      testDescription: "merged cells are lost: the header of the labels stands above amounts",
      rows: """
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
        总额 | 1.00 | 3.36 | 3.30 | 98.21% | 10 | 9.8 | |
        其中：财政资金 | 1.00 | 3.36 | 3.30 | 98.21% | / | / | |
        """, amounts: ["1.00", "3.36", "3.30", "98.21%"]),
    Table(
      testDescription: "so it does where the budget of the year is the only one",
      rows: """
        预算执行情况（10分） | 年度预算数（万元） | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分
        总额 | 3.36 | 3.30 | 98.21% | 10 | 9.8 | |
        其中：财政资金 | 3.36 | 3.30 | 98.21% | / | / | |
        """, amounts: [nil, "3.36", "3.30", "98.21%"]),
  ]

  @Test(arguments: tables) func everyAmountHasTheHeaderAboveIt(table: Table) throws {
    let reading = try Reading(Page.budgetEvaluation.adding(table.rows))
    for row in reading.form.fundingRows {
      #expect(
        [
          row.initialBudget?.text, row.annualBudget?.text, row.executed?.text,
          row.executionRate?.text,
        ] == table.amounts)
    }
    #expect(reading.form.fundingRows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.unplaced.map(\.text) == table.unplaced)
  }
}
