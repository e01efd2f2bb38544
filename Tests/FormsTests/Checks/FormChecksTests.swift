import IR
import Testing

@testable import Forms

/// Every sum and rate that fails is reported with both numbers, and none that holds.
struct FormChecksTests {
  /// The checks of a self-evaluation whose funding row weighs 10 and scores 9.
  private static let scored = """
    | 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 50 | 45 |
    | | 质量指标 | 验收合格率 | ≥95% | 96% | 40 | 40 |
    总分 | | | | | | 100 | 94 |
    """

  private func values(_ diagnostic: Diagnostic) -> [String] {
    diagnostic.arguments.map {
      switch $0.value {
      case .text(let text): text
      case .number(let number): String(number)
      }
    }
  }

  private func failures(_ text: String) throws -> [String] {
    let codes: [DiagnosticCode] = [
      .componentsSum, .fundingSum, .executionRate, .weightSum, .scoreSum, .scoreAboveWeight,
    ]
    return try Reading(text, as: .tsv).recognition.diagnostics.filter { codes.contains($0.code) }
      .map { "\($0.code.rawValue) " + values($0).joined(separator: " ") }
  }

  @Test func correctFormsPass() throws {
    #expect(try failures(Page.declaration.text).isEmpty)
    #expect(try failures(Page.selfEvaluation.scored(Self.scored).text).isEmpty)
    #expect(try failures(Page.legacy.text).isEmpty)
  }

  @Test func theYearsMoneyAddsUp() throws {
    let page = Page.declaration.text.replacing("\t90.00", with: "\t91.00")
    #expect(try failures(page) == ["funding-sum 100.00 101.00"])
  }

  @Test func allMoneyAddsUp() throws {
    let page = Page.declaration.text.replacing("\t300.00", with: "\t300.01")
    #expect(try failures(page) == ["funding-sum 300.01 300.00"])
  }

  @Test func aSumWithAMissingPartIsNotChecked() throws {
    let page = Page.declaration.text.replacing("\t90.00", with: "\t")
    #expect(try failures(page).isEmpty)
  }

  @Test(arguments: [("500", "500", true), ("499", "499", false), ("200.50", "200.5", false)])
  func subProjectsAddUp(part: String, shown: String, holds: Bool) throws {
    let page = Page.legacy.adding(
      """
      项目总预算 | 800 | 项目当年预算 | 800
      子项目名称 | | 预算金额 |
      服务费 | | \(part) |
      设备费 | | 300 |
      备注 | 无
      """)
    let found = try failures(page.text)
    #expect(found.isEmpty == holds)
    #expect(found.allSatisfy { $0.hasPrefix("components-sum 800 ") })
  }

  /// 360 of 400 is 90 %, to as many digits as are printed.
  @Test(arguments: [
    ("90.00%", [String]()), ("90%", []), ("90.0%", []),
    ("90.01%", ["execution-rate 90.01% 90.00%"]), ("91%", ["execution-rate 91% 90%"]),
  ])
  func ratesFollowFromAmounts(rate: String, expected: [String]) throws {
    let page = Page.selfEvaluation.scored(Self.scored).text.replacing("90.00%", with: rate)
    #expect(try failures(page) == expected)
  }

  @Test func weightsAddUp() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text.replacing("\t50\t", with: "\t51\t")
    #expect(try failures(page) == ["weight-sum 100 101"])
  }

  @Test func scoresAddUp() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text.replacing("\t94", with: "\t95.5")
    #expect(try failures(page) == ["score-sum 95.5 94"])
  }

  @Test func aScoreIsAtMostItsWeight() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text.replacing("\t40\t40", with: "\t40\t41")
    #expect(
      Set(try failures(page)) == ["score-above-weight 40 41", "score-sum 94 95"])
  }

  // MARK: What failed sums probably come from

  private func found(_ text: String, _ code: DiagnosticCode) throws -> [Diagnostic] {
    try Reading(text, as: .tsv).diagnostics(code)
  }

  @Test func aMissingScoreIsImpliedByTheTotal() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text.replacing("\t50\t45", with: "\t50\t—")
    let hint = try #require(try found(page, .numberImplied).first)
    #expect(values(hint) == ["培训场次", "45", "94"])
    #expect(hint.pointer == "/forms/0/indicators/0/score")
    #expect(hint.severity == .note)
  }

  /// A total of 94.5 would leave 45.5 beside 40 and 9: a number that is printed is misread.
  @Test func aMissingScoreIsWholeWhereTheOthersAre() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("\t50\t45", with: "\t50\t—").replacing("\t94", with: "\t94.5")
    #expect(try !failures(page).isEmpty)
    #expect(try found(page, .numberImplied).isEmpty)
  }

  /// 94 − 49 leaves 45 for two scores: nothing tells which has how much.
  @Test func twoMissingScoresAreNotImplied() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("\t50\t45", with: "\t50\t—").replacing("\t40\t40", with: "\t40\t—")
    #expect(try found(page, .numberImplied).isEmpty)
  }

  /// With 46 of 50 the total of 98 lacks 4, which makes 50.
  @Test func aScoreThatShouldBeFullIsNamed() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("\t50\t45", with: "\t50\t46").replacing("\t94", with: "\t99")
    let hint = try #require(try found(page, .numberSuspect).first)
    #expect(values(hint) == ["培训场次", "46", "50"])
  }

  @Test func aDifferenceOfRoundingIsSaid() throws {
    let page = Page.declaration.text.replacing("\t300.00", with: "\t300.01")
    #expect(try found(page, .roundingLikely).map(values) == [["0.01"]])
    let other = Page.declaration.text.replacing("\t300.00", with: "\t310.00")
    #expect(try found(other, .roundingLikely).isEmpty)
  }

  /// 360 ÷ 401 is 89.7756 %.
  @Test(arguments: [("89.77%", true), ("89.78%", false), ("89.76%", false), ("98.78%", false)])
  func aRateThatIsCutOffIsSaid(rate: String, isCutOff: Bool) throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("400.00\t360.00", with: "401.00\t360.00").replacing("90.00%", with: rate)
    #expect(try found(page, .rateRounded).isEmpty == !isCutOff)
  }

  // MARK: Other checks

  @Test func weightsTotalAHundred() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("\t50\t45", with: "\t40\t45").replacing("\t100\t", with: "\t90\t")
    #expect(try found(page, .weightTotal).map(values) == [["90"]])
    #expect(try found(page, .weightSum).isEmpty)
  }

  @Test(arguments: [
    ("2024-12-31", "2024-01-01", [DiagnosticCode.datesReversed]),
    ("2025-01-01", "2025-12-31", [.yearMismatch]), ("2022-01-01", "2023-12-31", [.yearMismatch]),
    ("2023-01-01", "2025-12-31", []), ("2024年", "2024年6月", []), ("2024", "2024-01-31", []),
  ])
  func datesFitTheYear(start: String, end: String, codes: [DiagnosticCode]) throws {
    let page = Page.declaration.text.replacing("2024-12-31", with: end)
      .replacing("2024-01-01\t\t", with: start + "\t\t")
    let reading = try Reading(page, as: .tsv)
    #expect(reading.codes.filter { $0 == .datesReversed || $0 == .yearMismatch } == codes)
  }

  @Test(arguments: [
    ("≥85%", "83%", true), ("≥85%", "85%", false), ("≥85%", "100%", false),
    ("≤3天", "4天", true), ("≤3天", "3天", false), ("<3天", "3天", true), (">3天", "3天", true),
    ("=5场", "4场", true), ("=5场", "6场", false), ("5场", "4场", true),
    ("≥85%", "0.83", false), ("≥5万元", "4", false), ("≥85%", "83分", false), ("及时", "不及时", false),
    ("=36000", "3600", true), ("≠0", "0", true),
  ])
  func aFullScoreNeedsTheTarget(target: String, actual: String, isMissed: Bool) throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("≥95%\t96%", with: "\(target)\t\(actual)")
    let found = try found(page, .targetMissed)
    #expect(found.isEmpty == !isMissed)
    #expect(found.allSatisfy { $0.pointer == "/forms/0/indicators/1/actual" })
  }

  /// Where a target of costs has no relation, spending less is no miss; where it says `=`, it is.
  @Test(arguments: [("310.21万元", true), ("=310.21万元", false)])
  func spendingLessIsNoMiss(target: String, isMet: Bool) throws {
    let page = Page.selfEvaluation.scored(
      """
      | 产出指标 | 成本指标 | 项目预算控制数 | \(target) | 155.105万元 | 90 | 90 |
      总分 | | | | | | 100 | 99 |
      """)
    #expect(try found(page.text, .targetMissed).isEmpty == isMet)
  }

  @Test func aMissedTargetMayCostPoints() throws {
    let page = Page.selfEvaluation.scored(Self.scored).text
      .replacing("≥95%\t96%\t40\t40", with: "≥95%\t90%\t40\t38")
    #expect(try found(page, .targetMissed).isEmpty)
  }

  @Test func anIndicatorIsPrintedOnce() throws {
    let page = Page.declaration.indicators(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | | | 培训人数 | ≥100(人)
      | | | 培训场次 | =5(场)
      | | | 培训人数 | ≥200(人)
      | | 质量指标 | 验收合格率 | ≥95(%)
      """)
    #expect(try found(page.text, .indicatorRepeated).map(values) == [["培训场次", "1"]])
  }

  @Test func whatAFormAlwaysSaysIsThere() throws {
    let page = Page.declaration.text.replacing("热线运行", with: "")
    #expect(try found(page, .fieldEmpty).map(values) == [["项目名称"]])
    #expect(try found(Page.declaration.text, .fieldEmpty).isEmpty)
  }

  @Test func levelsWithoutIndicatorsAreNamed() throws {
    let page = Page.declaration.indicators(
      """
      | 产出指标 | 数量指标 | 培训场次 | =5(场)
      | | 质量指标 | 验收合格率 | ≥95(%)
      | | 时效指标 | |
      | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥95(%)
      """)
    #expect(try found(page.text, .levelEmpty).map(values) == [["产出指标 / 时效指标"]])
  }

  /// 中央 and 市县 alone do not make the year's money where 省级 is printed.
  @Test func theMoneyOfTheProvinceIsAPart() throws {
    func reading(_ local: String) throws -> Reading {
      try Reading(
        Page(
          """
          项目支出绩效目标表
          （2024年度）
          项目名称 | 避险搬迁 | 实施单位 | 某局
          项目资金（万元） | 年度资金总额 | 5460
          | 其中：中央资金 | 0
          | 省级资金 | 3360
          | 市县资金 | \(local)
          | 其他资金 | 0
          """
        ).indicators("| 产出指标 | 数量指标 | 搬迁户数 | ≥420户"))
    }
    let (right, wrong) = try (reading("2100"), reading("2000"))
    #expect(right.warnings.isEmpty)
    #expect(wrong.warnings == [.fundingSum])
  }

  /// Amounts of one unit add up, whether each prints it or their table; of several they are not compared.
  @Test(arguments: [
    ("项目资金", "90万元", "10万元", "100万元", false), ("项目资金", "90万元", "11万元", "100万元", true),
    ("项目资金（万元）", "90万元", "11", "100", true), ("项目资金（万元）", "900000元", "10", "100", false),
    ("项目资金", "90万元", "11", "100万元", false), ("项目资金（万元）", "90万", "11", "100万元", true),
  ])
  func amountsOfOneUnitAddUp(
    caption: String, budget: String, other: String, total: String, fails: Bool
  ) throws {
    let reading = try Reading(
      Page(
        """
        项目支出绩效目标表
        （2024年度）
        项目名称 | 避险搬迁 | 实施单位 | 某局
        \(caption) | 年度资金总额 | \(total)
        | 其中：财政拨款 | \(budget)
        | 上年结转资金 | 0
        | 其他资金 | \(other)
        """
      ).indicators("| 产出指标 | 数量指标 | 搬迁户数 | ≥420户"))
    #expect(reading.warnings == (fails ? [.fundingSum] : []))
  }
}

/// The points of the budget's execution, which forms print in more than one way.
struct ExecutionPointsTests {
  private func sums(_ page: Page) throws -> [DiagnosticCode] {
    try Reading(page).warnings.filter { $0 == .weightSum || $0 == .scoreSum }
  }

  /// Both the funding table and the first indicator print them.
  @Test func printedTwiceTheyCountOnce() throws {
    let rows = """
      | 预算执行率 | 预算执行率 | 预算执行率 | ≥95% | 90% | 10 | 9 |
      | 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 90 | 80 |
      """
    #expect(
      try sums(Page.selfEvaluation.scored(rows + "\n总分 | | | | | | 100 | 89 |")).isEmpty)
    #expect(
      try sums(Page.selfEvaluation.scored(rows + "\n总分 | | | | | | 90 | 79 |"))
        == [.weightSum, .scoreSum])
  }

  /// The funding table has the weight and the rate of 90 %, and no column for the score.
  @Test func theirScoreFollowsFromTheRate() throws {
    let page = Page(
      """
      财政项目支出绩效自评表

      项目名称 | 热线运行
      主管部门 | 某局 | 实施单位 | 某中心
      项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率
      | 年度资金总额 | 400.00 | 400.00 | 360.00 | 10 | 90.00%
      年度总体目标 | 预期目标 | | 实际完成情况 |
      | 做好服务。 | | 服务做好了。 |
      """)
    let rows = "| 产出指标 | 数量指标 | 培训场次 | =5(场) | 5 | 90 | 85 |"
    #expect(try sums(page.scored(rows + "\n总分 | | | | | | 100 | 94 |")).isEmpty)
    #expect(try sums(page.scored(rows + "\n总分 | | | | | | 100 | 95 |")) == [.scoreSum])
  }

  /// A number that a narrow cell broke has no reading, and is told with what it may be.
  @Test(arguments: [
    ("10 0%", "100%"), ("≥500 0个", "≥5000个"), ("948000 .50", "948000.50"),
    ("9,293, 977", "9,293,977"),
  ])
  func partedNumbers(text: String, whole: String) throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 培训场次 | \(text) | 5 | 50 | 4 5 |"))
    #expect(reading.form.indicators.first?.target == Measure(text: text))
    let told = reading.diagnostics(.numberParted)
    #expect(told.map(\.pointer) == ["/forms/0/indicators/0/target", "/forms/0/indicators/0/score"])
    #expect(
      told.map(\.arguments) == [
        [.text("text", text), .text("whole", whole)], [.text("text", "4 5"), .text("whole", "45")],
      ])
  }

  /// White space between the parts of a measure is none inside its number.
  @Test(arguments: ["≥ 95 %", "5 场", "2024 年 1 月", "第 1 2 期", "三次 5 6"])
  func numbersWithSpaces(text: String) throws {
    let reading = try Reading(
      Page.selfEvaluation.scored("| 产出指标 | 数量指标 | 培训场次 | \(text) | 5 | 50 | 45 |"))
    #expect(reading.diagnostics(.numberParted).isEmpty)
  }
}
