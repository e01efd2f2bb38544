import Foundation
import TestSupport
import Testing

/// A character that a format has not is told where the output is written, and is kept where it can be.
struct UnwritableTextTests {
  private static let textFormats = ["md", "html", "tsv", "csv"]

  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  /// Writes the JSON of an input with NUL after a text that stands in it once; gives the column of
  /// that text.
  private func writeNUL(after text: String, in arguments: [String]) throws -> Int {
    let json = try formconvert.run(["-q"] + arguments).text
    let place = try #require(json.firstRange(of: "\"\(text)\""))
    try #require(json[place.upperBound...].firstRange(of: "\"\(text)\"") == nil)
    let before = json[..<place.lowerBound]
    try folder.write(before + "\"\(text)\\u0000\"" + json[place.upperBound...], to: "a.json")
    #expect(!before.dropLast().contains("\n"))
    return before.count + 2
  }

  @Test(arguments: textFormats)
  func cellsAreTold(_ ending: String) throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 丙 |\n", to: "a.md")
    let column = try writeNUL(after: "丙", in: ["--as", "tables", "a.md"])
    let result = try formconvert("--as", "tables", "a.json", "-o", "b.\(ending)")
    #expect(result.status == 0)
    #expect(
      result.messages.contains(
        "a.json:1:\(column): warning: the format has no NUL (U+0000); U+FFFD is written in its place "
          + "[character-unwritable]\n"), "\(result.messages)")
    #expect(
      try formconvert("--strict", "--as", "tables", "a.json", "-o", "b.\(ending)").status == 1)
    let copy = try formconvert("--as", "tables", "b.\(ending)").text
    #expect(copy.contains("\"丙\u{FFFD}\""))
  }

  @Test(arguments: ["json", "ndjson", "xlsx"])
  func formatsThatHaveItKeepIt(_ ending: String) throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 丙 |\n", to: "a.md")
    _ = try writeNUL(after: "丙", in: ["--as", "tables", "a.md"])
    let result = try formconvert("--as", "tables", "a.json", "-o", "b.\(ending)")
    #expect(result.status == 0 && result.messages.isEmpty, "\(result.messages)")
    #expect(try formconvert("--as", "tables", "b.\(ending)").text.contains(#""丙\u0000""#))
  }

  @Test(arguments: textFormats)
  func textOutsideOfFormsIsTold(_ ending: String) throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 丙 |\n\n丁\n", to: "a.md")
    _ = try writeNUL(after: "丁", in: ["a.md"])
    let result = try formconvert("a.json", "-o", "b.\(ending)")
    #expect(result.status == 0)
    #expect(result.messages.contains("[character-unwritable]"), "\(result.messages)")
    let json = try formconvert("a.json", "-o", "b.\(ending)", "--diagnostics", "json").messages
    #expect(json.contains(#""pointer":"/outside/0""#), "\(json)")
  }

  @Test(arguments: textFormats + ["xlsx"])
  func valuesOfFormsComeBack(_ ending: String) throws {
    let source = Fixture.package.appending(path: "corpus/003_e5f57c13c73f70cb/source.txt").path
    _ = try writeNUL(after: "信息访问可靠性", in: [source])
    let result = try formconvert("a.json", "-o", "b.\(ending)")
    #expect(result.status == 0 && !result.messages.contains("unwritable"), "\(result.messages)")
    let copy = try JSONParser.parse(try formconvert("-q", "b.\(ending)").output)
    let was = try JSONParser.parse(try formconvert("-q", "a.json").output)
    #expect(try #require(copy["forms"]) == #require(was["forms"]))
    #expect(try formconvert("check", "a.json").status == 0)
  }
}
