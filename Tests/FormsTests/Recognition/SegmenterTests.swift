import IR
import Testing

@testable import Forms

/// A document is cut where forms begin, and nowhere else.
struct SegmenterTests {
  private static let fields = """
    项目名称 | 热线运行
    主管部门 | 某局 | 实施单位 | 某中心
    计划开始日期 | 2024-01-01 | 计划完成日期 | 2024-12-31
    """
  private static let indicators = """
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
    | 产出指标 | 数量指标 | 培训场次 | =5(场)
    """

  /// The rows of the forms of a page and of their titles, and how far that is certain.
  private func segments(
    _ page: Page, isComplete: Bool = true
  ) throws -> (segments: [Segmenter.Segment], end: Int) {
    let vocabulary = Vocabulary(Layout.builtIn)
    let grid = Grid(try Document(page.text, as: .tsv), vocabulary: vocabulary)
    return Segmenter(grid, vocabulary: vocabulary, isComplete: isComplete).segments(from: 0)
  }

  @Test func aFormGoesOnToTheNextTitle() throws {
    let page = Page().line("财政项目支出绩效目标申报表").adding(Self.fields + "\n" + Self.indicators)
    let two = page.line("财政项目支出绩效目标申报表").adding(Self.fields + "\n" + Self.indicators)
    // Six rows each: the title, three rows of fields, the header and an indicator.
    #expect(
      try segments(two).segments == [
        .init(rows: 0..<6, title: 0..<1), .init(rows: 6..<12, title: 6..<7),
      ])
  }

  @Test func aTitleAbovePageTwoRepeatsTheFirst() throws {
    let page = Page().line("财政项目支出绩效目标申报表").adding(Self.fields)
      .line("财政项目支出绩效目标申报表").adding(Self.indicators)
    #expect(try segments(page).segments == [.init(rows: 0..<7, title: 0..<1)])
  }

  @Test func withoutTitlesAFormBeginsAtItsProject() throws {
    let page = Page(Self.fields).adding(Self.indicators).adding(Self.fields)
    #expect(
      try segments(page).segments == [
        .init(rows: 0..<5, title: nil), .init(rows: 5..<8, title: nil),
      ])
  }

  @Test func theYearAboveAProjectIsPartOfItsForm() throws {
    let page = Page().line("某市文件").line("（2024年度）").adding(Self.fields)
    #expect(try segments(page).segments == [.init(rows: 1..<5, title: nil)])
  }

  @Test func twoFormsMayShareATable() throws {
    let page = Page("财政项目支出绩效目标申报表").adding(Self.fields + "\n" + Self.indicators)
      .adding("财政项目支出绩效目标申报表").adding(Self.fields)
    #expect(
      try segments(page).segments == [
        .init(rows: 0..<6, title: 0..<1), .init(rows: 6..<10, title: 6..<7),
      ])
  }

  @Test func otherTablesAreNoForms() throws {
    let page = Page().line("2024年度项目绩效目标汇总表").adding("序号 | 金额\n1 | 20\n2 | 30")
    #expect(try segments(page).segments.isEmpty)
  }

  /// More rows may follow the last form, so it is not given away yet.
  @Test func theLastFormIsKeptWhileRowsMayFollow() throws {
    let page = Page().line("财政项目支出绩效目标申报表").adding(Self.fields + "\n" + Self.indicators)
    let two = page.line("财政项目支出绩效目标申报表").adding(Self.fields)
    let found = try segments(two, isComplete: false)
    #expect(found.segments == [.init(rows: 0..<6, title: 0..<1)])
    #expect(found.end == 6)
  }
}
