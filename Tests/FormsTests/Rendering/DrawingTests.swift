import IR
import Testing

@testable import Forms

/// What drawn forms look like.
struct DrawingTests {
  /// A declaration of layout `2024` with two indicators of one level 2, and one of another.
  private static var declaration: Form {
    var form = Form(kind: .targetDeclaration, layout: "2024")
    form.title = "财政项目支出绩效目标申报表"
    form.year = 2024
    form.fundingUnit = "元"
    form.fields = [
      Field(.end, .date(DateReading(text: "2024-12-31 23:59", date: "2024-12-31"))),
      Field(.name, .text("热线运行")),
      Field(.start, .date(DateReading(text: "2024-01-01", date: "2024-01-01"))),
      Field(.annualTotal, .amount(Amount(text: "1,000.00", amount: "1000.00"))),
      Field(.annualOther, .amount(Amount(text: "￥5", amount: "5"))),
      Field(.annualGoal, .text("做好服务。\n再做好一些。")),
    ]
    form.blank = ["/funding/total", "/goals/overall"]
    for (level2, name) in [("数量指标", "热线接听量"), ("数量指标", "坐席数量"), ("质量指标", "接听合格率")] {
      var indicator = Indicator()
      (indicator.level1, indicator.level2, indicator.name) = ("产出指标", level2, name)
      indicator.target = Measure(reading: "≥98(%)".utf8Span.span)
      form.indicators.append(indicator)
    }
    return form
  }

  /// A cell as `text@row,column rows×columns`, with `#` before a header cell.
  private func cells(_ sheet: Sheet, block: Int) throws -> [String] {
    guard case .table(let table) = sheet.document.blocks[block] else { return [] }
    return sheet.document.cells[table.cells].map { cell in
      let text = sheet.document.string(cell.text).replacing("\n", with: "⏎")
      let mark = cell.isHeader ? "#" : ""
      return "\(mark)\(text)@\(cell.row),\(cell.column) \(cell.rowSpan)×\(cell.columnSpan)"
    }
  }

  @Test func declarationIsDrawnAsItIsPrinted() throws {
    let sheet = try FormRenderer().render(Self.declaration)
    #expect(sheet.name == "热线运行")
    #expect(sheet.frozenRowCount == 1)
    #expect(sheet.frozenColumnCount == 3)
    let texts = sheet.document.blocks.prefix(2).map { block in
      switch block {
      case .heading(let text): "\(text.level) \(sheet.document.string(text.text))"
      case .paragraph(let text): sheet.document.string(text.text)
      case .table: "table"
      }
    }
    #expect(texts == ["1 财政项目支出绩效目标申报表", "（2024年度）"])
    #expect(sheet.document.blocks.count == 3)
    // The labels that the form does not have are not there: 主管部门, 项目类别, 其中：财政资金.
    #expect(
      try cells(sheet, block: 2) == [
        "#项目名称@0,0 1×1", "热线运行@0,1 1×1", "@0,2 1×2", "@0,4 1×2",
        "#计划开始日期@1,0 1×1", "2024-01-01@1,1 1×1", "#计划完成日期@1,2 1×1",
        "2024-12-31 23:59@1,3 1×3",
        "#项目资金（元）@2,0 2×1", "#项目资金总额@2,1 1×1", "@2,2 1×1", "#年度资金申请总额@2,3 1×1",
        "1,000.00@2,4 1×2",
        "@3,1 1×2", "#其他资金@3,3 1×1", "￥5@3,4 1×2",
        "#项目绩效目标@4,0 2×1", "#项目总目标@4,1 1×2", "#年度总体目标@4,3 1×3",
        "@5,1 1×2", "做好服务。⏎再做好一些。@5,3 1×3",
        "#绩效指标@6,0 4×1", "#一级指标@6,1 1×1", "#二级指标@6,2 1×1", "#三级指标@6,3 1×1",
        "#年度(/项目)指标值@6,4 1×2",
        "#产出指标@7,1 3×1", "#数量指标@7,2 2×1", "热线接听量@7,3 1×1", "≥98(%)@7,4 1×2",
        "坐席数量@8,3 1×1", "≥98(%)@8,4 1×2",
        "#质量指标@9,2 1×1", "接听合格率@9,3 1×1", "≥98(%)@9,4 1×2",
      ])
  }

  @Test func onlyWholeReadingsAreNumbersAndDates() throws {
    let sheet = try FormRenderer().render(Self.declaration)
    let typed = sheet.document.cells.filter { $0.kind != .text }
    #expect(
      typed.map { "\($0.kind) \(sheet.document.string($0.text))" }
        == ["date 2024-01-01", "number 1,000.00"])
  }

  /// Every place of every grid is covered by one cell.
  @Test(arguments: PrintLayout.allCases)
  func cellsTileTheGrid(layout: PrintLayout) throws {
    let known = try #require(Layout.builtIn.first { $0.id == layout.rawValue })
    for seed in 0..<20 as Range<UInt64> {
      var factory = FormFactory(layout: layout, seed: seed)
      var maker = OddFormMaker(layout: known, seed: seed)
      let form = factory.makeForm().form
      for form in [form, maker.change(form)] {
        let document = try FormRenderer().render(form).document
        for case .table(let table) in document.blocks {
          var covered = Array(repeating: 0, count: table.rowCount * table.columnCount)
          for cell in document.cells[table.cells] {
            for row in Int(cell.row)..<Int(cell.row) + Int(cell.rowSpan) {
              for column in Int(cell.column)..<Int(cell.column) + Int(cell.columnSpan) {
                covered[row * table.columnCount + column] += 1
              }
            }
          }
          #expect(covered.allSatisfy { $0 == 1 }, "seed \(seed)")
        }
      }
    }
  }

  @Test func layoutThatNobodyKnowsIsAnError() {
    let form = Form(kind: .targetDeclaration, layout: "1999")
    #expect(
      throws: FormRenderer.RenderError.unknownLayout(
        id: "1999", known: ["2024", "2023", "2020-self-evaluation", "2019"])
    ) { try FormRenderer().render(form) }
  }

  @Test func emptyFormComesBack() throws {
    for layout in Layout.builtIn {
      let trip = try RoundTrip(Form(kind: layout.kind, layout: layout.id))
      #expect(trip.failures.isEmpty, "\(layout.id): \(trip.failures)")
    }
  }

  /// Levels without indicators stand where the taxonomy has them, however many there are.
  @Test func manyEmptyLevelsTakeLinearTime() throws {
    let count = 5_000
    var form = Self.declaration
    form.indicators = (0..<count).map { number in
      var indicator = Indicator()
      indicator.level1 = "满意度指标"
      indicator.level2 = "服务对象满意度指标"
      indicator.name = "满意度\(number)"
      return indicator
    }
    form.emptyLevels = (0..<count).map { EmptyLevel(level1: "产出指标", level2: "其他\($0)") }
    form.emptyLevels.append(EmptyLevel(level1: "满意度指标", level2: "未知"))
    form.emptyLevels.append(EmptyLevel(level1: "产出指标", level2: "数量指标"))
    let layout = try #require(Layout.builtIn.first { $0.id == "2024" })
    var document = Document()
    let time = ContinuousClock().measure {
      FormDrawing(form, in: layout, lookalikes: nil).append(to: &document, title: nil)
    }
    #expect(time < .seconds(20))
    let texts = document.cells.map { document.string($0.text) }
    func place(_ text: String) throws -> Int { try #require(texts.firstIndex(of: text)) }
    #expect(try place("数量指标") < place("其他0") && place("其他0") < place("其他1"))
    #expect(try place("其他\(count - 1)") < place("满意度0"))
    #expect(try place("满意度\(count - 1)") < place("未知"))
  }
}
