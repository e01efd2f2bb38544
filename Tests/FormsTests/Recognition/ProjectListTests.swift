import IR
import Readers
import Testing

@testable import Forms

/// Tables that list projects: each is read as a form of its own.
struct ProjectListTests {
  /// A page as provinces publish all projects of a department.
  private static let list = Page().line("2023年部门预算项目绩效目标表").line("单位：万元").adding(
    """
    序号 | 单位名称 | 项目名称 | 预算金额 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重
    1 | 农业农村局 | 农村环境整治 | 300 | 改善人居环境。 | 产出指标 | 数量指标 | 整治村数 | ≥ | 30 | 个 | 40
    | | | | | | 质量指标 | 验收合格率 | ＝ | 100 | % | 30
    | | | | | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥ | 95 | % | 20
    2 | 农业农村局 | 动物疫病防控 | 120.5 | 不发生重大疫情。 | 产出指标 | 数量指标 | 免疫畜禽数量 | ≥ | 50 | 万头 | 60
    | | | | | 效益指标 | 社会效益指标 | 疫情发生次数 | ＝ | 0 | 次 | 30
    """)

  /// What a form says, a line for its fields and one for each indicator.
  private func texts(_ form: Form) -> [String] {
    let fields: [FieldKey] = [.name, .implementingUnit, .annualTotal, .annualGoal]
    let values = fields.map { key -> String in
      switch form.fields.first(where: { $0.key == key })?.value {
      case .text(let text): text
      case .amount(let amount): amount.text
      default: "-"
      }
    }
    let indicators = form.indicators.map { indicator in
      [
        indicator.level1, indicator.level2, indicator.name, indicator.target?.text,
        indicator.weight?.text,
      ].map { $0 ?? "-" }.joined(separator: " ")
    }
    return [values.joined(separator: " ")] + indicators
  }

  private static let first = [
    "农村环境整治 农业农村局 300 改善人居环境。", "产出指标 数量指标 整治村数 ≥30个 40",
    "产出指标 质量指标 验收合格率 ＝100% 30", "满意度指标 服务对象满意度指标 村民满意度 ≥95% 20",
  ]
  private static let second = [
    "动物疫病防控 农业农村局 120.5 不发生重大疫情。", "产出指标 数量指标 免疫畜禽数量 ≥50万头 60",
    "效益指标 社会效益指标 疫情发生次数 ＝0次 30",
  ]

  @Test func everyProjectIsAForm() throws {
    let reading = try Reading(Self.list)
    #expect(reading.recognition.forms.map(texts) == [Self.first, Self.second])
    #expect(reading.recognition.forms.map(\.title) == ["2023年部门预算项目绩效目标表", "2023年部门预算项目绩效目标表"])
    #expect(reading.recognition.forms.map(\.year) == [2023, 2023])
    #expect(reading.recognition.forms.map(\.fundingUnit) == ["万元", "万元"])
    #expect(reading.recognition.forms.allSatisfy { $0.unplaced.isEmpty })
    #expect(reading.warnings.isEmpty)
  }

  /// The project's own cells are repeated on each row, as merged cells may be printed.
  @Test func cellsOnEveryRow() throws {
    let reading = try Reading(
      Page().line("项目支出绩效目标表").adding(
        """
        项目名称 | 主管部门 | 一级指标 | 二级指标 | 三级指标 | 指标值
        公路养护 | 交通局 | 产出指标 | 数量指标 | 养护里程 | ≥100公里
        公路养护 | 交通局 | 产出指标 | 质量指标 | 合格率 | ≥95%
        桥梁检测 | 交通局 | 产出指标 | 数量指标 | 检测座数 | ≥20座
        """))
    #expect(reading.recognition.forms.map(\.indicators.count) == [2, 1])
    #expect(reading.recognition.forms.allSatisfy { $0.unplaced.isEmpty })
    #expect(reading.warnings.isEmpty)
  }

  /// Labels centred in merged cells: a project begins where the levels begin anew.
  @Test func namesInTheMiddleOfTheirRows() throws {
    let reading = try Reading(
      Page().line("项目支出绩效目标表").adding(
        """
        主管部门 | 项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | | 产出指标 | 数量指标 | 整治村数 | ≥30个
        农业局 | 农村环境整治 | 改善环境。 | | 质量指标 | 验收合格率 | ≥95%
        | | | 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥95%
        | | | 产出指标 | 数量指标 | 免疫畜禽数量 | ≥50万头
        农业局 | 动物疫病防控 | 不发生疫情。 | 满意度指标 | 服务对象满意度指标 | 养殖户满意度 | ≥90%
        """))
    #expect(
      reading.recognition.forms.map { $0.indicators.map(\.name) } == [
        ["整治村数", "验收合格率", "村民满意度"], ["免疫畜禽数量", "养殖户满意度"],
      ])
    #expect(reading.warnings.isEmpty)
  }

  /// Nobody can say here which indicators are whose.
  @Test(arguments: ["项目支出绩效目标表", ""])
  func projectsThatCannotBeToldApartStayATable(title: String) throws {
    let reading = try Reading(
      Page().line(title).adding(
        """
        主管部门 | 项目名称 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | | | 产出指标 | 数量指标 | 整治村数 | ≥30个
        农业局 | 农村环境整治 | 改善环境。 | | 质量指标 | 验收合格率 | ≥95%
        农业局 | 动物疫病防控 | 不发生疫情。 | | 数量指标 | 免疫畜禽数量 | ≥50万头
        """))
    #expect(reading.recognition.forms.isEmpty)
    #expect(reading.recognition.tables.count == 1)
  }

  @Test func peopleSignBelowAList() throws {
    let reading = try Reading(Self.list.adding("填报人：张三 | | | | | | | | | | |"))
    #expect(reading.recognition.forms.map(texts) == [Self.first, Self.second])
    #expect(reading.recognition.outside.map(\.text) == ["填报人：张三"])
  }

  @Test func headersAboveHeaders() throws {
    let reading = try Reading(
      """
      <h1>2022年项目支出绩效目标表</h1><table>
      <tr><td rowspan=2>项目名称<td colspan=2>项目资金（万元）<td rowspan=2>绩效目标<td colspan=4>绩效指标
      <tr><td>年度资金总额<td>财政拨款<td>一级指标<td>二级指标<td>三级指标<td>指标值
      <tr><td rowspan=2>图书馆免费开放<td rowspan=2>120<td rowspan=2>100<td rowspan=2>保障开放
      <td rowspan=2>产出指标<td>数量指标<td>读者人次<td>≥20万人次
      <tr><td>质量指标<td>设备完好率<td>≥98%
      <tr><td>非遗保护<td>80<td>80<td>开展活动<td>产出指标<td>数量指标<td>活动场次<td>≥10场
      </table>
      """, as: .html)
    #expect(
      reading.recognition.forms.map(texts) == [
        [
          "图书馆免费开放 - 120 保障开放", "产出指标 数量指标 读者人次 ≥20万人次 -", "产出指标 质量指标 设备完好率 ≥98% -",
        ], ["非遗保护 - 80 开展活动", "产出指标 数量指标 活动场次 ≥10场 -"],
      ])
    let appropriations = reading.recognition.forms.map { form in
      form.fields.first { $0.key == .annualAppropriation }?.value
    }
    #expect(
      appropriations == [
        .amount(Amount(text: "100", amount: "100")), .amount(Amount(text: "80", amount: "80")),
      ])
    #expect(reading.recognition.forms.map(\.fundingUnit) == ["万元", "万元"])
    #expect(reading.warnings.isEmpty)
  }

  /// Every merged cell is printed again, in each of its columns and rows.
  @Test func mergedHeadersOnEveryRow() throws {
    let reading = try Reading(
      Page().line("2022年项目支出绩效目标表").adding(
        """
        序号 | 项目名称 | 项目资金（万元） | 项目资金（万元） | 绩效目标 | 绩效指标 | 绩效指标 | 绩效指标 | 绩效指标
        序号 | 项目名称 | 年度资金总额 | 财政拨款 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        1 | 图书馆免费开放 | 120 | 120 | 保障开放 | 产出指标 | 数量指标 | 读者人次 | ≥20万人次
        1 | 图书馆免费开放 | 120 | 120 | 保障开放 | 产出指标 | 质量指标 | 设备完好率 | ≥98%
        2 | 非遗保护 | 80 | 75 | 开展活动 | 产出指标 | 数量指标 | 活动场次 | ≥10场
        """))
    #expect(
      reading.recognition.forms.map(texts) == [
        [
          "图书馆免费开放 - 120 保障开放", "产出指标 数量指标 读者人次 ≥20万人次 -", "产出指标 质量指标 设备完好率 ≥98% -",
        ], ["非遗保护 - 80 开展活动", "产出指标 数量指标 活动场次 ≥10场 -"],
      ])
    #expect(reading.recognition.forms.map(\.fundingUnit) == ["万元", "万元"])
    #expect(reading.recognition.forms.allSatisfy { $0.unplaced.isEmpty })
    #expect(reading.warnings.isEmpty)
  }

  /// A page break: the table goes on with its header once more, or without it.
  @Test(arguments: [true, false])
  func aListGoesOnOverPages(hasHeader: Bool) throws {
    let header = "项目名称 | 主管部门 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
    let page = Page().line("项目支出绩效目标表").adding(
      header + "公路养护 | 交通局 | 产出指标 | 数量指标 | 养护里程 | ≥100公里\n\n" + (hasHeader ? header : "")
        + """
        | | | 质量指标 | 合格率 | ≥95%
        桥梁检测 | 交通局 | 产出指标 | 数量指标 | 检测座数 | ≥20座
        """)
    let reading = try Reading(page)
    #expect(reading.recognition.forms.map(\.indicators.count) == [2, 1])
    #expect(reading.recognition.forms.map(\.title) == ["项目支出绩效目标表", "项目支出绩效目标表"])
  }

  /// What no form has a place for is told with its project.
  @Test func otherColumnsAreUnplaced() throws {
    let reading = try Reading(
      Page().line("项目支出绩效目标表").adding(
        """
        职能分类 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
        A01 | 公路养护 | 产出指标 | 数量指标 | 养护里程 | ≥100公里
        A02 | 桥梁检测 | 产出指标 | 数量指标 | 检测座数 | ≥20座
        """))
    let unplaced = reading.recognition.forms.map { $0.unplaced.map(\.text) }
    #expect(unplaced == [["职能分类", "A01"], ["A02"]])
  }

  /// A list without indicators says too little for a form.
  @Test func aListOfNamesAndMoneyStaysATable() throws {
    let reading = try Reading(
      Page().line("2022年度项目支出绩效目标表").adding(
        """
        序号 | 项目名称 | 主管部门 | 预算金额 | 备注
        1 | 公路养护 | 交通局 | 100 |
        2 | 桥梁检测 | 交通局 | 50 | 新增
        """))
    #expect(reading.recognition.forms.isEmpty)
    #expect(reading.recognition.tables.count == 1)
    #expect(reading.recognition.outside.map(\.text) == ["2022年度项目支出绩效目标表"])
  }

  /// The captions stand once, above the first project, so a list is not read in parts.
  @Test func windowsOfAnySizeSayTheSame() throws {
    let page = Self.list.line("财政项目支出绩效自评表").adding("项目名称 | 热线运行\n主管部门 | 某局 | 实施单位 | 某中心")
    let whole = try Reading(page).recognition.forms
    #expect(whole.count == 3)
    for size in [1, 100, 500] {
      let source = try SourceText(reading: Array(page.text.utf8), name: nil, options: .init())
      var reader = DocumentReader(source)
      var document = Document(source: source)
      var recognizer = FormRecognizer()
      var forms: [Form] = []
      var hasMore = true
      while hasMore {
        hasMore = try reader.readBlocks(into: &document, byteCount: size)
        let (recognition, count) = recognizer.recognize(document, isComplete: !hasMore)
        forms += recognition.forms
        document.discardBlocks(count)
      }
      #expect(forms == whole)
    }
  }

  /// A page cuts a project; the header is printed again, and the number of the page stands between.
  @Test func aPageCutsAProject() throws {
    let header = "单位名称 | 项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值"
    let reading = try Reading(
      Page().line("部门预算项目绩效目标表").adding(
        """
        \(header)
        某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次
        """
      ).line("23").adding(
        """
        \(header)
        | | | | | 时效指标 | 报告时限 | ≤25天
        | 仪器检定 | 26.5 | 检定仪器310台。 | 产出指标 | 数量指标 | 检定台数 | ≥310台
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0.indicators.map(\.name) } == [["抽检批次", "报告时限"], ["检定台数"]])
    #expect(forms.map { $0[.name] } == [.text("药品抽检"), .text("仪器检定")])
    #expect(reading.recognition.outside.map(\.text) == ["23"])
  }

  /// The cell of the unit is merged down over its projects; rows without spans leave it empty.
  @Test func theUnitIsMergedOverItsProjects() throws {
    let reading = try Reading(
      Page().line("部门预算项目绩效目标表").adding(
        """
        单位名称 | 项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
        某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次
        | 仪器检定 | | 检定仪器310台。 | 产出指标 | 数量指标 | 检定台数 | ≥310台
        """))
    let forms = reading.recognition.forms
    #expect(forms.map { $0[.implementingUnit] } == [.text("某中心"), .text("某中心")])
    #expect(forms.map { $0.has(.annualTotal) } == [true, false])
    #expect(forms.flatMap(\.unplaced).isEmpty)
  }

  private static let header = "单位名称 | 项目名称 | 预算金额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值"

  private func list(_ rows: String, header: String = header) throws -> Reading {
    try Reading(Page().line("部门预算项目绩效目标表").adding(header).adding(rows))
  }

  private func values(_ form: Form) -> [FieldValue?] {
    [form[.implementingUnit], form[.name], form[.annualTotal], form[.annualGoal]]
  }

  /// The labels of levels and the targets say how far a row is shifted, the fields of its project with it.
  @Test(arguments: [
    "某中心 | 仪器检定 | 26.5 | 检定310台。 | 产出指标 | 数量指标 | 检定台数 | ≥310台",
    "| 某中心 | 仪器检定 | 26.5 | 检定310台。 | 产出指标 | 数量指标 | 检定台数 | ≥310台",
    "仪器检定 | 26.5 | 检定310台。 | 产出指标 | 数量指标 | 检定台数 | ≥310台 |",
  ])
  func aShiftedRow(row: String) throws {
    let reading = try list(
      """
      某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次
      | | | | 效益指标 | 社会效益指标 | 合格率 | ≥98%
      \(row)
      | | | 效益指标 | 社会效益指标 | 校准能力 | 提升 |
      """)
    let form = try #require(reading.recognition.forms.last)
    let expected: [FieldValue?] = [
      .text("某中心"), .text("仪器检定"), .amount(Amount(reading: "26.5".utf8Span.span)), .text("检定310台。"),
    ]
    #expect(values(form) == expected)
    #expect(form.indicators.map(\.name) == ["检定台数", "校准能力"])
    #expect(form.unplaced.isEmpty)
  }

  @Test func theHeaderOfLevel1IsLost() throws {
    let reading = try list(
      """
      某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次
      | | | | 效益指标 | 社会效益指标 | 合格率 | ≥98%
      """, header: Self.header.replacing("一级指标", with: ""))
    #expect(reading.text(.annualGoal) == "抽检600批次。")
    #expect(reading.form.indicators.map(\.level1) == ["产出指标", "效益指标"])
  }

  /// The header below a page break is misread, and markdown took the first dash of the page's number.
  @Test(arguments: ["3 -", "第2页 共4页", "17"])
  func theHeaderIsMisreadBelowThePage(number: String) throws {
    let reading = try Reading(
      Page().line("部门预算项目绩效目标表").adding(
        """
        \(Self.header)
        某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次
        """
      ).line(number).adding(
        """
        \(Self.header.replacing("指标值", with: "措标值"))
        | | | | 效益指标 | 社会效益指标 | 合格率 | ≥98%
        """))
    #expect(reading.form.indicators.map(\.name) == ["抽检批次", "合格率"])
    #expect(reading.recognition.tables.isEmpty)
  }

  /// No header, and nothing in the last column.
  @Test func aPageGoesOnWithoutAHeader() throws {
    let reading = try Reading(
      Page().line("部门预算项目绩效目标表").adding(
        """
        \(Self.header) | 备注
        某中心 | 药品抽检 | 120 | 抽检600批次。 | 产出指标 | 数量指标 | 抽检批次 | ≥600批次 | 合同
        """
      ).line("").adding("| | | | | 质量指标 | 合格率 | ≥98% |"))
    #expect(reading.form.indicators.map(\.name) == ["抽检批次", "合格率"])
    #expect(reading.recognition.tables.isEmpty)
  }
}
