import IR
import Testing

@testable import Forms

/// Headers of indicators that say what they head in another way than the layout's.
struct HeaderShapesTests {
  /// The columns of values stand beside the caption, whose columns have headers of their own below it.
  @Test func aHeaderOfTwoRowsUnderTheCaption() throws {
    let reading = try Reading(
      Page.evaluation.adding(
        """
        绩效指标 | | | | | | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | | | |
        产出指标 | 数量指标 | 维护路灯盏数 | ≥ | 36000 | 盏 | 36500 | 60 | 60 |
        | 质量指标 | 亮灯率 | ≥ | 98 | % | 97 | 20 | 19 | 台风
        满意度指标 | 服务对象满意度指标 | 市民反映 | 定性 | 好 | — | 好 | 10 | 10 |
        总分 | | | | | | | 100 | 99 |
        """))
    #expect(
      reading.values == [
        "维护路灯盏数 ≥36000盏 36500 60 60", "亮灯率 ≥98% 97 20 19", "市民反映 好 好 10 10",
      ])
    #expect(reading.form.indicators.map(\.deviation) == [nil, "台风", nil])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// What other forms print in front may stand in parentheses behind.
  @Test func targetsOfTheProjectAndOfTheYear() throws {
    let reading = try Reading(
      Page(
        """
        财政支出绩效目标申报表（2025年）

        项目名称 | 文物保护 | | |
        主管部门 | 市文物局 | | |
        绩效目标（总体） | 加固崖体。 | 绩效目标（年度） | 治理渗漏。
        一级指标 | 二级指标 | 三级指标 | 指标值（总体） | 指标值（年度）
        产出指标 | 数量指标 | 治理渗漏点 | 96处 | 32处
        """))
    #expect(reading.form.indicators.map { $0.overallTarget?.text } == ["96处"])
    #expect(reading.form.indicators.map { $0.target?.text } == ["32处"])
    #expect(reading.text(.overallGoal) == "加固崖体。")
    #expect(reading.text(.annualGoal) == "治理渗漏。")
  }

  /// 及 alone tells the header of targets from that of their units.
  @Test func targetsWithTheirUnits() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值及单位
        产出指标 | 数量指标 | 门急诊人次 | ≥65万人次
        | 质量指标 | 治愈好转率 | ≥95%
        """))
    #expect(reading.form.indicators.map { $0.target?.text } == ["≥65万人次", "≥95%"])
    #expect(reading.warnings.isEmpty)
  }

  /// No level 2 is printed, and words alone do not give one.
  @Test func formsOfTwoLevels() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 消防车辆购置 |
        主管部门 | 市消防支队 |
        绩效目标 | 购置水罐消防车3辆。 |
        一级指标 | 二级指标 | 指标值
        产出指标 | 购置消防车数量 | 3辆
        | 车辆验收合格率 | 100%
        效益指标 | 灭火救援能力 | 提升
        满意度指标 | 群众满意度 | ≥90%
        """))
    #expect(
      reading.form.indicators.map {
        "\($0.level1 ?? "-") \($0.name ?? "-") \($0.target?.text ?? "-")"
      }
        == [
          "产出指标 购置消防车数量 3辆", "产出指标 车辆验收合格率 100%", "效益指标 灭火救援能力 提升",
          "满意度指标 群众满意度 ≥90%",
        ])
    #expect(reading.form.indicators.allSatisfy { $0.level2 == nil })
    #expect(reading.warnings.isEmpty)
  }
}
