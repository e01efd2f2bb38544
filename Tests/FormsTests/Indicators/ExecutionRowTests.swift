import IR
import Testing

@testable import Forms

/// The execution of the budget, scored in a row among the indicators.
struct ExecutionRowTests {
  private static func page(_ row: String) -> Page {
    Page.selfEvaluation.adding(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      \(row)
      产出指标（50分） | 数量指标 | 新建服务站 | 12个 | 12个 | 50 | 50
      满意度指标（30分） | 服务对象满意度指标 | 群众满意度 | ≥95% | 98% | 30 | 30
      总分 | | | | | 100 | 98
      """)
  }

  @Test(arguments: [
    ("预算执行率（10分） | 预算执行率 | 预算执行率 | 100% | 90% | 10 | 9", ["预算执行率（10分）", "预算执行率", "预算执行率"]),
    ("预算执行情况 | 预算执行率 | | 100% | 90% | 10 | 9", ["预算执行情况", nil, "预算执行率"]),
    ("预算执行率 | | | 100% | 90% | 10 | 9", [nil, nil, "预算执行率"]),
  ])
  func itHasTheLevelsItPrints(_ row: String, _ expected: [String?]) throws {
    let reading = try Reading(Self.page(row))
    let first = try #require(reading.form.indicators.first)
    #expect([first.level1, first.level2, first.name] == expected)
    #expect(first.actual?.text == "90%")
    #expect(first.score?.text == "9")
    #expect(reading.levels.dropFirst() == ["数量指标 新建服务站", "服务对象满意度指标 群众满意度"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A name that stands across the columns of the levels has none, whatever it is called.
  @Test func anotherNameAcrossTheLevels() throws {
    let reading = try Reading(Self.page("资金支付进度 | | | 100% | 90% | 10 | 9"))
    let first = try #require(reading.form.indicators.first)
    #expect([first.level1, first.level2, first.name] == [nil, nil, "资金支付进度"])
    #expect(reading.levels.dropFirst() == ["数量指标 新建服务站", "服务对象满意度指标 群众满意度"])
  }
}
