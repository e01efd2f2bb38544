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
}
