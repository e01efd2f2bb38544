import IR
import Readers

@testable import Forms

/// A page of a form as tests write it: a row on each line, its cells between bars.
struct Page {
  /// The page as tab-separated text.
  private(set) var text = ""

  init() {}

  init(_ rows: String) { self = Page().adding(rows) }

  /// The page with a line of text below it.
  func line(_ line: String) -> Page { adding("\n" + line + "\n") }

  /// The page with rows below it; an empty line ends a table.
  func adding(_ rows: String) -> Page {
    var page = self
    for line in rows.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0).trimmingSpaces
      }
      page.text += cells.joined(separator: "\t") + "\n"
    }
    return page
  }

  /// The page with indicators below it, their header above them.
  func indicators(_ rows: String) -> Page {
    adding("绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值").adding(rows)
  }

  /// The page with scored indicators below it, their header above them.
  func scored(_ rows: String) -> Page {
    adding(
      """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
      \(rows)
      """)
  }

  /// A declaration with some rows below its project's name.
  static func equipment(_ rows: String) -> Page {
    Page("项目支出绩效目标表\n\n" + "项目名称 | 设备购置 | |\n").adding(rows)
  }

  /// A declaration with some rows below its project's name, and one indicator.
  static func purchase(_ rows: String) -> Page {
    equipment(rows).indicators("| 产出指标 | 数量指标 | 购置设备 | 6台")
  }

  /// The fields of a declaration of layout `2024`, its sums correct.
  static let declaration = Page(
    """
    财政项目支出绩效目标申报表

    （2024年度）

    项目名称 | 热线运行 | 项目性质 | 经常性专项业务费 | 项目类别 | 其他
    主管部门 | 某局 | | 实施单位 | 某中心
    计划开始日期 | 2024-01-01 | | 计划完成日期 | 2024-12-31
    项目资金（元） | 项目资金总额 | 300.00 | 年度资金申请总额 | 100.00
    | 其中：财政资金 | 200.00 | 其中：当年财政拨款 | 90.00
    | | | 上年结转资金 | 10.00
    | 其他资金 | 100.00 | 其他资金 | 0.00
    项目绩效目标 | 项目总目标 | | 年度总体目标 |
    | 做好三年的服务。 | | 做好一年的服务。 |
    """)

  /// The fields of a self-evaluation, its rate correct and its score 9.
  static let selfEvaluation = Page(
    """
    财政项目支出绩效自评表

    （2024年度）

    项目名称 | 热线运行
    主管部门 | 某局 | 实施单位 | 某中心
    项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    | 年度资金总额 | 400.00 | 400.00 | 360.00 | 10 | 90.00% | 9
    年度总体目标 | 预期目标 | | 实际完成情况 |
    | 做好服务。 | | 服务做好了。 |
    """)

  /// The project of a self-evaluation.
  static let evaluatedProject = Page(
    """
    项目支出绩效自评表
    （2023年度）
    项目名称 | 智慧社区运维
    主管部门 | 某区民政局 | 实施单位 | 某区社区中心
    """)

  /// The fields above the funding table of a self-evaluation.
  static let budgetEvaluation = Page(
    """
    部门预算项目支出绩效自评表
    （2023年度）
    项目名称 | 农村道路养护 | | | | | | |
    主管部门 | 县交通局 | | 实施单位 | 县公路中心 | | | |
    """)

  /// The fields of a declaration of layout `2019`.
  static let legacy = Page(
    """
    上海市财政支出项目绩效目标申报表

    （2019年度）

    申报单位名称 | 某中心
    项目名称 | 热线运行
    项目类型 | 结转项目 ☐ 其他一次性项目 ☑
    项目负责人 | 张三 | 联系人 | 李四 | 联系电话 | 12345678
    计划开始日期 | 2019-1-1 | 计划完成日期 | 2019-12-31
    项目概况 | 运行热线。
    立项依据 | 有文件。
    """)

  /// The header of the indicators of layout `2019`.
  static let legacyIndicators = "分解目标内容 | | 绩效指标 | 指标目标值"
}

/// What a page was read as.
struct Reading {
  let document: Document
  let recognition: Recognition

  init(_ page: Page) throws { try self.init(page.text, as: .tsv) }

  init(_ text: String, as format: SourceFormat) throws {
    document = try Document(text, as: format)
    recognition = Recognition(recognizing: document)
  }

  /// The first form; an empty one when none was found, so that what is expected of it fails.
  var form: Form { recognition.forms.first ?? Form(kind: .targetDeclaration, layout: "none") }

  /// The codes of all diagnostics, in the order of the source.
  var codes: [DiagnosticCode] { recognition.diagnostics.map(\.code) }

  /// The codes a person has to look at.
  var warnings: [DiagnosticCode] {
    recognition.diagnostics.filter { $0.severity >= .warning }.map(\.code)
  }

  /// The indicators, each as its level 2 and its name.
  var levels: [String] {
    form.indicators.map { "\($0.level2 ?? "-") \($0.name ?? "-")" }
  }

  /// The indicators, each as its name and its target.
  var targets: [String] {
    form.indicators.map { "\($0.name ?? "-") \($0.target?.text ?? "-")" }
  }

  /// The indicators, each with all that it has.
  var wholeRows: [String] {
    form.indicators.map { indicator in
      [
        indicator.level1, indicator.level2, indicator.name, indicator.overallTarget?.text,
        indicator.target?.text, indicator.actual?.text, indicator.weight?.text,
        indicator.score?.text, indicator.deviation, indicator.remark,
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  /// What stands in columns that the layout does not have, each with its header.
  var further: [String] {
    form.indicators.flatMap(\.further).map { "\($0.label) \($0.text)" }
  }

  /// The value of a field of the first form: its text, or the date that was read.
  func text(_ key: FieldKey) -> String? {
    switch form[key] {
    case .text(let text): text
    case .amount(let amount): amount.text
    case .date(let date): date.date
    case .options, nil: nil
    }
  }

  /// The diagnostics of a kind.
  func diagnostics(_ code: DiagnosticCode) -> [Diagnostic] {
    recognition.diagnostics.filter { $0.code == code }
  }
}

extension Document {
  /// Reads a text.
  init(_ text: String, as format: SourceFormat) throws {
    var options = ReadOptions()
    options.format = format
    try self.init(
      reading: SourceText(reading: Array(text.utf8), name: nil, options: options))
  }
}

extension FormReading {
  /// A page as a form of a layout of which nothing is read yet.
  init(unread page: Page, layout id: String) throws {
    let vocabulary = Vocabulary(Layout.builtIn)
    let document = try Document(page.text, as: .tsv)
    let grid = Grid(document, vocabulary: vocabulary)
    self.init(
      grid, of: document, rows: grid.rows.indices,
      layout: Layout.builtIn.firstIndex { $0.id == id } ?? 0, index: 0, vocabulary: vocabulary,
      recordsProvenance: false)
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var scalars = unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
