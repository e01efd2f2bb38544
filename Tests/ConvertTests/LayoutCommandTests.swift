import Foundation
import TestSupport
import Testing
import Writers

@testable import convert

/// Layout files on the command line.
struct LayoutCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  private static let examples = Fixture.package.appending(path: "examples/layouts")
  private let layout = Self.examples.appending(path: "mof-self-evaluation.yaml").path
  private let document = Self.examples.appending(path: "water-supply.md").path

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  // MARK: Using layouts

  @Test func aFormIsReadByTheLayoutOfAFile() throws {
    let plain = try formconvert("convert", document, "--strict")
    #expect(plain.status == 0 && plain.text.contains(#""layout":"2020-self-evaluation""#))
    #expect(plain.messages.contains("[field-unknown]"))
    // A file, or the folder it is in.
    for path in [layout, Self.examples.path] {
      let result = try formconvert("convert", document, "--strict", "--layouts", path)
      #expect(result.status == 0 && result.text.contains(#""layout":"mof-self-evaluation""#))
      #expect(!result.messages.contains("[field-unknown]"))
    }
    let shown = try formconvert("inspect", document, "--layouts", layout)
    #expect(shown.status == 0 && shown.text.contains("[mof-self-evaluation]"))
  }

  @Test func layoutsThatFitEquallyWellAreToldOf() throws {
    let text = try formconvert("layouts", "--export", "2020-self-evaluation").text
    let own = text.replacing(#"id: "2020-self-evaluation""#, with: "id: own")
      .split(separator: "\n").filter { !$0.contains("replaces:") }.joined(separator: "\n")
    try folder.write(own, to: "own.yaml")
    let source = Fixture.package.appending(path: "corpus/001_9271b70eb86a4fec/source.txt").path
    let result = try formconvert("convert", source, "--layouts", "own.yaml")
    #expect(result.text.contains(#""layout":"own""#))
    #expect(result.messages.contains("[layout-ambiguous]"))
    #expect(result.messages.contains("could also be '2020-self-evaluation'"))
  }

  /// Drawn in every format by the layout, and read again by it.
  @Test(arguments: ["xlsx", "md", "html", "tsv"])
  func formsAreDrawnByTheLayoutOfAFile(_ format: String) throws {
    let direct = try formconvert("convert", document, "--layouts", layout, "-o", "a.json")
    let drawn = try formconvert("convert", document, "--layouts", layout, "-o", "form.\(format)")
    let back = try formconvert(
      "convert", "form.\(format)", "--layouts", layout, "--strict", "-o", "b.json")
    #expect(direct.status == 0 && drawn.status == 0 && back.status == 0, "\(back.messages)")
    let forms = try ["a.json", "b.json"].map { name -> CanonicalJSON? in
      let bytes = try #require(folder.bytes(name))
      guard case .object(let members) = try JSONParser.parse(bytes) else { return nil }
      return members.first { $0.key == "forms" }?.value
    }
    #expect(forms[0] != nil)
    #expect(forms[0] == forms[1])
  }

  @Test(arguments: ["check", "validate"])
  func otherCommandsTakeLayouts(_ command: String) throws {
    let result = try formconvert(command, document, "--layouts", layout)
    #expect(result.status == 0, "\(result.text)\(result.messages)")
    let wrong = try formconvert(command, document, "--layouts", "missing.yaml")
    #expect(wrong.status == 2)
  }

  @Test func formsAreGatheredByTheLayoutOfAFile() throws {
    let result = try formconvert("collect", document, "--layouts", layout, "-o", "all.ndjson")
    #expect(result.status == 0)
    let text = String(decoding: try #require(folder.bytes("all.ndjson")), as: UTF8.self)
    #expect(text.contains("provincialAppropriation"))
  }

  /// A mapping between layouts that the built-in ones do not map.
  @Test func aMappingOfAFileChangesTheLayout() throws {
    let source = Fixture.package.appending(path: "corpus/002_75a7d0d2d6251555/source.txt").path
    let without = try formconvert("convert", source, "--layout", "2023", "-q")
    #expect(!without.text.contains(#""layout":"2023""#))
    try folder.write(
      """
      mappings:
        - from: "2019"
          to: "2023"
          title: 财政项目支出绩效目标申报表
          fields:
            - {from: project/name, to: project/name}
            - {from: project/reportingUnit, to: project/implementingUnit, style: without-stamp}
          levels:
            - {from: [产出目标, 数量目标], to: [产出指标, 数量指标]}
      """, to: "map.yaml")
    let result = try formconvert(
      "convert", source, "--layout", "2023", "--layouts", "map.yaml", "-q")
    #expect(result.status <= 1 && result.text.contains(#""layout":"2023""#))
    #expect(result.text.contains(#""level1":"产出指标","level2":"数量指标""#))
  }

  @Test func layoutsAreListedBeforeTheBuiltInOnes() throws {
    let lines = try formconvert("layouts", "--layouts", layout).text.split(separator: "\n")
    let ids = ["mof-self-evaluation", "2024", "2023", "2020-self-evaluation", "2019"]
    let found = lines.compactMap { line in ids.first { line.hasPrefix("\($0) ") } }
    #expect(found == ids)
  }

  // MARK: Writing and checking them

  @Test(arguments: ["2019", "2020-self-evaluation", "2023", "2024"], ["en", "zh"])
  func exportedLayoutsAreRightAndStable(_ id: String, _ language: String) throws {
    let text = try formconvert("layouts", "--export", id, "--lang", language).output
    try folder.write(text, to: "layout.yaml")
    let check = try formconvert("layouts", "--check", "layout.yaml")
    #expect(check.status == 0 && check.text.hasPrefix("no mistakes; layouts: \(id); mappings: "))
    let again = try formconvert(
      "layouts", "--layouts", "layout.yaml", "--export", id, "--lang", language)
    #expect(again.output == text)
    // The layout of the file takes the place of the built-in one.
    let listed = try formconvert("layouts", "--layouts", "layout.yaml").text
    #expect(listed.split(separator: "\n").count { $0.hasPrefix("\(id) ") } == 1)
  }

  @Test func unknownLayoutIsToldWithTheKnownOnes() throws {
    let result = try formconvert("layouts", "--export", "2025")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.messages == "formconvert: error: no layout '2025'; there are 2024, "
        + "2023, 2020-self-evaluation, 2019\n")
  }

  @Test(arguments: ["convert", "inspect"])
  func mistakesEndEveryCommandBeforeItBegins(_ command: String) throws {
    let mistakes = Fixture.package.appending(path: "Tests/Fixtures/layouts/mistakes.yaml").path
    let result = try formconvert(command, document, "--layouts", mistakes)
    #expect(result.status == 2 && result.output.isEmpty)
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count == 14 && lines.allSatisfy { $0.hasPrefix("\(mistakes):") })
    #expect(
      lines[1].hasPrefix(
        "\(mistakes):4:11: error: unknown word 'self-evaluaton'; did you mean 'self-evaluation'?"))
    let chinese = try formconvert("layouts", "--check", mistakes, "--lang", "zh")
    #expect(chinese.status == 2 && chinese.output.isEmpty)
    #expect(chinese.messages.contains("mistakes.yaml:4:11: 错误: 不认识「self-evaluaton」"))
  }

  @Test func filesThatCannotBeReadAreAllTold() throws {
    try folder.write("not a layout", to: "empty/readme.txt")
    try folder.write("layouts: [\n", to: "some/broken.yaml")
    try folder.write("layouts: []\n", to: "some/.hidden.yaml")
    let result = try formconvert(
      "layouts", "--layouts", "missing.yaml", "--layouts", "empty", "--layouts", "some")
    #expect(result.status == 2 && result.output.isEmpty)
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "missing.yaml: error: \(Command.noSuchFile)")
    #expect(
      lines[1]
        == "empty: error: no layout file in this folder; looked for files that end in .yaml .yml")
    #expect(lines[2].hasPrefix("some/broken.yaml:2:1: error: not YAML: "))
  }

  /// A link that leads nowhere, a folder that is called like a file, and a folder of a file.
  @Test func pathsThatAreNoFilesAreTold() throws {
    try folder.write("layouts: []\n", to: "links/x.yaml/note.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "links/lost.yml"),
      withDestinationURL: folder.url.appending(path: "nowhere.yml"))
    let result = try formconvert("layouts", "--check", "links", "--layouts", "links/lost.yml/a")
    #expect(result.status == 2)
    #expect(
      result.messages == """
        links/lost.yml: error: \(Command.noSuchFile)
        links/lost.yml/a: error: \(Command.noSuchFile)

        """)
  }

  @Test func aFileThatIsNamedTwiceCountsOnce() throws {
    let result = try formconvert(
      "layouts", "--check", layout, "--layouts", Self.examples.path)
    #expect(result.status == 0)
    #expect(result.text == "no mistakes; layouts: mof-self-evaluation; mappings: none\n")
  }

  @Test func exportAndCheckDoNotGoTogether() throws {
    let result = try formconvert("layouts", "--export", "2024", "--check", layout)
    #expect(result.status == 2 && result.messages.contains("use one of them"))
  }
}

/// Layout files as other programs read them: PyYAML, and the schema with Python's jsonschema.
@Suite(
  .enabled(
    if: PythonTools.isThere || PythonTools.isRequired,
    "needs PyYAML and jsonschema; scripts/test installs them"))
struct LayoutSchemaTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(formconvert("schema", "--for", "layouts").output, to: "schema.json")
  }

  private func validate(_ yaml: [UInt8]) throws -> Command.Outcome {
    try folder.write(yaml, to: "layout.yaml")
    let read = try PythonTools.run(
      "yaml-to-json", ["layout.yaml", "layout.json"], in: formconvert)
    #expect(read.status == 0, "\(read.messages)")
    return try PythonValidator.run("schema.json", ["layout.json"], in: folder)
  }

  @Test(arguments: ["2019", "2020-self-evaluation", "2023", "2024"])
  func exportedLayoutsAreValid(_ id: String) throws {
    for language in ["en", "zh"] {
      let yaml = try formconvert("layouts", "--export", id, "--lang", language).output
      let verdict = try validate(yaml)
      #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
    }
  }

  @Test func theExampleIsValid() throws {
    let example = Fixture.package.appending(path: "examples/layouts/mof-self-evaluation.yaml")
    let verdict = try validate(Array(Data(contentsOf: example)))
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }

  @Test func mistakesOfShapeAreInvalid() throws {
    let yaml = try formconvert("layouts", "--export", "2024").text
    for (part, mistake) in [
      ("kind: target-declaration", "kind: declaration"), ("fields:", "field:"),
      ("required: true", "required: 1"), ("topic: quality", "topic: good"),
      ("unit: caption", "unit: above"), ("columns: 6", "columns: 0"), ("taxonomy:", "taxonomie:"),
    ] {
      #expect(yaml.contains(part))
      #expect(try validate(Array(yaml.replacing(part, with: mistake).utf8)).status == 1)
    }
  }
}
