import IR
import Testing

@testable import Forms

/// A name split over two rows is joined, and nothing else is.
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
}
