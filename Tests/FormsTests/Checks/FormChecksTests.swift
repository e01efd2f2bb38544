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
}
