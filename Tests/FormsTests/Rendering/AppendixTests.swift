import IR
import Testing

@testable import Forms

/// What the appendix of a drawn form says, and who has the last word.
struct AppendixTests {
  private static let page = Page.declaration.indicators(
    """
    | 产出指标 | 数量指标 | 热线接听量 | ≥1000(次)
    | | 质量指标 | 接听合格率 | ≥98(%)
    """)

  private func reading(appendix rows: String) throws -> Reading {
    try Reading(Self.page.line("附：原表信息").adding("位置 | 项目 | 表中 | 内容\n" + rows))
  }

  @Test func entriesCompleteTheForm() throws {
    let reading = try reading(
      appendix: """
        /layout | 版式 | | 2024
        /unplaced/0/text | 未归位的文字 | | 另附说明
        /indicators/1/level2 | 二级指标 | 质量指标 | 时效指标
        /indicators/0/target/text | 指标值 | ≥1000(次) | >=9人
        /project/department | 主管部门 | 某局 |
        /carried/layout | 原表版式 | | 2019
        /carried/indicators/0/index | 原序号 | | 3
        /carried/indicators/0/level2 | 二级指标 | | 财务管理
        /carried/printed/~1project~1start | 原写法 | | 2024. 1. 1
        """)
    #expect(reading.recognition.forms.count == 1)
    let form = reading.form
    #expect(form.unplaced.map(\.text) == ["另附说明"])
    #expect(form.unplaced.first?.source != nil)
    #expect(form.indicators.map(\.level2) == ["数量指标", "时效指标"])
    let target = Measure(text: ">=9人", relation: "≥", number: "9", unit: "人")
    #expect(form.indicators.first?.target == target)
    #expect(form[.department] == nil)
    var carried = Carried(layout: "2019")
    var indicator = Indicator()
    indicator.level2 = "财务管理"
    carried.indicators = [CarriedIndicator(index: 3, indicator: indicator)]
    carried.printed = [PrintedValue(pointer: "/project/start", text: "2024. 1. 1")]
    #expect(form.carried == carried)
    #expect(reading.warnings.isEmpty)
    #expect(reading.recognition.outside.isEmpty)
  }

  /// The table says 质量指标 now, so a row about 成本指标 is about what it was.
  @Test func whoeverEditsTheTableHasTheLastWord() throws {
    let reading = try reading(
      appendix: """
        /layout | 版式 | | 2024
        /indicators/1/level2 | 二级指标 | 成本指标 | 时效指标
        """)
    #expect(reading.form.indicators.map(\.level2) == ["数量指标", "质量指标"])
    let outdated = reading.diagnostics(.appendixOutdated)
    #expect(outdated.map(\.pointer) == ["/forms/0/indicators/1/level2"])
    #expect(outdated.map(\.before) == ["成本指标"])
    #expect(outdated.map(\.after) == ["时效指标"])
  }

  /// Nothing is dropped: what no form has a member for is a text without a place.
  @Test(arguments: [
    "/nothing | | | 甲", "/ | | | 甲", "/indicators/x/name | | | 甲", "/project/name/text | | | 甲",
    "/indicators/-1/name | | | 甲", "/a/b/c/d/e/f/g/h/i/j | | | 甲",
    "/carried/indicators/0/index | | | 甲", "/carried/layout/0 | | | 甲",
    "/layout | 版式 | | 2024 | 甲",
  ])
  func unknownPlacesAreTextsWithoutAPlace(_ row: String) throws {
    let reading = try reading(appendix: row)
    #expect(reading.form.unplaced.map(\.text) == ["甲"])
    #expect(reading.warnings == [.textUnplaced])
    #expect(reading.form.indicators.count == 2)
  }

  /// What stands below an appendix is of no form, or of the next.
  @Test func appendixEndsItsForm() throws {
    let page = Self.page.line("附：原表信息").adding(
      """
      位置 | 项目 | 表中 | 内容
      /layout | 版式 | | 2024
      """)
    let reading = try Reading(page.line("经办人：张三").adding(Self.page.text.replacing("\t", with: "|")))
    #expect(reading.recognition.forms.count == 2)
    #expect(reading.recognition.outside.map(\.text) == ["经办人：张三"])
    #expect(
      reading.recognition.forms.first?.indicators == reading.recognition.forms.last?.indicators)
  }

  @Test(arguments: [
    "", " ", "a", " a", "a ", "a  b", "a\nb", "a\n\nb", "\na", "「", "「a」", "「a", "\\", "\\n",
    "\t", "\u{3000}", "\u{FEFF}", "\u{1}", "\u{85}", "\u{2028}", "😀", "\"a\"", "a   b",
  ])
  func cellTextsComeBack(_ text: String) {
    let cell = AppendixTable.cellText(text)
    #expect(AppendixTable.text(ofCell: cell) == text)
    // No run of white space, none at the ends, no control character.
    let scalars = Array(cell.unicodeScalars)
    #expect(scalars.first?.properties.isWhitespace != true)
    #expect(scalars.last?.properties.isWhitespace != true)
    for (scalar, next) in zip(scalars, scalars.dropFirst()) {
      #expect(!(scalar.properties.isWhitespace && next.properties.isWhitespace))
    }
    #expect(scalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
  }

  /// An edited table is read as it was edited, also where the form has an appendix.
  @Test func editsOfADrawnFormStay() throws {
    var form = try #require(Reading(Self.page).recognition.forms.first)
    form.unplaced = [PlacedText(text: "另附说明", source: nil)]
    var document = try FormRenderer().render(form).document
    let cell = try #require(
      document.cells.indices.first { document.string(document.cells[$0].text) == "接听合格率" })
    document.cells[cell].text = document.store("接听准确率")
    let read = try #require(Recognition(recognizing: document).forms.first)
    form.indicators[1].name = "接听准确率"
    #expect(read.withoutPlaces == form.withoutPlaces)
  }
}
