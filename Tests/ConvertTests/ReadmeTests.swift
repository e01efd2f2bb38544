import Foundation
import TestSupport
import Testing

/// The examples of the introductions are what the program says about their document.
struct ReadmeTests {
  @Test(arguments: [("README.md", "en"), ("README.zh-CN.md", "zh")])
  func examplesAreReal(path: String, language: String) throws {
    let page = try String(contentsOf: Fixture.package.appending(path: path), encoding: .utf8)
    let source = try #require(page.firstMatch(of: /corpus\/[0-9a-f_]+\/source\.[a-z]+/)).0
    let file = Fixture.package.appending(path: String(source))
    let formconvert = Command(folder: file.deletingLastPathComponent())
    let name = file.lastPathComponent
    let converted = try formconvert("convert", name, "--lang", language)
    let inspected = try formconvert("inspect", name, "--lang", language)
    let output = converted.text + converted.messages + inspected.text
    let examples = page.matches(of: /```(?:text|json)\n((?:.|\n)*?)```/).map(\.1)
    #expect(examples.count == 3)
    for line in examples.joined().split(separator: "\n") {
      #expect(output.contains(line), "\(line)")
    }
  }

  /// The options the introductions tell are those the commands know.
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func optionsExist(path: String) throws {
    let page = try String(contentsOf: Fixture.package.appending(path: path), encoding: .utf8)
    let formconvert = Command(folder: Fixture.package)
    let commands = ["convert", "check", "collect", "layouts", "report"]
    let help = try commands.map { try formconvert("help", $0).text }.joined()
    let options = Set(page.matches(of: /`[^`\n]*?(--[a-z][a-z-]+)/).map(\.1))
    #expect(options.count > 5)
    for option in options { #expect(help.contains(option), "\(option)") }
  }
}
