import IR
import Testing

@testable import Forms

/// What forms of other provinces taught that were read for the first time.
struct UnseenFormsTests {
  private func targets(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.name ?? "-") \($0.target?.text ?? "-")" }
  }

  // MARK: Indicators

  @Test func aNameAndItsTargetStandInOneCell() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数≥50人 |
        | | | 编印教材 | =2000册
        | | 质量指标 | 考试通过率 ≥ 90% |
        | 效益指标 | 社会效益指标 | 响应时间（≤30分钟）达标率 | 100%
        """))
    #expect(
      targets(reading) == ["培训人数 ≥50人", "编印教材 =2000册", "考试通过率 ≥90%", "响应时间（≤30分钟）达标率 100%"])
    #expect(reading.form.indicators[0].target?.unit == "人")
    #expect(reading.diagnostics(.targetInNameCell).count == 2)
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: ["第1页 共2页", "第3页", "- 1 -", "—3—", "共2页 第1页"])
  func aPageNumberInATableIsNoName(number: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 质量指标 | 电梯验收合格率 | =100%
        \(number)
        | | 时效指标 | 更换完成时间 | 9月30日前
        """))
    #expect(targets(reading) == ["电梯验收合格率 =100%", "更换完成时间 9月30日前"])
    #expect(reading.recognition.outside.count == 1)
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: ["-5", "3-5页", "第一批", "页", "--", "第2季度", "1-2"])
  func otherTextsAreNoPageNumbers(text: String) {
    let key = LabelKey.key(of: text)
    let isPageNumber = PageNumber.isPageNumber(key.span)
    #expect(!isPageNumber)
  }

  @Test(arguments: ["其他说明的问题", "评价结论", "存在问题", "财政部门审核意见"])
  func whatIsSaidBelowTheIndicatorsIsNone(label: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        \(label) | 无 | | |
        """))
    #expect(targets(reading) == ["培训人数 ≥50人"])
    #expect(reading.recognition.outside.map(\.text) == [label, "无"])
  }

  @Test func theTargetsAreToldByTheirLook() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 二级指标 | 三级指标 | 绩效标准 | 拟达到的数值
        | 数量指标 | 日常维修次数 | 反映维修情况 | ≥280次
        | 质量指标 | 维修合格率 | 反映维修质量 | ≥92%
        | 满意度指标 | 入驻单位满意度 | 反映满意情况 | ≥95%
        """))
    #expect(targets(reading) == ["日常维修次数 ≥280次", "维修合格率 ≥92%", "入驻单位满意度 ≥95%"])
    #expect(reading.further == ["绩效标准 反映维修情况", "绩效标准 反映维修质量", "绩效标准 反映满意情况"])
    #expect(reading.warnings == [.columnInferred])
  }

  @Test func thePartsOfATargetAreHeadedWithOneWordMore() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位
        | 产出指标 | 数量指标 | 采购图书 | ≥ | 10000 | 册
        | 效益指标 | 社会效益指标 | 文献保障能力 | 定性 | 优良中低差 |
        """))
    #expect(targets(reading) == ["采购图书 ≥10000册", "文献保障能力 优良中低差"])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func weightsStandLeftOfTheNames() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 分值 | 指标内容 | 指标值
        产出指标 | 数量指标 | 20 | 采购设备数量 | ≥120台
        | 质量指标 | 30 | 设备验收合格率 | 100%
        """))
    #expect(targets(reading) == ["采购设备数量 ≥120台", "设备验收合格率 100%"])
    #expect(reading.form.indicators.map { $0.weight?.text } == ["20", "30"])
  }

  /// 二级指标 was misread as 三级指标: the name stands under the second of the two.
  @Test func twoHeadersReadAlike() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 三级指标 | 三级指标 | 年度指标值
        | 产出指标 | 数量指标 | 培训人数 | ≥50人
        | | 质量指标 | 结业率 | ≥95%
        """))
    #expect(reading.levels == ["数量指标 培训人数", "质量指标 结业率"])
    #expect(targets(reading) == ["培训人数 ≥50人", "结业率 ≥95%"])
  }

  /// Nothing is lost where a column that the layout does not have says what the one before says.
  @Test func aForeignCellRepeatsNothing() throws {
    let reading = try Reading(
      Page.selfEvaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分
        | 产出指标 | 质量指标 | 机具合格率 | 100% | 100% | 100% | 90 | 90
        总分 | | | | | | | 100 | 99
        """))
    #expect(reading.form.indicators.first?.actual?.text == "100%")
    #expect(reading.further == ["完成率 100%"])
  }

  /// Both rows stand one column too far right; 满意度指标 is a label of both levels.
  @Test func aLabelOfBothLevelsMovedWithItsRow() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
        | 产出指标 | 数量指标 | 培训人数 | ≥50人 |
        | | 满意度指标 | | 学员满意度 | ≥91%
        | | | | 家长满意度 | ≥85%
        """))
    #expect(reading.form.indicators.last?.level1 == "满意度指标")
    #expect(reading.form.indicators.map(\.level2).suffix(2) == ["服务对象满意度指标", "服务对象满意度指标"])
    #expect(reading.diagnostics(.levelInferred).count == 2)
  }

  /// 服务对象满意度指标 stands among the benefits, and no label of its own group is printed.
  @Test func aGroupThatIsNowherePrintedIsNoted() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 清扫道路条数 | 20条
        | 效果指标 | 环境效益指标 | 环境卫生改善 | 明显改善
        | | 服务对象满意度指标 | 居民满意度 | ≥85%
        """))
    let note = try #require(reading.diagnostics(.levelUncertain).last)
    #expect(note.pointer == "/forms/0/indicators/2")
    #expect(note.alternatives == ["效益指标"])
  }

  /// Words do not outweigh a print that leaves nothing open.
  @Test func printComesBeforeWords() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 巡检次数 | ≥4次
        | | | 编制规划报告 | =2份
        | | | 志愿服务开展数量 | ≥20次
        | | 质量指标 | 检测合格率 | ≥98%
        | | | 绿化苗木成活率 | ≥90%
        | | 时效指标 | 完成任务及时性 | 及时
        | 效益指标 | 社会效益指标 | 有效投诉率 | ≤1%
        | | | 综合满意度 | ≥97%
        | 满意度指标 | 服务对象满意度指标 | 培训对象满意度 | 满意
        | | | 办公人员满意度 | ≥90%
        """))
    #expect(reading.form.indicators[7].level2 == "社会效益指标")
    #expect(reading.warnings.isEmpty)
    #expect(reading.diagnostics(.levelUncertain).contains { $0.pointer == "/forms/0/indicators/7" })
  }

  /// A mark that is opened in one row is closed in the next.
  @Test func aNameIsCutInsideQuotationMarks() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 引进“一网通 | =1套
        | | | 办”信息化系统 |
        | | 质量指标 | 河道整治成果达标率 | ≥95%
        """))
    #expect(targets(reading) == ["引进“一网通办”信息化系统 =1套", "河道整治成果达标率 ≥95%"])
  }

  // MARK: Fields

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

  @Test func aLineAboveATableGivesWayToTheTable() throws {
    let reading = try Reading(
      Page("项目支出绩效目标表").line("填报单位（盖章）：某镇人民政府").adding(
        """
        项目名称 | 基础设施建设 | 项目单位 | 某镇
        项目资金申请（万元） | 资金总额 | 500 |
        """
      ).indicators("| 产出指标 | 数量指标 | 道路里程 | 20公里"))
    #expect(reading.text(.implementingUnit) == "某镇")
    #expect(reading.recognition.outside.map(\.text) == ["填报单位（盖章）：某镇人民政府"])
    #expect(reading.form.fundingUnit == "万元")
    #expect(reading.warnings.isEmpty)
  }

  @Test func theDatesOfAPeriodHaveCellsOfTheirOwn() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        项目名称 | 实训基地 | 实施单位 | 某学校
        项目起止时间 | 20210101 | 到 | 20211231
        """
      ).indicators("| 产出指标 | 数量指标 | 设备数量 | ≥120台"))
    #expect(reading.text(.start) == "2021-01-01")
    #expect(reading.text(.end) == "2021-12-31")
    #expect(reading.form.unplaced.isEmpty)
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

  @Test func withoutScoresThereAreNoTotals() throws {
    let reading = try Reading(
      Page.budgetEvaluation.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施
        | 产出指标 | 数量指标 | 建设二级公路 | 32.1公里 | 32.1公里 |
        """))
    #expect(!reading.codes.contains(.formIncomplete))
  }

  // MARK: Money

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

  // MARK: Lists

  @Test func aUnitStandsAboveItsProjects() throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表（本级）
        单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        某州图书馆 | | | | |
        免费开放补助 | 免费开放300天。 | 产出指标 | 数量指标 | 免费开放天数 | ≥300天
        | | 效益指标 | 社会效益指标 | 接待读者 | ≥10万人次
        古籍修复经费 | 修复古籍200叶。 | 产出指标 | 数量指标 | 修复古籍数量 | ≥200叶
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.name] } == [.text("免费开放补助"), .text("古籍修复经费")])
    #expect(forms.map { $0[.annualGoal] } == [.text("免费开放300天。"), .text("修复古籍200叶。")])
    #expect(forms.map(\.indicators.count) == [2, 1])
    #expect(forms.map { $0[.implementingUnit] } == [.text("某州图书馆"), .text("某州图书馆")])
    #expect(reading.warnings.isEmpty)
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
}
