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

  /// One of the two labels is misread or clipped.
  @Test func damagedPairs() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        产出指标 数量指标 | | | 竞赛工种数 | ≥6个
        产出指标-质量指际 | | | 裁判持证率 | 100%
        产岀指标-时效指标 | | | 竞赛按期举办率 | 100%
        满意度指标 服务对象满意度指 | | | 选手满意度 | ≥90%
        """))
    #expect(
      Self.rows(reading) == [
        "产出指标 数量指标 竞赛工种数", "产出指标 质量指标 裁判持证率", "产出指标 时效指标 竞赛按期举办率",
        "满意度指标 服务对象满意度指标 选手满意度",
      ])
    #expect(reading.diagnostics(.labelCorrected).count == 3)
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A label that nobody can read may have begun another level on its row.
  @Test func anUnreadLabel() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标 | 数量指标 | 竞赛工种数 | ≥6个
        | | 广羹措禄 | 裁判人数 | 8人
        """))
    #expect(reading.form.unplaced.map(\.text) == ["广羹措禄"])
    #expect(reading.diagnostics(.levelInferred).map(\.pointer) == ["/forms/0/indicators/1"])
  }

  /// The points of a label do not keep it from being read though a character is wrong.
  @Test func pointsBehindAMisreadLabel() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产出指标（50分） | 数量指标（20分） | 竞赛工种数 | ≥6个
        | 效益指标（30分） | 社会效亦指标（30分） | 带动就业 | ≥60人
        """))
    #expect(Self.rows(reading).last == "效益指标（30分） 社会效益指标 带动就业")
    #expect(reading.form.unplaced.isEmpty)
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
