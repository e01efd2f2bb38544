import IR
import Testing

@testable import Forms

/// What a second set of forms of other provinces taught, each read for the first time.
struct FurtherFormsTests {
  /// The indicators, each with all that it has.
  private func rows(_ reading: Reading) -> [String] {
    reading.form.indicators.map { indicator in
      [
        indicator.level1, indicator.level2, indicator.name, indicator.overallTarget?.text,
        indicator.target?.text, indicator.actual?.text, indicator.weight?.text,
        indicator.score?.text, indicator.deviation, indicator.remark,
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  private static let evaluation = Page(
    """
    项目支出绩效自评表
    （2023年度）
    项目名称 | 智慧社区运维
    主管部门 | 某区民政局 | 实施单位 | 某区社区中心
    """)

  // MARK: Headers

  @Test func theHeaderHasTwoRows() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标 | | 自评情况 | | 偏差原因分析
        | | | | 分值 | 年度指标值 | 实际完成值 | 得分 |
        | 产出指标 | 数量指标 | 巡检次数 | 50 | 12次 | 11次 | 46 | 停电一次
        | 效益指标 | 社会效益指标 | 办事效率 | 50 | 提升 | 提升 | 50 |
        总分 | | | | 100 | | | 96 |
        """))
    #expect(
      rows(reading) == [
        "产出指标 数量指标 巡检次数 12次 11次 50 46 停电一次", "效益指标 社会效益指标 办事效率 提升 提升 50 50",
      ])
    #expect(reading.form.total?.score?.text == "96")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// 上年完成值 is one character from 全年完成值, and no damaged header beside 实际完成值.
  @Test func aHeaderInFullComesBeforeADamagedOne() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 上年完成值 | 年初目标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 参与学校数 | 42所 | 45所 | 46所 | 90 | 90
        满意度指标 | 服务对象满意度指标 | 家长满意度 | 90% | ≥92% | 91% | 10 | 9
        总分 | | | | | | 100 | 99
        """))
    #expect(
      rows(reading) == ["产出指标 数量指标 参与学校数 45所 46所 90 90", "满意度指标 服务对象满意度指标 家长满意度 ≥92% 91% 10 9"])
    #expect(reading.further == ["上年完成值 42所", "上年完成值 90%"])
  }

  @Test func levelsHavePointsToo() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        一级指标 | 分值 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 60 | 数量指标 | 救助人数 | ≥80人 | 86人 | 40 | 40
        | | 质量指标 | 康复有效率 | ≥85% | 88% | 20 | 20
        效益指标 | 40 | 社会效益指标 | 家庭负担 | 减轻 | 减轻 | 40 | 38
        总分 | | | | | | 100 | 98
        """))
    #expect(
      rows(reading) == [
        "产出指标 数量指标 救助人数 ≥80人 86人 40 40", "产出指标 质量指标 康复有效率 ≥85% 88% 20 20",
        "效益指标 社会效益指标 家庭负担 减轻 减轻 40 38",
      ])
    #expect(reading.form.unplaced.map(\.text) == ["60", "40"])
  }

  @Test func rowsAreNumbered() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        序号 | 一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 计量单位
        1 | 产出指标 | 数量指标 | 补贴食堂数量 | = | 6 | 家
        2 | | | 服务老人次数 | ≥ | 12 | 万人次
        3 | 效益指标 | 社会效益指标 | 就餐便利度 | 文字描述 | 明显提升 |
        """))
    #expect(
      rows(reading) == [
        "产出指标 数量指标 补贴食堂数量 =6家", "产出指标 数量指标 服务老人次数 ≥12万人次", "效益指标 社会效益指标 就餐便利度 明显提升",
      ])
    #expect(reading.warnings.isEmpty)
  }

  @Test func aDeclarationHasRemarks() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 备注
        | 产出指标 | 数量指标 | 改造道路里程 | 20公里 | 含村道
        | | 质量指标 | 验收合格率 | 100% |
        | | 时效指标 | 完工时间 | 11月底 | 汛期不施工，
        | | | | | 工期顺延
        """))
    #expect(
      rows(reading) == [
        "产出指标 数量指标 改造道路里程 20公里 含村道", "产出指标 质量指标 验收合格率 100%",
        "产出指标 时效指标 完工时间 11月底 汛期不施工，工期顺延",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  // MARK: Levels

  /// Departments as a whole have classes of their own, whose labels nobody can list.
  @Test func aFormHasLevelsOfItsOwn() throws {
    let reading = try Reading(
      Self.evaluation.scored(
        """
        | 部门管理 | 资金投入 | 基本支出执行率 | 100% | 100% | 5 | 5 |
        | | 财务管理 | 财务制度健全性 | 健全 | 健全 | 5 | 5 |
        | 履职效果 | 重点工作履行 | 食品抽检批次 | ≥3000批次 | 3120批次 | 40 | 40 |
        - 4 -
        | | | 药店检查覆盖率 | 100% | 100% | 40 | 40 |
        | 满意度 | 服务对象满意度 | 企业满意度 | ≥90% | 92% | 10 | 10 |
        合计 | | | | | | 100 | 100 |
        """))
    #expect(
      rows(reading) == [
        "部门管理 资金投入 基本支出执行率 100% 100% 5 5", "部门管理 财务管理 财务制度健全性 健全 健全 5 5",
        "履职效果 重点工作履行 食品抽检批次 ≥3000批次 3120批次 40 40",
        "履职效果 重点工作履行 药店检查覆盖率 100% 100% 40 40", "满意度 服务对象满意度 企业满意度 ≥90% 92% 10 10",
      ])
    #expect(reading.diagnostics(.levelsUnknown).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  /// Words of the taxonomy may be among them, and one level 1 that no taxonomy has.
  @Test func manyLevels2OfItsOwn() throws {
    let reading = try Reading(
      Page("部门整体绩效目标表（2024年度）").line("").adding(
        """
        部门名称 | 县水利局 | | |
        年度履职目标 | 推进农村供水。 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        投入管理指标 | 工作目标管理 | 履职目标相关性 | 相关
        | 预算和财务管理 | 预算编制完整性 | 完整
        产出指标 | 重点工作任务完成 | 农村供水工程 | 12处
        | 履职目标实现 | 安全度汛率 | 100%
        效益指标 | 履职效益 | 受益人口 | ≥8万人
        | 满意度 | 公众满意度 | ≥90%
        """))
    #expect(
      reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-")" } == [
        "投入管理指标 工作目标管理", "投入管理指标 预算和财务管理", "产出指标 重点工作任务完成", "产出指标 履职目标实现",
        "效益指标 履职效益", "效益指标 满意度",
      ])
    #expect(reading.text(.annualGoal) == "推进农村供水。")
    #expect(reading.diagnostics(.levelsUnknown).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  /// The rows stand one or two columns too far left: no classes of a form's own.
  @Test func shiftedNamesAreNoLevels() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 编印教材数量 | ≥200册
        | 发放手册数量 | ≥300册
        | | 质量指标 | 考试通过率 | ≥90%
        """))
    #expect(
      reading.levels == ["数量指标 培训人数", "数量指标 编印教材数量", "数量指标 发放手册数量", "质量指标 考试通过率"])
    #expect(reading.diagnostics(.levelsUnknown).isEmpty)
  }

  @Test(arguments: ["tsv", "html"])
  func aNameAcrossTheColumnsOfTheLevelsHasNone(format: String) throws {
    let reading =
      format == "tsv"
      ? try Reading(
        Self.evaluation.adding(
          """
          一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
          预算执行率 | | | ≥95% | 95% | 10 | 10
          产出指标 | 数量指标 | 培训人数 | ≥150人 | 162人 | 90 | 90
          总分 | | | | | 100 | 100
          """))
      : try Reading(
        """
        <p>项目支出绩效自评表</p><table><tr><td>项目名称</td><td>某项目</td></tr>
        <tr><td>主管部门</td><td>某局</td><td>实施单位</td><td>某中心</td></tr>
        <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
        <tr><td colspan="3">预算执行率</td><td>≥95%</td><td>95%</td><td>10</td><td>10</td></tr>
        <tr><td>产出指标</td><td>数量指标</td><td>培训人数</td><td>≥150人</td><td>162人</td><td>90</td><td>90</td></tr>
        <tr><td colspan="5">总分</td><td>100</td><td>100</td></tr></table>
        """, as: .html)
    #expect(rows(reading) == ["预算执行率 ≥95% 95% 10 10", "产出指标 数量指标 培训人数 ≥150人 162人 90 90"])
    #expect(reading.diagnostics(.levelAbsent).count == 1)
    #expect(reading.warnings.isEmpty)
  }

  @Test func aHeaderStandsForALevelThatNobodyNamed() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 加固水库数量 | 5座
        | 服务对象满意度指标 | 具体指标 | 群众满意度 | ≥90%
        """))
    #expect(rows(reading) == ["产出指标 数量指标 加固水库数量 5座", "满意度指标 服务对象满意度指标 群众满意度 ≥90%"])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func targetsOfTheWholeProjectAndOfTheYear() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        总目标绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 建成小区 | 120个
        | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥95%
        本年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
        | 产出指标 | 数量指标 | 建成小区 | 40个
        | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥94%
        """))
    #expect(reading.form.indicators.map { $0.overallTarget?.text } == ["120个", "≥95%", nil, nil])
    #expect(reading.form.indicators.map { $0.target?.text } == [nil, nil, "40个", "≥94%"])
    #expect(reading.warnings.isEmpty)
  }

  /// Words outweigh a print that leaves nothing open: a person is told what is printed.
  @Test func whatIsPrintedIsTheAlternative() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | | 抽检合格率 | ≥95%
        | | 质量指标 | 验收合格率 | ≥98%
        | | 时效指标 | 完成及时性 | 及时
        """))
    #expect(reading.levels[1] == "质量指标 抽检合格率")
    let warning = try #require(reading.diagnostics(.levelAmbiguous).first)
    #expect(warning.pointer == "/forms/0/indicators/1")
    #expect(warning.alternatives == ["数量指标"])
  }

  @Test func aTemplateIsSaidOnce() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 |
        | | 质量指标 | 验收合格率 |
        | 效益指标 | 社会效益指标 | 政策知晓率 |
        """))
    #expect(reading.form.indicators.count == 3)
    #expect(reading.warnings == [.targetsAbsent])
  }

  // MARK: Fields

  @Test func aDeclarationSaysWhomToAskAndWhy() throws {
    let reading = try Reading(
      Page(
        """
        二〇二三年度项目支出绩效目标申报表
        项目名称 | 水库加固 | 实施单位 | 某管理所
        项目负责人 | 刘某 | 联系电话 | 0746-4222333
        项目概况 | 加固5座水库。 | |
        项目立项情况 | 项目立项的依据 | 《管理办法》 |
        | 项目申报的必要性 | 水库有隐患。 |
        """
      ).indicators("| 产出指标 | 数量指标 | 加固水库数量 | 5座"))
    let keys: [FieldKey] = [.leader, .phone, .overview, .basis, .necessity]
    #expect(
      keys.map { reading.text($0) } == ["刘某", "0746-4222333", "加固5座水库。", "《管理办法》", "水库有隐患。"])
    #expect(reading.form.year == 2023)
    #expect(reading.form.unplaced.map(\.text) == ["项目立项情况"])
  }

  @Test func labelsOfMoneyAreNumbered() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        项目名称 | 河长制 | 实施单位 | 某办公室 |
        项目资金（万元） | 年度资金总额 | | 45.00
        | 其中：1.财政拨款 | | 35.00
        | 2.上年结转 | | 4.00
        | （3）其他资金 | | 6.00
        """
      ).indicators("| 产出指标 | 数量指标 | 巡河次数 | ≥48次"))
    let keys: [FieldKey] = [.annualTotal, .annualAppropriation, .annualCarryover, .annualOther]
    #expect(keys.map { reading.text($0) } == ["45.00", "35.00", "4.00", "6.00"])
    #expect(reading.warnings.isEmpty)
  }

  @Test func moneyBesideThatOfTheYearIsOfTheYear() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        项目名称：公益奖补 | 实施单位：某办公室
        项目资金（万元） | 年度资金总额：360 | 其中：财政拨款：300 | 其他资金：60
        """
      ).indicators("| 产出指标 | 数量指标 | 项目个数 | ≥45个"))
    #expect(reading.text(.annualAppropriation) == "300")
    #expect(reading.text(.annualOther) == "60")
    #expect(reading.text(.fiscal) == nil)
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

  @Test func theOnlyRowOfFundsIsTheirTotal() throws {
    let reading = try Reading(
      Self.evaluation.adding(
        """
        预算执行情况（万元） | 年初预算数 | 全年预算数 | 实际执行数 | 执行率
        | 62 | 60 | 57 | 95%
        年度绩效目标 | 年初设定目标 | | 年度总体目标完成情况 |
        | 开展培训。 | | 已完成培训。 |
        """
      ).scored("| 产出指标 | 数量指标 | 培训人数 | ≥150人 | 162人 | 100 | 100 |"))
    #expect(reading.form.fundingRows.map(\.key) == ["annualTotal"])
    #expect(reading.form.fundingRows.first?.executed?.text == "57")
    #expect(reading.text(.plannedGoal) == "开展培训。")
    #expect(reading.text(.actualGoal) == "已完成培训。")
  }

  @Test func optionsFollowTheirLabelWithoutAColon() throws {
    let reading = try Reading(
      Page(
        """
        上海市财政支出项目绩效目标申报表
        申报单位名称 | 某中心
        项目名称 | 热线运行
        项目类型 □结转项目 ☑一次性项目 |
        项目概况 | 运行热线。
        立项依据 | 有文件。
        """
      ).adding(Page.legacyIndicators).adding("产出目标 | 数量目标 | 接听量 | ≥100次"))
    #expect(
      reading.form[.types]
        == .options([
          Option(label: "结转项目", isChecked: false), Option(label: "一次性项目", isChecked: true),
        ]))
  }

  @Test func theTitleStandsOnThePagesBelow() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标 | 数量指标 | 培训人数 | ≥50人")
        .line("财政项目支出绩效目标申报表").indicators("| | 质量指标 | 结业率 | ≥95%"))
    #expect(rows(reading) == ["产出指标 数量指标 培训人数 ≥50人", "产出指标 质量指标 结业率 ≥95%"])
    #expect(reading.recognition.outside.isEmpty)
  }

  /// Tables of no form stay tables before, behind and between text, with their captions.
  @Test func tablesWithCaptionsBesideAForm() throws {
    let other = "<table><caption>人员名单</caption><tr><td>姓名<td>年龄<tr><td>甲<td>30</table>"
    let reading = try Reading(
      """
      <p>前言</p>\(other)<h2>项目支出绩效目标申报表</h2>
      <table><tr><td>项目名称<td>热线运行<tr><td>主管部门<td>某局</table>
      <table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标值
      <tr><td>产出指标<td>数量指标<td>受理数<td>10个</table>
      \(other)<p>说明</p>\(other)
      """, as: .html)
    #expect(reading.recognition.forms.map(\.indicators.count) == [1])
    #expect(reading.recognition.outside.map(\.text) == ["前言", "说明"])
    #expect(reading.recognition.tables.count == 3)
    #expect(reading.recognition.tables.allSatisfy { $0.caption != nil && $0.rowCount == 2 })
  }
}
