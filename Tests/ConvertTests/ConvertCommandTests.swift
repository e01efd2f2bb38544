import Foundation
import TestSupport
import Testing

/// What `convert` does with inputs, outputs and options.
struct ConvertCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  /// A table that is no form.
  private static let table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(Self.table, to: "a.md")
  }

  @Test func oneInputGoesToStandardOutput() throws {
    let result = try formconvert("convert", "a.md", "--to", "json")
    #expect(result.status == 0)
    let json = try JSONParser.parse(result.output)
    #expect(json["format"]?.text == "formconvert")
    #expect(json["source"]?["name"]?.text == "a.md")
    #expect(folder.files == ["a.md"])
  }

  @Test func convertIsTheDefault() throws {
    #expect(try formconvert("a.md").output == formconvert("convert", "a.md").output)
  }

  /// A format may be called by the ending of its files.
  @Test(arguments: [
    ("--to", "md", "markdown"), ("--to", "htm", "html"), ("--from", "md", "markdown"),
  ])
  func endingsAreNamesOfFormats(option: String, ending: String, name: String) throws {
    let result = try formconvert("a.md", "--as", "tables", option, ending)
    #expect(result.status == 0)
    #expect(try result.output == formconvert("a.md", "--as", "tables", option, name).output)
    #expect(try formconvert("a.md", option, ending, "--as", "tables").output == result.output)
    #expect(try formconvert("a.md", option, "docx").status == 2)
  }

  @Test func outputFile() throws {
    let result = try formconvert("a.md", "-o", "b.json")
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(try folder.bytes("b.json") == formconvert("a.md").output)
    #expect(folder.files == ["a.md", "b.json"])
  }

  @Test(arguments: ["out", "out/", "new/"])
  func outputFolder(_ output: String) throws {
    try folder.write("", to: "out/other")
    #expect(try formconvert("a.md", "-o", output).status == 0)
    let name = output.hasSuffix("/") ? output + "a.md.json" : output + "/a.md.json"
    #expect(folder.bytes(name) != nil)
  }

  /// JSON in a file called .docx would be opened as something else.
  @Test(arguments: ["out.docx", "out.xls", "结果.pdf", "out.txt", "new/out.doc"])
  func endingsThatSayNothing(output: String) throws {
    let result = try formconvert("a.md", "-o", output)
    #expect(result.status == 2 && folder.bytes(output) == nil)
    #expect(
      result.messages.contains(".\(output.split(separator: ".")[1])' does not say what to write"))
    #expect(try formconvert("a.md", "-o", output, "--to", "json").status == 0)
  }

  @Test(arguments: ["out", "第1.2稿", "out.d/", "../out"])
  func namesWithoutAnEndingAreJSON(output: String) throws {
    try folder.write("x", to: "below/x")
    let result = try Command(folder: folder.url.appending(path: "below"))("../a.md", "-o", output)
    #expect(result.status == 0)
  }

  @Test func existingOutputIsReplaced() throws {
    try folder.write(String(repeating: "x", count: 100_000), to: "b.json")
    #expect(try formconvert("a.md", "-o", "b.json").status == 0)
    #expect(try folder.bytes("b.json") == formconvert("a.md").output)
  }

  @Test func linkToAnOutputStaysALink() throws {
    try folder.write("old", to: "b.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "c.json").path, withDestinationPath: "b.json")
    #expect(try formconvert("a.md", "-o", "c.json").status == 0)
    #expect(try folder.bytes("b.json") == formconvert("a.md").output)
  }

  @Test func standardInput() throws {
    let result = try formconvert("-", "--from", "markdown", input: Array(Self.table.utf8))
    #expect(result.status == 0)
    let json = try JSONParser.parse(result.output)
    #expect(json["source"] != nil && json["source"]?["name"] == nil)
  }

  @Test func namesThatAreNotASCII() throws {
    try folder.write(Self.table, to: "申报表 2024/第1张「表」.md")
    let result = try formconvert("申报表 2024/第1张「表」.md", "-o", "结果/")
    #expect(result.status == 0, "\(result.messages)")
    let bytes = try #require(folder.bytes("结果/第1张「表」.md.json"))
    #expect(try JSONParser.parse(bytes)["source"]?["name"]?.text == "第1张「表」.md")
  }

  @Test func prettyIsTheSameTree() throws {
    let pretty = try formconvert("a.md", "--pretty")
    #expect(pretty.text.hasPrefix("{\n  \"") && pretty.text.hasSuffix("}\n"))
    let tree = try JSONParser.parse(pretty.output)
    #expect(try tree == JSONParser.parse(formconvert("a.md").output))
  }

  @Test func messagesInJSONFollowTheFlagAndNotTheLocale() throws {
    let english = try formconvert("a.md").output
    let chinese = ["LC_ALL": "zh_CN.UTF-8"]
    #expect(try formconvert("a.md", environment: chinese).output == english)
  }

  /// Reports that programs read are the same in every locale; those that people read are not.
  @Test(arguments: [
    ["missing.md", "--diagnostics", "json"], ["missing.md", "--diagnostics", "sarif"],
    ["validate", "missing.md", "--format", "json"],
    ["check", "missing.md", "--format", "json"], ["check", "missing.md", "--format", "sarif"],
  ])
  func reportsInJSONFollowTheFlagAndNotTheLocale(arguments: [String]) throws {
    func report(_ arguments: [String], _ locale: String) throws -> String {
      let result = try formconvert.run(
        Command.executable, arguments, input: [], environment: ["LC_ALL": locale])
      return result.text + result.messages
    }
    let english = try report(arguments, "C")
    #expect(english.contains("no such file"))
    #expect(try report(arguments, "zh_CN.UTF-8") == english)
    #expect(try report(arguments + ["--lang", "zh"], "C").contains("没有这个文件"))
  }

  @Test func tooManyBytes() throws {
    let result = try formconvert("a.md", "--max-input-bytes", "10")
    #expect(result.status == 3 && result.output.isEmpty)
    #expect(
      result.messages
        == "a.md: error: more than 10 bytes; '--max-input-bytes' raises the limit\n")
  }

  @Test func helpAndVersion() throws {
    let help = try formconvert("--help")
    #expect(help.status == 0 && help.text.contains("USAGE") && help.messages.isEmpty)
    let version = try formconvert("--version")
    #expect(version.status == 0 && version.text.first?.isNumber == true)
    #expect(try formconvert("--generate-completion-script", "bash").status == 0)
  }
}
