import Foundation
import TestSupport
import Testing
import Writers

/// How columns are aligned stays as it is, in the formats that can say so.
struct ColumnAlignmentTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  private static let source = """
    | a   |   b |  c  | d   |
    | :-- | --: | :-: | --- |
    | 1   | 2   | 3   | 4   |

    """

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Self.source, to: "a.md")
  }

  @Test(arguments: ["a.json", "a.ndjson", "a.html", "b.md"])
  func itComesBack(_ name: String) throws {
    for content in ["tables", "forms"] {
      #expect(try formconvert("--quiet", "--as", content, "a.md", "-o", name).status == 0)
      let back = try formconvert("--quiet", "--as", content, name, "--to", "markdown").text
      #expect(back.contains("\n| :-- | --: | :-: | --- |\n"), "\(content): \(back)")
    }
  }

  @Test func jsonSaysIt() throws {
    let json = try JSONParser.parse(formconvert("--as", "tables", "a.md").output)
    let alignments = json["tables"]?.elements?.first?["alignments"]?.elements
    #expect(alignments?.compactMap(\.text) == ["left", "right", "center"])
  }

  @Test(arguments: [#"["middle"]"#, #"[""]"#, #"["left", 1]"#])
  func jsonThatSaysSomethingElseIsAnError(_ alignments: String) throws {
    let json = """
      {"format":"formconvert","version":1,"source":{"bytes":1,"encoding":"utf-8","format":"tsv"},\
      "tables":[{"alignments":\(alignments),"cells":[{"column":0,"row":0}],"columns":1,"rows":1}]}
      """
    try folder.write(json, to: "b.json")
    let outcome = try formconvert("b.json", "--to", "markdown")
    #expect(outcome.status == 3 && outcome.messages.contains("/tables/0/alignments"))
  }

  @Test(
    .enabled(
      if: PythonTools.isThere || PythonTools.isRequired,
      "needs Python's openpyxl; scripts/test installs it"))
  func workbooksShowIt() throws {
    #expect(try formconvert("--quiet", "a.md", "-o", "a.xlsx").status == 0)
    let script = """
      from openpyxl import load_workbook
      rows = list(load_workbook('a.xlsx').active.rows)
      print([cell.alignment.horizontal for cell in rows[1]])
      """
    try folder.write(script, to: "read.py")
    let python = Fixture.package.appending(path: ".build/test-tools/bin/python")
    let read = try formconvert.run(python, ["read.py"], input: [], environment: [:])
    #expect(read.text == "['left', 'right', 'center', None]\n", "\(read.messages)")
  }
}
