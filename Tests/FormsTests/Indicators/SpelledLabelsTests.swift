import IR
import Testing

@testable import Forms

/// Labels printed upright, of which scanning made a row for each character.
struct SpelledLabelsTests {
  private func levels(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.level1 ?? "-") \($0.level2 ?? "-") \($0.name ?? "-")" }
  }

  @Test func eachCharacterHasARow() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        绩 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
        效 | 产 | 数量指标 | 公交线路条数 | ≥46条
        指 | 出 | | 年客运量 | ≥2000万人次
        标 | 指 | 质量指标 | 车辆完好率 | ≥98%
        | 标 | 时效指标 | 班次准点率 | ≥90%
        | 效 | 社会效益指标 | 公交出行分担率 | ≥22%
        | 益 | | 万人公交拥有量 | ≥12标台
        | 指 | 生态效益指标 | 新能源公交占比 | 100%
        | 标 | | 碳排放减少量 | ≥300吨
        """))
    #expect(
      levels(reading) == [
        "产出指标 数量指标 公交线路条数", "产出指标 数量指标 年客运量", "产出指标 质量指标 车辆完好率",
        "产出指标 时效指标 班次准点率", "效益指标 社会效益指标 公交出行分担率", "效益指标 社会效益指标 万人公交拥有量",
        "效益指标 生态效益指标 新能源公交占比", "效益指标 生态效益指标 碳排放减少量",
      ])
    #expect(reading.form.unplaced.isEmpty)
  }

  /// Empty rows between the characters say nothing.
  @Test func rowsWithoutACharacter() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        | 产 | 数量指标 | 培训人数 | ≥50人
        | | | 培训场次 | ≥5场
        | 出 | 质量指标 | 考试通过率 | ≥90%
        | 效 | 社会效益指标 | 政策知晓率 | ≥80%
        | 益 | | 投诉件数 | ≤3件
        """))
    #expect(
      levels(reading) == [
        "产出 数量指标 培训人数", "产出 数量指标 培训场次", "产出 质量指标 考试通过率", "效益 社会效益指标 政策知晓率",
        "效益 社会效益指标 投诉件数",
      ])
  }

  @Test func otherCharactersStayWhereTheyAre() throws {
    let reading = try Reading(
      Page.declaration.indicators(
        """
        甲 | 产出指标 | 数量指标 | 培训人数 | ≥50人
        乙 | | 质量指标 | 考试通过率 | ≥90%
        """))
    #expect(reading.form.unplaced.map(\.text) == ["甲", "乙"])
  }
}
