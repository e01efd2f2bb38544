import IR
import Testing

@testable import Forms

/// Goals whose items are numbered in cells of their own.
struct ItemNumberTests {
  @Test func besideTheLabel() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        （2024年度）
        项目名称 | 农业气象服务 | | |
        主管部门 | 某县气象局 | | 实施单位 | 某县气象台
        年度绩效目标 | 目标1 | 布设观测点16个。 | |
        | 目标2 | 服务覆盖70%以上。 | |
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 布设观测点 | 16个
        """))
    #expect(reading.text(.annualGoal) == "目标1布设观测点16个。\n目标2服务覆盖70%以上。")
    #expect(!reading.form.has(.overallGoal))
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// What was reached is not filled in; the text is not that of the column beside its number.
  @Test func belowTheLabels() throws {
    let page = Page(
      """
      项目支出绩效自评表
      （2024年度）
      项目名称 | 护理员培训 | | | |
      主管部门 | 某局 | | | 实施单位 | 某中心
      年度总体目标 | 预期目标 | | | 实际完成情况 |
      | 目标1： | 培训300人。 | | |
      | 目标2： | 取证率90%。 | | 取证率92%。 |
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
      产出指标 | 数量指标 | 培训人数 | ≥300人 | 318人 | 90 | 90
      """)
    let reading = try Reading(page)
    #expect(reading.text(.plannedGoal) == "目标1：培训300人。\n目标2：取证率90%。")
    #expect(reading.text(.actualGoal) == "取证率92%。")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test(arguments: [
    ("1.财政拨款", 1), ("(3)数量指标", 3), ("（四）质量", 4), ("五、时效", 5), ("⑥其他", 6), ("目标12完成", 12),
    ("2.5万人", nil),
    ("2024年", nil), ("目标", nil),
  ])
  func numbersOfItems(_ text: String, _ number: Int?) {
    #expect(ItemNumber(beginning: LabelKey.key(of: text).span)?.number == number)
  }
}
