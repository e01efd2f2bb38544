import IR
import Testing

@testable import Forms

/// Rows among the indicators that are none, and labels with numbers.
struct OtherRowsTests {
  /// The sums of groups are no indicators, and their numbers in no sum.
  @Test func sumsOfGroups() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 补贴套数 | ≥560套 | 588套 | 50 | 50
        | | 小计 | | | | 50 | 50
        | 效益指标 | 社会效益指标 | 人才留存率 | ≥80% | 76% | 40 | 36
        | 小计 | | | | | 40 | 36
        总分 | | | | | | 100 | 95
        """))
    #expect(reading.levels == ["数量指标 补贴套数", "社会效益指标 人才留存率"])
    #expect(reading.form.unplaced.map(\.text) == ["小计", "50", "50", "小计", "40", "36"])
    #expect(!reading.codes.contains(.weightSum))
    #expect(!reading.codes.contains(.scoreSum))
  }

  /// They are no part of a name above or below them.
  @Test(arguments: ["……", "...", "…"])
  func dotsForFurtherIndicators(_ dots: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 接待人次 | ≥300人次
        | | | \(dots) |
        | | 质量指标 | 个案办结率 | ≥95%
        | | 时效指标 | \(dots) |
        """))
    #expect(
      reading.levels == [
        "数量指标 接待人次", "数量指标 \(dots)", "质量指标 个案办结率", "时效指标 \(dots)",
      ])
  }

  /// The number of a page, without dashes or words, between the rows of a table.
  @Test func theNumberOfAPage() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 接待人次 | ≥300人次
        12 | | | |
        | | 质量指标 | 个案办结率 | ≥95%
        """))
    #expect(reading.levels == ["数量指标 接待人次", "质量指标 个案办结率"])
    #expect(reading.recognition.outside.map(\.text) == ["12"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func numberedLevels() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 1.产出指标 | （1）数量指标 | 建设中心 | 2个
        | | （2）质量指标 | 验收合格率 | 100%
        | 2.效益指标 | （1）社会效益指标 | 再犯罪率 | ≤0.2%
        """))
    #expect(reading.form.indicators.map(\.level1) == ["1.产出指标", "1.产出指标", "2.效益指标"])
    #expect(reading.levels == ["（1）数量指标 建设中心", "（2）质量指标 验收合格率", "（1）社会效益指标 再犯罪率"])
    #expect(!reading.codes.contains(.levelsUnknown))
  }

  @Test func theNumbersOfTheColumns() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        1 | 2 | 3 | 4 | 5
        | 产出指标 | 数量指标 | 接待人次 | ≥300人次
        | | 质量指标 | 个案办结率 | ≥95%
        """))
    #expect(reading.levels == ["数量指标 接待人次", "质量指标 个案办结率"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// The caption's word stands below the header of the names.
  @Test func aNameThatIsWordedLikeTheCaption() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 审核目标数量 | ≥860个
        | | 质量指标 | 绩效指标 | 完整
        """))
    #expect(reading.levels == ["数量指标 审核目标数量", "质量指标 绩效指标"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥860个", "完整"])
    #expect(reading.warnings.isEmpty)
  }

  /// The telephone beside the people who sign is none of the project's.
  @Test func aRowThatIsSigned() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 接待人次 | ≥300人次
        填报人：乌某 | 联系电话：0479-5550186 | 填报日期：2024年2月10日
        """))
    #expect(!reading.form.has(.phone))
    #expect(
      reading.recognition.outside.map(\.text) == ["填报人：乌某", "联系电话：0479-5550186", "填报日期：2024年2月10日"])
  }

  /// A note at the foot of a page ends no table that goes on with levels.
  @Test func aNoteBetweenIndicators() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 接待人次 | ≥300人次
        注：本表由各处室填报
        | 效益指标 | 社会效益指标 | 投诉次数 | ≤3次
        """))
    #expect(reading.levels == ["数量指标 接待人次", "社会效益指标 投诉次数"])
    #expect(reading.recognition.outside.map(\.text) == ["注：本表由各处室填报"])
  }

  /// A text below the caption that is not the caption is not lost.
  @Test func aTextBelowTheCaption() throws {
    let reading = try Reading(
      Page.declaration.indicators("各处室填报 | 产出指标 | 数量指标 | 接待人次 | ≥300人次"))
    #expect(reading.levels == ["数量指标 接待人次"])
    #expect(reading.form.unplaced.map(\.text) == ["各处室填报"])
  }
}
