import IR
import Testing

@testable import Forms

/// Short texts above the indicators that go on in the next row.
struct WrappedValuesTests {
  private static let indicators = """
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 水源地数量 | 6处
    """

  @Test func aNameOfTwoRows() throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("").adding(
        """
        项目名称 | 某县2024年水源地 | |
        | 规范化建设项目 | |
        主管部门 | 某县水利局 | 实施单位 | 某县供水站
        \(Self.indicators)
        """))
    #expect(reading.text(.name) == "某县2024年水源地规范化建设项目")
    #expect(reading.text(.implementingUnit) == "某县供水站")
    #expect(reading.codes.contains(.rowsJoined))
    #expect(reading.form.unplaced.isEmpty)
  }

  @Test func twoUnitsOfTwoRows() throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("").adding(
        """
        项目名称 | 水源地建设 | |
        主管部门 | 某县水利和湖泊 | 实施单位 | 某县农村供水
        | 管理局 | | 管理总站
        开始时间 | 2024-01-01 | 结束时间 | 2024-12-31
        \(Self.indicators)
        """))
    #expect(reading.text(.department) == "某县水利和湖泊管理局")
    #expect(reading.text(.implementingUnit) == "某县农村供水管理总站")
  }

  /// The layout's next row has goals, which no short text is.
  @Test func aUnitAboveGoalsThatAreNotPrinted() throws {
    let reading = try Reading(
      Page("项目支出绩效自评表").line("").adding(
        """
        项目名称 | 溯源整治 | |
        主管部门 | 某市生态环境 | 实施单位 | 某市生态环境
        | 局 | | 监测站
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 排污口数 | 140个 | 122个 | 100 | 90
        总分 | | | | | 100 | 90
        """))
    #expect(reading.text(.department) == "某市生态环境局")
    #expect(reading.text(.implementingUnit) == "某市生态环境监测站")
    #expect(reading.form.unplaced.isEmpty)
  }

  /// A row whose label is lost is no second line.
  @Test func theLabelOfTheNextRowIsLost() throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("").adding(
        """
        项目名称 | 水源地建设 | |
        | 某县水利局 | 实施单位 | 某县供水站
        \(Self.indicators)
        """))
    #expect(reading.text(.name) == "水源地建设")
    #expect(reading.text(.department) == "某县水利局")
  }

  /// Nor is one that holds a value of another kind.
  @Test(arguments: ["2024-01-01", "98.21%", "☑一次性"])
  func anotherKindOfValue(_ text: String) throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("").adding(
        """
        项目名称 | 水源地建设 | |
        | \(text) | |
        主管部门 | 某县水利局 | 实施单位 | 某县供水站
        \(Self.indicators)
        """))
    #expect(reading.text(.name) == "水源地建设")
  }

  /// Nor is a text alone, which may be the value of a label of the next row that is nowhere printed.
  @Test func theOnlyLabelOfTheNextRowIsLost() throws {
    let reading = try Reading(
      Page("项目支出绩效目标申报表").line("").adding(
        """
        项目名称 | 水源地建设 | |
        | 某县水利局 | |
        开始时间 | 2024-01-01 | 结束时间 | 2024-12-31
        \(Self.indicators)
        """))
    #expect(reading.text(.name) == "水源地建设")
    #expect(!reading.codes.contains(.rowsJoined))
  }
}
