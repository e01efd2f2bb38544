import IR
import Testing

@testable import Forms

/// Titles of forms, their years, and what both say of their kind.
struct TitleAndYearTests {
  @Test func aTitleHasANoteBehindIt() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表（其他运转类、特定目标类）

        2025年度

        部门（单位）名称：（盖章）某审计局

        项目名称 | 审计信息化 | 项目属性 | 延续项目 | 项目期 | 1年
        """
      ).indicators("| 产出指标 | 数量指标 | 购置服务器 | 2台"))
    #expect(reading.form.title == "项目支出绩效目标表（其他运转类、特定目标类）")
    #expect(reading.form.year == 2025)
    #expect(reading.text(.implementingUnit) == "某审计局")
    #expect(reading.text(.nature) == "延续项目")
    #expect(reading.text(.duration) == "1年")
    #expect(reading.form[.start] == nil)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aNumberedHeadingIsNotTheTitle() throws {
    let reading = try Reading(
      Page(
        """
        10、部门预算项目支出绩效目标表

        部门预算项目支出绩效目标表（2024年度）

        项目名称 | 殡葬惠民补贴
        预算部门 | 某民政局 | 预算单位 | 某殡葬管理所
        """
      ).indicators("| 产出指标 | 数量指标 | 减免具数 | ≥1900具"))
    #expect(reading.form.title == "部门预算项目支出绩效目标表（2024年度）")
    #expect(reading.form.year == 2024)
    #expect(reading.recognition.outside.map(\.text) == ["10、部门预算项目支出绩效目标表"])
  }

  @Test func aTitleThatSaysSoIsOfADeclaration() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标申报表 | | | | |
        （2024年度） | | | | |
        单位名称 | 某水利局 | | | |
        年度预算申请（万元） | 资金总额 | 按收入性质分 | | 按支出性质分 |
        | | 政府性基金拨款 | 其他资金 | 基本支出 | 项目支出
        | 2836.41 | 0 | 0 | 1120.41 | 1716
        整体绩效目标 | 确保安全度汛。 | | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 整治病险水库 | 18座"))
    #expect(reading.form.kind == .targetDeclaration)
    #expect(reading.text(.overallGoal) == "确保安全度汛。")
    #expect(reading.text(.actualGoal) == nil)
  }

  @Test func theTitleStandsOnThePagesBelow() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人")
        .line("财政项目支出绩效目标申报表").indicators("| | 质量指标 | 结业率 | ≥95%"))
    #expect(reading.wholeRows == ["产出指标 数量指标 培训人数 ≥50人", "产出指标 质量指标 结业率 ≥95%"])
    #expect(reading.recognition.outside.isEmpty)
  }

  /// What stood between two pages is drawn above the form, whose title it is not.
  @Test func theTitleOfTheSecondPageIsNoTitle() throws {
    let reading = try Reading(
      Page("财政项目支出绩效自评表（续表）\n\n").adding(Page.selfEvaluation.text).scored(
        """
        | 产出指标 | 数量指标 | 养护里程 | ≥560公里 | 572公里 | 90 | 90
        总分 | | | | | | 100 | 99
        """))
    #expect(reading.recognition.forms.map(\.title) == ["财政项目支出绩效自评表"])
    #expect(reading.recognition.outside.map(\.text) == ["财政项目支出绩效自评表（续表）"])
  }

  @Test func theTitleOfAChange() {
    let isTitle = TitleRule.isTitle(LabelKey.key(of: "2024年项目支出绩效目标调整表")[...])
    #expect(isTitle)
  }

  @Test func theYearHasACell() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 校园保安 | 预算年度 | 2023
        单位名称 | 区教育局 | 预算数 | 215.60
        """
      ).indicators("| 产出指标 | 数量指标 | 保安人数 | ≥168人"))
    #expect(reading.form.year == 2023)
    #expect(reading.text(.name) == "校园保安")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A year that the title gives too is no text without a place; another one is.
  @Test(arguments: [("2024", []), ("2023", ["2023"])])
  func theYearHasACellBelowATitleWithOne(year: String, unplaced: [String]) throws {
    let reading = try Reading(
      Page(
        """
        2024年度项目支出绩效目标申报表

        项目名称 | 校园保安 | 预算年度 | \(year)
        单位名称 | 区教育局 | 预算数 | 215.60
        """
      ).indicators("| 产出指标 | 数量指标 | 保安人数 | ≥168人"))
    #expect(reading.form.year == 2024)
    #expect(reading.form.unplaced.map(\.text) == unplaced)
    #expect(reading.diagnostics(.textUnplaced).count == unplaced.count)
  }

  @Test(arguments: [
    "财政年度：2023年", "（2023年度1-7月）", "（2023年1-7月）", "所属年度：2023",
  ])
  func years(_ line: String) {
    #expect(TitleRule.year(ofLine: LabelKey.key(of: line)[...]) == 2023)
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

  @Test func severalCaptionsOnOneLine() throws {
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表").line("填报单位（盖章）：市科技局　单位：万元").line("（2024年度）").adding(
        """
        项目名称 | 甲 | 项目性质 | 乙 | 项目类别 | 丙
        主管部门 | 丁 | | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人"))
    #expect(reading.text(.implementingUnit) == "市科技局")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.year == 2024)
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

  /// What a 目标表 says of a department is what is to be reached, though its money is that of self-evaluations.
  @Test func theGoalsOfADepartment() throws {
    let reading = try Reading(
      Page("整体支出绩效目标表\n\n部门名称 | 县水利局 | | |\n").adding(
        """
        年度预算（万元） | 总额 | 3586 |
        | 基本支出 | 986 | 项目支出 | 2600
        年度总体目标 | 保障水安全。 | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修山塘 | ≥36座
        效益指标 | 社会效益指标 | 防洪保护人口 | ≥8万人
        """))
    #expect(reading.form.kind == .targetDeclaration)
    #expect(reading.text(.annualGoal) == "保障水安全。")
  }

  /// What an evaluation found is said by whomever.
  @Test func evaluationByOthers() throws {
    let reading = try Reading(
      Page(
        """
        某市民生工程绩效评价指标表

        序号 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 指标解释说明 | 评分标准 | 备注 | 自评
        1 | 投入 | 项目立项 | 项目立项依据 | 40 | 是否符合规定 | 符合得40分 | | 40
        2 | | 资金落实 | 资金到位率 | 30 | 资金是否到位 | 按比例得分 | | 30
        3 | 过程 | 业务管理 | 制度执行有效性 | 30 | 制度是否执行 | 有效得30分 | | 29.5
        """))
    #expect(reading.form.layout == "2020-self-evaluation")
    #expect(
      reading.values == [
        "项目立项依据 - - 40 40", "资金到位率 - - 30 30", "制度执行有效性 - - 30 29.5",
      ])
  }

  /// All levels, and what they are scored by, with nothing else of a form.
  @Test(arguments: ["2023年度部门整体支出绩效自评表", "2022年项目支出绩效自评指标计分表"])
  func tablesOfScores(_ title: String) throws {
    let reading = try Reading(
      Page(title).line("").adding(
        """
        序号 | 一级指标 | 二级指标 | 三级指标 | 指标分值 | 评分标准 | 自评得分
        1 | 规划（15分） | 基础信息 | 信息完整性 | 15 | 完整得15分 | 14
        2 | 执行（85分） | 预算执行 | 结转变动率 | 40 | 按比例得分 | 40
        3 | | 预算管理 | 制度健全性 | 45 | 健全得45分 | 45
        合计 | | | | 100 | | 99
        """))
    #expect(
      reading.values == ["信息完整性 - - 15 14", "结转变动率 - - 40 40", "制度健全性 - - 45 45"])
    #expect(reading.form.total?.score?.text == "99")
    #expect(reading.warnings.isEmpty)
  }

  /// Years side by side head columns, and are none of the form's.
  @Test func yearsThatHeadColumns() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标表

        部门名称 | 某水务局 | | |
        资金情况 | 当年金额 | 近两年金额 | |
        | | 2018年 | 2019年 |
        收入 | 366.8 | 367.85 | 482.93 |
        """
      ).indicators("| 产出指标 | 数量指标 | 治理河道 | ≥12公里"))
    #expect(reading.form.year == nil)
  }

  /// A line right above a form may name it without 表; a heading of the document around it does not.
  @Test(arguments: [
    ("2021年省级专项资金（工业升级）支持集群培育方向绩效目标", true), ("部门整体绩效目标", true), ("三、项目支出绩效目标情况", false),
    ("绩效目标", false), ("本项目的绩效目标如下：", false),
  ])
  func namesOfForms(line: String, isTitle: Bool) throws {
    let reading = try Reading(
      Page(
        """
        \(line)

        总体目标 | 支持集群发展。 | | |
        """
      ).indicators("| 产出指标 | 数量指标 | 支持机构数量 | 1家"))
    #expect(reading.form.title == (isTitle ? line : nil))
    #expect(reading.form.year == (line.hasPrefix("2021") ? 2021 : nil))
  }

  /// Forms of projects need not name 绩效.
  @Test(arguments: ["某中学项目申报表", "项目支出目标申报表", "项目绩效年度表"])
  func titlesOfProjects(title: String) throws {
    let reading = try Reading(
      Page("\(title)\n\n项目名称 | 校舍维修 | |").indicators(
        "| 产出指标 | 数量指标 | 维修面积 | ≥800平方米"))
    #expect(reading.form.title == title)
  }

  /// A long title is wrapped, be its second half a title of its own or not; what stands above a title otherwise is no
  /// part of it.
  @Test(arguments: [
    ("2025年市级乡村振兴专项资金（第一批整镇推进奖补）绩\n\n效目标表", "2025年市级乡村振兴专项资金（第一批整镇推进奖补）绩效目标表"),
    ("某市农业绿色发展专项（整县推进项目）2025年\n\n中央预算内投资计划绩效目标表", "某市农业绿色发展专项（整县推进项目）2025年中央预算内投资计划绩效目标表"),
    ("2025年专项资金（工业升级-战略性\n\n产业集群）支持集群培育方向绩效目标", "2025年专项资金（工业升级-战略性产业集群）支持集群培育方向绩效目标"),
  ])
  func wrappedTitles(lines: String, title: String) throws {
    let reading = try Reading(
      Page("\(lines)\n\n项目名称 | 整镇推进 | |").indicators("| 产出指标 | 数量指标 | 乡镇数 | 2个"))
    #expect(reading.form.title == title && reading.form.year == 2025)
    #expect(reading.diagnostics(.rowsJoined).map(\.pointer) == ["/forms/0/title"])
  }

  @Test func aLineAboveATitleIsNoPartOfIt() throws {
    let reading = try Reading(
      Page("附件：某单位部门决算中项目支出绩效自评情况说明\n\n项目支出绩效目标表\n\n项目名称 | 整镇推进 | |")
        .indicators("| 产出指标 | 数量指标 | 乡镇数 | 2个"))
    #expect(reading.form.title == "项目支出绩效目标表")
    #expect(reading.diagnostics(.rowsJoined).isEmpty)
  }
}
