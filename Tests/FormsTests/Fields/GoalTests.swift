import IR
import Testing

@testable import Forms

/// Goals, and the captions and labels around them.
struct GoalTests {
  /// A label of a goal that is in no list stands beside one that is, below a common caption; the years it is for may
  /// stand behind it.
  @Test(arguments: [("三年期目标", nil), ("滚动目标（2019年--2021年）", "2019年--2021年")])
  func aGoalUnderALabelThatNobodyKnows(label: String, period: String?) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 种质资源保护 | | | |
        年度资金总额 | 300 | | | |
        总体目标 | \(label) | | | 年度目标 |
        | 建成资源库。 | | | 入库2000份。 |
        """
      ).indicators("| 产出指标 | 数量指标 | 入库份数 | ≥2000份"))
    #expect(reading.text(.overallGoal) == "建成资源库。")
    #expect(reading.text(.annualGoal) == "入库2000份。")
    #expect(reading.text(.overallPeriod) == period)
    #expect(reading.diagnostics(.labelCorrected).map(\.before) == [label])
    #expect(reading.codes.allSatisfy { $0 != .conservationFailed })
  }

  /// The label of the other goal is printed elsewhere, so that what ends in 目标 is the text of this one.
  @Test func theTextOfAGoalEndsLikeALabel() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2023年度）

        项目名称 | 电梯更新补助
        项目总体目标 | 实现应换尽换目标
        资金投向 | 既有住宅电梯更新
        年度总体目标 | 更新老旧电梯55台。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 更新电梯台数 | ≥55台
        """))
    #expect(reading.text(.overallGoal) == "实现应换尽换目标")
    #expect(reading.text(.annualGoal) == "更新老旧电梯55台。")
    #expect(reading.form.further == [LabelledText(label: "资金投向", text: "既有住宅电梯更新")])
  }

  /// The text of a goal may be worded like the label of one.
  @Test func aGoalBesideItsLabelIsNoLabel() throws {
    let declaration = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 种质资源保护
        年度资金总额 | 300
        总体目标 | 实现全年工作目标
        """
      ).indicators("| 产出指标 | 数量指标 | 入库份数 | ≥2000份"))
    #expect(declaration.text(.overallGoal) == "实现全年工作目标")
    #expect(declaration.diagnostics(.labelCorrected).isEmpty)
    let evaluation = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 种质资源保护
        主管部门 | 省农业农村厅
        预期目标 | 完成全年工作目标
        实际完戌情况 | 入库2100份。
        """
      ).scored("| 产出指标 | 数量指标 | 入库份数 | ≥2000份 | 2100份 | | |"))
    #expect(evaluation.text(.plannedGoal) == "完成全年工作目标")
  }

  @Test func goalsOfOneListStandInRowsOfTheirOwn() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        项目名称 | 租金补贴 | 实施单位 | 某中心
        总体目标 | 目标1：发放租金补贴。 | |
        | 目标2：新增公寓200套。 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 新增公寓 | 200套"))
    #expect(reading.text(.overallGoal) == "目标1：发放租金补贴。\n目标2：新增公寓200套。")
    #expect(reading.text(.annualGoal) == nil)
  }

  @Test func theOnlyGoalStandsBesideTheCaption() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        项目名称 | 办公大楼运行 | 实施单位 | 某中心
        绩效目标 | 保障大楼运行。 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 维修次数 | ≥280次"))
    #expect(reading.text(.annualGoal) == "保障大楼运行。")
    #expect(reading.warnings.isEmpty)
  }

  @Test func aRowBelowTheGoalsIsNoMoreOfThem() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        项目基本情况 | 1.项目年度目标完成情况 | 项目年度目标 | | | | 年度目标完成情况 | |
        | | 完成全县公路养护。 | | | | 完成560公里养护。 | |
        | 2.项目实施内容 | 按季度考核。 | | | | | |
        """))
    #expect(reading.text(.plannedGoal) == "完成全县公路养护。")
    #expect(reading.text(.actualGoal) == "完成560公里养护。")
    #expect(reading.form.unplaced.map(\.text) == ["2.项目实施内容", "按季度考核。"])
  }

  @Test func theCaptionOfTheGoalsIsWordedLikeOne() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        总体目标 | 年初设定目标 | | | 全年实际完成情况 | | | |
        | 养护公路。 | | | 养护560公里。 | | | |
        """))
    #expect(reading.text(.plannedGoal) == "养护公路。")
    #expect(reading.text(.actualGoal) == "养护560公里。")
  }

  @Test func whatWasReachedStandsBelowWhatWasPlanned() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 科普大篷车巡展
        主管部门 | 某科协 | 实施单位 | 某科技馆
        年度目标 | 年初目标：巡展60站。
        | 完成情况：巡展48站。
        """
      ).scored("| 产出指标 | 数量指标 | 巡展站数 | ≥60站 | 48站 | 90 | 72 |"))
    #expect(reading.text(.plannedGoal) == "巡展60站。")
    #expect(reading.text(.actualGoal) == "巡展48站。")
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func theGoalOfADepartmentIsThatOfItsDuties() throws {
    let reading = try Reading(
      Page(
        """
        部门（单位）整体绩效自评表

        （2023年度）

        部门（单位）名称 | 某司法局
        年度履职目标 | 推进全面依法治县。
        """
      ).scored("| 产出指标 | 数量指标 | 人民调解案件数 | ≥2000件 | 2136件 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "推进全面依法治县。")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 总体目标完成情况 is the caption of both goals, or the label of one.
  @Test(arguments: [
    "年度总体目标 | 总体目标 | 总体目标完成情况 |\n| 修路5公里。 | 已修5公里。 |",
    "总体目标完成情况 | 总体目标 | 全年实际完成情况 |\n| 修路5公里。 | 已修5公里。 |",
  ])
  func goalsThatWereReached(_ rows: String) throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 道路建设 | |\n").adding(rows).scored(
        "| 产出指标 | 数量指标 | 修建道路 | 5公里 | 5公里 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "修路5公里。")
    #expect(reading.text(.actualGoal) == "已修5公里。")
    #expect(reading.form.unplaced.isEmpty && !reading.codes.contains(.fieldInferred))
  }

  /// The caption of the indicators has a row of its own below the goals, and is no part of them.
  @Test(arguments: ["绩效指标", "绩效项目指标表"])
  func captionBelowTheGoals(_ caption: String) throws {
    let reading = try Reading(
      Page.evaluation.adding("\(caption) | | | |").scored(
        "| 产出指标 | 数量指标 | 维护路灯 | 90盏 | 90盏 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "亮灯率达到98%以上。")
    #expect(reading.text(.actualGoal) == "亮灯率98.9%。")
    #expect(!reading.codes.contains(.labelCorrected))
  }

  /// What was reached has a label, so the caption beside what was planned has its text.
  @Test func aCaptionStandsForTheLabelOfWhatWasPlanned() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 急救体系建设 | |
        一、基本情况 | | |
        实施单位 | 急救中心 | |
        年度绩效目标 | 急救站点增至18个。 | |
        年度绩效目标完成情况 | 站点17个。 | |
        二、年度绩效指标完成情况 | | |
        """
      ).scored("| 产出指标 | 数量指标 | 急救站点 | 18个 | 17个 | 100 | 94 |"))
    #expect(reading.text(.plannedGoal) == "急救站点增至18个。")
    #expect(reading.text(.actualGoal) == "站点17个。")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// The caption of the goals has the text beside it, and what was reached stands behind it.
  @Test func whatWasReachedBehindTheGoal() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表\n\n项目名称 | 疫病防控 | |\n").adding(
        """
        年度绩效目标 | 免疫密度达到100%。 | 实际完成情况 | 免疫密度100%。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
        产出指标 | 数量指标 | 免疫数量 | 86万头 | 88万头 | 100 | 100
        """))
    #expect(reading.text(.plannedGoal) == "免疫密度达到100%。")
    #expect(reading.text(.actualGoal) == "免疫密度100%。")
    #expect(!reading.codes.contains(.fieldInferred))
  }

  @Test func oneCharacterOfTheRightGoalsLabelIsWrong() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        (2024年度)
        项目名称 | 甲 | 项目性质 | 乙 | 项目类别 | 丙
        主管部门 | 丁 | 实施单位 | 戊 | |
        项目绩效目标 | 项目总目标 | 年度总体目柝 | | |
        | 总目标文字。 | 年度目标文字。 | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.text(.overallGoal) == "总目标文字。")
    #expect(reading.text(.annualGoal) == "年度目标文字。")
    #expect(reading.codes.contains(.labelCorrected))
  }
}
