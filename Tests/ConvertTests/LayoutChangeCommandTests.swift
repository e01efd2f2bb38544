import Foundation
import TestSupport
import Testing
import Writers

/// What `normalize` and `--layout` do on the command line.
struct LayoutChangeCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  /// The document of the corpus with 2019 forms.
  private static let document = corpus("002_75a7d0d2d6251555")
  private static let formats = ["json", "ndjson", "md", "html", "tsv", "xlsx"]

  private static func corpus(_ name: String) -> String {
    Fixture.package.appending(path: "corpus/\(name)/source.txt").path
  }

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private func json(_ arguments: String...) throws -> CanonicalJSON {
    let result = try formconvert.run(["--quiet"] + arguments)
    #expect(result.status == 0, "\(result.messages)")
    return try JSONParser.parse(result.output)
  }

  private func forms(_ json: CanonicalJSON) -> [CanonicalJSON] { json["forms"]?.elements ?? [] }

  // MARK: There and back

  @Test func normalizeIsTheLayoutOf2024() throws {
    let normalized = try formconvert("normalize", "-q", Self.document)
    #expect(normalized.status == 0)
    #expect(try normalized.output == formconvert("-q", "--layout", "2024", Self.document).output)
    let layouts = try forms(JSONParser.parse(normalized.output)).map { $0["layout"]?.text }
    #expect(layouts == Array(repeating: "2024", count: 5))
  }

  @Test func normalizeTakesAnotherLayout() throws {
    let there = try formconvert("normalize", "-q", Self.document, "-o", "a.json")
    #expect(there.status == 0)
    let back = try JSONParser.parse(
      formconvert("normalize", "-q", "--layout", "2019", "a.json").output)
    #expect(try forms(back) == forms(json(Self.document)))
  }

  @Test(arguments: formats)
  func everyFormatGoesThereAndBack(_ format: String) throws {
    let there = try json("--layout", "2024", Self.document)
    let written = try formconvert("-q", "--layout", "2024", Self.document, "-o", "a.\(format)")
    #expect(written.status == 0, "\(written.messages)")
    let read = try json("a.\(format)")
    #expect(withoutLines(forms(read)) == withoutLines(forms(there)))
    let back = try json("--layout", "2019", "a.\(format)")
    #expect(try withoutLines(forms(back)) == withoutLines(forms(json(Self.document))))
  }

  /// The forms without line numbers, as text.
  private func withoutLines(_ forms: [CanonicalJSON]) -> [String] {
    forms.map { form in
      String(decoding: form.buffer.bytes, as: UTF8.self).replacing(/"line":\d+,?/, with: "")
    }
  }

  // MARK: Values that are supplied

  @Test func setFillsWhatIsEmpty() throws {
    let json = try json(
      "--layout", "2024", "--set", "主管部门=人社局", "--set", "项目类别=特定目标类", Self.document)
    for form in forms(json) {
      #expect(form["project"]?["department"]?.text == "人社局")
      #expect(form["project"]?["category"]?.text == "特定目标类")
      let supplied = form["carried"]?["supplied"]?.elements?.map(\.text)
      #expect(Set(supplied ?? []) == ["/project/department", "/project/category"])
    }
  }

  @Test func setOverwritesNothing() throws {
    let result = try formconvert("--layout", "2024", "--set", "项目名称=别的", Self.document)
    let names = try forms(JSONParser.parse(result.output)).map { $0["project"]?["name"]?.text }
    #expect(try names == forms(json(Self.document)).map { $0["project"]?["name"]?.text })
    #expect(
      result.messages.split(separator: "\n").count { $0.hasSuffix("[value-not-supplied]") } == 5)
  }

  @Test(arguments: [
    ["--set", "没有=甲"], ["--set", "主管部门"], ["--set", "=甲"], ["--set", "主管部门="],
    ["--set", "主管部门=甲", "--set", "主管部门=乙"],
  ])
  func wrongValues(_ arguments: [String]) throws {
    let result = try formconvert.run(["--layout", "2024", Self.document] + arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.messages.hasPrefix("formconvert: error: "))
  }

  // MARK: Wrong use

  @Test(arguments: [
    ["--layout", "1999"], ["--layout", "2024", "--as", "tables"], ["--set", "主管部门=甲"],
    ["--set-file", "a.tsv"], ["--report"],
    ["--layout", "2024", "--report", "--diagnostics", "json"],
  ])
  func wrongUse(_ arguments: [String]) throws {
    let result = try formconvert.run([Self.document] + arguments)
    #expect(result.status == 2 && result.output.isEmpty, "\(result.messages)")
    #expect(result.messages.contains("error: "))
  }

  // MARK: Forms that cannot change

  @Test func aSelfEvaluationStaysAsItIs() throws {
    let evaluation = Self.corpus("001_9271b70eb86a4fec")
    let result = try formconvert("--layout", "2024", evaluation, Self.document, "-o", "out")
    #expect(result.status == 1)
    let errors = result.messages.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(errors.count == 3)
    #expect(errors.allSatisfy { $0.hasSuffix("[layout-unchanged]") && $0.contains("001_") })
    let outputs = try folder.files.map { try JSONParser.parse(try #require(folder.bytes($0))) }
    #expect(outputs.count == 2)
    let original = try JSONParser.parse(formconvert("-q", evaluation).output)
    #expect(forms(outputs[0]) == forms(original))
    #expect(forms(outputs[1]).allSatisfy { $0["layout"]?.text == "2024" })
  }

  @Test func aFormWithoutAnOriginalDoesNotGoBack() throws {
    let result = try formconvert("--layout", "2019", Self.corpus("004_c5ac2ca95e2e7928"))
    #expect(result.status == 1)
    #expect(result.messages.contains("[layout-unchanged]"))
    let layouts = try forms(JSONParser.parse(result.output)).map { $0["layout"]?.text }
    #expect(Set(layouts) == ["2024"])
  }

  // MARK: Reports

  @Test(arguments: [
    ("en", ["fate", "mapped", "reformatted", "carried", "absent", "supplied"]),
    ("zh", ["结果", "对应", "改写", "随表保留", "原表没有", "补充"]),
  ])
  func reportTellsEveryFate(_ language: String, _ words: [String]) throws {
    let result = try formconvert(
      "normalize", "--report", "--lang", language, "--set", "主管部门=人社局", Self.document, "-o",
      "a.json")
    #expect(result.status == 0)
    for word in words {
      #expect(result.messages.contains(word), "\(word)")
    }
    #expect(result.messages.contains("/project/reportingUnit"))
    // Every indicator of the original has its line: 17 + 8 + 2 + 13 + 9.
    let lines = result.messages.split(separator: "\n").filter { line in
      line.contains(#/^\S+ +/indicators/\d+ /#)
    }
    #expect(lines.count == 49)
  }

  /// Forms of the layout that is asked for stay as they are, and that is said of each.
  @Test(arguments: [("en", "no changes"), ("zh", "没有变化")])
  func reportWithoutChanges(_ language: String, _ words: String) throws {
    let result = try formconvert(
      "normalize", "--report", "-q", "--lang", language, Self.corpus("004_c5ac2ca95e2e7928"),
      "-o", "a.json")
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count { $0 == words } == lines.count / 2 && lines.count.isMultiple(of: 2))
  }

  // MARK: Pointers

  @Test(arguments: ["002_75a7d0d2d6251555", "003_e5f57c13c73f70cb"], formats)
  func pointersFollowTheirValues(_ name: String, _ format: String) throws {
    let source = Self.corpus(name)
    let layout = name.hasPrefix("002") ? "2019" : "2023"
    try expectPointersLeadSomewhere(json("--layout", "2024", "--provenance", source))
    let written = try formconvert(
      "-q", "--layout", "2024", "--set", "项目类别=甲", source, "-o", "a.\(format)")
    #expect(written.status == 0)
    let isText = format != "json" && format != "ndjson"
    for arguments in [[], ["--layout", layout]] {
      let result = try formconvert.run(["-q", "--provenance", "a.\(format)"] + arguments)
      try expectPointersLeadSomewhere(JSONParser.parse(result.output), hasProvenance: isText)
    }
  }

  private func expectPointersLeadSomewhere(
    _ json: CanonicalJSON, hasProvenance: Bool = true
  ) throws {
    guard case .object(let members)? = json["provenance"] else {
      #expect(!hasProvenance)
      return
    }
    let keys = members.map(\.key)
    #expect(Set(keys).count == keys.count, "a pointer twice")
    for key in keys { #expect(resolve(key, in: json) != nil, "\(key)") }
    for diagnostic in json["diagnostics"]?.elements ?? [] {
      guard let pointer = diagnostic["pointer"]?.text, !isBlank(pointer, in: json) else { continue }
      #expect(resolve(pointer, in: json) != nil, "\(diagnostic["code"]?.text ?? "") \(pointer)")
    }
  }

  /// Whether a pointer names a field that is printed and has no value.
  private func isBlank(_ pointer: String, in json: CanonicalJSON) -> Bool {
    let parts = pointer.split(separator: "/", maxSplits: 2)
    guard parts.count == 3, let form = resolve("/\(parts[0])/\(parts[1])", in: json) else {
      return false
    }
    return form["blank"]?.elements?.contains { $0.text == "/\(parts[2])" } ?? false
  }

  private func resolve(_ pointer: String, in json: CanonicalJSON) -> CanonicalJSON? {
    var value: CanonicalJSON? = json
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = token.replacing("~1", with: "/").replacing("~0", with: "~")
      if let elements = value?.elements {
        value = Int(String(key)).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      } else {
        value = value?[String(key)]
      }
    }
    return value
  }
}

/// Changed forms against the printed schema, with the validator of Python's `jsonschema`.
@Suite(
  .enabled(
    if: PythonValidator.isThere || PythonValidator.isRequired,
    "needs Python's jsonschema; scripts/test installs it"))
struct ChangedFormSchemaTests {
  @Test func changedFormsAreValid() throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    try folder.write(formconvert("schema").output, to: "schema.json")
    for name in ["002_75a7d0d2d6251555", "003_e5f57c13c73f70cb"] {
      let source = Fixture.package.appending(path: "corpus/\(name)/source.txt").path
      let result = try formconvert(
        "normalize", "--provenance", "--set", "项目类别=甲", source, "-o", "\(name).json")
      #expect(result.status == 0)
      #expect(
        String(decoding: folder.bytes("\(name).json") ?? [], as: UTF8.self).contains("carried"))
    }
    let outputs = folder.files.filter { $0 != "schema.json" }
    let verdict = try PythonValidator.run("schema.json", outputs, in: folder)
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }
}
