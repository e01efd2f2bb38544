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

  /// They are no part of a name above or below them, and no indicator.
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
    #expect(reading.levels == ["数量指标 接待人次", "质量指标 个案办结率"])
    #expect(reading.form.emptyLevels.map(\.level2) == ["时效指标"])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// The score of the form and the sum of the weights stand in one cell each, or in the order of their
  /// columns.
  @Test func totalsStandInTheOrderOfTheirColumns() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | 分值
        产出指标 | 数量指标 | 补贴套数 | 100套 | 98套 | 49 | 50
        效益指标 | 社会效益指标 | 人才留存率 | ≥80% | 82% | 40 | 40
        总分 | | | | | 98 | 100
        """))
    #expect(reading.form.total?.score?.text == "98")
    #expect(reading.form.total?.weight?.text == "100")
    #expect(reading.warnings.isEmpty)
  }

  /// A page break stands above them.
  @Test(arguments: ["", "其他需要说明事项 | 无 | | | | | | |\n"])
  func totalsOnAPageOfTheirOwn(remark: String) throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 补贴套数 | 100套 | 98套 | 90 | 88 |")
        .line("— 3 —").adding(remark + "总分 | | | | | | 100 | 97 |"))
    #expect(reading.form.total?.score?.text == "97")
    #expect(reading.recognition.tables.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aTotalInOneCellIsNoIndicator() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 补贴套数 | 100套 | 98套 | 90 | 88 |
        自评总分：97分 | | | | | | | |
        自评等级：优 | | | | | | | |
        """))
    #expect(reading.levels == ["数量指标 补贴套数"])
    #expect(reading.form.unplaced.map(\.text) == ["自评总分：97分"])
    #expect(reading.warnings == [.textUnplaced])
  }

  /// The cell on the right is empty, where other rows have one: the two ran together.
  @Test func cellsRanTogether() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 补贴套数 | 100套 | 98套 | 30 | 29 |
        | | | 维修套数 | ≥50套 52套 | | 20 | 20 |
        | 效益指标 | 社会效益指标 | 人才留存率 | ≥80% | 82% | 20 20 | |
        | | | 居住条件 | 改善 | 改善 | 20 | 20 |
        总分 | | | | | | 100 | 98 |
        """))
    let indicators = reading.form.indicators
    #expect(indicators.map { $0.target?.text } == ["100套", "≥50套", "≥80%", "改善"])
    #expect(indicators.map { $0.actual?.text } == ["98套", "52套", "82%", "改善"])
    #expect(indicators.map { $0.weight?.text } == ["30", "20", "20", "20"])
    #expect(indicators.map { $0.score?.text } == ["29", "20", "20", "20"])
    #expect(
      reading.diagnostics(.cellsRunTogether).map(\.pointer) == [
        "/forms/0/indicators/1/target", "/forms/0/indicators/2/weight",
      ])
    #expect(reading.warnings == [.cellsRunTogether, .cellsRunTogether])
  }

  /// Where nothing is printed of what was reached, a space in a target says nothing.
  @Test func aSpaceInATargetIsNoSecondCell() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored(
        """
        | 产出指标 | 数量指标 | 补贴套数 | 不少于 100套 | | 50 | 49 |
        | 效益指标 | 社会效益指标 | 人才留存率 | ≥ 80% | | 40 | 40 |
        """))
    #expect(reading.form.indicators.map { $0.target?.text } == ["不少于100套", "≥80%"])
    #expect(reading.form.indicators.allSatisfy { $0.actual == nil })
    #expect(reading.diagnostics(.cellsRunTogether).isEmpty)
  }

  /// A number with a unit ends no name.
  @Test func aNumberBehindAName() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 造林面积3000亩 |
        | | | 抚育面积 | ≥800亩
        | | 质量指标 | 面积核实率 95% |
        """))
    #expect(reading.form.indicators.map(\.name) == ["造林面积", "抚育面积", "面积核实率"])
    #expect(reading.form.indicators.map { $0.target?.text } == ["3000亩", "≥800亩", "95%"])
    #expect(reading.diagnostics(.targetInNameCell).count == 2)
    #expect(reading.warnings.isEmpty)
  }

  /// A target may end as names do, where it begins with what is to change.
  @Test func targetsThatEndLikeNames() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 教师补助 | | |
        年度目标 | 足额发放补助。 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
        产出指标 | 数量指标 | 补助人数 | 612人 |
        效益指标 | 社会效益指标 | 社会效益 | 提升教育质量 |
        | 可持续影响指标 | 队伍建设 | 不断提高教学能力 |
        """))
    #expect(reading.form.indicators.map { $0.target?.text } == ["612人", "提升教育质量", "不断提高教学能力"])
    #expect(reading.form.indicators.map(\.name) == ["补助人数", "社会效益", "队伍建设"])
    #expect(reading.form.indicators.allSatisfy { $0.remark == nil })
    #expect(reading.warnings.isEmpty)
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
