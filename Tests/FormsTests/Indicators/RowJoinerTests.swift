import IR
import Testing

@testable import Forms

/// A name split over two rows is joined, two rows run together are split, and nothing else is.
struct RowJoinerTests {
  @Test func aNameGoesOnInTheNextRow() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 质量指标 | 信息网络安全等级 | | | | |
        | | | 保护标准 | 三级 | 三级 | 90 | 81 |
        总分 | | | | | | 100 | 90 |
        """))
    #expect(reading.form.indicators.count == 1)
    #expect(reading.form.indicators.first?.name == "信息网络安全等级保护标准")
    #expect(reading.form.indicators.first?.target?.text == "三级")
    #expect(reading.codes.contains(.rowsJoined))
  }

  @Test func aNameEndsInTheNextRow() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 质量指标 | 网络安全等级保护测评 | ≥95%
        | | | 通过率 |
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(reading.levels == ["质量指标 网络安全等级保护测评通过率", "时效指标 完成及时性"])
    #expect(reading.codes.contains(.rowsJoined))
  }

  /// A name that is whole without its parenthesis goes on with it all the same.
  @Test(arguments: ["(%)", "（万亩）", "（计算方法为：结余数/预算数）"])
  func aNameEndsWithAParenthesis(parenthesis: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 质量指标 | 工资发放准确率 | ≥95
        | | | \(parenthesis) |
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(reading.levels == ["质量指标 工资发放准确率\(parenthesis)", "时效指标 完成及时性"])
    #expect(reading.codes.contains(.rowsJoined))
  }

  /// Two columns are too narrow at once, and one of them again in the row below.
  @Test func aRemarkGoesOnWithItsName() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 地质灾害隐患点治 | 6处 | 5处 | 20 | 16 | 设计变更，明年
        | | | 理数 | | | | | 6月前完
        | | | | | | | | 成
        | | 质量指标 | 工程验收合格率 | 100% | 100% | 15 | 15 |
        """))
    #expect(reading.levels == ["数量指标 地质灾害隐患点治理数", "质量指标 工程验收合格率"])
    #expect(reading.form.indicators.first?.deviation == "设计变更，明年6月前完成")
    #expect(reading.diagnostics(.rowsJoined).count == 2)
  }

  /// Any text may be a level 2 there; this one ends the name above it.
  @Test func theEndOfANameSlidesIntoAnOpenLevel() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标目标值
        投入和管理目标 | 档案管理 | 档案资料完整性 | 完整
        | 财务管理 | 财务管理 | 健全
        | 制度健全性 | |
        产出目标 | 数量目标 | 培训人数 | ≥50人
        """))
    #expect(reading.levels == ["档案管理 档案资料完整性", "财务管理 财务管理制度健全性", "数量目标 培训人数"])
    #expect(reading.codes.contains(.rowsJoined))
  }

  @Test func completeNamesAreNeverJoined() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | =50(人)
        | | | 接听数量 |
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(reading.levels == ["数量指标 培训人数", "数量指标 接听数量", "时效指标 完成及时性"])
    #expect(reading.warnings == [.targetAbsent])
  }

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
