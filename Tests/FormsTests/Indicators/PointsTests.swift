import IR
import Testing

@testable import Forms

/// Weights and scores.
struct PointsTests {
  @Test func levelsHavePointsToo() throws {
    let reading = try Reading(
      Page.evaluatedProject.adding(
        """
        一级指标 | 分值 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 60 | 数量指标 | 救助人数 | ≥80人 | 86人 | 40 | 40
        | | 质量指标 | 康复有效率 | ≥85% | 88% | 20 | 20
        效益指标 | 40 | 社会效益指标 | 家庭负担 | 减轻 | 减轻 | 40 | 38
        总分 | | | | | | 100 | 98
        """))
    #expect(
      reading.wholeRows == [
        "产出指标 数量指标 救助人数 ≥80人 86人 40 40", "产出指标 质量指标 康复有效率 ≥85% 88% 20 20",
        "效益指标 社会效益指标 家庭负担 减轻 减轻 40 38",
      ])
    #expect(reading.further == ["一级指标/分值 60", "一级指标/分值 40"])
    #expect(reading.form.unplaced.isEmpty && reading.warnings.isEmpty)
  }

  @Test func weightsStandLeftOfTheNames() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 分值 | 指标内容 | 指标值
        产出指标 | 数量指标 | 20 | 采购设备数量 | ≥120台
        | 质量指标 | 30 | 设备验收合格率 | 100%
        """))
    #expect(reading.targets == ["采购设备数量 ≥120台", "设备验收合格率 100%"])
    #expect(reading.form.indicators.map { $0.weight?.text } == ["20", "30"])
  }

  @Test func withoutScoresThereAreNoTotals() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施
        | 产出指标 | 数量指标 | 建设二级公路 | 32.1公里 | 32.1公里 |
        """))
    #expect(!reading.codes.contains(.formIncomplete))
  }

  /// Nothing says whether the last column holds the weights or the scores.
  @Test func pointsWithoutAHeader() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n项目名称 | 热线运行").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 |
        产出指标 | 数量指标 | 热线接听量 | ≥1000次 | 1000次 | 48
        | 质量指标 | 合格率 | ≥95% | 96% | 29.5
        满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 92% | 20
        """))
    #expect(reading.warnings.count { $0 == .valueColumnInferred } == 3)
  }

  /// Projects may be scored by points alone: no column is the targets'.
  @Test func pointsAreNoTargets() throws {
    let reading = try Reading(
      Page(
        """
        2024年度财政支出项目绩效自评打分表

        项目名称 | 垃圾焚烧处理费
        一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评分标准 | 得分 | 扣分原因
        决策（20分） | 项目立项 | 立项依据充分性 | 4 | 是否符合规划 | 符合得满分 | 4 |
        | | 绩效指标明确性 | 3 | 是否细化量化 | 量化得3分 | 2 | 个别指标未量化
        过程（20分） | 资金管理 | 资金到位率 | 4 | 到位/预算 | 到位率×4 | 4 |
        产出（30分） | 产出时效 | 处理及时性 | 5 | 日产日清 | 及时得5分 | 5 |
        """))
    #expect(reading.form.title == "2024年度财政支出项目绩效自评打分表")
    #expect(reading.form.kind == .selfEvaluation)
    #expect(reading.form.indicators.map(\.weight?.text) == ["4", "3", "4", "5"])
    #expect(reading.form.indicators.map(\.score?.text) == ["4", "2", "4", "5"])
    #expect(reading.form.indicators.allSatisfy { $0.target == nil && $0.actual == nil })
    #expect(reading.form.indicators[1].deviation == "个别指标未量化")
    #expect(reading.further.contains("指标解释 日产日清"))
  }

  /// Points alone are those of the weights where no indicator has a score.
  @Test func totalOfWeightsAlone() throws {
    let reading = try Reading(
      Page.evaluation.scored(
        """
        | 产出指标 | 数量指标 | 维护路灯 | 90盏 | | 60 | |
        | 效益指标 | 社会效益指标 | 出行条件 | 改善 | | 30 | |
        | 合计 | | | | | 100 | |
        """))
    #expect(reading.form.total?.weight?.text == "100")
    #expect(reading.form.total?.score == nil)
  }

  @Test func weightsInPercent() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位 | 权重
        产出指标 | 数量指标 | 监测户数 | ≥ | 320 | 户 | 40%
        | 质量指标 | 落实率 | ＝ | 100 | % | 60%
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥320户", "＝100%"])
    #expect(reading.form.indicators.map(\.weight?.text) == ["40%", "60%"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Of points in parentheses only the number may stand in them.
  @Test func pointsBehindTheirParenthesis() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        项目名称 | 厂房建设 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
        成本指标（0-20）分 | 经济成本指标 | 建设成本 | ≤65万元 | 10
        产出指标（40-50）分 | 数量指标 | 建设面积 | ≥300平方米 | 20
        | 质量指标 | 验收合格率 | 100% | 20
        满意度指标（10）分 | 服务对象满意度指标 | 群众满意度 | ≥95% | 10
        """))
    #expect(
      reading.form.indicators.map(\.level1) == [
        "成本指标（0-20）分", "产出指标（40-50）分", "产出指标（40-50）分", "满意度指标（10）分",
      ])
    #expect(reading.warnings.isEmpty)
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// Points of the indicators alone, where the execution of the budget has none.
  @Test func pointsWithoutThoseOfTheExecution() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 气象监测 | | | | |\n").adding(
        """
        预算执行情况（万元） | 预算数 | 72 | 执行数 | 70.56 | 执行率 | 98%
        一级指标 | 二级指标 | 三级指标 | 指标值 | 实际值 | 分值 | 得分
        产出指标 | 数量指标 | 发布预警 | ≥150次 | 186次 | 50 | 50
        效益指标 | 社会效益指标 | 覆盖率 | ≥95% | 96% | 40 | 40
        合计 | | | | | 90 | 90
        """))
    #expect(reading.warnings.isEmpty)
  }

  /// Rules of their own stand in for the targets of departments.
  @Test func pointsWithoutTargets() throws {
    let reading = try Reading(
      Page("部门整体支出绩效自评表\n\n单位名称 | 县档案馆 | | | | | |\n").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标解释 | 评分标准 | 分值 | 得分 | 扣分原因
        投入 | 预算配置 | 在职人员控制率 | 实有人数/编制数 | ≤100%得满分 | 50 | 50 |
        过程 | 预算执行 | 预算完成率 | 完成数/预算数 | 每低1%扣0.5分 | 50 | 49.2 | 未付
        合计 | | | | | 100 | 99.2 |
        """))
    #expect(!reading.codes.contains(.targetsAbsent))
    #expect(reading.form.indicators.map(\.level1) == ["投入", "过程"])
  }

  /// What is scored has a second column of words, whose header is that of names in other forms.
  @Test func scoresRightBehindTheNames() throws {
    let reading = try Reading(
      Page("2022年项目支出绩效自评指标计分表").line("").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 自评分 | 具体指标 | 评价标准
        项目决策（60分） | 项目目标 | 目标内容 | 4 | 目标明确；目标细化 | 明确得4分
        | 决策过程 | 决策依据 | 55 | 符合规划 | 符合得56分
        项目管理（40分） | 资金到位 | 到位率 | 39.5 | 到位/计划 | 按比例得分
        总分 | | | 98.5 | |
        """))
    #expect(reading.values == ["目标内容 - - - 4", "决策依据 - - - 55", "到位率 - - - 39.5"])
    #expect(reading.form.total?.score?.text == "98.5")
    #expect(reading.warnings.isEmpty)
  }

  /// Each level has a column for its points.
  @Test func pointsBesideEachLevel() throws {
    let reading = try Reading(
      Page("服务贸易项目绩效自评表").line("").adding(
        """
        一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分
        项目决策 | 45 | 项目目标 | 15 | 目标内容 | 15 | 14
        | | 决策过程 | 30 | 决策依据 | 12 | 12
        | | | | 决策程序 | 18 | 17
        项目管理 | 55 | 资金到位 | 55 | 到位率 | 35 | 35
        | | | | 到位时效 | 20 | 20
        """))
    #expect(
      reading.values == [
        "目标内容 - - 15 14", "决策依据 - - 12 12", "决策程序 - - 18 17", "到位率 - - 35 35",
        "到位时效 - - 20 20",
      ])
    #expect(
      reading.form.indicators.map(\.level2) == ["项目目标", "决策过程", "决策过程", "资金到位", "资金到位"])
    #expect(
      reading.further == [
        "一级指标/分值 45", "二级指标/分值 15", "二级指标/分值 30", "一级指标/分值 55", "二级指标/分值 55",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The score of all stands with the fields.
  @Test func theScoreOfAllStandsAboveTheIndicators() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表
        （2024年度）
        项目名称 | 城市道路照明维护 | | |
        主管部门 | 市城管局 | | 实施单位 | 市路灯所
        自评得分 | 94 | | |
        """
      ).scored("| 产出指标 | 数量指标 | 维护路灯 | 300盏 | 310盏 | 94 | 94 |"))
    #expect(reading.form.total?.score?.text == "94")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Points of levels need no parentheses.
  @Test func pointsOfLevelsWithoutParentheses() throws {
    let reading = try Reading(
      Page.evaluation.scored(
        """
        | 产出指标60分 | 数量指标60分 | 维护路灯 | 300盏 | 310盏 | 60 | 60 |
        | 满意度指标30分 | 服务对象满意度指标30分 | 市民满意度 | ≥90% | 93% | 30 | 30 |
        总分 | | | | | | 100 | 100 |
        """))
    #expect(reading.form.indicators.map(\.level1) == ["产出指标60分", "满意度指标30分"])
    #expect(reading.warnings.isEmpty)
  }

  /// A speck behind a score makes it no reason; it may be a point that lost its decimals, so that it has no reading.
  @Test func aPointBehindAScore() throws {
    let reading = try Reading(
      Page.evaluatedProject.scored(
        "| 产出指标 | 数量指标 | 救助人数 | ≥80人 | 86人 | 40 | 38. | 天气原因影响了救助工作"))
    let indicator = try #require(reading.form.indicators.first)
    #expect(indicator.score?.text == "38." && indicator.score?.number == nil)
    #expect(indicator.deviation == "天气原因影响了救助工作")
  }
}
