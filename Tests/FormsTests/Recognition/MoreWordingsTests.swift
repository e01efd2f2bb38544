import IR
import Testing

@testable import Forms

/// Wordings and shapes of forms of further provinces.
struct MoreWordingsTests {
  @Test(arguments: ["项目编码", "项目代码"])
  func theCodeOfAProject(label: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 渔港清淤 | \(label) | 35092124T0001
        主管部门 | 市海洋局 | 实施单位 | 市渔港站
        """
      ).indicators("| 产出指标 | 数量指标 | 清淤土方 | ≥4万立方米"))
    #expect(reading.form[.code] == .text("35092124T0001"))
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Money that the centre gives has a department there too.
  @Test func threeDepartments() throws {
    let reading = try Reading(
      Page(
        """
        中央对地方转移支付区域绩效目标自评表

        转移支付（项目）名称 | 灌区改造补助 | |
        中央主管部门 | 某部 | |
        地方主管部门 | 省水利厅 | 资金使用单位 | 各灌区管理局
        总体目标 | 全年实际完成情况 | |
        改造3处灌区。 | 改造了3处。 | |
        """
      ).scored("| 产出指标 | 数量指标 | 改造灌区 | 3处 | 3处 | | |"))
    #expect(reading.text(.centralDepartment) == "某部")
    #expect(reading.text(.department) == "省水利厅")
    #expect(reading.text(.implementingUnit) == "各灌区管理局")
  }

  /// A label of a goal that is in no list stands beside one that is, below a common caption.
  @Test func aGoalUnderALabelThatNobodyKnows() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 种质资源保护 | | | |
        年度资金总额 | 300 | | | |
        总体目标 | 三年期目标 | | | 年度目标 |
        | 建成资源库。 | | | 入库2000份。 |
        """
      ).indicators("| 产出指标 | 数量指标 | 入库份数 | ≥2000份"))
    #expect(reading.text(.overallGoal) == "建成资源库。")
    #expect(reading.text(.annualGoal) == "入库2000份。")
    #expect(reading.diagnostics(.labelCorrected).map(\.before) == ["三年期目标"])
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

  /// A text with a colon is a label with its value, and no name of a department.
  @Test func aValueWithItsOwnLabelIsNoOtherField() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效自评表

        项目名称 | 热线运行 | | | | | |
        实施单位 | 某中心 | | | | | |
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 400.00 | 400.00 | 360.00 | 10 | 90.00% | 9
        | 单位往来款：58.62 | | | | | |
        年度总体目标 | 预期目标 | | 实际完成情况 |
        | 做好服务。 | | 服务做好了。 |
        """
      ).scored("| 产出指标 | 数量指标 | 接听电话数 | ≥10万次 | 11万次 | |"))
    #expect(reading.text(.department) == nil)
    #expect(reading.form.unplaced.map(\.text) == ["单位往来款：58.62"])
  }

  @Test(arguments: ["-", "—", "--"])
  func aDashIsNoAmountAndNoFault(dash: String) throws {
    let reading = try Reading(
      Page.declaration.text.replacing("\t10.00", with: "\t" + dash), as: .tsv)
    #expect(reading.text(.annualCarryover) == dash)
    #expect(reading.diagnostics(.amountUnreadable).isEmpty)
  }

  @Test func aPeriodWithTwoHyphens() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 社区矫正 | |
        主管部门 | 市司法局 | 实施单位 | 市矫正中心
        项目期限 | 2021-01-01--2021-12-31 | |
        """
      ).indicators("| 产出指标 | 数量指标 | 监管人数 | ≥600人"))
    #expect([reading.text(.start), reading.text(.end)] == ["2021-01-01", "2021-12-31"])
  }

  /// Self-evaluations of 2018 have no table of money but two amounts a row.
  @Test func budgetAndExecutionSideBySide() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 危房改造 | | |
        实施单位 | 县住建局 | | |
        预算执行情况（万元） | 预算数： | 860 | 执行数： | 842.8
        | 其中：财政拨款 | 800 | 其中：财政拨款 | 790.5
        | 其他资金 | 60 | 其他资金 |
        年度目标完成情况 | 预期目标 | | 目标实际完成情况 |
        | 改造430户。 | | 改造430户。 |
        """
      ).scored("| 产出指标 | 数量指标 | 改造户数 | 430户 | 430户 | | |"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(
      reading.form.fundingRows.map(\.key) == ["annualTotal", "annualAppropriation", "annualOther"])
    #expect(reading.form.fundingRows.map { $0.annualBudget?.text } == ["860", "800", "60"])
    #expect(reading.form.fundingRows.map { $0.executed?.text } == ["842.8", "790.5", nil])
    #expect(reading.text(.plannedGoal) == "改造430户。")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The only unknown header between targets and weights is that of what was reached.
  ///
  /// Of two the one with relations below it is that of the targets. Both are told.
  @Test func headersThatNobodyKnows() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 工作要求 | 实绩 | 标准分值 | 自评打分
        产出指标 | 数量指标 | 支持企业数 | ≥200家 | 212家 | 60 | 60
        产出指标 | 时效指标 | 拨付及时率 | ≥95% | 90% | 30 | 28
        总分 | | | | | 100 | 97
        """))
    let read = reading.form.indicators.map { [$0.target?.text, $0.actual?.text, $0.score?.text] }
    #expect(read == [["≥200家", "212家", "60"], ["≥95%", "90%", "28"]])
    #expect(reading.warnings == [.columnInferred, .columnInferred])
  }

  /// Where levels are told by their places alone, a row that is shifted has them one column to the left.
  @Test func aShiftedRowWithLevelsOfItsOwn() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        过程 | 预算执行 | 预算调整率 | ≤5%
        | | 结转结余率 | ≤5%
        | 资产管理 | 固定资产利用率 | 100%
        政府采购 | 采购执行率 | ≥95% |
        履职 | 市场监管 | 抽查完成率 | 100%
        """))
    #expect(
      reading.levels == [
        "预算执行 预算调整率", "预算执行 结转结余率", "资产管理 固定资产利用率", "政府采购 采购执行率", "市场监管 抽查完成率",
      ])
    #expect(reading.form.indicators.map(\.level1) == ["过程", "过程", "过程", "过程", "履职"])
    #expect(reading.diagnostics(.rowShiftedLeft).count == 1)
  }

  /// The header of a table that no layout has is no amount.
  @Test func anAmountHasADigit() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效目标表

        部门名称 | 市水务局 | | | |
        年度主要任务 | 任务名称 | 预算金额（万元） | 财政部分 | 其他来源
        | 河道治理 | | 680.5 | 0
        """
      ).indicators("| 产出指标 | 数量指标 | 治理河道 | ≥12公里"))
    #expect(reading.form[.annualTotal] == nil)
    #expect(reading.form.furtherTables.map(\.headers) == [["任务名称", "财政部分", "其他来源"]])
    #expect(!reading.form.blank.contains("/" + FieldKey.annualTotal.rawValue))
  }

  /// What is printed as an amount is kept as one, be it a number or not.
  @Test(arguments: ["待定", "详见附件", "伍仟元整"])
  func anAmountInWords(text: String) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表

        项目名称 | 热线运行 | | |
        实施单位 | 某中心 | 年度资金总额 | \(text)
        """
      ).indicators("| 产出指标 | 数量指标 | 接听电话数 | ≥10万次"))
    #expect(reading.text(.annualTotal) == text)
    #expect(reading.diagnostics(.amountUnreadable).count == 1)
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.form.blank.isEmpty)
  }

  @Test func theUnitHasACell() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        填报日期：2023年9月20日 | | | 金额单位：万元
        项目名称 | 智慧消防 | 年度资金总额 | 620
        """
      ).indicators("| 产出指标 | 数量指标 | 接入单位 | 2000家"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.text(.annualTotal) == "620")
  }

  /// The parts of a target are put together whatever the number's own header is called.
  @Test(arguments: ["指标值", "指捐值", "本年绩效指标值", "拟达到数值"])
  func thePartsOfATargetUnderAnyHeader(header: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指际性质 | \(header) | 绩郊度量单位
        | 产出指标 | 数量指标 | 开放天数 | ≥ | 310 | 天
        | 满意度指标 | 服务对象满意度指标 | 观众满意率 | ≥ | 90 | %
        """))
    #expect(reading.form.indicators.map(\.target?.text) == ["≥310天", "≥90%"])
    #expect(reading.further.isEmpty)
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

  /// A page break leaves the last row alone, without a row of dashes.
  @Test func aLoneRowOfMarkdown() throws {
    let reading = try Reading(
      """
      # 项目支出绩效目标申报表

      | 项目名称 | 免费开放 | | | |
      |---|---|---|---|---|
      | 主管部门 | 市文旅局 | 实施单位 | 市图书馆 | |
      | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
      | | 产出指标 | 数量指标 | 开放天数 | ≥330天 |

      | | 满意度指标 | 满意度指标 | 读者满意度 | ≥96% |
      """, as: .markdown)
    #expect(reading.levels == ["数量指标 开放天数", "满意度指标 读者满意度"])
    #expect(reading.recognition.outside.isEmpty)
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

  @Test func whyAndForWhom() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表（2024年度）

        填报单位：某县移民局 | 填报日期：2024年3月
        项目名称 | 就业技能培训
        一级预算单位 | 某市退役军人局 | 预算执行单位 | 某市军休中心
        项目申请理由 | 提升就业创业能力。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训人数 | ≥600人
        """))
    #expect(reading.text(.department) == "某市退役军人局")
    #expect(reading.text(.implementingUnit) == "某市军休中心")
    #expect(reading.text(.necessity) == "提升就业创业能力。")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.recognition.outside.map(\.text) == ["填报单位：某县移民局", "填报日期：2024年3月"])
  }

  @Test func theBudgetOfTheYearBefore() throws {
    let reading = try Reading(
      Page.legacy.adding(
        """
        项目总预算（元） | 360000 | 项目当年预算（元） | 360000
        上年度预算 | 300000 | 上年度预算执行数 | 298000
        \(Page.legacyIndicators)
        产出目标 | 数量 | 活动场次 | =60场
        """))
    #expect(reading.text(.priorYearBudget) == "300000")
    #expect(reading.text(.priorYearExecution) == "298000")
    #expect(reading.form.unplaced.isEmpty)
  }
}
