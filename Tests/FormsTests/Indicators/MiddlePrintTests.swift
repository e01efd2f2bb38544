import IR
import Testing

@testable import Forms

/// Levels where labels stand in the middle of their groups, as print centres them in merged cells.
struct MiddlePrintTests {
  private func levels(_ reading: Reading) -> [String] {
    reading.form.indicators.map { "\($0.name ?? "") \($0.level2 ?? "")" }
  }

  /// The names say nothing, and 质量指标 and 经济效益指标 alone leave it open whose the fifth row is; that
  /// 产出指标 and 效益指标 are in the middle of five rows each decides it.
  @Test func theGroupOfLevel1SaysWhereItsLastRowIs() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        | | 事项甲 | 照办
        | 数量指标 | 事项乙 | 照办
        产出指标 | | 事项丙 | 照办
        | 质量指标 | 事项丁 | 照办
        | | 事项戊 | 照办
        | 经济效益指标 | 事项己 | 照办
        | | 事项庚 | 照办
        效益指标 | | 事项辛 | 照办
        | 社会效益指标 | 事项壬 | 照办
        | | 事项癸 | 照办
        """))
    #expect(
      levels(reading) == [
        "事项甲 数量指标", "事项乙 数量指标", "事项丙 数量指标", "事项丁 质量指标", "事项戊 质量指标", "事项己 经济效益指标",
        "事项庚 经济效益指标", "事项辛 社会效益指标", "事项壬 社会效益指标", "事项癸 社会效益指标",
      ])
  }

  /// Labels on the upper of two middle rows leave one reading; on the upper or the lower one there
  /// would be twelve.
  @Test func theUpperMiddleRowIsTheUpperOneEverywhere() throws {
    let reading = try Reading(
      Page.declaration.adding(
        """
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        | | 事项甲 | 照办
        | 数量指标 | 事项乙 | 照办
        产出指标 | | 事项丙 | 照办
        | 质量指标 | 事项丁 | 照办
        | | 事项戊 | 照办
        | 社会效益指标 | 事项己 | 照办
        效益指标 | | 事项庚 | 照办
        | 可持续影响指标 | 事项辛 | 照办
        """))
    #expect(
      levels(reading) == [
        "事项甲 数量指标", "事项乙 数量指标", "事项丙 数量指标", "事项丁 质量指标", "事项戊 质量指标", "事项己 社会效益指标",
        "事项庚 社会效益指标", "事项辛 可持续影响指标",
      ])
  }
}
