import IR
import Testing

@testable import Forms

/// Cells that hold the labels of both levels.
struct LevelPairTests {
  /// The indicators, each as its levels and its name.
  private static func rows(_ reading: Reading) -> [String] {
    reading.form.indicators.map { indicator in
      [indicator.level1, indicator.level2, indicator.name].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test(arguments: ["", "-", "—", "——", "/", "／", "：", " "])
  func inTheColumnOfLevel2(_ mark: String) throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | | 产出指标\(mark)数量指标 | 加装水箱数 | ≥12个
        | | | 安装报警器数 | ≥860套
        | | 产出指标\(mark)质量指标 | 验收合格率 | 100%
        | | 效益指标\(mark)可持续影响指标 | 管护机制 | 健全
        | | 满意度指标\(mark)服务对象满意度指标 | 村民满意度 | ≥92%
        """))
    #expect(
      Self.rows(reading) == [
        "产出指标 数量指标 加装水箱数", "产出指标 数量指标 安装报警器数", "产出指标 质量指标 验收合格率", "效益指标 可持续影响指标 管护机制",
        "满意度指标 服务对象满意度指标 村民满意度",
      ])
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  /// Level 1 is printed in its own column too.
  @Test func besideLevel1() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 产出指标-数量指标 | 加装水箱数 | ≥12个
        | | 产出指标-质量指标 | 验收合格率 | 100%
        | 效益指标 | 效益指标-社会效益指标 | 火灾起数 | ≤1起
        """))
    #expect(
      Self.rows(reading) == ["产出指标 数量指标 加装水箱数", "产出指标 质量指标 验收合格率", "效益指标 社会效益指标 火灾起数"])
    #expect(!reading.codes.contains(.labelRepeated))
  }

  /// One column for both levels, whose labels are words alone, as printed.
  @Test(arguments: [("产出-数量", "效益-社会效益"), ("产出（数量）", "效益（社会效益）"), ("产出/数量", "效益/社会效益")])
  func inOneColumn(_ quantity: String, _ benefit: String) throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        指标类型 | 指标名称 | 指标值
        \(quantity) | 签约团队数 | ≥180个
        \(quantity) | 重点人群签约率 | ≥82%
        \(benefit) | 基层首诊率 | ≥65%
        """))
    #expect(Self.rows(reading) == ["产出 数量 签约团队数", "产出 数量 重点人群签约率", "效益 社会效益 基层首诊率"])
    #expect(reading.warnings.isEmpty)
  }

  /// Without a mark between them two words are one: 产出数量 is a label of departments as a whole.
  @Test func wordsAloneAreNoPair() throws {
    let reading = try FormReading(unread: Page("产出数量 | 效益指标时效指标 | 产出指标完成率"), layout: "2024")
    for token in reading.tokens {
      let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
      #expect(reading.levelPair(key) == nil)
    }
  }

  /// The points of a level are none of its labels.
  @Test func pointsBehindALabel() throws {
    let reading = try Reading(
      Page.declaration.indicators("| 产出指标（50分） | 数量指标（20分） | 加装水箱数 | ≥12个"))
    #expect(Self.rows(reading) == ["产出指标（50分） 数量指标（20分） 加装水箱数"])
  }
}
