import Foundation
import TestSupport
import Testing

/// Runs over several inputs.
struct BatchTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    for index in 0..<12 {
      try folder.write("| 甲 | 乙 |\n|---|---|\n| \(index) | 2 |\n", to: "in/\(index)/a.md")
    }
  }

  /// The files below a folder, by their paths in it.
  private func written(below name: String) -> [String: [UInt8]] {
    let paths = folder.files.filter { $0.hasPrefix(name + "/") }
    return Dictionary(
      uniqueKeysWithValues: paths.map {
        ($0.replacing(name + "/", with: ""), folder.bytes($0) ?? [])
      })
  }

  @Test func outputsAreNamedByThePathBelowTheCommonFolder() throws {
    try folder.write("x", to: "in/b.txt")
    try folder.write("x", to: "in/.hidden.md")
    try folder.write("x", to: "in/.git/c.md")
    try folder.write("x", to: "in/notes.docx")
    #expect(try formconvert("in", "-o", "out").status == 0)
    let names = (0..<12).map { "out/\($0)/a.md.json" } + ["out/b.txt.json"]
    #expect(folder.files.filter { $0.hasPrefix("out") } == names.sorted())
  }

  @Test func filesAreNamedLikeTheFolderTheyAreIn() throws {
    #expect(try formconvert("in/1/a.md", "in/./2/../2/a.md", "-o", "out").status == 0)
    #expect(folder.files.filter { $0.hasPrefix("out") } == ["out/1/a.md.json", "out/2/a.md.json"])
  }

  @Test func jobsChangeNothing() throws {
    try folder.write([0xFF, 0xFE, 0x00], to: "in/3/bad.md")
    let one = try formconvert("in", "missing.md", "-o", "one", "--jobs", "1")
    let many = try formconvert("in", "missing.md", "-o", "many", "--jobs", "8")
    #expect(one.status == 3 && many.status == 3)
    #expect(one.messages == many.messages)
    #expect(written(below: "one") == written(below: "many"))
  }

  @Test func oneBadInputStopsNoOther() throws {
    let result = try formconvert("in", "missing.md", "-o", "out", "--quiet")
    #expect(result.status == 3)
    #expect(result.messages == "missing.md: error: \(Command.noSuchFile)\n")
    #expect(folder.files.filter { $0.hasPrefix("out") }.count == 12)
  }

  @Test func folderWithoutInputs() throws {
    try folder.write("x", to: "none/a.pdf")
    let result = try formconvert("none", "-o", "out")
    #expect(result.status == 3)
    #expect(result.messages.contains("none: error: no input in this folder"))
    #expect(result.messages.contains(".md"))
  }

  @Test func linkToAFolderIsNotFollowed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "in/loop").path, withDestinationPath: "..")
    #expect(try formconvert("in", "-o", "out").status == 0)
    #expect(folder.files.filter { $0.hasPrefix("out") }.count == 12)
  }

  @Test func sameOutputTwice() throws {
    let result = try formconvert("in/1/a.md", "in/1/a.md", "-o", "out")
    #expect(result.status == 2 && result.messages.contains("would both be written to"))
    #expect(!folder.files.contains { $0.hasPrefix("out") })
  }

  /// What an earlier run wrote into a folder that is read is not passed over by itself, but it is said what to do.
  @Test func resultsAmongTheInputs() throws {
    #expect(try formconvert("-q", "in", "-o", "in/out", "--to", "markdown").status == 0)
    let again = try formconvert("-q", "in", "-o", "in/out", "--to", "markdown")
    #expect(again.status == 2)
    #expect(again.messages.contains("would overwrite the input 'in/out/"))
    #expect(
      again.messages.contains(
        "choose a place outside 'in' with '-o', or remove what an earlier run wrote there"))
    let chinese = try formconvert("-q", "in", "-o", "in/out", "--to", "markdown", "--lang", "zh")
    #expect(chinese.messages.contains("写到「in」以外，或先删掉上次写在里面的结果"))
  }

  @Test func outputInTheWayOfAnother() throws {
    try folder.write("x", to: "way/a")
    try folder.write("x", to: "way/a.json/b")
    let result = try formconvert("way/a", "way/a.json/b", "-o", "out")
    #expect(result.status == 2 && result.messages.contains("would both be written to"))
    #expect(!folder.files.contains { $0.hasPrefix("out") })
  }

  @Test func outputOverAnInput() throws {
    let files = folder.files
    let result = try formconvert("in/1/a.md", "-o", "in/../in/1/a.md")
    #expect(result.status == 2 && result.messages.contains("would overwrite the input"))
    try folder.write("y", to: "both/a.md")
    try folder.write("y", to: "both/a.md.json")
    #expect(try formconvert("both/a.md", "both/a.md.json", "-o", "both").status == 2)
    #expect(folder.files.count == files.count + 2)
    #expect(folder.bytes("both/a.md.json") == Array("y".utf8))
  }

  @Test func outputFolderThatIsAFile() throws {
    let result = try formconvert("in", "-o", "in/1/a.md")
    #expect(result.status == 2 && result.messages.contains("is not a folder"))
  }
}
