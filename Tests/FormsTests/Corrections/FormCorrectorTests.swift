import IR
import Readers
import Testing

@testable import Forms

/// Corrections: every value can be corrected, and what does not fit is refused.
struct FormCorrectorTests {
  private static var form: Form {
    var form = Form(kind: .selfEvaluation, layout: "2020-self-evaluation")
    form.title = "财政项目支出绩效自评表"
    form.year = 2020
    form.fields = [
      Field(.name, .text("甲")), Field(.start, .date(DateReading(text: "2020-01", date: "2020-01"))),
      Field(.types, .options([Option(label: "新增", isChecked: true)])),
      Field(.plannedGoal, .text("目标")),
    ]
    form.fundingUnit = "元"
    form.components = [Component(name: "子", amount: Amount(text: "5万元", amount: "5", unit: "万元"))]
    var row = FundingRow(key: "annualTotal", label: "年度资金总额")
    row.executed = Amount(text: "1,000", amount: "1000")
    form.fundingRows = [row]
    for number in 0..<2 {
      var indicator = Indicator()
      indicator.level1 = "产出指标"
      indicator.level2 = "数量指标"
      indicator.name = "人数\(number)"
      indicator.target = Measure(text: "≥5人", relation: "≥", number: "5", unit: "人")
      form.indicators.append(indicator)
    }
    form.total = Total(weight: Measure(text: "100", number: "100"))
    form.blank = ["/project/department"]
    form.unplaced = [
      PlacedText(text: "甲", source: SourceRange(start: 1, end: 4)),
      PlacedText(text: "乙", source: nil),
    ]
    return form
  }

  private static func corrected(
    _ corrections: [Correction], _ form: Form = form
  ) -> Recognition {
    var found = Recognition()
    found.forms = [form]
    var corrector = FormCorrector(corrections)
    corrector.correct(&found, isComplete: true)
    return found
  }

  private static func correction(_ path: String, _ before: String, _ after: String) -> Correction {
    Correction(pointer: "/forms/0" + path, before: before, after: after)
  }

  /// A correction of one value, and what it makes of a form, by hand.
  private struct Edit: Sendable {
    let path: String
    let before: String
    let after: String
    let apply: @Sendable (inout Form) -> Void

    init(
      _ path: String, _ before: String, _ after: String,
      _ apply: @escaping @Sendable (inout Form) -> Void
    ) {
      (self.path, self.before, self.after, self.apply) = (path, before, after, apply)
    }
  }

  private static let edits = [
    Edit("/title", "财政项目支出绩效自评表", "表") { $0.title = "表" },
    Edit("/year", "2020", "2021") { $0.year = 2021 },
    Edit("/project/name", "甲", "乙\n丙") { $0.fields[0].value = .text("乙\n丙") },
    Edit("/project/start", "2020-01", "2020年3月1日") {
      $0.fields[1].value = .date(DateReading(text: "2020年3月1日", date: "2020-03-01"))
    },
    Edit("/project/types/0/checked", "true", "false") {
      $0.fields[2].value = .options([Option(label: "新增", isChecked: false)])
    },
    Edit("/funding/unit", "元", "万元") { $0.fundingUnit = "万元" },
    Edit("/funding/components/0/amount", "5万元", "六") {
      $0.components[0].amount = Amount(text: "六")
    },
    Edit("/funding/rows/0/executed", "1,000", "1,001.5") {
      $0.fundingRows[0].executed = Amount(text: "1,001.5", amount: "1001.5")
    },
    Edit("/indicators/1/target", "≥5人", ">=6人") {
      $0.indicators[1].target = Measure(
        text: ">=6人", relation: "≥", number: "6", unit: "人")
    },
    Edit("/indicators/1/target/text", "≥5人", "及时") {
      $0.indicators[1].target = Measure(text: "及时")
    },
    Edit("/indicators/0/level2", "数量指标", "质量指标") { $0.indicators[0].level2 = "质量指标" },
    Edit("/indicators/0/score", "", "1.1") {
      $0.indicators[0].score = Measure(text: "1.1", number: "1.1")
    },
    Edit("/total/weight", "100", "") {
      $0.total = nil
    },
    Edit("/project/department", "", "局") {
      $0.fields.insert(Field(.department, .text("局")), at: 0)
      $0.blank = []
    },
    Edit("/goals/planned", "目标", "") {
      $0.fields.removeLast()
      $0.blank = ["/goals/planned", "/project/department"]
    },
    Edit("/unplaced/0", "甲", "") { $0.unplaced.removeFirst() },
  ]

  @Test(arguments: edits.indices)
  func everyKindOfValue(_ number: Int) {
    let edit = Self.edits[number]
    var expected = Self.form
    edit.apply(&expected)
    expected.sortBlank()
    expected.fields.sort { $0.key.rawValue < $1.key.rawValue }
    let found = Self.corrected([Self.correction(edit.path, edit.before, edit.after)])
    var form = found.forms[0]
    form.fields.sort { $0.key.rawValue < $1.key.rawValue }
    #expect(form == expected)
    #expect(found.corrections.count == 1)
    let notes = found.diagnostics.filter { $0.code == .valueCorrected }
    #expect(notes.map(\.before) == [edit.before] && notes.map(\.after) == [edit.after])
  }

  @Test(arguments: [
    ("/title", "别的", "表", DiagnosticCode.correctionStale),
    ("/goals/actual", "有", "表", .correctionStale),
    ("/year", "2020", "二〇二〇", .correctionUnfit),
    ("/project/types/0/checked", "true", "是", .correctionUnfit),
    ("/unplaced/1", "乙", "丙", .correctionUnfit),
    ("/unplaced/1", "丙", "", .correctionStale),
    ("/unplaced/7", "丙", "", .correctionUnplaced),
    ("/indicators/2/name", "", "新", .correctionUnplaced),
    ("/indicators/02/name", "", "新", .correctionUnplaced),
    ("/indicators/0/target/number", "5", "6", .correctionUnplaced),
    ("/indicators/0", "", "新", .correctionUnplaced),
    ("/project/nothing", "", "新", .correctionUnplaced),
    ("/project/types/1/label", "", "新", .correctionUnplaced),
    ("/funding/rows/0/key", "annualTotal", "x", .correctionUnplaced),
    ("/layout", "2020-self-evaluation", "2024", .correctionUnplaced),
    ("/blank/0", "/project/department", "x", .correctionUnplaced),
    ("", "", "x", .correctionUnplaced),
  ])
  func refused(_ path: String, _ before: String, _ after: String, _ code: DiagnosticCode) {
    let found = Self.corrected([Self.correction(path, before, after)])
    #expect(found.forms == [Self.form] && found.corrections.isEmpty)
    #expect(found.diagnostics.map(\.code) == [code])
  }

  /// An indicator that has lost everything stays, so that no pointer behind it moves.
  @Test func emptiedIndicatorKeepsItsPlace() {
    let paths = [
      ("level1", "产出指标"), ("level2", "数量指标"), ("name", "人数0"), ("target", "≥5人"),
    ]
    let found = Self.corrected(
      paths.map { Self.correction("/indicators/0/\($0.0)", $0.1, "") }
        + [Self.correction("/indicators/1/name", "人数1", "人次")])
    #expect(found.corrections.count == 5)
    #expect(found.forms[0].indicators[0] == Indicator())
    #expect(found.forms[0].indicators[1].name == "人次")
  }

  /// What was said about a block is taken back with the last of its texts.
  @Test(arguments: [(["甲"], 1), (["甲", "丙"], 0)])
  func blocksOfTexts(_ taken: [String], _ left: Int) {
    var found = Recognition()
    found.forms = [Self.form]
    found.forms[0].unplaced.append(
      PlacedText(text: "丙", source: SourceRange(start: 5, end: 8)))
    found.diagnostics = [
      Diagnostic(
        .blockUnplaced, at: SourceRange(start: 1, end: 8), pointer: "/forms/0/unplaced",
        arguments: [.text("text", "甲"), .number("texts", 2), .number("rows", 2)])
    ]
    var corrector = FormCorrector(
      taken.map { Self.correction("/unplaced/\($0 == "甲" ? 0 : 2)", $0, "") })
    corrector.correct(&found, isComplete: true)
    #expect(found.diagnostics.count { $0.code == .blockUnplaced } == left)
  }

  /// Corrections of one value follow one another; both texts without a place can be taken away.
  @Test func inTheirOrder() {
    let found = Self.corrected([
      Self.correction("/project/name", "甲", "乙"), Self.correction("/project/name", "乙", "丙"),
      Self.correction("/project/name", "甲", "丁"),
      Self.correction("/unplaced/0", "甲", ""), Self.correction("/unplaced/1", "乙", ""),
    ])
    #expect(found.forms[0][.name] == .text("丙") && found.forms[0].unplaced.isEmpty)
    let stale = found.diagnostics.filter { $0.code == .correctionStale }
    #expect(stale.map(\.after) == ["丁"])
  }

  @Test func formsThatAreNotThere() {
    let found = Self.corrected([
      Correction(pointer: "/forms/1/title", before: "", after: "x"),
      Correction(pointer: "/forms/x/title", before: "", after: "x"),
    ])
    #expect(found.diagnostics.map(\.code) == [.correctionUnplaced, .correctionUnplaced])
  }

  /// The sums are those of the corrected form, and no finding of the form as read is left.
  @Test func checksRunAgain() {
    var form = Self.form
    for (number, weight) in ["60", "30"].enumerated() {
      form.indicators[number].weight = Measure(text: weight, number: weight)
    }
    form.fields.removeAll { $0.key == .start || $0.key == .types }
    var found = Recognition()
    found.forms = [form]
    func weightFindings(_ found: Recognition) -> Int {
      found.diagnostics.count { $0.code == .weightSum }
    }
    found.diagnostics = FormChecks.findings(in: form, nil).map {
      Diagnostic($0.code, pointer: "/forms/0/" + $0.path.text, arguments: $0.arguments)
    }
    #expect(weightFindings(found) == 1)
    var corrector = FormCorrector([Self.correction("/indicators/1/weight", "30", "40")])
    corrector.correct(&found, isComplete: true)
    #expect(weightFindings(found) == 0)
  }

  /// Whatever the checks say of the forms of the corpus is known to be said by a check.
  @Test func checksAreKnownByTheirCodes() throws {
    for (_, form) in try CorpusForms.all {
      for finding in FormChecks.findings(in: form, LayoutSet.builtIn[form.layout]) {
        #expect(DiagnosticCode.checks.contains(finding.code))
      }
    }
  }
}
