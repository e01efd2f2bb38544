import IR
import Testing

@testable import Forms

/// Boxes stand before or behind their labels, in one cell or in several.
struct OptionReaderTests {
  /// The options that cells of a row print, as `label*` when ticked.
  private func read(_ cells: String) throws -> (options: [String], codes: [DiagnosticCode]) {
    var reading = try FormReading(unread: Page(cells), layout: "2019")
    let options = OptionReader.read(Array(reading.tokens), for: .types, of: &reading)
    return (options.map { $0.label + ($0.isChecked ? "*" : "") }, reading.diagnostics.map(\.code))
  }

  @Test func boxesBehindLabels() throws {
    let found = try read("结转项目 ☐ 一次性项目 ☑ 经常性项目 ☐")
    #expect(found.options == ["结转项目", "一次性项目*", "经常性项目"])
    #expect(found.codes.isEmpty)
  }

  @Test func boxesBeforeLabels() throws {
    let found = try read("☐ 结转项目 ☑ 一次性项目 ☐ 经常性项目")
    #expect(found.options == ["结转项目", "一次性项目*", "经常性项目"])
    #expect(found.codes == [.boxesBeforeLabels])
  }

  @Test(arguments: ["√", "■", "✓", "☒"])
  func ticksOfManyKinds(tick: String) throws {
    #expect(try read("结转项目 □ 一次性项目 \(tick)").options == ["结转项目", "一次性项目*"])
  }

  /// Any box that is ticked ticks its label; a person must look.
  @Test func aSurplusBoxBelongsToTheNearestLabel() throws {
    let found = try read("结转项目 ☐ 一次性项目 ☐ ☑")
    #expect(found.options == ["结转项目", "一次性项目*"])
    #expect(found.codes == [.boxSurplus])
  }

  @Test func aLabelWithoutBoxIsNotTicked() throws {
    #expect(try read("结转项目 一次性项目 ☑").options.count == 1)
    #expect(try read("结转项目").options == ["结转项目"])
  }

  @Test func cellsWithOneOptionEachGoOnInOrder() throws {
    #expect(try read("结转项目 ☐ | 一次性项目 ☑").options == ["结转项目", "一次性项目*"])
  }

  /// Two columns of a block that is printed line by line.
  @Test func cellsWithSeveralOptionsAreColumns() throws {
    let found = try read("基建类 ☐ 补贴类 ☐ | 信息化类 ☐ 购置类 ☑")
    #expect(found.options == ["基建类", "信息化类", "补贴类", "购置类*"])
  }

  @Test func boxesOfWebPagesCount() throws {
    let reading = try Reading(
      """
      <h1>上海市财政支出项目绩效目标申报表</h1>
      <table><tr><td>项目名称</td><td>热线运行</td></tr>
      <tr><td>项目类型</td><td>结转项目<input type="checkbox"> 其他项目<input type="checkbox" checked></td></tr>
      <tr><td>项目负责人</td><td>张三</td><td>联系人</td><td>李四</td></tr>
      <tr><td>立项依据</td><td>有文件。</td></tr></table>
      """, as: .html)
    guard case .options(let options) = reading.form[.types] else {
      Issue.record("no options in \(reading.form.fields)")
      return
    }
    #expect(
      options == [
        Option(label: "结转项目", isChecked: false), Option(label: "其他项目", isChecked: true),
      ])
  }

  /// The label and the options in one cell, or the last options in a cell of their own.
  @Test(arguments: [
    "| 项目类型：结转项目 ☐ 一次性项目 ☑ 经常性项目 ☐ | |",
    "| 项目类型：结转项目 ☐ 一次性项目 ☑ | 经常性项目 ☐ |",
  ])
  func optionsBesideTheirLabelInOneCell(row: String) throws {
    let reading = try Reading(
      """
      # 上海市财政支出项目绩效目标申报表

      | 项目名称 | 热线运行 |
      | --- | --- |
      \(row)
      | 立项依据 | 有文件。 |
      """, as: .markdown)
    #expect(
      reading.form[.types]
        == .options([
          Option(label: "结转项目", isChecked: false), Option(label: "一次性项目", isChecked: true),
          Option(label: "经常性项目", isChecked: false),
        ]))
    #expect(reading.form.unplaced.isEmpty)
    #expect(reading.codes.contains(.labelAndValueInOneCell))
  }
}
