import Foundation
import TestSupport
import Testing
import Writers

/// `check`: what passes, what does not, and how either is told.
struct CheckCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  /// A copy of the example repository, whose document has one form.
  private static let source = "forms/training/source.md"
  private static let expected = "forms/training/expected.json"

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    for name in [Self.source, Self.expected] {
      let file = Fixture.package.appending(path: "examples/ci/\(name)")
      try folder.write(Array(Data(contentsOf: file)), to: name)
    }
  }

  /// Changes what is expected of the example.
  private func expect(_ text: String, insteadOf old: String) throws {
    let bytes = try #require(folder.bytes(Self.expected))
    let before = String(decoding: bytes, as: UTF8.self)
    try #require(before.contains(old))
    try folder.write(before.replacing(old, with: text, maxReplacements: 1), to: Self.expected)
  }

  // MARK: What a format cannot carry

  /// In the third row 丁 runs into what 乙 covers from above, as HTML allows.
  private static let overlapping = """
    <table><tr><td>甲</td><td rowspan="3">乙</td></tr><tr><td>丙</td></tr>\
    <tr><td colspan="2">丁</td></tr></table>
    """

  @Test func mergedCellsThatAFormatCannotCarryAreNoted() throws {
    try folder.write(Self.overlapping, to: "a.html")
    let result = try formconvert("check", "a.html")
    #expect(result.status == 0, "\(result.text)")
    let lines = result.text.split(separator: "\n")
    #expect(
      lines.contains(
        """
        a.html: note: /tables/0: the format has no merged cells; 2 are split up \
        [tables/markdown, tables/tsv, tables/tsv-excel, tables/csv]
        """))
    #expect(
      lines.contains(
        """
        a.html: note: /tables/0/rows/2/columns/0: merged cells must not overlap in this format; \
        1 × 2 slots are cut to 1 × 1 [tables/xlsx]
        """))
    #expect(result.text.hasSuffix("checks: all passed\n"))
  }

  @Test(arguments: [
    ("json", #""notes":[{"message":"the format has no merged cells; 2 are split up""#),
    ("junit", "<system-out>/tables/0: the format has no merged cells; 2 are split up</system-out>"),
    ("sarif", #""level":"note""#),
    ("github", "::notice file=a.html,title=formconvert tables/markdown%2C tables/tsv%2C "),
  ])
  func notesAreInEveryReport(_ format: String, _ text: String) throws {
    try folder.write(Self.overlapping, to: "a.html")
    let result = try formconvert("check", "a.html", "--format", format)
    #expect(result.status == 0 && result.text.contains(text), "\(result.text)")
  }

  // MARK: What is found

  @Test(arguments: [
    "examples/ci", "corpus/002_75a7d0d2d6251555/source.txt",
    "corpus/004_c5ac2ca95e2e7928/source.txt",
  ])
  func documentsPass(_ path: String) throws {
    let result = try formconvert("check", Fixture.package.appending(path: path).path)
    #expect(result.status == 0, "\(result.text)")
    #expect(result.text.hasSuffix("checks: all passed\n") && result.messages.isEmpty)
  }

  @Test(arguments: [
    (#""name": "培训期数""#, #""name": "培训次数""#, "/forms/0/indicators/0/name: was '培训次数', is '培训期数'"),
    (
      #""number": "1000""#, #""number": "100""#,
      "/forms/0/indicators/1/target/number: was '100', is '1000'"
    ),
    (
      #""year": 2024,"#, #""year": 2024, "unplaced": [{"text": "多"}],"#,
      "/forms/0/unplaced/0/text: was '多', is not there"
    ),
    (
      #"  "forms": ["#, #"  "outside": [{"text": "多"}], "forms": ["#,
      "/outside/0: was '多', is not there"
    ),
    (
      #"  "forms": ["#, #"  "diagnostics": [{"code": "no-form", "line": 3}], "forms": ["#,
      "/diagnostics: was 'no-form:3', is not there"
    ),
  ])
  func whatDiffersIsToldWithItsPath(_ old: String, _ new: String, _ message: String) throws {
    try expect(new, insteadOf: old)
    let before = folder.bytes(Self.expected)
    let result = try formconvert("check", "forms")
    #expect(result.status == 1)
    #expect(
      result.text == """
        \(Self.source): expected: \(message)
        1 input, 18 checks: 1 input differs in 1 place

        """)
    #expect(folder.bytes(Self.expected) == before)
    let chinese = try formconvert("check", "forms", "--lang", "zh")
    #expect(chinese.status == 1 && chinese.text.hasSuffix("1 个文件、18 项检查：1 个文件有 1 处不一致\n"))
  }

  @Test func missingAndAdditionalFormsAreTold() throws {
    let bytes = try #require(folder.bytes(Self.expected))
    try folder.write(#"{"forms": []}"#, to: Self.expected)
    let more = try formconvert("check", "forms")
    #expect(more.status == 1)
    #expect(more.text.contains("expected: /forms/0: was not there, is '职业技能培训'\n"))
    try folder.write(bytes, to: Self.expected)
    try folder.write("# 说明\n\n没有表。\n", to: Self.source)
    let fewer = try formconvert("check", "forms")
    #expect(fewer.status == 1)
    #expect(fewer.text.contains("expected: /forms/0: was '职业技能培训', is not there\n"))
  }

  @Test func warningsHaveToBeAllowedWhereSomeAre() throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "a.md")
    try folder.write(#"{"forms": [], "allowed": []}"#, to: "a.md.expected.json")
    let result = try formconvert("check", "a.md")
    #expect(result.status == 1)
    #expect(result.text.hasPrefix("a.md: expected: /diagnostics: was not there, is 'no-form'\n"))
    try folder.write(#"{"forms": [], "allowed": [{"code": "no-form"}]}"#, to: "a.md.expected.json")
    #expect(try formconvert("check", "a.md").status == 0)
  }

  // MARK: What cannot be read

  @Test func unreadableInputs() throws {
    let result = try formconvert("check", "missing.md", "forms")
    #expect(result.status == 3)
    #expect(result.text.hasPrefix("missing.md: read: \(Command.noSuchFile)\n"))
    #expect(result.text.hasSuffix("2 inputs, 19 checks: 1 input could not be read or compared\n"))
    let one = try formconvert("check", "missing.md", "--lang", "zh")
    #expect(one.text.hasSuffix("1 个文件、1 项检查：1 个文件不能读取或比较\n"))
    #expect(try formconvert("check", "missing.md").text.contains("1 input, 1 check: "))
    #expect(try formconvert("check", "none/").status == 3)
    #expect(try formconvert("check").status == 2)
  }

  @Test(arguments: [
    ("{\"forms\": [\n  {\"layout\": 2024}]}", "2:14"), ("{\"forms\": [}", "1:12"),
    ("{\"forms\": [], \"extra\": 1}", "1:15"), ("{}", "1:1"),
  ])
  func malformedExpectationsAreToldWithTheirPlace(_ text: String, _ place: String) throws {
    try folder.write(text, to: Self.expected)
    for arguments in [["check", "forms"], ["check", "--update", "forms"]] {
      let result = try formconvert.run(arguments)
      #expect(result.status == 3)
      #expect(
        result.text.hasPrefix("\(Self.source): expected: \(Self.expected):\(place): "),
        "\(result.text)")
    }
    #expect(folder.bytes(Self.expected) == Array(text.utf8))
  }

  @Test func anExpectationThatIsAFolder() throws {
    try folder.write("x", to: "a.md")
    try folder.write("x", to: "a.md.expected.json/b")
    let result = try formconvert("check", "a.md")
    #expect(result.status == 3 && result.text.contains("expected: a.md.expected.json: "))
  }

  // MARK: Inputs

  @Test func expectationsAreNoInputs() throws {
    let result = try formconvert("check", Self.source, Self.expected)
    #expect(result.status == 0 && result.text == "1 input, 18 checks: all passed\n")
  }

  @Test func standardInputHasNoExpectation() throws {
    let bytes = try #require(folder.bytes(Self.source))
    let result = try formconvert("check", "-", input: bytes)
    #expect(result.status == 0 && result.text == "1 input, 17 checks: all passed\n")
    let update = try formconvert("check", "-", "--update", input: bytes)
    #expect(update.status == 2 && update.messages.contains("has no place for an expectation"))
  }

  /// There are no tables in JSON of forms.
  @Test func canonicalJSONIsAnInput() throws {
    #expect(try formconvert(Self.source, "-o", "a.json").status == 0)
    let result = try formconvert("check", "a.json")
    #expect(result.status == 0 && result.text == "1 input, 9 checks: all passed\n")
  }

  @Test(arguments: ["# 说明\n\n没有表。\n", "| 甲 | 乙 |\n|---|---|\n| a\\|b | =1+1 |\n"])
  func documentsWithoutFormsAreChecked(_ text: String) throws {
    try folder.write(text, to: "a.md")
    let result = try formconvert("check", "a.md")
    #expect(result.status == 0 && result.text == "1 input, 17 checks: all passed\n")
  }

  @Test func jobsChangeNothing() throws {
    let bytes = try #require(folder.bytes(Self.source))
    for index in 0..<6 { try folder.write(bytes, to: "forms/\(index).md") }
    try folder.write("{\"forms\": []}", to: "forms/3.md.expected.json")
    let one = try formconvert("check", "forms", "missing.md", "--jobs", "1")
    let many = try formconvert("check", "forms", "missing.md", "--jobs", "4")
    #expect(one.status == 3 && many.status == 3 && one.text == many.text)
    #expect(try formconvert("check", "forms", "--jobs", "0").status == 2)
  }

  // MARK: Update

  @Test func expectationsAreRewrittenOnlyWhereTheyDiffer() throws {
    let before = folder.bytes(Self.expected)
    let same = try formconvert("check", "--update", "forms")
    #expect(same.status == 0 && same.messages.isEmpty && folder.bytes(Self.expected) == before)
    try expect(#""name": "培训次数""#, insteadOf: #""name": "培训期数""#)
    let update = try formconvert("check", "--update", "forms")
    #expect(update.status == 0 && update.messages == "updated \(Self.expected)\n")
    #expect(try formconvert("check", "forms").status == 0)
    let written = try JSONParser.parse(try #require(folder.bytes(Self.expected)))
    let form = try #require(written["forms"]?.elements?.first)
    #expect(form["indicators"]?.elements?.first?["name"]?.text == "培训期数")
  }

  @Test func whatIsAllowedStaysWhenAnExpectationIsRewritten() throws {
    let allowed = #"[ {"code": "level-ambiguous", "line": 9, "why": "甲\u4e59"} ]"#
    try expect("{\n  \"allowed\": \(allowed),", insteadOf: "{")
    try expect(#""name": "培训次数""#, insteadOf: #""name": "培训期数""#)
    #expect(try formconvert("check", "--update", "forms").status == 0)
    let text = String(decoding: try #require(folder.bytes(Self.expected)), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"allowed\": \(allowed),\n  \"") && text.hasSuffix("\n}\n"))
    let written = try JSONParser.parse(Array(text.utf8))
    #expect(written["allowed"]?.elements?.count == 1)
    #expect(written["forms"]?.elements?.count == 1)
  }

  @Test func missingExpectationsAreWrittenForForms() throws {
    try folder.write(try #require(folder.bytes(Self.source)), to: "表/第一张.md")
    try folder.write("# 说明\n\n没有表。\n", to: "表/README.md")
    #expect(try formconvert("check", "表").status == 0)
    #expect(folder.bytes("表/第一张.md.expected.json") == nil)
    let result = try formconvert("check", "--update", "表")
    #expect(result.status == 0 && result.messages == "updated 表/第一张.md.expected.json\n")
    #expect(folder.files.filter { $0.hasPrefix("表/") }.count == 3)
    #expect(try formconvert("check", "表").text == "2 inputs, 35 checks: all passed\n")
    try folder.write(#"{"forms": []}"#, to: "表/第一张.md.expected.json")
    #expect(try formconvert("check", "表").status == 1)
  }
}

/// The reports of `check`, read by those who know their formats.
struct CheckReportTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  /// A path and a text with what each format has to escape.
  private static let path = "表, 1:%<a&\"b\">.md"
  private static let expected = #"{"forms": [], "outside": [{"text": "a%:,<&\"]]>\n乙\u0001"}]}"#
  private static let text = "a%:,<&\"]]>\n乙\u{1}"

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write("没有表。\n", to: Self.path)
    try folder.write(Self.expected, to: Self.path + ".expected.json")
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "b.md")
  }

  private func report(_ format: String, status: Int32 = 1) throws -> Command.Outcome {
    let result = try formconvert("check", Self.path, "b.md", "--format", format)
    #expect(result.status == status && result.messages.isEmpty)
    return result
  }

  @Test func text() throws {
    let lines = try report("text").text.split(separator: "\n")
    #expect(
      lines == [
        "\(Self.path): expected: /outside/0: was 'a%:,<&\"]]>\\n乙\\u{1}', is not there",
        "\(Self.path): expected: /outside/0: was not there, is '没有表。'",
        "2 inputs, 35 checks: 1 input differs in 2 places",
      ])
  }

  @Test func json() throws {
    let report = try JSONParser.parse(report("json").output)
    #expect(report["passed"] == false)
    let inputs = try #require(report["inputs"]?.elements)
    #expect(inputs.map { $0["file"]?.text } == [Self.path, "b.md"])
    let steps = try #require(inputs[0]["steps"]?.elements)
    let names = ["json", "ndjson", "markdown", "html", "tsv", "tsv-excel", "csv", "xlsx"]
      .flatMap { ["forms/\($0)", "tables/\($0)"] }
    #expect(steps.compactMap { $0["name"]?.text } == ["conservation", "expected"] + names)
    #expect(steps.filter { $0["passed"] == false }.map { $0["name"]?.text } == ["expected"])
    let problems = try #require(steps[1]["problems"]?.elements)
    #expect(problems.map { $0["pointer"]?.text } == ["/outside/0", "/outside/0"])
    #expect(problems.map { $0["was"]?.text } == [Self.text, nil])
    #expect(problems.map { $0["is"]?.text } == [nil, "没有表。"])
  }

  /// Read by Python's parser, which takes nothing that is not well-formed.
  @Test func junit() throws {
    try folder.write(report("junit").output, to: "report.xml")
    let script = """
      import json
      from xml.etree import ElementTree
      root = ElementTree.parse('report.xml').getroot()
      suites = list(root)
      print(json.dumps([root.tag, root.attrib['tests'], root.attrib['failures'],
        [[s.tag, s.attrib['name'], s.attrib['tests'], s.attrib['failures'], len(s)] for s in suites],
        [[c.attrib['name'], f.attrib['message'], f.text]
         for s in suites for c in s for f in c]], ensure_ascii=False))
      """
    try folder.write(script, to: "script.py")
    let result = try formconvert.shell("PYTHONIOENCODING=utf-8 python3 script.py")
    #expect(result.status == 0, "\(result.messages)")
    let values = try #require(JSONParser.parse(Array(result.output.dropLast())).elements)
    #expect(values.prefix(3).map(\.text) == ["testsuites", "35", "1"])
    let suites = try #require(values[3].elements)
    #expect(suites.map { $0.elements?[1].text } == [Self.path, "b.md"])
    #expect(suites.map { $0.elements?[2].text } == ["18", "17"])
    #expect(suites.map { $0.elements?[3].text } == ["1", "0"])
    let failures = try #require(values[4].elements)
    #expect(failures.count == 1 && failures[0].elements?[0].text == "expected")
    let first = "/outside/0: was 'a%:,<&\"]]>\\n乙\\u{1}', is not there"
    #expect(failures[0].elements?[1].text == first)
    #expect(failures[0].elements?[2].text == first + "\n/outside/0: was not there, is '没有表。'")
  }

  @Test func sarif() throws {
    let document = try JSONParser.parse(report("sarif").output)
    #expect(document["version"]?.text == "2.1.0")
    let run = try #require(document["runs"]?.elements?.first)
    #expect(run["invocations"]?.elements?.first?["exitCode"]?.double == 1)
    let results = try #require(run["results"]?.elements)
    #expect(results.map { $0["ruleId"]?.text } == ["check-expected", "check-expected"])
    #expect(results.allSatisfy { $0["level"]?.text == "error" })
    let location = try #require(results[0]["locations"]?.elements?.first)
    let uri = try #require(
      location["physicalLocation"]?["artifactLocation"]?["uri"]?.text)
    #expect(uri.removingPercentEncoding == Self.path && !uri.contains(" "))
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    #expect(rules.contains { $0["id"]?.text == "check-expected" })
  }

  /// GitHub's rules: a property ends at `,` or `:`, a message at the end of the line.
  @Test func github() throws {
    let lines = try report("github").text.split(separator: "\n")
    #expect(lines.count == 3)
    let parts = try #require(lines.first).split(separator: "::", maxSplits: 1)
    #expect(
      parts[0] == "error file=表%2C 1%3A%25<a&\"b\">.md,title=formconvert expected")
    #expect(lines[0].hasSuffix("::/outside/0: was 'a%25:,<&\"]]>\\n乙\\u{1}', is not there"))
    #expect(lines[2] == "2 inputs, 35 checks: 1 input differs in 2 places")
  }

  @Test func placesOfDiagnosticsAreGiven() throws {
    try folder.write("\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "c.md")
    try folder.write("x", to: "d.png")
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: "d.png")
    let result = try formconvert("check", "d.png", "--format", "github")
    #expect(result.status == 3)
    #expect(result.text.hasPrefix("::error file=d.png,line=1,col=1,title=formconvert read::"))
  }
}
