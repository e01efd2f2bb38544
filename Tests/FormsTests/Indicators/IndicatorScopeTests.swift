import IR
import Testing

@testable import Forms

/// Forms that print the indicators of the whole project and those of the year.
struct IndicatorScopeTests {
  /// The indicators, each as its level 2, its name and both targets.
  private func texts(_ reading: Reading) -> [String] {
    reading.form.indicators.map { indicator in
      [indicator.level2, indicator.name, indicator.overallTarget?.text, indicator.target?.text]
        .map { $0 ?? "-" }.joined(separator: " ")
    }
  }

  private static let expected = [
    "数量指标 建设系统数 ≥9个 -", "质量指标 验收合格率 100% -", "服务对象满意度指标 用户满意度 ≥90% -",
    "数量指标 建设系统数 - ≥3个", "质量指标 验收合格率 - 99%", "服务对象满意度指标 用户满意度 - ≥85%",
  ]

  /// The caption of a block may stand on any of its rows.
  @Test(arguments: [("实施期绩效指标", "年度绩效指标", ""), ("中期指标", "", "年度指标")])
  func oneBelowTheOther(project: String, year: String, yearBelow: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        \(project) | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥9个
        | | 质量指标 | 验收合格率 | 100%
        | 满意度指标 | 服务对象满意度指标 | 用户满意度 | ≥90%
        \(year) | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥3个
        \(yearBelow) | | 质量指标 | 验收合格率 | 99%
        | 满意度指标 | 服务对象满意度指标 | 用户满意度 | ≥85%
        """))
    #expect(texts(reading) == Self.expected)
    #expect(reading.warnings.isEmpty)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Level 1 is printed once, for both sides.
  @Test func sideBySide() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥9个 | 数量指标 | 建设系统数 | ≥3个
        | | 质量指标 | 验收合格率 | 100% | 质量指标 | 验收合格率 | 99%
        | 满意度指标 | 服务对象满意度指标 | 用户满意度 | ≥90% | 服务对象满意度指标 | 用户满意度 | ≥85%
        """))
    #expect(texts(reading) == Self.expected)
    #expect(reading.warnings.isEmpty)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Headers may say of which side they are.
  @Test(arguments: [("长期", "年度"), ("年度", "长期")])
  func scopesBehindTheHeaders(left: String, right: String) throws {
    let isReversed = left == "年度"
    let (long, year) = (["≥9个", "100%"], ["≥3个", "99%"])
    let (first, second) = isReversed ? (year, long) : (long, year)
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标（\(left)） | 三级指标（\(left)） | 指标值（\(left)） | 二级指标（\(right)） | 三级指标（\(right)） | 指标值（\(right)）
        产出指标 | 数量指标 | 建设系统数 | \(first[0]) | 数量指标 | 建设系统数 | \(second[0])
        | 质量指标 | 验收合格率 | \(first[1]) | 质量指标 | 验收合格率 | \(second[1])
        """))
    let ofProject = ["数量指标 建设系统数 ≥9个 -", "质量指标 验收合格率 100% -"]
    let ofYear = ["数量指标 建设系统数 - ≥3个", "质量指标 验收合格率 - 99%"]
    #expect(texts(reading) == ofProject + ofYear)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// The row above the header says which side is which; one side may have more indicators.
  @Test func captionsAboveTheSides() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        | 年度目标指标 | | | | 中期目标指标 | | |
        | 一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥3个 | 产出指标 | 数量指标 | 建设系统数 | ≥9个
        | | 质量指标 | 验收合格率 | 99% | | | |
        """))
    #expect(
      texts(reading) == [
        "数量指标 建设系统数 ≥9个 -", "数量指标 建设系统数 - ≥3个", "质量指标 验收合格率 - 99%",
      ])
  }

  /// A form with one set of indicators has no other target than those.
  @Test func aCaptionAloneChangesNothing() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        总体绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥9个
        """))
    #expect(texts(reading) == ["数量指标 建设系统数 - ≥9个"])
  }

  /// A header that is repeated below a page break goes on with what is above it.
  @Test func aPageBreakInside() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        实施期绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥9个

        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | 质量指标 | 验收合格率 | 100%
        年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 建设系统数 | ≥3个
        """))
    #expect(
      texts(reading) == [
        "数量指标 建设系统数 ≥9个 -", "质量指标 验收合格率 100% -", "数量指标 建设系统数 - ≥3个",
      ])
  }

  /// One header of two equal sets is misread.
  @Test(arguments: ["二级指际", "措标值", "三级措标"])
  func sideBySideBelowADamagedHeader(damaged: String) throws {
    let header = "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值"
    let word = ["二级指标", "三级指标", "指标值"].first {
      LabelKey.distance(Self.scalars($0), Self.scalars(damaged)) == 1
    }
    let reading = try Reading(
      Page.declaration.adding(
        """
        \(header.replacing(word ?? "", with: damaged, maxReplacements: 1))
        产出指标 | 数量指标 | 果园面积 | 6000亩 | 数量指标 | 果园面积 | 2000亩
        满意度指标 | 服务对象满意度指标 | 果农满意度 | ≥90% | 服务对象满意度指标 | 果农满意度 | ≥88%
        """))
    #expect(reading.form.indicators.map(\.overallTarget?.text) == ["6000亩", "≥90%", nil, nil])
    #expect(reading.form.indicators.map(\.target?.text) == [nil, nil, "2000亩", "≥88%"])
    #expect(reading.form.unplaced.isEmpty)
  }

  private static func scalars(_ text: String) -> [UInt32] {
    LabelKey.scalars(LabelKey.key(of: text).span)
  }

  /// The end of a name of the whole project's indicators stands in a row of its own.
  @Test func aNameIsSplitOnOneSide() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 果园面积 | 6000亩 | 数量指标 | 果园面积 | 2000亩
        | 质量指标 | 果园验收 | ≥95% | 质量指标 | 果园验收合格率 | ≥96%
        | | 合格率 | | | |
        """))
    #expect(reading.form.indicators.map(\.name) == ["果园面积", "果园验收合格率", "果园面积", "果园验收合格率"])
    #expect(reading.warnings.isEmpty)
  }

  /// The header of the whole project's targets is lost, which stand left of the year's, or right of them.
  @Test(arguments: [("| 年度指标值", "overall"), ("实施期指标值 |", "year")])
  func aHeaderOfTargetsIsLost(headers: String, lost: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | \(headers)
        产出指标 | 数量指标 | 修缮里程 | ≥15公里 | ≥6公里
        | 质量指标 | 验收合格率 | ≥99% | 100%
        """))
    #expect(reading.form.indicators.map(\.overallTarget?.text).allSatisfy { $0 != "≥6公里" })
    #expect(reading.form.indicators.map(\.target?.text).allSatisfy { $0 != "≥15公里" })
  }
}
