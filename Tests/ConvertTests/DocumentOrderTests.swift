import Foundation
import TestSupport
import Testing
import Writers

/// What belongs to no form stays where it stands when a document is written in a format for people.
struct DocumentOrderTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  private static let source = """
    # 2024年度部门预算公开

    单位概况：负责档案管理。

    | 科目 | 金额 |
    | --- | --- |
    | 工资 | 12 |

    财政项目支出绩效目标申报表

    | 项目名称 | 档案整理 | 项目类别 | 特定目标类 |
    | --- | --- | --- | --- |
    | 主管部门 | 某区档案局 | 实施单位 | 某区档案馆 |

    | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
    | --- | --- | --- | --- | --- |
    | | 产出指标 | 数量指标 | 整理档案数量 | ≥200卷 |
    | | 满意度指标 | 服务对象满意度指标 | 查档群众满意度 | ≥90% |

    ## 名词解释

    第一行说明。
    第二行说明。

    | 名词 | 解释 |
    | --- | --- |
    | 三公 | 三项经费 |

    附注。

    """

  /// What the lines of the source say, from top to bottom; the form between them is drawn anew.
  private static let texts = [
    "2024年度部门预算公开", "单位概况：负责档案管理。", "工资", "财政项目支出绩效目标申报表",
    "整理档案数量", "名词解释", "第一行说明。", "第二行说明。", "三项经费", "附注。",
  ]

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Self.source, to: "a.md")
  }

  @Test(arguments: ["markdown", "html", "tsv", "csv"])
  func textsAndTablesStayBesideTheirForm(_ format: String) throws {
    let written = try formconvert("--quiet", "a.md", "--to", format).text
    var rest = written[...]
    // The name of the page is no part of it.
    if let body = rest.range(of: "<main>") { rest = rest[body.upperBound...] }
    for text in Self.texts {
      let place = try #require(rest.range(of: text), "\(text) in \(written)")
      rest = rest[place.upperBound...]
    }
  }

  @Test func headingsStayHeadings() throws {
    let written = try formconvert("--quiet", "a.md", "--to", "markdown").text
    #expect(written.hasPrefix("# 2024年度部门预算公开\n\n单位概况"))
    #expect(written.contains("\n## 名词解释\n\n第一行说明。"))
  }

  /// Between many forms there is mostly the number of the page, which needs no sheet of its own.
  @Test func aWorkbookHasAllTextInItsFirstSheet() throws {
    #expect(try formconvert("--quiet", "a.md", "-o", "a.xlsx").status == 0)
    let read = try JSONParser.parse(formconvert("--quiet", "a.xlsx", "--provenance").output)
    let outside = read["outside"]?.elements ?? []
    #expect(outside.map { $0["sheet"]?.text } == Array(repeating: "表外文字", count: outside.count))
    #expect(
      outside.map { $0["text"]?.text } == [
        "2024年度部门预算公开", "单位概况：负责档案管理。", "名词解释", "第一行说明。", "第二行说明。", "附注。",
      ])
    #expect(read["forms"]?.elements?.count == 1 && read["tables"]?.elements?.count == 2)
  }

  @Test func itIsReadAgainAsTheSame() throws {
    let checked = try formconvert("check", "a.md")
    #expect(checked.status == 0, "\(checked.text)")
  }
}
