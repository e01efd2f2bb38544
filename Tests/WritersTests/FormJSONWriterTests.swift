import IR
import TestSupport
import Testing
import Writers

/// Canonical JSON as `model.md` fixes it; what is expected is written by hand.
struct FormJSONWriterTests {
  private static let sha256 = String(repeating: "0a", count: 32)

  private static func source(_ text: String, name: String? = "a.md") -> SourceText {
    SourceText(
      name: name, format: .markdown, encoding: .utf8, utf8: Array(text.utf8),
      byteCount: text.utf8.count, sha256: sha256)
  }

  /// The members before and after those of the source.
  private static func json(
    _ source: SourceText, _ recognition: Recognition, options: JSONOptions = JSONOptions()
  ) -> String {
    var writer = FormJSONWriter(source, options: options)
    writer.append(recognition, from: Document(source: source))
    return String(decoding: writer.finish().bytes, as: UTF8.self)
  }

  @Test func nothingRecognised() {
    #expect(
      Self.json(Self.source("x", name: nil), Recognition()) == """
        {"format":"formconvert","forms":[],"source":{"bytes":1,"encoding":"utf-8",\
        "format":"markdown","sha256":"\(Self.sha256)"},"version":1}
        """)
  }

  @Test func declaration() throws {
    var form = Form(kind: .targetDeclaration, layout: "2024")
    form.title = "财政项目支出绩效目标申报表"
    form.year = 2024
    form.fields = [
      // The order is not the canonical one.
      Field(.overallGoal, .text("一\n二")),
      Field(.annualTotal, .amount(Amount(text: "225,000.00", amount: "225000.00"))),
      Field(.start, .date(DateReading(text: "2024年1月", date: "2024-01"))),
      Field(.name, .text("机关\"运行\"")),
      Field(.types, .options([Option(label: "其他", isChecked: true)])),
      Field(.annualOther, .amount(Amount(text: "—"))),
      Field(.plan, .text("")),
    ]
    form.fundingUnit = "元"
    var indicator = Indicator()
    indicator.level1 = "产出指标"
    indicator.level2 = "数量指标"
    indicator.name = "购置服装数量"
    indicator.target = Measure(text: "=90.00(套)", relation: "=", number: "90.00", unit: "套")
    form.indicators = [indicator]
    form.blank = ["/goals/annual"]
    form.emptyLevels = [EmptyLevel(level1: "产出目标", level2: nil)]
    var recognition = Recognition()
    recognition.forms = [form]
    let expected = """
      {"blank":["/goals/annual"],"emptyLevels":[{"level1":"产出目标"}],\
      "funding":{"annualOther":{"text":"—"},\
      "annualTotal":{"amount":"225000.00","text":"225,000.00"},"unit":"元"},\
      "goals":{"overall":"一\\n二"},\
      "indicators":[{"level1":"产出指标","level2":"数量指标","name":"购置服装数量",\
      "target":{"number":"90.00","relation":"=","text":"=90.00(套)","unit":"套"}}],\
      "layout":"2024","project":{"name":"机关\\"运行\\"",\
      "start":{"date":"2024-01","text":"2024年1月"},\
      "types":[{"checked":true,"label":"其他"}]},\
      "title":"财政项目支出绩效目标申报表","type":"target-declaration","year":2024}
      """
    #expect(Self.json(Self.source("x"), recognition).contains("\"forms\":[\(expected)],"))
  }

  @Test func selfEvaluation() {
    var form = Form(kind: .selfEvaluation, layout: "2020-self-evaluation")
    var row = FundingRow(key: "annualTotal", label: "年度资金总额")
    row.initialBudget = Amount(text: "1", amount: "1")
    row.annualBudget = Amount(text: "2", amount: "2")
    row.executed = Amount(text: "3", amount: "3")
    row.weight = Measure(text: "10", number: "10")
    row.executionRate = Measure(text: "50%", number: "50", unit: "%")
    row.score = Measure(text: "9", number: "9")
    form.fundingRows = [row]
    form.components = [Component(name: "咨询员费用", amount: Amount(text: "5", amount: "5"))]
    form.total = Total(weight: Measure(text: "100", number: "100"))
    var indicator = Indicator()
    indicator.actual = Measure(text: "及时")
    indicator.deviation = "无"
    indicator.score = Measure(text: "5", number: "5")
    indicator.weight = Measure(text: "5", number: "5")
    form.indicators = [indicator]
    var recognition = Recognition()
    recognition.forms = [form]
    let expected = """
      {"funding":{"components":[{"amount":{"amount":"5","text":"5"},"name":"咨询员费用"}],\
      "rows":[{"annualBudget":{"amount":"2","text":"2"},"executed":{"amount":"3","text":"3"},\
      "executionRate":{"number":"50","text":"50%","unit":"%"},\
      "initialBudget":{"amount":"1","text":"1"},"key":"annualTotal","label":"年度资金总额",\
      "score":{"number":"9","text":"9"},"weight":{"number":"10","text":"10"}}]},\
      "indicators":[{"actual":{"text":"及时"},"deviation":"无",\
      "score":{"number":"5","text":"5"},"weight":{"number":"5","text":"5"}}],\
      "layout":"2020-self-evaluation","total":{"weight":{"number":"100","text":"100"}},\
      "type":"self-evaluation"}
      """
    #expect(Self.json(Self.source("x"), recognition).contains("\"forms\":[\(expected)],"))
  }

  /// The second line begins at byte 7; 乙 is its third scalar and stands at byte 9.
  private static let twoLines = "甲乙\nab乙"

  @Test func placesAreLinesAndColumnsInScalars() {
    var recognition = Recognition()
    let place = SourceRange(start: 9, end: 12)
    recognition.outside = [PlacedText(text: "乙", source: place)]
    recognition.diagnostics = [
      Diagnostic(
        .rowShiftedLeft, at: place, pointer: "/forms/0/indicators/1",
        arguments: [.number("columns", 1)], before: "a", after: "b", alternatives: ["c"])
    ]
    let json = Self.json(Self.source(Self.twoLines), recognition)
    #expect(json.contains("\"outside\":[{\"line\":2,\"text\":\"乙\"}]"))
    #expect(
      json.hasPrefix(
        """
        {"diagnostics":[{"after":"b","alternatives":["c"],"arguments":{"columns":1},"before":"a",\
        "code":"row-shifted-left","column":3,"line":2,\
        "message":"row shifted left, columns: 1; moved back","pointer":"/forms/0/indicators/1",\
        "severity":"repair"}],"format"
        """))
  }

  @Test func messagesInChinese() {
    var options = JSONOptions()
    options.language = .chinese
    var recognition = Recognition()
    recognition.diagnostics = [Diagnostic(.rowShiftedLeft, arguments: [.number("columns", 2)])]
    #expect(
      Self.json(Self.source("x"), recognition, options: options)
        .contains("\"message\":\"这一行左移了 2 列，已移回\",\"severity\""))
  }

  /// Pointers go in the order of their code units, so `/forms/10` comes before `/forms/2`.
  @Test func provenance() {
    var source = Self.source(Self.twoLines)
    source.byteOrderMarkCount = 3
    var options = JSONOptions()
    options.includesProvenance = true
    let piece = Provenance.Piece(
      source: SourceRange(start: 9, end: 12), cell: .init(table: 2, row: 5, cell: 4))
    let plain = Provenance.Piece(source: SourceRange(start: 0, end: 6), cell: nil)
    var recognition = Recognition()
    recognition.provenance = [
      Provenance(pointer: "/forms/2/title", pieces: [plain, piece]),
      Provenance(pointer: "/forms/10/title", pieces: [plain]),
    ]
    let json = Self.json(source, recognition, options: options)
    let first = "{\"bytes\":[3,9],\"column\":1,\"line\":1}"
    let second = "{\"bytes\":[12,15],\"cell\":4,\"column\":3,\"line\":2,\"row\":5,\"table\":2}"
    #expect(
      json.contains(
        """
        "provenance":{"/forms/10/title":[\(first)],"/forms/2/title":[\(first),\(second)]},"source"
        """))
    #expect(!Self.json(source, recognition).contains("provenance"))
  }

  @Test func partsAreOneDocument() {
    var recognition = Recognition()
    recognition.forms = [Form(kind: .targetDeclaration, layout: "2023")]
    recognition.outside = [PlacedText(text: "x", source: nil)]
    let source = Self.source("x")
    var whole = FormJSONWriter(source)
    var twice = recognition
    twice.forms += recognition.forms
    twice.outside += recognition.outside
    whole.append(twice, from: Document(source: source))
    var parts = FormJSONWriter(source)
    for _ in 0..<2 { parts.append(recognition, from: Document(source: source)) }
    #expect(parts.finish().bytes == whole.finish().bytes)
  }
}
