import Foundation
import Forms
import IR
import LayoutFiles
import Readers
import TestSupport
import Testing

/// The worked example: a form that the built-in layouts do not know in full.
struct ExampleTests {
  private static let folder = Fixture.package.appending(path: "examples/layouts")
  private let layouts: LayoutSet

  init() throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "mof-self-evaluation.yaml"))
    layouts = try LayoutCatalog(reading: [LayoutFile(name: "example", bytes: Array(bytes))]).set
  }

  private func bytes(_ ending: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Self.folder.appending(path: "water-supply.\(ending)")))
  }

  private func recognition(_ bytes: [UInt8], _ layouts: LayoutSet) throws -> Recognition {
    let source = try SourceText(reading: bytes, name: nil)
    var options = FormRecognizer.Options()
    options.layouts = layouts
    return Recognition(recognizing: try Document(reading: source), options: options)
  }

  private func form(_ bytes: [UInt8]) throws -> Form {
    let recognition = try recognition(bytes, layouts)
    #expect(recognition.diagnostics.filter { $0.severity > .note } == [])
    #expect(recognition.tables.isEmpty && recognition.outside.isEmpty)
    return try #require(recognition.forms.first)
  }

  @Test(arguments: ["md", "tsv", "html"])
  func everyPartOfTheFormIsRead(_ ending: String) throws {
    let form = try form(bytes(ending))
    #expect(form.layout == "mof-self-evaluation" && form.kind == .selfEvaluation)
    #expect(form.title == "省级项目支出绩效自评表" && form.year == 2023)
    #expect(form[.category] == .text("民生保障类"))
    #expect(form[.implementingUnit] == .text("某某市供水排水事务中心"))
    #expect(form.fundingUnit == "万元")
    #expect(
      form.fundingRows.map(\.key) == [
        "annualTotal", "centralAppropriation", "provincialAppropriation", "annualCarryover",
        "annualOther",
      ])
    let province = form.fundingRows[2]
    #expect(province.executed?.amount == "575.20" && province.executionRate?.text == "89.88%")
    #expect(
      form.indicators.map(\.weight?.number) == ["15", "10", "10", "10", "5", "15", "5", "10", "10"])
    #expect(
      form.indicators.map(\.level2) == [
        "数量指标", "数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标",
      ])
    #expect(form.indicators[3].actual?.text == "92%")
    #expect(form.indicators[3].deviation == "两个标段因雨季延期；以后避开雨季安排管沟开挖")
    #expect(form.total?.score?.number == "99.08")
    #expect(form.unplaced.isEmpty && form.blank.isEmpty)
  }

  @Test func allFormatsGiveTheSameForm() throws {
    let forms = try ["md", "tsv", "html"].map { try form(bytes($0)) }
    #expect(forms[0] == forms[1] && forms[0] == forms[2])
  }

  /// The built-in layout takes the form too; what only the province prints is none of its fields.
  @Test func builtInLayoutsKeepTheProvincesOwnFieldsApart() throws {
    let recognition = try recognition(bytes("html"), .builtIn)
    let form = try #require(recognition.forms.first)
    #expect(form.layout == "2020-self-evaluation")
    #expect(form.further == [LabelledText(label: "支出类别", text: "民生保障类")])
    #expect(
      form.fundingRows.map(\.key) == [
        "annualTotal", "centralAppropriation", "provincialAppropriation", "annualCarryover",
        "annualOther",
      ])
  }

  /// The ministry's own form, which the built-in layout knows as well.
  @Test func theMinistrysOwnFormIsReadByTheLayoutOfTheFile() throws {
    var text = String(decoding: try bytes("md"), as: UTF8.self)
    for (province, ministry) in [
      ("省级项目支出", "项目支出"), ("支出类别 | 民生保障类", " |"), ("其中：中央补助", "其中：当年财政拨款"),
      ("全年实际完成值", "实际完成值"), ("未完成原因和改进措施", "偏差原因分析及改进措施"),
    ] {
      #expect(text.contains(province))
      text = text.replacing(province, with: ministry)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.filter { !$0.contains("省级财政资金") }.joined(separator: "\n")
    let form = try form(Array(text.utf8))
    #expect(form.layout == "mof-self-evaluation")
    #expect(
      form.fundingRows.map(\.key) == [
        "annualTotal", "annualAppropriation", "annualCarryover", "annualOther",
      ])
    let builtIn = try recognition(Array(text.utf8), .builtIn)
    #expect(builtIn.forms.map(\.layout) == ["2020-self-evaluation"])
  }

  @Test func theFormIsDrawnAndReadAgain() throws {
    let form = try form(bytes("html"))
    let sheet = try FormRenderer(layouts: layouts).render(form)
    var options = FormRecognizer.Options()
    options.layouts = layouts
    let read = Recognition(recognizing: sheet.document, options: options)
    #expect(read.forms == [form])
    // A title, the year and one table: nothing is left to an appendix.
    #expect(sheet.document.blocks.count == 3)
    let texts = sheet.document.cells.map {
      String(decoding: sheet.document.bytes($0.text), as: UTF8.self)
    }
    #expect(texts.contains("省级财政资金") && texts.contains("项目资金（万元）"))
    #expect(texts.filter { $0 == "绩效指标" }.count == 1)
  }

  /// Without `print`, the drawing follows from the rest of the layout.
  @Test func theDrawingMayBeLeftOut() throws {
    let form = try form(bytes("html"))
    var layout = try #require(layouts["mof-self-evaluation"])
    layout.print = nil
    let derived = LayoutSet([layout] + Layout.builtIn)
    let sheet = try FormRenderer(layouts: derived).render(form)
    var options = FormRecognizer.Options()
    options.layouts = derived
    #expect(Recognition(recognizing: sheet.document, options: options).forms == [form])
  }
}
