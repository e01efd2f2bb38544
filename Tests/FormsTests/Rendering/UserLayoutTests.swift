import IR
import Testing

@testable import Forms

/// Layouts that do not come with the library are drawn and read like those that do.
struct UserLayoutTests {
  /// A layout that says nothing about how it is drawn.
  private static let plain = Layout(
    id: "某省-2025", kind: .targetDeclaration,
    summary: .init(en: "A layout of a test", zh: "测试版式"), titles: ["某省项目绩效目标表"],
    fields: [
      .init(.name, ["事项名称"]), .init(.department, ["牵头部门"]), .init(.leader, ["牵头人"]),
      .init(.phone, ["电话"]), .init(.total, ["总投入"]), .init(.annualTotal, ["本年投入"]),
      .init(.annualGoal, ["本年目标"], place: .below), .init(.remarks, ["其他说明"]),
    ],
    printedRows: [
      [.name, .department], [.leader, .phone], [.total, .annualTotal], [.annualGoal],
    ],
    captions: [], components: .init(name: ["分项"], amount: ["分项金额"]),
    columns: [
      .init(.level1, ["大类"]), .init(.level2, ["小类"]), .init(.name, ["指标名"]),
      .init(.target, ["要求"]),
    ],
    taxonomy: Taxonomy([
      .init("产出", [.init("数量", .quantity), .init("质量", .quality)]),
      .init("效果", [.init("社会效果", .socialBenefit)]),
    ]),
    totals: [])

  /// The same with a drawing of its own.
  private static var drawn: Layout {
    var layout = plain
    layout.print = .init(
      columnCount: 5, lines: [.field(.leader), .year(before: "", after: "年度")],
      unit: .labels,
      blocks: [
        .init(.fields([[.init(.name, value: 4)], [.init(.department, value: 2), .init(.phone)]])),
        .init(.goals([.init(.annualGoal, label: 5)])),
        .init(.components(name: 3, amount: 2)),
        .init(.fields([[.init(.total, value: 2), .init(.annualTotal)]])),
        .init(.indicators([1, 1, 2, 1])),
        .init(.fields([[.init(.remarks, value: 4)]])),
      ])
    return layout
  }

  private static var form: Form {
    var form = Form(kind: .targetDeclaration, layout: plain.id)
    form.title = "某省项目绩效目标表"
    form.year = 2025
    form.fundingUnit = "万元"
    form.fields = [
      Field(.department, .text("某厅")), Field(.leader, .text("张三")), Field(.name, .text("修路")),
      Field(.phone, .text("021-12345678")), Field(.remarks, .text("无")),
      Field(.annualTotal, .amount(Amount(text: "30.5", amount: "30.5"))),
      Field(.total, .amount(Amount(text: "100", amount: "100"))),
      Field(.annualGoal, .text("修好三条路。")),
    ]
    form.components = [
      Component(name: "材料", amount: Amount(text: "20", amount: "20")),
      Component(name: "人工", amount: Amount(text: "10.5", amount: "10.5")),
    ]
    for (level1, level2, name, target) in [
      ("产出", "数量", "修路里程", "≥30公里"), ("产出", "数量", "修桥数量", "≥2座"),
      ("产出", "质量", "验收合格率", "=100%"), ("效果", "社会效果", "群众知晓率", "≥90%"),
    ] {
      var indicator = Indicator()
      (indicator.level1, indicator.level2, indicator.name) = (level1, level2, name)
      indicator.target = Measure(reading: target.utf8Span.span)
      form.indicators.append(indicator)
    }
    return form
  }

  @Test(arguments: [false, true])
  func formsOfALayoutComeBack(hasPrint: Bool) throws {
    let layout = hasPrint ? Self.drawn : Self.plain
    let trip = try RoundTrip(Self.form, layouts: LayoutSet([layout]))
    #expect(trip.failures.isEmpty, "\(trip.failures.joined(separator: "\n"))")
    #expect(trip.appendixRows.isEmpty, "\(trip.appendixRows)")
    let withOthers = try RoundTrip(Self.form, layouts: LayoutSet([layout] + Layout.builtIn))
    #expect(withOthers.failures.isEmpty, "\(withOthers.failures.joined(separator: "\n"))")
  }

  @Test(arguments: [false, true])
  func oddFormsOfALayoutComeBack(hasPrint: Bool) throws {
    let layout = hasPrint ? Self.drawn : Self.plain
    for seed in 0..<UInt64(RoundTripTests.formCount) {
      var maker = OddFormMaker(layout: layout, seed: seed)
      let trip = try RoundTrip(maker.change(Self.form), layouts: LayoutSet([layout]))
      #expect(trip.failures.isEmpty, "seed \(seed): \(trip.failures.joined(separator: "\n"))")
    }
  }

  /// Numbers that do not fit the grid do not take cells away.
  @Test func descriptionsThatDoNotFitAreDrawnAllTheSame() throws {
    var layout = Self.plain
    layout.print = .init(
      columnCount: 1, lines: [], unit: .caption,
      blocks: [
        .init(caption: "其他", .fields([[.init(.name, label: 9, value: -3)]])),
        .init(.fundingTable(label: 3, columns: [])), .init(.indicators([])),
      ])
    let trip = try RoundTrip(Self.form, layouts: LayoutSet([layout]))
    #expect(trip.failures.isEmpty, "\(trip.failures.joined(separator: "\n"))")
  }
}
