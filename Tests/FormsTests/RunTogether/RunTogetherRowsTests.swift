import IR
import Testing

@testable import Forms

/// Two rows that ran together are split, and nothing else is.
struct RunTogetherRowsTests {
  @Test func namesWithAsManyTargetsAreSplit() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | =50(人)
        | | 质量指标 | 验收合格率 系统正常率 | ≥95% ≥99%
        """))
    #expect(reading.levels == ["数量指标 培训人数", "质量指标 验收合格率", "质量指标 系统正常率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["=50(人)", "≥95%", "≥99%"])
    let warning = try #require(reading.diagnostics(.rowSplit).first)
    #expect(!warning.alternatives.isEmpty)
    #expect(!reading.codes.contains(.conservationFailed))
  }

  @Test(arguments: [
    ("验收 合格率", "≥95%"), ("验收合格率 系统正常率", "≥95%"), ("验收 合格 率", "≥95 ≥96 ≥97"),
    ("验收合格率", "≥95 (%)"),
  ])
  func aSpaceAloneSplitsNothing(name: String, target: String) throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 质量指标 | \(name) | \(target)"))
    #expect(reading.form.indicators.count == 1)
    #expect(!reading.codes.contains(.rowSplit))
  }

  /// Points that are two numbers each leave no doubt, whatever the names and targets look like.
  @Test func scoredRowsThatRanTogether() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 造林 抚育 | 800亩 约1000亩 | 812亩 960亩 | 30 20 | 30 19.2 |
        | 效益指标 | 生态效益指标 | 覆盖率 | 提高 | 提高 | 40 | 40 |
        总分 | | | | | | 100 | 98.2 |
        """))
    let indicators = reading.form.indicators
    #expect(reading.levels == ["数量指标 造林", "数量指标 抚育", "生态效益指标 覆盖率"])
    #expect(indicators.map { $0.target?.text } == ["800亩", "约1000亩", "提高"])
    #expect(indicators.map { $0.actual?.text } == ["812亩", "960亩", "提高"])
    #expect(indicators.map { $0.weight?.text } == ["30", "20", "40"])
    #expect(indicators.map { $0.score?.text } == ["30", "19.2", "40"])
    #expect(reading.warnings == [.rowSplit])
  }

  /// Two rows ran together, labels and all.
  @Test func rowsThatRanTogetherHaveALabelEach() throws {
    let reading = try Reading(
      """
      | 项目名称 | 渔港改造 | 实施单位 | 某中心 |
      |---|---|---|---|
      | 年度目标 | 改造渔港。 | | |
      | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | 产出指标 | 数量指标 | 改造渔港座数 | 2座 |
      | 效益指标 | 经济效益指标<br>社会效益指标 | 年卸货量增长<br>渔船避风能力 | ≥12%<br>≥300艘 |
      """, as: .markdown)
    #expect(
      reading.levels == ["数量指标 改造渔港座数", "经济效益指标 年卸货量增长", "社会效益指标 渔船避风能力"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.diagnostics(.rowSplit).count == 1)
  }
}
