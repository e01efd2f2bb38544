import Foundation
import TestSupport
import Testing

/// A workbook as a folder of its parts.
struct UnpackedPackageTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  private static let parts = [
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
    "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Self.tables(3), to: "a.md")
  }

  /// A document of tables with a text that has white space which must stay.
  private static func tables(_ count: Int) -> String {
    (0..<count).map { "# 表\($0)\n\n| 甲 | a<br>b |\n|---|---|\n| <b>\($0)</b> | 2 |\n" }
      .joined(separator: "\n")
  }

  private static func names(_ sheetCount: Int, in folder: String) -> [String] {
    (parts + (1...sheetCount).map { "xl/worksheets/sheet\($0).xml" })
      .map { folder + "/" + $0 }.sorted()
  }

  private func files(in name: String) -> [String] {
    folder.files.filter { $0.hasPrefix(name + "/") }
  }

  @Test(arguments: [
    (["-o", "out.xlsx/"], "out.xlsx"), (["--to", "xlsx", "-o", "out/"], "out"),
    (["--to", "xlsx", "-o", "新/文件夹//"], "新/文件夹"),
  ])
  func partsAreFiles(_ options: [String], _ name: String) throws {
    let result = try formconvert.run(["--as", "tables", "a.md"] + options)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.messages)")
    #expect(files(in: name) == Self.names(3, in: name))
  }

  @Test func sheetsOfAWorkbookKeepTheirNames() throws {
    let tables = "|a|b|\n|-|-|\n|1|2|\n\n文\n\n|c|d|\n|-|-|\n|3|4|\n\n尾\n"
    try folder.write(tables, to: "b.md")
    #expect(try formconvert("--as", "tables", "b.md", "-o", "c.xlsx").status == 0)
    #expect(try formconvert("--as", "tables", "c.xlsx", "-o", "d.xlsx/").status == 0)
    let bytes = try #require(folder.bytes("d.xlsx/xl/workbook.xml"))
    let names = String(decoding: bytes, as: UTF8.self).split(separator: "<sheet name=\"")
      .dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(names == ["b.md", "b.md (2)", "b.md (3)"])
  }

  /// Packed by `zip` again, the parts are the workbook: white space between elements says nothing.
  @Test func partsAreTheWorkbookOneElementALine() throws {
    #expect(try formconvert("--as", "tables", "a.md", "-o", "out.xlsx/").status == 0)
    let workbook = try formconvert("--as", "tables", "a.md", "--to", "xlsx").output
    try folder.write(workbook, to: "whole.xlsx")
    let script = """
      import sys, zipfile
      from xml.etree import ElementTree
      whole = zipfile.ZipFile('whole.xlsx')
      with zipfile.ZipFile('packed.xlsx', 'w') as packed:
          for name in whole.namelist():
              text = open('out.xlsx/' + name, encoding='utf-8').read()
              packed.writestr(name, text)
              assert whole.read(name).decode().splitlines(True) != text.splitlines(True), name
              canonical = [ElementTree.canonicalize(part, strip_text=True)
                           for part in (whole.read(name).decode(), text)]
              assert canonical[0] == canonical[1], name
              for line in text.splitlines():
                  # A cell or a string is one line; whatever else is one tag.
                  inside = line.startswith(('<c ', '<si>', '<dc', '<cp', '<Ap', '<De'))
                  assert inside or line.count('<') <= 2, (name, line)
      """
    let result = try formconvert.shell("python3 -c '\(script.replacing("'", with: "'\\''"))'")
    #expect(result.status == 0, "\(result.messages)")
    let read = try formconvert("--as", "tables", "packed.xlsx")
    let whole = try formconvert("--as", "tables", "whole.xlsx")
    let tables = try JSONParser.parse(read.output)["tables"]
    #expect(try tables == JSONParser.parse(whole.output)["tables"] && tables != nil)
  }

  @Test func theSameInputGivesTheSameFiles() throws {
    #expect(try formconvert("--as", "tables", "a.md", "-o", "one.xlsx/").status == 0)
    #expect(try formconvert("--as", "tables", "a.md", "-o", "two.xlsx/").status == 0)
    for name in Self.names(3, in: "one.xlsx") {
      #expect(folder.bytes(name) == folder.bytes(name.replacing("one", with: "two")), "\(name)")
    }
  }

  @Test func partsOfAnEarlierRunAreReplaced() throws {
    #expect(try formconvert("--as", "tables", "a.md", "-o", "out.xlsx/").status == 0)
    try folder.write("kept", to: "out.xlsx/.gitattributes")
    try folder.write(Self.tables(1), to: "b.md")
    #expect(try formconvert("--as", "tables", "b.md", "-o", "out.xlsx/").status == 0)
    #expect(files(in: "out.xlsx") == ["out.xlsx/.gitattributes"] + Self.names(1, in: "out.xlsx"))
    #expect(try formconvert("--as", "tables", "b.md", "-o", "new.xlsx/").status == 0)
    for name in Self.names(1, in: "new.xlsx") {
      #expect(folder.bytes(name) == folder.bytes(name.replacing("new", with: "out")), "\(name)")
    }
  }

  @Test(arguments: ["out/notes.txt", "out/xl/theme/theme1.xml", "out/xl/worksheets/sheetA.xml"])
  func otherFilesAreLeftAlone(_ other: String) throws {
    try folder.write("mine", to: other)
    try folder.write("mine", to: "out/xl/styles.xml")
    let before = folder.files
    let result = try formconvert("a.md", "--to", "xlsx", "-o", "out/")
    #expect(result.status == 2)
    #expect(result.messages.contains("'\(other.dropFirst(4))' in it is none"), "\(result.messages)")
    #expect(result.messages.contains("'out/out.xlsx'"))
    #expect(folder.files == before && folder.bytes("out/xl/styles.xml") == Array("mine".utf8))
  }

  @Test func partsAreNotWrittenThroughLinks() throws {
    try folder.write("mine", to: "elsewhere/styles.xml")
    try folder.write("x", to: "out/docProps/app.xml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "out/xl").path, withDestinationPath: "../elsewhere")
    let result = try formconvert("a.md", "--to", "xlsx", "-o", "out/")
    #expect(result.status == 2 && result.messages.contains("'xl' in it is none"))
    #expect(folder.bytes("elsewhere/styles.xml") == Array("mine".utf8))
  }

  @Test func aFileInTheWayStays() throws {
    try folder.write("mine", to: "out.xlsx")
    let result = try formconvert("a.md", "-o", "out.xlsx/")
    #expect(result.status == 2 && result.messages.contains("'out.xlsx' is a file"))
    #expect(folder.bytes("out.xlsx") == Array("mine".utf8))
  }

  @Test func aFolderOfPartsTakesNoFile() throws {
    #expect(try formconvert("a.md", "-o", "out.xlsx/").status == 0)
    let before = folder.files
    for arguments in [["a.md", "-o", "out.xlsx"], ["collect", "a.md", "-o", "out.xlsx"]] {
      let result = try formconvert.run(arguments)
      #expect(result.status == 2 && result.messages.contains("write 'out.xlsx/' to replace them"))
    }
    #expect(folder.files == before)
  }

  @Test func severalInputsAreSeveralWorkbooks() throws {
    try folder.write(Self.tables(1), to: "b.md")
    let result = try formconvert("a.md", "b.md", "--to", "xlsx", "-o", "out.xlsx/")
    #expect(result.status == 2 && result.messages.contains("the parts of one workbook"))
    #expect(try formconvert("a.md", "b.md", "--to", "xlsx", "-o", "out/").status == 0)
    #expect(files(in: "out") == ["out/a.md.xlsx", "out/b.md.xlsx"])
  }

  @Test func unreadableInputsWriteNothing() throws {
    #expect(try formconvert("missing.md", "-o", "out.xlsx/").status == 3)
    #expect(folder.files == ["a.md"])
  }

  /// A limit on the size of files stands for a full disk.
  @Test func oldPartsStayWhenTheNewOnesFail() throws {
    #expect(try formconvert("a.md", "-o", "out.xlsx/").status == 0)
    let before = Dictionary(uniqueKeysWithValues: folder.files.map { ($0, folder.bytes($0)) })
    try folder.write(Self.tables(40), to: "b.md")
    let script = "ulimit -f 1; \"$0\" --as tables b.md -o out.xlsx/ 2>/dev/full"
    #expect(try formconvert.shell(script).status == 4)
    for (name, bytes) in before { #expect(folder.bytes(name) == bytes, "\(name)") }
    #expect(folder.files == (before.keys + ["b.md"]).sorted())
  }

  @Test func collectWritesPartsToo() throws {
    #expect(try formconvert("collect", "a.md", "-o", "all.xlsx/").status == 0)
    #expect(files(in: "all.xlsx") == Self.names(5, in: "all.xlsx"))
    #expect(try formconvert("collect", "a.md", "-o", "all.tsv/").status == 2)
  }
}
