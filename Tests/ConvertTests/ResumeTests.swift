import Foundation
import TestSupport
import Testing

/// A batch that is resumed leaves what is done, and only that.
struct ResumeTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    for index in 0..<3 {
      try folder.write("| 甲 | 乙 |\n|---|---|\n| \(index) | 2 |\n", to: "in/\(index).md")
    }
  }

  /// Runs a batch; gives the outputs that were written anew.
  private func run(_ options: String..., status: Int32 = 0) throws -> [String] {
    let before = identities
    let result = try formconvert.run(["in", "-o", "out", "--skip-existing"] + options)
    #expect(result.status == status, "\(result.messages)")
    // A replaced file is another file, even when its bytes are the same.
    return identities.filter { before[$0.key] != $0.value }.keys.sorted()
  }

  private var identities: [String: Int] {
    var identities: [String: Int] = [:]
    for path in folder.files where path.hasPrefix("out/") && !path.contains(".formconvert") {
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: folder.url.appending(path: path).path)
      identities[path] = attributes?[.systemFileNumber] as? Int
    }
    return identities
  }

  private static let all = ["out/0.md.json", "out/1.md.json", "out/2.md.json"]

  @Test func whatIsDoneIsLeft() throws {
    #expect(try run() == Self.all)
    #expect(try run() == [])
    try folder.write("| 丙 | 丁 |\n|---|---|\n| 1 | 2 |\n", to: "in/1.md")
    #expect(try run() == ["out/1.md.json"])
    try folder.write("| 丙 | 丁 |\n|---|---|\n| 3 | 4 |\n", to: "in/4.md")
    #expect(try run() == ["out/4.md.json"])
    let result = try formconvert("in", "-o", "out", "--skip-existing")
    #expect(result.messages.hasSuffix("up to date and left as they are: 4\n"))
  }

  @Test func everyFormatIsResumed() throws {
    for format in ["ndjson", "markdown", "html", "tsv", "xlsx"] {
      #expect(try run("--to", format).count == 3, "\(format)")
      #expect(try run("--to", format) == [], "\(format)")
    }
  }

  @Test func otherOptionsMakeOtherOutputs() throws {
    _ = try run()
    #expect(try run("--pretty") == Self.all)
    #expect(try run("--pretty") == [])
    #expect(try run("--as", "tables") == Self.all)
    // What an output does not depend on makes no other one.
    #expect(try run("--as", "tables", "--jobs", "1", "--quiet") == [])
  }

  @Test func filesThatOptionsNameCount() throws {
    let digest = String(repeating: "a", count: 64)
    let list = "sha256\tpointer\twas\tis\n\(digest)\t/forms/0/name\ta\t"
    try folder.write(list + "b\n", to: "list.tsv")
    #expect(try run("--corrections", "list.tsv") == Self.all)
    #expect(try run("--corrections", "list.tsv") == [])
    try folder.write(list + "c\n", to: "list.tsv")
    #expect(try run("--corrections", "list.tsv") == Self.all)
  }

  @Test func outputsThatWereChangedOrLostAreMadeAgain() throws {
    _ = try run()
    let good = folder.bytes(Self.all[0])
    try folder.write("{}", to: Self.all[0])
    try FileManager.default.removeItem(at: folder.url.appending(path: Self.all[1]))
    let again = try run()
    #expect(again.contains(Self.all[1]))
    #expect(folder.bytes(Self.all[0]) == good)
  }

  @Test func outputsOfOtherProgramsAreNotTakenForDone() throws {
    try folder.write("{}", to: Self.all[0])
    _ = try formconvert("in", "-o", "out")
    #expect(try run() == Self.all)
  }

  @Test func damagedRecordsCountForNothing() throws {
    _ = try run()
    let name = "out/.formconvert-done"
    let record = try #require(folder.bytes(name))
    try folder.write(Array(record.dropLast(30)), to: name)
    #expect(try run().count == 1)
    #expect(try run() == [])
    try folder.write("\u{0}\n\tx\n", to: name)
    #expect(try run() == Self.all)
  }

  @Test func theStatusIsThatOfTheFirstRun() throws {
    let wide = String(repeating: "|a", count: 16_400)
    try folder.write("\(wide)|\n\(wide.replacing("a", with: "-"))|\n", to: "in/wide.md")
    #expect(try run(status: 1).count == 4)
    #expect(try run(status: 1) == [])
  }

  @Test func itIsForBatches() throws {
    let result = try formconvert("in/0.md", "-o", "0.json", "--skip-existing")
    #expect(result.status == 2 && result.messages.contains("--skip-existing is for several inputs"))
  }
}
