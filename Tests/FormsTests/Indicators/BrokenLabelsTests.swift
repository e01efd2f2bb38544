import IR
import Testing

@testable import Forms

/// Labels of levels whose second line of print scanning took for a row of its own.
struct BrokenLabelsTests {
  @Test func theRestStandsBesideTheNextIndicator() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出 | 数量指标 | 采集点位 | ≥168路
        | 指标 | 质量指标 | 系统可用率 | ≥99%
        | | 时效指标 | 响应时间 | ≤2小时
        | 效益 | 社会效益指标 | 问题处置率 | ≥95%
        | 指标 | 可持续影响指标 | 共享机制 | 健全
        """))
    #expect(
      reading.form.indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标", "效益指标", "效益指标"])
    #expect(reading.levels.first == "数量指标 采集点位")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test func theRestsOfBothLevelsStandAlone() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 采集点位 | ≥168路
        | 效益 | 社会效益 | 问题处置率 | ≥95%
        | 指标 | 指标 | |
        | 满意度 | 服务对象 | 市民满意度 | ≥90%
        | 指标 | 满意度指标 | |
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出指标", "效益指标", "满意度指标"])
    #expect(reading.levels == ["数量指标 采集点位", "社会效益指标 问题处置率", "服务对象满意度指标 市民满意度"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// A word for a label above the label of another level is no beginning of it.
  @Test func anotherLabelIsNoRest() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出 | 数量 | 采集点位 | ≥168路
        | | 质量 | 系统可用率 | ≥99%
        | 效益 | 社会效益 | 问题处置率 | ≥95%
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出", "产出", "效益"])
    #expect(reading.levels == ["数量 采集点位", "质量 系统可用率", "社会效益 问题处置率"])
  }

  /// The points of a level may stand in a row below its label.
  @Test func pointsStandBelowTheirLabel() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 扫描页数 | ≥180万页 | 182万页 | 30 | 30 |
        | （50分） | 质量指标 | 图像合格率 | ≥99% | 99.4% | 20 | 20 |
        | 效益指标 | 社会效益指标 | 等候时间 | ≤10分钟 | 6分钟 | 20 | 20 |
        （40分） | | 可持续影响指标 | 档案保存 | 有效 | 有效 | 20 | 20 |
        """))
    #expect(
      reading.levels == [
        "数量指标 扫描页数", "质量指标 图像合格率", "社会效益指标 等候时间", "可持续影响指标 档案保存",
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(!reading.codes.contains(.levelInferred))
  }
}
