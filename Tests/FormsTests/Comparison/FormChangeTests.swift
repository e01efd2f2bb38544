import IR
import Testing

@testable import Forms

/// What changed from one form to another.
struct FormChangeTests {
  private func form(_ indicators: [(name: String, further: [LabelledText])]) -> Form {
    var form = Form(kind: .targetDeclaration, layout: "2024")
    form.indicators = indicators.map { name, further in
      var indicator = Indicator()
      (indicator.name, indicator.further) = (name, further)
      return indicator
    }
    return form
  }

  private func table(_ rows: [[LabelledText]]) -> Form {
    var form = Form(kind: .targetDeclaration, layout: "2024")
    form.furtherTables = [FurtherTable(label: "任务", rows: rows.map { .init(cells: $0) })]
    return form
  }

  /// Further columns are told by their headers, whatever stands in front of them.
  @Test func furtherColumnsOfIndicators() {
    let rate = LabelledText(label: "完成率", text: "90%")
    let source = LabelledText(label: "数据来源", text: "台账")
    let first = form([("甲", []), ("乙", [rate, source])])
    let second = form([("乙", [source, LabelledText(label: "完成率", text: "95%")])])
    #expect(
      FormChange.all(from: first, to: second) == [
        FormChange(
          pointer: "/indicators/1/further/0/text", items: ["乙", "完成率"], was: "90%", found: "95%"),
        FormChange(pointer: "/indicators/0", was: "甲"),
      ])
    #expect(FormChange.all(from: second, to: second).isEmpty)
  }

  /// A header below which nothing stands is kept in a cell without a text, which is no value.
  @Test func cellsWithoutText() {
    let name = LabelledText(label: "名称", text: "防汛")
    let (empty, note) = (LabelledText(label: "备注", text: ""), LabelledText(label: "备注", text: "急"))
    #expect(FormChange.all(from: table([[name]]), to: table([[name, empty]])).isEmpty)
    #expect(FormChange.all(from: table([[empty, name]]), to: table([[name]])).isEmpty)
    #expect(
      FormChange.all(from: table([[name, empty]]), to: table([[name, note]])) == [
        FormChange(
          pointer: "/furtherTables/0/rows/0/cells/1/text", items: ["任务", "防汛", "备注"], found: "急")
      ])
  }
}
