import Forms
import IR
import Testing

/// Texts inside a form that no field takes.
struct UnplacedTests {
  /// A table of which neither the headers nor the rows say what they are: three texts in each of four rows.
  private static let block = """
    片区概况 | | 甲类 | 乙类
    | 东片 | 按因素法分配 | 无
    | 西片 | 三十日内下达 | 无
    | 北片 | 未见截留挪用 | 无
    """

  private static func page(_ rows: String) -> Page {
    Page(
      """
      转移支付项目绩效自评表
      项目名称 | 就业补助 | 实施单位 | 某局
      \(rows)
      年度总体目标 | 预期目标 | 实际完成情况 |
      | 促进就业。 | 已完成。 |
      """
    ).adding(
      """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
      | 产出指标 | 数量指标 | 补贴人数 | ≥100人 | 120人
      | | 质量指标 | 发放准确率 | 100% | 100%
      """)
  }

  @Test func aTableOfAnotherKindIsToldOnce() throws {
    let reading = try Reading(Self.page(Self.block))
    #expect(
      reading.form.unplaced.map(\.text) == [
        "片区概况", "甲类", "乙类", "东片", "按因素法分配", "无", "西片", "三十日内下达", "无", "北片", "未见截留挪用", "无",
      ])
    #expect(reading.warnings == [.blockUnplaced])
    let told = try #require(reading.diagnostics(.blockUnplaced).first)
    #expect(
      told.arguments == [.text("text", "片区概况"), .number("texts", 12), .number("rows", 4)])
    #expect(told.pointer == "/forms/0/unplaced")
    // From the first of its cells to the last.
    #expect(told.source?.start == reading.form.unplaced.first?.source?.start)
    #expect(told.source?.end == reading.form.unplaced.last?.source?.end)
  }

  /// A row with a value of the form ends a block; each block is told by itself.
  @Test func aFieldPartsTwoBlocks() throws {
    let reading = try Reading(
      Self.page(Self.block + "\n主管部门 | 某厅 | |\n" + Self.block))
    #expect(reading.text(.department) == "某厅")
    #expect(reading.warnings == [.blockUnplaced, .blockUnplaced])
  }

  /// A few texts are told one by one: they may be values whose labels are lost.
  @Test func fewTextsAreToldOneByOne() throws {
    let reading = try Reading(Self.page("主管部门 | 某厅 | |\n甲乙丙丁 | | 戊己庚辛 |\n| | 壬癸子丑 |"))
    #expect(reading.warnings == [.textUnplaced, .textUnplaced, .textUnplaced])
    #expect(reading.diagnostics(.textUnplaced).allSatisfy { $0.pointer == "/forms/0/unplaced" })
  }
}
