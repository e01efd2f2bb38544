import IR
import Testing

@testable import Forms

/// A form's layout is that whose labels it has.
struct LayoutDetectorTests {
  private func layout(_ page: Page) throws -> String? {
    let vocabulary = Vocabulary(Layout.builtIn)
    let grid = Grid(try Document(page.text, as: .tsv), vocabulary: vocabulary)
    let title = grid.tokens.first { TitleRule.isTitle(grid.keys[$0.key]) }
    let decision = LayoutDetector.detect(
      grid, rows: grid.rows.indices, title: title.map { grid.keys[$0.key] },
      vocabulary: vocabulary)
    return decision.map { vocabulary.layouts[$0.layout].id }
  }

  @Test func pagesOfEveryLayout() throws {
    #expect(try layout(.declaration) == "2024")
    #expect(try layout(.selfEvaluation) == "2020-self-evaluation")
    #expect(try layout(.legacy) == "2019")
    let district = Page("财政项目支出绩效目标申报表").adding(
      """
      项目名称 | 热线运行 | 项目类别 | 其他
      主管部门 | 某局 | 实施单位 | 某中心
      项目总目标 | | 年度总目标 |
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度（/项目）指标值
      """)
    #expect(try layout(district) == "2023")
  }

  @Test func aTitleIsNotNeeded() throws {
    let page = Page(
      """
      项目名称 | 热线运行
      主管部门 | 某局 | 实施单位 | 某中心
      项目资金 | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
      """)
    #expect(try layout(page) == "2020-self-evaluation")
  }

  @Test func fewLabelsMakeNoForm() throws {
    #expect(try layout(Page("项目名称 | 热线运行\n主管部门 | 某局")) == nil)
    #expect(try layout(Page("序号 | 金额\n1 | 20")) == nil)
  }
}
