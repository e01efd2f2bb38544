import Foundation
import TestSupport
import Testing
import Writers

/// The command writes every format, by option or by the output's name, and reads it back.
struct TextFormatTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  private static let source = """
    # 题

    说明

    <table><tr><th colspan="2">甲|乙</th></tr><tr><td>=1+1</td><td>a<br>b</td></tr></table>

    """

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Self.source, to: "a.md")
  }

  /// The tables of a JSON output.
  private static func tables(_ outcome: Command.Outcome) throws -> CanonicalJSON {
    try #require(try JSONParser.parse(outcome.output)["tables"])
  }

  @Test(arguments: [
    "b.json", "b.md", "b.markdown", "b.html", "b.htm", "b.tsv", "b.csv", "b.ndjson",
    "b.xlsx",
  ])
  func theNameOfTheOutputGivesTheFormat(_ name: String) throws {
    #expect(try formconvert("--as", "tables", "a.md", "-o", name).status == 0)
    let format = [
      "json": "json", "md": "markdown", "markdown": "markdown", "html": "html", "htm": "html",
      "tsv": "tsv", "csv": "csv", "ndjson": "ndjson", "xlsx": "xlsx",
    ][URL(filePath: name).pathExtension]
    let asked = try formconvert("--as", "tables", "a.md", "--to", try #require(format))
    #expect(folder.bytes(name) == asked.output && !asked.output.isEmpty)
  }

  @Test(arguments: [
    ["--to", "html"], ["--to", "json"], ["--to", "ndjson"], ["--to", "markdown"], ["--to", "tsv"],
    ["--to", "tsv", "--dialect", "excel"],
    ["--to", "tsv", "--dialect", "excel", "--guard-formulas"], ["--to", "xlsx"],
    ["--to", "csv"], ["--to", "csv", "--guard-formulas"], ["--to", "markdown", "--keep-merged"],
  ])
  func tablesComeBack(_ options: [String]) throws {
    let written = try formconvert.run(["--as", "tables", "a.md", "-o", "out"] + options)
    #expect(written.status == 0, "\(written.messages)")
    let bytes = try #require(folder.bytes("out"))
    // By standard input: only the text says what it is.
    let read = try formconvert("--as", "tables", "-", input: bytes)
    let texts = try Self.tables(read).elements?.first?["cells"]?.elements?.compactMap {
      $0["text"]?.text
    }
    #expect(texts == ["甲|乙", "=1+1", "a\nb"])
    if ["html", "json", "ndjson"].contains(options[1]) {
      #expect(try Self.tables(read) == Self.tables(formconvert("--as", "tables", "a.md")))
    }
  }

  @Test(arguments: ["markdown", "html", "tsv", "csv", "xlsx"])
  func aDocumentWithoutFormsIsWrittenAsItIs(_ format: String) throws {
    let text = Self.source.replacing("<table>", with: "<table><caption>表一</caption>") + "\n尾\n"
    try folder.write(text, to: "a.md")
    let written = try formconvert("a.md", "--to", format)
    #expect(written.status == 0)
    #expect(try written.output == formconvert("--as", "tables", "a.md", "--to", format).output)
    guard format == "markdown" else { return }
    let blocks = written.text.split(separator: "\n\n").map(String.init)
    #expect(blocks.prefix(3) == ["# 题", "说明", "表一"] && blocks.last == "尾\n")
    #expect(blocks.count == 5 && blocks[3].hasPrefix("| 甲\\|乙 |"))
  }

  /// JSON has the texts apart from the tables, so that they come first.
  @Test func jsonWithoutFormsKeepsItsTexts() throws {
    #expect(try formconvert("a.md", "-o", "a.json").status == 0)
    let written = try formconvert("a.json", "--to", "markdown").text
    #expect(written.hasPrefix("题\n\n说明\n\n| 甲\\|乙 |"))
  }

  @Test func outputsOfABatchHaveTheEndingOfTheFormat() throws {
    try folder.write(Self.source, to: "in/b.txt")
    try folder.write(Self.source, to: "in/c/d.md")
    #expect(try formconvert("--as", "tables", "in", "-o", "out", "--to", "html").status == 0)
    #expect(folder.files.filter { $0.hasPrefix("out/") } == ["out/b.txt.html", "out/c/d.md.html"])
  }

  @Test(arguments: [
    ["--pretty", "--to", "ndjson"], ["--provenance", "--to", "ndjson"],
    ["--dialect", "excel"], ["--guard-formulas", "--to", "tsv"], ["--keep-merged"],
    ["--keep-merged", "--to", "html"],
    ["--guard-formulas", "--to", "tsv", "--dialect", "iana"],
    ["--dialect", "excel", "--to", "html"],
    ["--to", "docx"], ["--dialect", "x", "--to", "tsv"],
  ])
  func optionsThatDoNotGoTogether(_ options: [String]) throws {
    let result = try formconvert.run(["--as", "tables", "a.md"] + options)
    #expect(result.status == 2 && result.output.isEmpty, "\(options)")
  }

  @Test func tooManyEmptySlotsAreNoOutput() throws {
    var rows = "<table><tr><td>a<td colspan=1000>b"
    for _ in 0..<20_000 { rows += "<tr><td>" }
    try folder.write(rows + "</table>", to: "b.html")
    let result = try formconvert("--as", "tables", "b.html", "--to", "tsv", "-o", "b.tsv")
    #expect(result.status == 4 && result.messages.contains("the limit empty-slots"))
    #expect(folder.bytes("b.tsv") == nil)
  }
}
