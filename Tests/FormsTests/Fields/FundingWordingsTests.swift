import IR
import Testing

@testable import Forms

/// What forms call their money, and where its amounts and units stand.
struct FundingWordingsTests {
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

  @Test func theOnlyRowOfFundsIsTheirTotal() throws {
    let reading = try Reading(
      Page.evaluatedProject.adding(
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

  @Test(arguments: ["-", "—", "--"])
  func aDashIsNoAmountAndNoFault(dash: String) throws {
    let reading = try Reading(
      Page.declaration.text.replacing("\t10.00", with: "\t" + dash), as: .tsv)
    #expect(reading.text(.annualCarryover) == dash)
    #expect(reading.diagnostics(.amountUnreadable).isEmpty)
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
    #expect(reading.form.furtherTables.map(\.headers) == [["任务名称", "预算金额（万元）", "财政部分", "其他来源"]])
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

  @Test func moneyOfSeveralLevelsOfGovernment() throws {
    let reading = try Reading(
      Page(
        """
        转移支付区域绩效目标表
        （2020年度）
        专项名称 | 农业生产发展资金 | | |
        省级主管部门 | 某省农业农村厅 | | |
        资金情况（万元） | 实施期金额： | 9000 | 年度金额： | 3000
        | 其中：中央补助 | 6000 | 其中：中央补助 | 2000
        | 地方资金 | 3000 | 地方资金 | 1001
        | 其他资金 | 0 | 其他资金 | 0
        总体目标 | 实施期目标 | | 年度目标 |
        | 建成农田9万亩。 | | 建成农田3万亩。 |
        """
      ).indicators("| 产出指标 | 数量指标 | 建成农田面积 | 3万亩"))
    let keys: [FieldKey] = [
      .total, .central, .local, .other, .annualTotal, .annualCentral, .annualLocal, .annualOther,
    ]
    #expect(
      keys.map { reading.text($0) } == ["9000", "6000", "3000", "0", "3000", "2000", "1001", "0"])
    #expect(reading.form.unplaced.isEmpty)
    // 2000 and 1001 are not 3000.
    #expect(reading.warnings == [.fundingSum])
  }

  @Test func rowsOfTheFundingTableThatSomeFormsPrint() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 820.50 | 850.00 | 841.50 | 10 | 99.00% | 9.9
        | 基本支出 | 620.50 | 630.00 | 630.00 | — | 100.00% | —
        | 项目支出 | 200.00 | 220.00 | 211.50 | — | 96.14% | —
        | 其中：中央补助 | 100.00 | 100.00 | 100.00 | — | 100.00% | —
        | 市县资金 | 100.00 | 120.00 | 111.50 | — | 92.92% | —
        """))
    #expect(
      reading.form.fundingRows.map(\.key) == [
        "annualTotal", "basicExpenditure", "projectExpenditure", "centralAppropriation",
        "localFunds",
      ])
    #expect(
      reading.form.fundingRows.map(\.label) == ["年度资金总额", "基本支出", "项目支出", "其中：中央补助", "市县资金"])
    #expect(reading.form.fundingRows.last?.executed?.amount == "111.50")
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// An optional row does not make a lost label one of another row.
  @Test func aLostLabelIsThatOfAUsualRow() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 20 | 20 | 20 | 10 | 100% | 10
        | | 10 | 10 | 10 | — | 100% | —
        | 上年结转资金 | 10 | 10 | 10 | — | 100% | —
        | 单位资金 | 0 | 0 | 0 | — | — | —
        """))
    #expect(
      reading.form.fundingRows.map(\.key) == [
        "annualTotal", "annualAppropriation", "annualCarryover", "unitFunds",
      ])
    #expect(reading.diagnostics(.fieldInferred).count == 1)
  }

  /// The header of the money is none of a list, even if the row below it has lost its label.
  @Test func titleAboveMoney() throws {
    let reading = try Reading(
      Page(
        """
        部门整体支出绩效自评表

        | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 隼度資金總領 | 330 | 330 | 330 | 10 | 100% | 10
        | 其中：当年财政拨款 | 330 | 330 | 330 | — | 100% | —
        """
      ).scored("| 产出指标 | 数量指标 | 维护路灯 | 90盏 | 90盏 | 90 | 90 |"))
    #expect(reading.form.title == "部门整体支出绩效自评表")
  }

  /// Columns of money side by side are no budget beside its execution.
  @Test func twoColumnsOfMoney() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 送茶入户 | | |
        资金情况（万元） | | 年初预算资金总额 | 实际投入资金额 |
        | 年度资金总额 | 38.75 | 38.70 |
        | 其中：财政拨款 | 37 | 36.95 |
        """
      ).scored("| 产出指标 | 数量指标 | 发放边销茶 | 3875人 | 3875人 | 90 | 90 |"))
    #expect(reading.form.fundingRows.map(\.initialBudget?.text) == ["38.75", "37"])
    #expect(reading.form.fundingRows.map(\.executed?.text) == ["38.70", "36.95"])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A rate may have no percent sign, and says nothing of how far a row is shifted.
  @Test func rateWithoutAPercentSign() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效自评表

        项目名称 | 文物保护 | | | | | |
        项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        | 年度资金总额 | 29 | 29 | 27.8 | 10 | 0.958 | 9
        | 其中：当年财政拨款 | 29 | 29 | 27.8 | | 0.958 |
        """
      ).scored("| 产出指标 | 数量指标 | 修缮建筑 | 3处 | 3处 | 90 | 90 |"))
    let row = try #require(reading.form.fundingRows.last)
    #expect(row.initialBudget?.text == "29")
    #expect(row.executed?.text == "27.8")
    #expect(row.executionRate?.text == "0.958")
    #expect(row.weight == nil && row.score == nil)
    #expect(!reading.codes.contains(.valueShifted))
  }

  /// Money of the state below that of the year is the year's.
  @Test func moneyOfTheStateBelowThatOfTheYear() throws {
    let reading = try Reading(
      Page.purchase("资金情况（万元） | 年度资金总额： | 68 |\n| 其中：财政资金 | 60 |\n| 其他资金 | 8 |"))
    #expect(reading.text(.annualTotal) == "68")
    #expect(reading.text(.annualAppropriation) == "60")
    #expect(reading.text(.annualOther) == "8")
    #expect(reading.text(.fiscal) == nil)
    #expect(reading.warnings.isEmpty)
  }

  /// A word may stand in front of the amounts below their labels, and the sum may have a label behind that of
  /// all.
  @Test func amountsBelowTheirLabels() throws {
    let named = try Reading(Page.purchase("资金来源 | 财政拨款 | 其他资金 |\n金额（万元） | 260 | 0 |"))
    #expect(named.text(.annualAppropriation) == "260")
    #expect(named.text(.annualOther) == "0")
    #expect(named.form.unplaced.isEmpty)
    let summed = try Reading(Page.purchase("资金总额 | 合计 | 财政拨款 | 自筹资金\n| 240 | 200 | 40"))
    #expect(summed.text(.total) == "240")
    #expect(summed.text(.fiscal) == "200")
    #expect(summed.text(.other) == "40")
    #expect(summed.form.unplaced.isEmpty)
  }

  /// The year's total has its caption beside it.
  @Test func theCaptionOfATotal() throws {
    let reading = try Reading(
      Page.equipment("年度预算（万元） | 总额 | 86 |\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.annualTotal) == "86")
    #expect(reading.text(.total) == nil)
    // Where the year's total is empty, the label in the next cell but one has its own value.
    let apart = try Reading(
      Page.equipment("年度资金总额 | | 项目资金总额 | 500\n").indicators("| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(apart.text(.annualTotal) == nil)
    #expect(apart.text(.total) == "500")
  }

  /// Another word is no damaged one: 上级补助 is not 省级补助, nor 年初预算金额 年度预算金额.
  @Test func wordsThatDifferByOneCharacter() throws {
    let reading = try Reading(
      Page.equipment("年度资金总额 | 132 | |\n其中：财政拨款 | 100 | |\n上级补助 | 32 | |\n年初预算金额 | 90 | |\n")
        .indicators(
          "| 产出指标 | 数量指标 | 购置设备 | 6台"))
    #expect(reading.text(.annualProvincial) == nil)
    #expect(
      reading.form.further == [
        LabelledText(label: "上级补助", text: "32"), LabelledText(label: "年初预算金额", text: "90"),
      ])
    #expect(!reading.codes.contains(.labelCorrected))
  }

  @Test func equalLabelsOfMoneyStandForTheirSides() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        （2021年度）
        项目名称 | 旧房改造 | |
        主管部门及代码 | 市住房局 301 | 实施单位 | 市房屋中心
        起止时间 | 2021年3月至2021年12月 | |
        项目资金（万元） | 中期资金总额 | 1,200.50 | 年度资金总额 | 600.25
        | 其中：财政拨款 | 1,200.50 | 其中：财政拨款 | 600.25
        """
      ).indicators("| 产出指标（50分） | 数量指标 | 改造户数 | ≥20户"))
    #expect(reading.text(.fiscal) == "1,200.50")
    #expect(reading.text(.annualAppropriation) == "600.25")
    #expect(reading.text(.start) == "2021-03")
    #expect(reading.text(.end) == "2021-12")
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.form.indicators.map(\.level1) == ["产出指标（50分）"])
  }

  /// The money that arrived stands between budget and execution, and the rate behind them.
  @Test func moneyThatArrivedBetweenBudgetAndExecution() throws {
    let reading = try Reading(
      Page(
        """
        2020年度预算项目绩效自评表
        基本情况 | 项目名称： | 高龄津贴 | 金额单位： | 万元 | |
        | 实施（主管）单位 | 县民政局 | | | |
        预算执行情况 | 预算数 | 6.84 | 到位数 | 6.50 | 执行数 | 6.40 | 93.57%
        | 其中：财政资金 | 5.84 | 其中：财政资金 | 5.50 | 其中：财政资金 | 5.40 |
        目标完成情况 | 年度预期目标 | | 具体完成情况 | | | 总体完成率（%）
        | 按月发放补贴。 | | 已经发放补贴。 | | | 100.00
        """
      ).scored("| 产出指标 | 数量指标 | 发放人数 | 19人 | 19人 | 90 | 90 |"))
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.text(.implementingUnit) == "县民政局")
    let rows = reading.form.fundingRows
    #expect(rows.map(\.key) == ["annualTotal", "annualAppropriation"])
    #expect(rows.map(\.annualBudget?.text) == ["6.84", "5.84"])
    #expect(rows.map(\.executed?.text) == ["6.40", "5.40"])
    #expect(rows.map(\.executionRate?.text) == ["93.57%", nil])
    #expect(reading.text(.plannedGoal) == "按月发放补贴。")
    #expect(reading.text(.actualGoal) == "已经发放补贴。")
    #expect(reading.form.unplaced.map(\.text).contains("6.50"))
    #expect(reading.form.unplaced.map(\.text).contains("100.00"))
  }

  /// The sum of several kinds of money is that of its label; what it is the sum of has no field.
  @Test func sumsOfSeveralKinds() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 扶助 | |
        项目资金（万元） | 年度资金总额 | 6.80
        | （一）财政拨款小计 | 6.30
        | 1、某类基金 | 6.30
        | （二）其他资金小计 | 0.50
        """
      ).indicators("| 产出指标 | 数量指标 | 扶助人数 | 63人"))
    #expect(reading.text(.annualAppropriation) == "6.30" && reading.text(.annualOther) == "0.50")
    #expect(reading.text(.annualTotal) == "6.80")
  }
}
