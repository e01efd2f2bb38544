import Forms
import IR
import LayoutFiles
import Readers
import Testing

/// Titles that only a layout of a file tells.
struct TitleTests {
  private static let page = """
    TITLE
    （2025年度）

    项目名称\t甲
    一级指标\t二级指标\t三级指标\t指标值
    产出指标\t数量指标\t培训人数\t≥50人

    """

  private func forms(_ title: String, of layout: LayoutText) throws -> [Form] {
    // Two forms, so that the title has to tell where the second begins.
    let text = Self.page.replacing("TITLE", with: title)
    var options = ReadOptions()
    options.format = .tsv
    let source = try SourceText(
      reading: Array((text + "\n" + text).utf8), name: nil, options: options)
    var recognition = FormRecognizer.Options()
    recognition.layouts = try LayoutCatalog(reading: [layout.file]).set
    return Recognition(recognizing: try Document(reading: source), options: recognition).forms
  }

  private static let unusual = LayoutText.small.replacing(
    "titles: [项目支出绩效自评表]", with: "titles: [预算项目成果一览]")

  @Test(arguments: ["预算项目成果一览", "预算 项目成果一览（2025年度）", "2025年度预算项目成果一览"])
  func aTitleThatALayoutNamesIsATitle(_ title: String) throws {
    let forms = try forms(title, of: Self.unusual)
    #expect(forms.map(\.layout) == ["own", "own"])
    #expect(forms.compactMap(\.title).count == 2)
    #expect(forms.map(\.year) == [2025, 2025])
  }

  @Test func otherTextsAreNone() throws {
    let forms = try forms("预算项目成果表", of: Self.unusual)
    #expect(forms.compactMap(\.title).isEmpty)
  }

  /// A title without 自评 is that of a declaration, unless a layout of self-evaluations names it.
  @Test func theLayoutThatNamesATitleIsNotHeldAgainstItsWords() throws {
    let title = "项目支出绩效信息表"
    let named = LayoutText.small.replacing(
      "titles: [项目支出绩效自评表]", with: "titles: [\(title)]")
    #expect(try forms(title, of: named).map(\.layout) == ["own", "own"])
    #expect(try forms(title, of: LayoutText.small).map(\.layout) != ["own", "own"])
  }

  @Test func aDrawnFormHasTheTitleAgain() throws {
    let form = try #require(try forms("预算项目成果一览", of: Self.unusual).first)
    let layouts = try LayoutCatalog(reading: [Self.unusual.file]).set
    let sheet = try FormRenderer(layouts: layouts).render(form)
    var options = FormRecognizer.Options()
    options.layouts = layouts
    #expect(Recognition(recognizing: sheet.document, options: options).forms == [form])
  }
}
