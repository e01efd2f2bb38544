import Foundation
import TestSupport
import Testing
import Writers

/// What other repositories use: the pre-commit hook and the GitHub action, run as they are written.
@Suite(.enabled(if: Tools.has(Tools.python)))
struct IntegrationFileTests {
  private let folder: TemporaryFolder
  private let formconvert: Command
  /// Shown in place of the compiler: it says where the program is.
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    let example = Fixture.package.appending(path: "examples/ci/forms/training")
    for name in ["source.md", "expected.json"] {
      try folder.write(
        Array(Data(contentsOf: example.appending(path: name))), to: "forms/training/\(name)")
    }
    let programs = Command.executable.deletingLastPathComponent().path
    try folder.write("#!/bin/sh\necho '\(programs)'\n", to: "bin/swift")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.url.appending(path: "bin/swift").path)
    environment = [
      "PATH": "\(folder.url.path)/bin:\(programs):/usr/bin:/bin",
      "GITHUB_ACTION_PATH": Fixture.package.path,
    ]
  }

  /// A YAML file of the package, read with PyYAML.
  private func yaml(_ name: String) throws -> CanonicalJSON {
    let run = try ToolRun(
      Tools.python,
      [
        Tools.script("yaml-to-json"), Fixture.package.appending(path: name).path,
        "\(folder.url.path)/file.json",
      ], in: folder.url)
    #expect(run.status == 0, "\(run.output)")
    return try JSONParser.parse(try #require(folder.bytes("file.json")))
  }

  private func shell(_ script: String, _ more: [String: String] = [:]) throws -> Command.Outcome {
    // As GitHub runs steps with `shell: bash`.
    try formconvert.run(
      URL(filePath: "/bin/bash"), ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
      input: [], environment: environment.merging(more) { $1 })
  }

  /// Makes the example say something else than is expected of it.
  private func breakExample() throws {
    let path = "forms/training/expected.json"
    let text = String(decoding: try #require(folder.bytes(path)), as: UTF8.self)
    try folder.write(text.replacing("1000", with: "1001"), to: path)
  }

  @Test func theHookChecks() throws {
    let hook = try #require(try yaml(".pre-commit-hooks.yaml").elements?.first)
    let entry = try #require(hook["entry"]?.text)
    let arguments = (hook["args"]?.elements ?? []).compactMap(\.text).joined(separator: " ")
    let good = try shell("\(entry) \(arguments)")
    #expect(good.status == 0, "\(good.text)\(good.messages)")
    try breakExample()
    #expect(try shell("\(entry) \(arguments)").status == 1)
  }

  @Test(arguments: [
    ("forms/a/source.md", true), ("a.csv", true), ("表/a.xlsx", true), ("expected.json", true),
    ("forms/a/expected.json", true), ("a.expected.json", true), ("a.swift", false),
    ("package.json", false), ("unexpected.json", false),
  ])
  func theHookIsForDocuments(_ path: String, _ isMeant: Bool) throws {
    let hook = try #require(try yaml(".pre-commit-hooks.yaml").elements?.first)
    let pattern = try Regex(try #require(hook["files"]?.text))
    #expect(path.contains(pattern) == isMeant)
  }

  @Test func theActionChecks() throws {
    let steps = try yaml("action.yml")["runs"]?["steps"]?.elements ?? []
    #expect(steps.count == 2 && steps.allSatisfy { $0["shell"]?.text == "bash" })
    let script = try #require(steps.last?["run"]?.text)
    let inputs = ["PATHS": "forms", "FORMAT": "github", "REPORT": "report.txt"]
    let good = try shell(script, inputs)
    #expect(good.status == 0, "\(good.text)\(good.messages)")
    #expect(folder.bytes("report.txt") == good.output)
    try breakExample()
    for report in ["", "report.txt"] {
      let bad = try shell(script, inputs.merging(["REPORT": report]) { $1 })
      #expect(bad.status == 1 && bad.text.hasPrefix("::error file=forms/training/source.md"))
    }
    #expect(
      try shell(script, ["PATHS": "forms nothing", "FORMAT": "text", "REPORT": ""]).status == 3)
  }
}
