import IR
import Testing

@testable import Forms

/// Forms as programs that convert sheets and pages print their tables.
struct ConverterPrintTests {
  private func codes(_ code: DiagnosticCode, _ reading: Reading) -> [Diagnostic] {
    reading.recognition.diagnostics.filter { $0.code == code }
  }

  // MARK: Words for empty cells

  @Test(arguments: ["NaN", "nan", "NaT", "None", "Unnamed: 0", "Unnamed: 12"])
  func wordsOfEmptyCells(word: String) {
    let isMark = EmptyCellMark.isMark(word.utf8Span.span)
    #expect(isMark)
  }

  @Test(arguments: [
    "", "N", "NA", "Nan", "无", "None of it", "Unnamed:", "Unnamed: ", "Unnamed: 1a",
    "Unnamed: 12345678901234567890", "Unnamed 1", "UNICEF 援助项目",
  ])
  func otherWords(word: String) {
    let isMark = EmptyCellMark.isMark(word.utf8Span.span)
    #expect(!isMark)
  }

  @Test func emptyCellsOfADataFrame() throws {
    let reading = try Reading(
      Page(
        """
        财政项目支出绩效目标申报表 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3
        项目名称 | 热线运行 | NaN | NaN
        主管部门 | 某局 | 实施单位 | 某中心
        计划开始日期 | 2024-01-01 00:00:00 | 计划完成日期 | NaN
        """
      ).indicators(
        """
        NaN | 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)
        NaN | NaN | 质量指标 | 接听合格率 | NaN
        """))
    #expect(reading.text(.name) == "热线运行")
    #expect(reading.text(.start) == "2024-01-01")
    #expect(reading.form[.end] == nil)
    #expect(reading.levels == ["数量指标 热线接听量", "质量指标 接听合格率"])
    #expect(reading.form.indicators.last?.target == nil)
    #expect(reading.form.unplaced.isEmpty)
    let found = codes(.emptyCellPrinted, reading)
    #expect(found.map(\.arguments) == [[.text("text", "Unnamed: 1"), .number("count", 10)]])
  }

  /// A table without a form is handed on as it is.
  @Test func otherTablesKeepTheirWords() throws {
    let reading = try Reading(Page("甲 | Unnamed: 1\n1 | NaN"))
    #expect(codes(.emptyCellPrinted, reading).isEmpty)
    #expect(reading.recognition.tables.count == 1)
  }

  // MARK: Merged cells in each of their columns

  @Test func headersOverTwoColumns() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 三级指标 | 年度指标值 | 年度指标值
        绩效指标 | 产出指标 | 数量指标 | 热线接听量 | 热线接听量 | ≥1000(次) | ≥1000(次)
        绩效指标 | 产出指标 | 质量指标 | 接听合格率 | 接听合格率 | ≥98% | ≥98%
        """))
    #expect(reading.levels == ["数量指标 热线接听量", "质量指标 接听合格率"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥1000(次)", "≥98%"])
    #expect(reading.further.isEmpty)
    #expect(reading.form.indicators.allSatisfy { $0.overallTarget == nil })
    #expect(reading.warnings.isEmpty)
  }

  /// A misread header looks repeated; the cells below it say that it is not.
  @Test func aHeaderMisreadAsTheOneBesideIt() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 三级指标 | 三级指标 | 年度指标值
        | 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)
        | | 质量指标 | 接听合格率 | ≥98%
        """))
    #expect(reading.levels == ["数量指标 热线接听量", "质量指标 接听合格率"])
  }

  /// A target that was met is printed twice and means two things.
  @Test func equalValuesUnderTwoHeaders() throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 热线接听量 | ≥98% | ≥98% | 10 | 10 |"))
    let indicator = try #require(reading.form.indicators.first)
    #expect(indicator.target?.text == "≥98%")
    #expect(indicator.actual?.text == "≥98%")
    #expect(indicator.weight?.text == "10")
    #expect(indicator.score?.text == "10")
  }

  @Test func optionsAreListedOnce() throws {
    let options = "☐结转项目 ☑经常性专项业务费"
    let reading = try Reading(
      Page("上海市财政支出项目绩效目标申报表").adding(
        """
        项目名称 | 热线运行 | 热线运行
        项目类型 | \(options) | \(options)
        计划开始日期 | 2019-1-1 | 计划完成日期 | 2019-12-31
        项目概况 | 运行热线。 | 运行热线。
        立项依据 | 有文件。 | 有文件。
        """))
    guard case .options(let found) = reading.form[.types] else {
      Issue.record("no options")
      return
    }
    #expect(found.map(\.label) == ["结转项目", "经常性专项业务费"])
    #expect(found.map(\.isChecked) == [false, true])
  }

  @Test func equalGoalsBesideEachOther() throws {
    let goal = "做好服务。"
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表\n项目名称 | 热线运行").adding(
        """
        项目绩效目标 | 项目总目标 | 项目总目标 | 年度总体目标 | 年度总体目标
        项目绩效目标 | \(goal) | \(goal) | \(goal) | \(goal)
        """
      ).indicators("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)"))
    #expect(reading.text(.overallGoal) == goal)
    #expect(reading.text(.annualGoal) == goal)
  }

  @Test func labelsAndTitlesInEachColumn() throws {
    let title = "财政项目支出绩效目标申报表"
    let reading = try Reading(
      Page().adding(
        """
        \(title) | \(title) | \(title) | \(title) | \(title)
        （2024年度） | （2024年度） | （2024年度） | （2024年度） | （2024年度）
        项目名称 | 项目名称 | 热线运行 | 热线运行 | 热线运行
        主管部门 | 主管部门 | 某局 | 实施单位 | 某中心
        项目起止时间 | 20240101 | 20240101 | 至 | 20241231
        """
      ).indicators("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)"))
    #expect(reading.recognition.forms.count == 1)
    #expect(reading.form.title == title)
    #expect(reading.form.year == 2024)
    #expect(reading.text(.name) == "热线运行")
    #expect(reading.text(.department) == "某局")
    #expect(reading.text(.implementingUnit) == "某中心")
    #expect(reading.text(.start) == "2024-01-01")
    #expect(reading.text(.end) == "2024-12-31")
    #expect(reading.form.unplaced.isEmpty && reading.warnings.isEmpty)
  }

  @Test func captionsInEachRow() throws {
    let reading = try Reading(
      Page("财政项目支出绩效自评表\n项目名称 | 热线运行").adding(
        """
        年度总体目标 | 预期目标 | | 实际完成情况 |
        年度总体目标 | 做好服务。 | | 服务做好了。 |
        """
      ).scored(
        """
        绩效指标 | 产出指标 | 数量指标 | 热线接听量 | ≥1000(次) | 1000次 | 90 | 90 |
        绩效指标 | 总分 | | | | | 100 | 99 |
        """))
    #expect(reading.text(.plannedGoal) == "做好服务。")
    #expect(reading.text(.actualGoal) == "服务做好了。")
    #expect(reading.form.indicators.count == 1)
    #expect(reading.form.total?.score == Measure(text: "99", number: "99"))
  }

  @Test func goalBesideItsCaptionInEachColumn() throws {
    let goal = "1.做好服务。"
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表\n项目名称 | 热线运行\n绩效目标 | \(goal) | \(goal) | \(goal)")
        .indicators("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)"))
    #expect(reading.text(.annualGoal) == goal)
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func indicatorsSideBySideInEachColumn() throws {
    let reading = try Reading(
      Page("转移支付区域绩效目标表").adding(
        """
        专项名称 | 专项名称 | 农业生产发展资金 | 农业生产发展资金 | 农业生产发展资金 | 农业生产发展资金 | 农业生产发展资金 | 农业生产发展资金
        总体目标 | 实施期目标 | 实施期目标 | 实施期目标 | 年度目标 | 年度目标 | 年度目标 | 年度目标
        总体目标 | 建成9万亩。 | 建成9万亩。 | 建成9万亩。 | 建成3万亩。 | 建成3万亩。 | 建成3万亩。 | 建成3万亩。
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 三级指标 | 指标值 | 指标值
        绩效指标 | 产出指标 | 数量指标 | 高标准农田面积 | 9万亩 | 高标准农田面积 | 3万亩 | 3万亩
        绩效指标 | 产出指标 | 质量指标 | 验收合格率 | ≥95% | 验收合格率 | ≥95% | ≥95%
        """))
    #expect(reading.text(.name) == "农业生产发展资金")
    #expect(reading.text(.overallGoal) == "建成9万亩。")
    #expect(reading.text(.annualGoal) == "建成3万亩。")
    let found = reading.form.indicators.map { indicator in
      [indicator.level2, indicator.name, indicator.overallTarget?.text, indicator.target?.text]
        .map { $0 ?? "-" }.joined(separator: " ")
    }
    #expect(
      found == [
        "数量指标 高标准农田面积 9万亩 -", "质量指标 验收合格率 ≥95% -", "数量指标 高标准农田面积 - 3万亩",
        "质量指标 验收合格率 - ≥95%",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func equalTargetAndActualStayTwoCells() throws {
    let reading = try Reading(
      Page("财政项目支出绩效自评表\n项目名称 | 项目名称 | 热线运行 | 热线运行").adding(
        """
        一级指标 | 二级指标 | 三级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 热线接听量 | 热线接听量 | ≥1000次 | ≥1000次 | 50 | 50
        | 时效指标 | 完成时间 | 完成时间 | 2023年12月底前 | 2023年12月底前 | 20 | 20
        满意度指标 | 满意度指标 | 来电人满意度 | 来电人满意度 | 较高 | 较高 | 20 | 20
        """))
    let found = reading.form.indicators.map { indicator in
      [
        indicator.name, indicator.target?.text, indicator.actual?.text, indicator.weight?.text,
        indicator.score?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
    }
    #expect(
      found == [
        "热线接听量 ≥1000次 ≥1000次 50 50", "完成时间 2023年12月底前 2023年12月底前 20 20", "来电人满意度 较高 较高 20 20",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A misread header, and goals and dashes that are alike.
  @Test func equalCellsBelowADamagedHeaderStayTwo() throws {
    let reading = try Reading(
      Page("财政项目支出绩效自评表\n项目名称 | 热线运行").adding(
        """
        年度总体目标 | 预期目标 | 实际完成倩况
        | 按时完成全部任务。 | 按时完成全部任务。
        """
      ).scored("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次) | 1000次 | 90 | 90 |"))
    #expect(reading.text(.plannedGoal) == "按时完成全部任务。")
    #expect(reading.text(.actualGoal) == "按时完成全部任务。")
  }

  // MARK: Merged cells that were lost

  /// 其他资金 is a label of both halves; the rows above say which column is that of the year.
  @Test func moneyOfTheYearInShiftedRows() throws {
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表\n项目名称 | 热线运行").adding(
        """
        项目资金（元） | 项目资金总额 | | 年度资金申请总额 | 100.00
        其中：财政资金 | | 其中：当年财政拨款 | 90.00
        | | 上年结转资金 | 10.00
        | | 其他资金 | 0.00
        项目绩效目标 | 项目总目标 | 年度总体目标
        | 做好一年的服务。
        """
      ).indicators("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)"))
    #expect(reading.text(.annualOther) == "0.00")
    #expect(reading.form[.other] == nil)
    #expect(reading.text(.annualGoal) == "做好一年的服务。")
    #expect(reading.form[.overallGoal] == nil)
  }

  /// The column says nothing, so it is told.
  @Test func moneyInAColumnOfItsOwn() throws {
    let reading = try Reading(
      Page("财政项目支出绩效目标申报表\n项目名称 | 热线运行").adding(
        """
        项目资金（元） | 项目资金总额 | | 年度资金申请总额 | 100.00
        | 其中：财政资金 | | 其中：当年财政拨款 | 90.00
        | | 其他资金 | | 10.00
        """
      ).indicators("| 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)"))
    #expect(codes(.valueShifted, reading).map(\.pointer) == ["/forms/0/funding/other"])
  }

  @Test func aRowOfMoneyIsShiftedAsTheOneAbove() throws {
    let reading = try Reading(
      Page("财政项目支出绩效自评表\n项目名称 | 热线运行").adding(
        """
        项目资金（元） | | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        年度资金总额 | | 400.00 | 400.00 | 360.00 | 10 | 90.00% | 9
        上年结转资金 | | | | | — | |
        """))
    let row = try #require(reading.form.fundingRows.last)
    #expect(row.key == "annualCarryover")
    #expect(row.weight == Measure(text: "—"))
    #expect(row.executed == nil)
  }

  /// A form that was drawn is read cell by cell, but not where its cells have moved.
  @Test func aDrawnFormWithoutItsMergedCells() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        产出指标 | 数量指标 | 热线接听量 | ≥1000(次)
        质量指标 | 接听合格率 | ≥98(%)
        """
      ).line("附：原表信息").adding("位置 | 项目 | 表中 | 内容\n/layout | 版式 | | 2024"))
    #expect(reading.levels == ["数量指标 热线接听量", "质量指标 接听合格率"])
    #expect(reading.form.indicators.map(\.level1) == ["产出指标", "产出指标"])
    #expect(reading.form.indicators.map(\.target?.text) == ["≥1000(次)", "≥98(%)"])
  }
}
