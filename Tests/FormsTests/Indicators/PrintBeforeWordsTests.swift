import IR
import Testing

@testable import Forms

/// Where every label stands where its group begins, words alone do not move rows away from it.
struct PrintBeforeWordsTests {
  /// The page of layout `2019` up to the header of its indicators.
  private static let legacy = Page.legacy.adding("一级指标 | 二级指标 | 三级指标 | 指标目标值")

  /// 满意度目标 is a label of two groups; printed once, below 影响力目标, it is of that.
  @Test func aLabelOfTwoGroupsNamesOneOfThem() throws {
    let reading = try Reading(
      Self.legacy.adding(
        """
        产出目标 | 数量目标 | 接听咨询电话数量 | ≥3000个
        | 质量目标 | 答复准确率 | ≥95%
        | 时效目标 | 答复及时性 | 及时
        效果目标 | 社会效益目标 | 政策知晓率 | ≥90%
        | | 来电群众总体满意度 | ≥96%
        影响力目标 | 可持续目标 | 长效管理机制 | 健全
        | 满意度目标 | 单位职工满意度 | ≥90%
        """))
    #expect(reading.form.indicators[4].level2 == "社会效益目标")
    #expect(reading.form.indicators[4].level1 == "效果目标")
    #expect(reading.form.indicators[6].level2 == "满意度目标")
    #expect(reading.form.indicators[6].level1 == "影响力目标")
    #expect(reading.diagnostics(.levelUncertain).contains { $0.pointer == "/forms/0/indicators/4" })
    #expect(reading.warnings.isEmpty)
  }

  /// The same where it is the only label of its group, and no row stands between.
  @Test func aLabelOfTwoGroupsBesideTheOther() throws {
    let reading = try Reading(
      Self.legacy.adding(
        """
        产出目标 | 数量目标 | 接听咨询电话数量 | ≥3000个
        效果目标 | 满意度目标 | 来电群众满意度 | ≥96%
        | | 单位职工满意度 | ≥90%
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出目标", "效果目标", "效果目标"])
    #expect(reading.form.indicators.map(\.level2) == ["数量目标", "满意度目标", "满意度目标"])
  }

  /// 投诉率 is usual for a benefit; but there two labels would be wrong that stand side by side.
  @Test func oneRowDoesNotMoveTwoLabels() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 系统巡检次数 | ≥4次
        | | 质量指标 | 答复准确率 | ≥95%
        | | | 坐席服务投诉率 | ≤5%
        | 效益指标 | 社会效益指标 | 政策宣传的有效性 | 有效
        | | 生态效益指标 | 污染治理面积 | ≥120亩
        | 满意度指标 | 服务对象满意度指标 | 来电群众满意度 | ≥90%
        """))
    #expect(reading.form.indicators[2].level2 == "质量指标")
    #expect(reading.form.indicators[2].level1 == "产出指标")
    #expect(reading.diagnostics(.levelUncertain).contains { $0.pointer == "/forms/0/indicators/2" })
    #expect(reading.warnings.isEmpty)
  }

  /// No form is without 满意度目标: where its label is gone, the last row may be of it whatever it says.
  @Test func aLevelThatIsLostAtTheEndIsNoted() throws {
    let reading = try Reading(
      Self.legacy.adding(
        """
        产出目标 | 数量目标 | 接听咨询电话数量 | ≥3000个
        | 质量目标 | 答复准确率 | ≥95%
        | 时效目标 | 答复及时性 | 及时
        效果目标 | 社会效益目标 | 政策知晓率 | ≥90%
        影响力目标 | 可持续目标 | 长效管理机制 | 健全
        | | 部门沟通机制健全性 | 健全
        """))
    #expect(reading.form.indicators[5].level2 == "可持续目标")
    let note = try #require(reading.diagnostics(.levelUncertain).last)
    #expect(note.pointer == "/forms/0/indicators/5")
    #expect(note.alternatives.contains("满意度目标"))
    #expect(reading.warnings.isEmpty)
  }
}
