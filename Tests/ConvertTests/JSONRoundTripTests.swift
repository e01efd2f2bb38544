import Foundation
import TestSupport
import Testing
import Writers

/// JSON of the command is read back: the forms are the same bytes.
struct JSONRoundTripTests {
  private static let corpus = Fixture.package.appending(path: "corpus")

  private static let documents: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return names.sorted().map { corpus.appending(path: $0).appending(path: "source.txt").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }()

  /// A member of a document as bytes.
  private static func bytes(_ key: String, _ output: [UInt8]) throws -> [UInt8] {
    try JSONParser.parse(output)[key]?.buffer.bytes ?? []
  }

  @Test func thereAreDocuments() { #expect(Self.documents.count >= 5) }

  @Test(arguments: documents, [["--to", "json"], ["--to", "ndjson"], ["--pretty"]])
  func formsAreTheSameBytes(_ document: String, _ options: [String]) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let first = try formconvert("--quiet", document)
    let written = try formconvert.run(["--quiet", document] + options)
    try folder.write(written.output, to: "a")
    let second = try formconvert("--quiet", "a")
    #expect(second.status == 0, "\(second.messages)")
    for key in ["forms", "outside", "tables"] {
      #expect(try Self.bytes(key, first.output) == Self.bytes(key, second.output), "\(key)")
    }
    #expect(try !Self.bytes("forms", first.output).isEmpty)
    #expect(try JSONParser.parse(second.output)["source"]?["format"]?.text == "json")
  }

  @Test(arguments: documents)
  func linesAreCanonicalAndComplete(_ document: String) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let whole = try JSONParser.parse(try formconvert("--quiet", document).output)
    let text = try formconvert("--quiet", document, "--to", "ndjson").text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    let values = try lines.dropLast().map { line in
      let value = try JSONParser.parse(Array(line.utf8))
      #expect(value.buffer.bytes == Array(line.utf8))
      return value
    }
    #expect(values.dropLast().map { $0["form"] } == (whole["forms"]?.elements ?? []))
    #expect(values.dropLast().allSatisfy { $0["source"]?.text == "source.txt" })
    let end = try #require(values.last)
    #expect(end["end"] == true && end["source"] == whole["source"])
    #expect(end["outside"] == whole["outside"] && end["diagnostics"] == whole["diagnostics"])
  }

  @Test func aReadingThatDiffersFromItsTextIsKeptAndReported() throws {
    let folder = try TemporaryFolder()
    let text = """
      {"format":"formconvert","forms":[{"layout":"2024","type":"target-declaration",\
      "funding":{"total":{"text":"1,000.00","amount":"2000.00"}},\
      "indicators":[{"name":"a","target":{"text":"及时","number":"1"}},{"name":"b",\
      "target":{"text":"≥5(个)","number":"5","relation":"≥","unit":"个"}}]}],\
      "source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}
      """
    try folder.write(text, to: "a.json")
    let result = try Command(folder: folder.url)("a.json")
    let json = try JSONParser.parse(result.output)
    #expect(json["forms"] == (try JSONParser.parse(Array(text.utf8)))["forms"].map(Self.sorted))
    // What the form lacks is said too.
    let found = (json["diagnostics"]?.elements ?? []).filter {
      $0["code"]?.text != "field-empty"
    }
    #expect(found.map { $0["code"]?.text } == ["reading-differs", "reading-differs"])
    #expect(
      found.map { $0["pointer"]?.text } == [
        "/forms/0/funding/total", "/forms/0/indicators/0/target",
      ])
  }

  /// The same with members in canonical order.
  private static func sorted(_ value: CanonicalJSON) -> CanonicalJSON {
    (try? JSONParser.parse(value.buffer.bytes)) ?? value
  }

  @Test func tablesOfJSONAreSearchedForForms() throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let document = try #require(Self.documents.first)
    let forms = try JSONParser.parse(try formconvert("--quiet", document).output)["forms"]
    let tables = try formconvert("--quiet", "--as", "tables", document)
    try folder.write(tables.output, to: "a.json")
    let again = try JSONParser.parse(try formconvert("--quiet", "a.json").output)["forms"]
    #expect(again?.elements?.count == forms?.elements?.count)
    let second = try formconvert("--quiet", "--as", "tables", "a.json")
    #expect(try Self.bytes("tables", second.output) == Self.bytes("tables", tables.output))
  }

  /// What is told of a workbook names its sheets.
  @Test(arguments: ["forms", "tables"])
  func jsonOfWorkbooksIsReadBack(_ content: String) throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let document = try #require(Self.documents.first)
    #expect(try formconvert("--quiet", "--as", "tables", document, "-o", "a.xlsx").status == 0)
    let first = try formconvert("--quiet", "--as", content, "a.xlsx")
    #expect(first.text.contains("\"sheet\":"))
    try folder.write(first.output, to: "a.json")
    let second = try formconvert("--quiet", "--as", content, "a.json")
    #expect(second.status == 0, "\(second.messages)")
    #expect(try Self.bytes("forms", first.output) == Self.bytes("forms", second.output))
  }

  @Test func jsonThatIsCutOffIsNoInput() throws {
    let folder = try TemporaryFolder()
    let formconvert = Command(folder: folder.url)
    let document = try #require(Self.documents.first)
    let lines = try formconvert("--quiet", document, "--to", "ndjson").text.split(separator: "\n")
    let result = try formconvert("-", input: Array(lines[0].utf8))
    #expect(result.status == 3 && result.messages.contains("cut off"))
  }
}
