import IR
import Testing

@testable import Forms

/// Tables that are no form, or no part of one, however they look.
struct OtherTablesTests {
  @Test func aTableWithWordsOfLevelsInItsHeaderIsNone() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出 | 数量 | 惠及企业数 | 不少于1.2万户").line("采购清单").adding(
        """
        品名 | 数量 | 质量 | 单价
        打印机 | 3 | 国产的 | 1200
        电脑 | 5 | 国产的 | 5600
        """))
    #expect(reading.levels == ["数量 惠及企业数"])
    #expect(reading.recognition.tables.count == 1)
  }

  @Test func aListOfProjectsIsATable() throws {
    let reading = try Reading(
      Page(
        """
        序号 | 项目名称 | 主管部门 | 实施单位 | 年度资金总额（万元） | 年度绩效目标
        1 | 道路养护 | 市交通局 | 市公路处 | 120 | 完成养护
        2 | 桥梁检测 | 市交通局 | 市公路处 | 30 | 完成检测
        """))
    #expect(reading.recognition.forms.isEmpty)
    #expect(reading.recognition.tables.count == 1)
  }

  /// Evaluators score projects by tables with the headers of indicators; they are no forms.
  @Test func aTableOfScoresIsATable() throws {
    let reading = try Reading(
      Page().line("项目绩效评价指标体系评分表").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评价标准 | 得分
        决策（20分） | 项目立项 | 立项依据充分性 | 20 | 是否符合法规 | 符合得满分 | 18
        过程（30分） | 资金管理 | 资金到位率 | 30 | 到位资金/预算资金 | 按比例得分 | 30
        产出（30分） | 产出数量 | 实际完成率 | 30 | 实际产出/计划产出 | 按比例得分 | 28
        效益（20分） | 项目效益 | 社会效益 | 20 | 社会影响 | 显著得满分 | 18
        合计 | | | 100 | | | 94
        """))
    #expect(reading.recognition.forms.isEmpty)
    #expect(reading.recognition.tables.count == 1)
  }

  @Test func aTableWithAColumnOfQuantitiesIsNoPartOfAForm() throws {
    let page = Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人").adding(
      """

      采购品目 | 数量 | 金额（元）
      服务器 | 2 | 120,000.00
      交换机 | 4 | 32,000.00
      """)
    let reading = try Reading(page)
    #expect(reading.form.indicators.map(\.name) == ["培训人数"])
    #expect(reading.recognition.tables.count == 1)
  }

  /// A list with a pair of columns for each level 1 is no form; it was read as one.
  @Test func aListWithTheGroupsSideBySide() throws {
    let reading = try Reading(
      Page(
        """
        2024年部门预算项目绩效目标表

        项目编码 | 项目单位（项目名称） | 资金总额 | 财政资金 | 绩效目标 | 产出指标 | | 效益指标 | | 满意度指标 |
        | | | | | 三级指标 | 指标值 | 三级指标 | 指标值 | 三级指标 | 指标值
        008001 | 市气象局 | 96 | 96 | | | | | | |
        41012024 | 人工影响天气 | 96 | 96 | 增雨防雹。 | 作业次数 | ≥12次 | 保护耕地 | ≥30万亩 | 农户满意度 | ≥90%
        """))
    #expect(reading.recognition.forms.isEmpty)
    #expect(reading.recognition.tables.count == 1)
  }

  /// A table between the fields that no layout has: nothing of it is taken for a field.
  @Test func tasksOfADepartmentAreNoFields() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标表
        （2024年度）
        部门（单位）名称 | 某市自然资源局
        年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | |
        | | | 总额 | 财政拨款 | 其他资金
        | 不动产登记 | 开展不动产登记发证工作 | 320 | 310 | 10
        | 金额合计 | | 500 | 470 | 30
        年度总体目标 | 完成不动产登记任务。
        """
      ).indicators("| 产出指标 | 数量指标 | 办理登记件数 | ≥20000件"))
    #expect(reading.form.fields.map(\.key) == [.implementingUnit, .annualGoal])
    #expect(reading.form.furtherTables.map(\.rows.count) == [2])
    #expect(reading.form.unplaced.isEmpty && reading.warnings.isEmpty)
  }
}
