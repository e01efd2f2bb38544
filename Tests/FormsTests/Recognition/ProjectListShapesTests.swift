import IR
import Testing

@testable import Forms

/// Lists of projects whose names, units or amounts stand in another way than most print them.
struct ProjectListShapesTests {
  /// The label of level 1 stands in the middle of its rows too, so that level 2 says where a project begins.
  @Test func namesAndLevelsStandInTheMiddle() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line("").adding(
        """
        项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | | 数量指标 | 整治村数 | ≥30个
        农村环境整治 | 改善环境。 | 产出指标 | 质量指标 | 验收合格率 | ≥95%
        | | | 时效指标 | 完成时间 | 11月底前
        | | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥95%
        | | | 数量指标 | 免疫畜禽数量 | ≥50万头
        动物疫病防控 | 不发生疫情。 | 产出指标 | 质量指标 | 免疫密度 | ≥90%
        | | | 时效指标 | 防控及时率 | 100%
        | | 满意度指标 | 服务对象满意度指标 | 养殖户满意度 | ≥90%
        """))
    #expect(
      reading.recognition.forms.map { $0.indicators.map(\.name) } == [
        ["整治村数", "验收合格率", "完成时间", "村民满意度"],
        ["免疫畜禽数量", "免疫密度", "防控及时率", "养殖户满意度"],
      ])
  }

  /// A row that is shifted to the left ends early, and what stands under the goal is none of it.
  @Test func clippedLevelsUnderTheGoal() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line("").adding(
        """
        项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        教师培训 | 提升能力。 | 产出指标 | 数量指标 | 培训教师 | 500人
        | | 效益指标 | 社会效益指标 | 教学水平 | 提高
        | 可持续影响指 | 队伍建设机制 | 健全 | |
        | | 满意度指标 | 服务对象满意度指标 | 教师满意度 | ≥90%
        """))
    #expect(reading.text(.annualGoal) == "提升能力。")
    #expect(reading.form.indicators.map(\.name) == ["培训教师", "教学水平", "队伍建设机制", "教师满意度"])
  }

  /// 单位 left of the names heads the units whose projects are listed, not that of the targets.
  @Test func unitsAreHeadedByOneWord() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line("").adding(
        """
        单位 | 项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 单位
        市教育局 | 教师培训 | 提升能力。 | 产出指标 | 数量指标 | 培训教师 | 500 | 人
        市教育局 | 校车运营 | 保障安全。 | 产出指标 | 数量指标 | 校车数 | 36 | 辆
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.implementingUnit] } == [.text("市教育局"), .text("市教育局")])
    #expect(forms.map { $0.indicators.map { $0.target?.text } } == [["500人"], ["36辆"]])
    #expect(reading.warnings.isEmpty)
  }

  /// The columns of the funding table stand beside the names.
  @Test func aListOfSelfEvaluations() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表").line("").adding(
        """
        序号 | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        1 | 党建活动 | 6.00 | 6.50 | 5.87 | 产出指标 | 数量指标 | 党日次数 | ≥12次 | 12次 | 60 | 60
        | | | | | 效益指标 | 社会效益指标 | 党员意识 | 增强 | 增强 | 40 | 40
        2 | 网络维护 | 18.50 | 18.40 | 18.30 | 产出指标 | 数量指标 | 检测次数 | ≥4次 | 4次 | 60 | 60
        | | | | | 效益指标 | 社会效益指标 | 安全事件 | 0起 | 0起 | 40 | 40
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("党建活动"), .text("网络维护")])
    #expect(forms.map { $0.fundingRows.map(\.key) } == [["annualTotal"], ["annualTotal"]])
    #expect(forms.map { $0.fundingRows[0].initialBudget?.text } == ["6.00", "18.50"])
    #expect(forms.map { $0.fundingRows[0].annualBudget?.text } == ["6.50", "18.40"])
    #expect(forms.map { $0.fundingRows[0].executed?.text } == ["5.87", "18.30"])
    #expect(forms.allSatisfy { $0.unplaced.isEmpty })
    #expect(reading.warnings.isEmpty)
  }
}

/// Lists that go on over pages, with the names of units above those of their projects.
struct PublishedListTests {
  private func names(_ page: Page) throws -> [[String]] {
    try Reading(page).recognition.forms.map { form in
      [form[.name], form[.implementingUnit]].map { value in
        if case .text(let text) = value { text } else { "-" }
      } + form.indicators.map { "\($0.level2 ?? "-") \($0.name ?? "-")" }
    }
  }

  /// Between two pages stands the header of the document too.
  @Test func theHeadOfAPageStandsBetweenTheRows() throws {
    let page = Page().line("2025年部门项目支出绩效目标表").adding(
      """
      单位名称 | 项目名称 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      某局本级 | 优抚补助 | 按时发放。 | 产出指标 | 数量指标 | 发放人数 | ≥3260人
      | | | | 质量指标 | 发放准确率 | 100%
      """
    ).line("— 7 —").line("某县2025年部门预算公开").adding(
      """
      | | | | 时效指标 | 发放时限 | 每月10日前
      某局本级 | 烈士墓维护 | 维护烈士墓。 | 产出指标 | 数量指标 | 维护烈士墓 | ≥128座
      """)
    #expect(
      try names(page) == [
        ["优抚补助", "某局本级", "数量指标 发放人数", "质量指标 发放准确率", "时效指标 发放时限"],
        ["烈士墓维护", "某局本级", "数量指标 维护烈士墓"],
      ])
  }

  /// Names stand in the middle of their rows, that of the unit alone above the first.
  @Test func aUnitStandsAboveNamesInTheMiddle() throws {
    let page = Page().line("项目支出绩效目标表").adding(
      """
      单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
      某文旅局 | | | | |
      | | 产出指标 | 数量指标 | 免费开放天数 | ≥300天
      图书馆开放 | 免费开放。 | | 质量指标 | 编目准确率 | ≥98%
      | | 满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90%
      | | 产出指标 | 数量指标 | 巡查文物点 | 58处
      文物管护 | 巡查文物。 | | 质量指标 | 隐患整改率 | 100%
      | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥85%
      """)
    #expect(
      try names(page) == [
        ["图书馆开放", "某文旅局", "数量指标 免费开放天数", "质量指标 编目准确率", "服务对象满意度指标 读者满意度"],
        ["文物管护", "某文旅局", "数量指标 巡查文物点", "质量指标 隐患整改率", "服务对象满意度指标 群众满意度"],
      ])
  }

  /// A row with the name of a unit and what its projects come to is no project.
  @Test func unitsAboveTheirProjectsHaveSums() throws {
    let reading = try Reading(
      Page("2023年项目支出绩效目标表").line("").adding(
        """
        单位（专项）名称 | 资金总额 | 实施期绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        市第一中学 | 70.00 | | | | |
        食堂补助 | 40.00 | 吃得好 | 产出指标 | 数量指标 | 补助学生数 | 168人
        校舍维修 | 30.00 | 住得好 | 产出指标 | 数量指标 | 维修校舍 | 2栋
        市第二中学 | 5.00 | | | | |
        校车运营 | 5.00 | 行得安全 | 产出指标 | 数量指标 | 校车数 | 36辆
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("食堂补助"), .text("校舍维修"), .text("校车运营")])
    #expect(
      forms.map { $0[.implementingUnit] }
        == [.text("市第一中学"), .text("市第一中学"), .text("市第二中学")])
    #expect(reading.recognition.outside.map(\.text).contains("70.00"))
    #expect(reading.warnings.isEmpty)
  }

  /// A project without indicators stays one where what follows comes to something else.
  @Test func aProjectWithoutIndicatorsIsNoUnit() throws {
    let reading = try Reading(
      Page("2023年项目支出绩效目标表").line("").adding(
        """
        单位（专项）名称 | 资金总额 | 实施期绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        食堂补助 | 40.00 | 吃得好 | 产出指标 | 数量指标 | 补助学生数 | 168人
        机动经费 | 3.00 | | | | |
        校车运营 | 5.00 | 行得安全 | 产出指标 | 数量指标 | 校车数 | 36辆
        """))
    #expect(
      reading.recognition.forms.map { $0[.name] }
        == [.text("食堂补助"), .text("机动经费"), .text("校车运营")])
  }
}
