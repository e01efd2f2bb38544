import IR
import Testing

@testable import Forms

/// Forms whose tables have another shape than those of the layouts.
struct OtherShapesTests {
  private func targets(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.name ?? "-") \($0.target?.text ?? "-")" }
  }

  @Test func labelsStandInTheCellsOfTheirValues() throws {
    let forms = ["老人助餐", "社区微更新"].map { name in
      """
      项目名称：\(name) | 项目性质：经常性项目 | 项目类别：特定目标类
      主管部门：某街道办事处 | 实施单位：某社区事务中心 |
      年度资金申请总额：1,260,000.00 | 其中：当年财政拨款：1,260,000.00 | 上年结转资金：0.00

      一级指标 | 二级指标 | 三级指标 | 年度(/项目)指标值
      产出指标 | 数量指标 | 服务人数 | ≥420人
      | 质量指标 | 食品安全合格率 | =100%

      """
    }
    let reading = try Reading(Page(forms[0]).adding(forms[1]))
    #expect(
      reading.recognition.forms.compactMap { $0[.name] } == ["老人助餐", "社区微更新"].map { .text($0) })
    #expect(reading.recognition.forms.map(\.indicators.count) == [2, 2])
    #expect(
      reading.form[.annualAppropriation]
        == .amount(Amount(text: "1,260,000.00", amount: "1260000.00")))
    #expect(reading.warnings.isEmpty)
  }

  @Test func aTargetInThreeColumns() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        | 产出指标 | 数量指标 | 兑付企业数 | ≥ | 260 | 家
        | | | 入库机构数 | ≥ | 80 | 家
        | 质量指标 | 审核合格率 | ＝ | 100 | %
        | 效益指标 | 社会效益指标 | 创新意识 | 定性 | 显著增强 |
        """))
    #expect(targets(reading) == ["兑付企业数 ≥260家", "入库机构数 ≥80家", "审核合格率 ＝100%", "创新意识 显著增强"])
    let first = reading.form.indicators.first?.target
    #expect(first == Measure(text: "≥260家", relation: "≥", number: "260", unit: "家"))
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: [
    ("2024年1月-12月", "2024-01", "2024-12"), ("2024年1-12月", "2024-01", "2024-12"),
    ("2024.01-2024.12", "2024-01", "2024-12"),
    ("2024-03-01-2025-02-28", "2024-03-01", "2025-02-28"),
    ("2024年3月1日起至11月30日止", "2024-03-01", "2024-11-30"), ("2023年—2025年", "2023", "2025"),
    ("二〇二五年一月至十二月", "2025-01", "2025-12"),
  ])
  func aPeriodGivesStartAndEnd(text: String, start: String, end: String) throws {
    let period = try #require(Period(reading: text))
    #expect(period.start.date == start)
    #expect(period.end.date == end)
    #expect(
      period.start.text + period.separator.prefix { $0 != "止" } + period.end.text
        == text.filter { $0 != "止" })
  }

  @Test(arguments: ["2024-01-01", "2024年", "长期", "2024年度", "3-12"])
  func otherTextsAreNoPeriods(text: String) { #expect(Period(reading: text) == nil) }

  @Test func aValueThatReadsLikeALabel() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        (2024年度)
        项目名称 | 项目单位 | 项目性质 | 经常性项目 | 项目类别 | 其他
        主管部门 | 主管部门 | 实施单位 | 某中心
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.form[.name] == .text("项目单位"))
    #expect(reading.form[.department] == .text("主管部门"))
    #expect(reading.form[.implementingUnit] == .text("某中心"))
  }

  @Test func emptyFieldsAreNoValues() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表
        项目名称 | | 项目性质 | | 项目类别 |
        主管部门 | | 实施单位 | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(!reading.form.has(.name))
    #expect(reading.form.blank.contains("/project/name"))
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

  /// A page alone that begins in the middle of a form is one.
  @Test func theLastPageOfAFormIsAForm() throws {
    let reading = try Reading(
      Page(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        | 效益指标 | 社会效益指标 | 公众知晓率 | ≥80%
        | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
        """))
    #expect(reading.form.indicators.map(\.name) == ["公众知晓率", "群众满意度"])
  }

  @Test func levelsInAnotherOrderThanTheLayout() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        分解目标内容 | | 绩效指标 | 指标目标值
        产出目标 | 数量目标 | 立项项目数 | ≥30个
        效果目标 | 生态效益目标 | 水质改善情况 | 改善
        | 社会效益目标 | 有责投诉数 | ≤5起
        影响力目标 | 满意度目标 | 服务对象满意度 | ≥85%
        | 可持续目标 | 等级提升 | 有所提升
        """))
    #expect(
      reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-")" } == [
        "产出目标 数量目标", "效果目标 生态效益目标", "效果目标 社会效益目标", "影响力目标 满意度目标",
        "影响力目标 可持续目标",
      ])
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

  /// Captions need no white space between them, and a year no label.
  @Test(arguments: [
    "（2024年度）单位：万元", "(2024年度)金额单位：万元", "填报学校：第七中学　2024年度　单位：万元",
    "编制部门：县教育局  2024年  单位：万元",
  ])
  func theYearAmongCaptions(line: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line(line).adding(
        """
        项目名称 | 校舍维修 | 实施单位 | 第七中学
        年度目标 | 维修校舍3栋 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修栋数 | 3栋
        """))
    #expect(reading.form.year == 2024)
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  /// The title says the year too, and both stand in the table.
  @Test func aYearThatIsPrintedTwice() throws {
    let reading = try Reading(
      Page(
        """
        2020年度项目支出绩效目标表 | | |
        （2020年度） | | |
        项目名称 | 校舍维修 | 实施单位 | 第七中学
        年度目标 | 维修校舍3栋 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修栋数 | 3栋
        """))
    #expect(reading.form.year == 2020)
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
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

  /// Cells that Word left empty hold a space that is none.
  @Test func cellsOfNothingButWhiteSpaceAreEmpty() throws {
    let space = "\u{A0}"
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 质量指标 | \(space) | \(space)
        """))
    #expect(reading.levels == ["数量指标 培训人数"])
    #expect(reading.form.emptyLevels.map(\.level2) == ["质量指标"])
  }

  @Test func aSmallFormIsOfTheNewestLayoutThatReadsItAlike() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表

        年度：2023年　　金额单位：万元

        项目名称 | 法律援助 | 实施单位 | 县司法局
        年度目标 | 办理法律援助案件300件 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 办理案件数 | 300件
        """))
    #expect(reading.form.layout == "2024")
    #expect(reading.form.year == 2023)
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  @Test func aWordThatMayBeATargetBeginsAName() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 时效指标 | 季度 |
        | | | 评测及时性 | 及时
        """))
    #expect(targets(reading) == ["季度评测及时性 及时"])
  }
}
