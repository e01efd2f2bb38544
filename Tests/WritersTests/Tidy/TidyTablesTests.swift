import IR
import Testing
import Writers

/// Forms of many documents stand in tables of one row each, nothing left out.
struct TidyTablesTests {
  private var form: Form {
    var form = Form(kind: .selfEvaluation, layout: "2020-self-evaluation")
    form.title = "财政项目支出绩效自评表"
    form.year = 2020
    form.fundingUnit = "元"
    form.fields = [
      Field(.name, .text("热线")),
      Field(.start, .date(DateReading(text: "2020-01-01", date: "2020-01-01"))),
      Field(.end, .date(DateReading(text: "2020年底"))),
      Field(.annualTotal, .amount(Amount(text: "1,200.50", amount: "1200.50"))),
      Field(.annualOther, .amount(Amount(text: "—"))),
      Field(
        .types,
        .options([Option(label: "甲", isChecked: true), Option(label: "乙", isChecked: false)])),
    ]
    var row = FundingRow(key: "annualTotal", label: "年度资金总额")
    row.executed = Amount(text: "1,000", amount: "1000")
    row.executionRate = Measure(text: "90.00%", number: "90.00", unit: "%")
    row.deviation = "跨年支付"
    form.fundingRows = [row]
    form.components = [Component(name: "咨询费", amount: Amount(text: "3", amount: "3"))]
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.level2 = "数量指标"
    indicator.name = "接听量"
    indicator.target = Measure(text: "≥98(%)", relation: "≥", number: "98", unit: "%")
    indicator.actual = Measure(text: "99%", number: "99", unit: "%")
    indicator.weight = Measure(text: "10", number: "10")
    indicator.score = Measure(text: "9.5", number: "9.5")
    indicator.deviation = "无"
    indicator.overallTarget = Measure(text: "≥98", relation: "≥", number: "98")
    indicator.remark = "含周末"
    indicator.further = [
      LabelledText(label: "完成率", text: "101%"), LabelledText(label: "数据来源", text: "系统"),
    ]
    form.indicators = [indicator, Indicator()]
    form.total = Total(
      weight: Measure(text: "100", number: "100"), score: Measure(text: "95", number: "95"))
    form.further = [
      LabelledText(label: "主管部门编码", text: "603012"), LabelledText(label: "监督电话", text: ""),
    ]
    form.furtherTables = [
      FurtherTable(
        label: "年度主要任务",
        rows: [
          .init(cells: [
            LabelledText(label: "任务名称", text: "防汛"), LabelledText(label: "总额", text: "50"),
          ]),
          .init(cells: [LabelledText(label: "任务名称", text: "抗旱")]),
        ])
    ]
    form.unplaced = [PlacedText(text: "甲乙", source: nil)]
    return form
  }

  private func tables(_ language: Language = .chinese) -> TidyTables {
    var tables = TidyTables(language: language)
    var input = TidyTables.Input(name: "a.tsv")
    input.format = .tsv
    input.byteCount = 120
    input.cellCount = 34
    let diagnostic = Diagnostic(
      .executionRate, pointer: "/forms/0/funding/rows/0/executionRate",
      arguments: [.text("expected", "90.00%"), .text("actual", "83.30%")])
    let note = Diagnostic(.boxesBeforeLabels)
    tables.append(
      input, forms: [form], outsideCount: 2,
      diagnostics: [(diagnostic, LineTable.Position(line: 3, column: 5)), (note, nil)])
    var unreadable = TidyTables.Input(name: "b.png")
    unreadable.failure = LocalizedText(en: "this is a PNG image", zh: "这是 PNG 图片")
    tables.append(unreadable, forms: [], diagnostics: [])
    return tables
  }

  /// Tables of a form's own have a row for each cell, so that those of all forms fit one table.
  @Test func furtherTablesHaveARowForEachCell() throws {
    let rows = try rows("其他表")
    #expect(rows[0].suffix(4) == ["表名", "行", "栏目", "内容"])
    #expect(
      rows.dropFirst().map { $0.suffix(4) } == [
        ["年度主要任务", "1", "任务名称", "防汛"], ["年度主要任务", "1", "总额", "50"], ["年度主要任务", "2", "任务名称", "抗旱"],
      ])
    // A table that no form has anything for is left out.
    #expect(!TidyTables().sheets().map(\.name).contains("其他表"))
  }

  private func rows(_ name: String) throws -> [[String]] {
    let sheet = try #require(tables().sheets().first { $0.name == name })
    return sheet.rows
  }

  /// The cell of a row below the header with a title.
  private func cell(_ title: String, _ row: Int = 1, in name: String) throws -> String {
    let rows = try rows(name)
    let column = try #require(rows[0].firstIndex(of: title))
    return rows[row][column]
  }

  @Test func thereIsATableForEachKindOfThing() {
    #expect(tables().sheets().map(\.name) == ["表", "资金", "指标", "其他表", "诊断", "覆盖情况"])
    #expect(
      tables(.english).sheets().map(\.name)
        == ["Forms", "Funding", "Indicators", "Further tables", "Diagnostics", "Coverage"])
    #expect(tables().sheets().allSatisfy { $0.style == .data && $0.frozenRowCount == 1 })
    #expect(tables().formCount == 1)
    #expect(tables().formsToLookAt == 1)
  }

  @Test(arguments: [
    ("文件", "a.tsv"), ("表序号", "1"), ("项目名称", "热线"), ("待核对", "1"), ("类型", "自评表"),
    ("版式", "2020-self-evaluation"), ("年度", "2020"), ("标题", "财政项目支出绩效自评表"), ("指标数", "2"),
    ("分值合计", "100"), ("总分", "95"), ("金额单位", "元"), ("开始日期", "2020-01-01"),
    ("结束日期", "2020年底"), ("年度资金总额", "1,200.50"), ("项目类型", "甲"), ("主管部门", ""),
    ("其他栏", "主管部门编码：603012\n监督电话："),
  ])
  func aFormIsOneRow(title: String, text: String) throws {
    #expect(try rows("表").count == 2)
    #expect(try cell(title, in: "表") == text)
  }

  @Test func everyAmountIsARow() throws {
    let rows = try rows("资金").dropFirst().map { Array($0.dropFirst(3)) }
    #expect(
      rows == [
        ["年度资金总额", "预算", "1,200.50", "1200.50", "元"], ["年度其他资金", "预算", "—", "", "元"],
        ["咨询费", "子项目预算", "3", "3", "元"], ["年度资金总额", "全年执行数", "1,000", "1000", "元"],
        ["年度资金总额", "执行率", "90.00%", "90.00", "%"],
        ["年度资金总额", "偏差原因", "跨年支付", "", ""],
      ])
  }

  @Test func everyIndicatorIsARow() throws {
    let rows = try rows("指标")
    #expect(rows.count == 3)
    #expect(
      rows[1] == [
        "a.tsv", "1", "热线", "1", "产出指标", "数量指标", "接听量", "≥98(%)", "≥", "98", "%", "99%", "99",
        "10", "9.5", "无", "≥98", "98", "含周末", "完成率：101%\n数据来源：系统",
      ])
    #expect(Array(rows[2].prefix(5)) == ["a.tsv", "1", "热线", "2", ""])
  }

  @Test func everyDiagnosticIsARow() throws {
    #expect(try rows("诊断").count == 3)
    #expect(try cell("级别", in: "诊断") == "警告")
    #expect(try cell("行", in: "诊断") == "3")
    #expect(try cell("项目名称", in: "诊断") == "热线")
    #expect(try cell("代码", in: "诊断") == "execution-rate")
    #expect(try cell("说明", in: "诊断").contains("83.30%"))
    #expect(try cell("表序号", 2, in: "诊断") == "")
  }

  @Test func coverageCountsWhatWasReadAndWhatWasNot() throws {
    let rows = try rows("覆盖情况")
    #expect(rows[1] == ["a.tsv", "tsv", "1", "1", "34", "1", "2", "0", "1", "0", "1", "120", ""])
    #expect(rows[2].first == "b.png")
    #expect(rows[2].last == "这是 PNG 图片")
    #expect(rows[3] == ["合计", "", "1", "1", "34", "1", "2", "0", "1", "0", "1", "120", "1"])
  }

  @Test func numbersAreNumbersAndTextIsText() throws {
    let sheet = try #require(tables().sheets().first { $0.name == "表" })
    func kind(_ text: String) -> Cell.Kind? {
      sheet.document.cells.first { sheet.document.string($0.text) == text }?.kind
    }
    #expect(kind("1,200.50") == .number)
    #expect(kind("2020-01-01") == .date)
    #expect(kind("2020年底") == .text)
    #expect(kind("—") == .text)
    #expect(kind("热线") == .text)
  }
}

extension Sheet {
  /// The texts of its table, row by row.
  fileprivate var rows: [[String]] {
    var rows: [[String]] = []
    for cell in document.cells {
      if cell.column == 0 { rows.append([]) }
      rows[rows.count - 1].append(document.string(cell.text))
    }
    return rows
  }
}
