import Foundation
import TestSupport
import Testing

/// What `validate` prints about forms, and how it ends.
struct ValidateCommandTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  private static func corpus(_ name: String) -> String {
    Fixture.package.appending(path: "corpus/\(name)/source.txt").path
  }

  /// The sums and rates that fail in the real documents, as their readers computed them.
  static let findings: [(document: String, warnings: [String])] = [
    ("000_60dc517d70770853", []),
    (
      "001_9271b70eb86a4fec",
      [
        "8 execution-rate", "112 execution-rate", "129 target-missed", "159 score-sum",
      ]
    ),
    ("002_75a7d0d2d6251555", ["133 components-sum"]),
    ("003_e5f57c13c73f70cb", []),
    ("004_c5ac2ca95e2e7928", []),
  ]

  @Test(arguments: findings)
  func realDocuments(_ document: String, _ warnings: [String]) throws {
    let result = try formconvert("validate", Self.corpus(document))
    #expect(result.status == (warnings.isEmpty ? 0 : 1) && result.messages.isEmpty)
    let found = result.text.matches(of: /source\.txt:(\d+):\d+: warning: .* \[(\S+)\]/)
      .map { "\($0.1) \($0.2)" }
    #expect(found == warnings)
    #expect(
      result.text.split(separator: "\n").count { $0.contains("warning: ") } == found.count)
    #expect(!result.text.contains("error: "))
    #expect(result.text.hasSuffix("to be looked at: \(warnings.count)\n"))
  }

  /// However many are worked on at a time, what is said comes in the order of the inputs.
  @Test func severalInputs() throws {
    let paths = Self.findings.map { Self.corpus($0.document) }
    let one = try formconvert.run(["validate", "--jobs", "1"] + paths)
    let several = try formconvert.run(["validate", "--jobs", "3"] + paths)
    #expect(one.status == 1 && several.status == 1)
    #expect(one.text == several.text)
  }

  @Test func linesOfJSON() throws {
    let result = try formconvert(
      "validate", "--format", "json", Self.corpus("001_9271b70eb86a4fec"))
    #expect(result.status == 1)
    let lines = try result.text.split(separator: "\n").map {
      try JSONParser.parse(Array($0.utf8))
    }
    let warnings = lines.filter { $0["severity"]?.text == "warning" }
    #expect(
      warnings.map { $0["code"]?.text } == [
        "execution-rate", "execution-rate", "target-missed", "score-sum",
      ])
    #expect(warnings.allSatisfy { $0["pointer"]?.text?.hasPrefix("/forms/") ?? false })
  }

  @Test func sarif() throws {
    let result = try formconvert(
      "validate", "--diagnostics", "sarif", Self.corpus("001_9271b70eb86a4fec"),
      Self.corpus("004_c5ac2ca95e2e7928"))
    #expect(result.status == 1)
    let report = try JSONParser.parse(result.output)
    #expect(report["version"]?.text == "2.1.0")
    let results = report["runs"]?.elements?.first?["results"]?.elements ?? []
    #expect(results.count { $0["level"]?.text == "warning" } == 4)
  }

  /// The same findings, without lines, in forms that have become JSON.
  @Test(arguments: findings)
  func jsonIsCheckedToo(_ document: String, _ warnings: [String]) throws {
    #expect(try formconvert("-q", Self.corpus(document), "-o", "a.json").status == 0)
    let result = try formconvert("validate", "a.json")
    #expect(result.status == (warnings.isEmpty ? 0 : 1))
    let found = result.text.matches(of: /a\.json: warning: .* \[(\S+)\]/).map { "\($0.1)" }
    #expect(
      found.sorted() == warnings.map { $0.split(separator: " ")[1] }.map(String.init).sorted())
  }

  @Test func whatCannotBeReadIsStatus3() throws {
    #expect(try formconvert("validate", "none.md").status == 3)
    try folder.write("{", to: "a.json")
    #expect(try formconvert("validate", "a.json").status == 3)
    #expect(try formconvert("validate").status == 2)
    #expect(try formconvert("validate", "--diagnostics", "xml", "a.json").status == 2)
  }

  /// What checks nothing must not pass; so it is with `convert --strict`.
  @Test func aFileWithoutAFormIsTold() throws {
    try folder.write("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", to: "a.md")
    #expect(try formconvert("-q", "a.md", "-o", "b.json").status == 0)
    for name in ["a.md", "b.json"] {
      let result = try formconvert("validate", name)
      #expect(result.status == 1 && result.messages.isEmpty)
      #expect(
        result.text == """
          \(name): warning: no performance form found; tables and text stay as they are [no-form]
          inputs: 1; forms: 0; to be looked at: 1

          """)
    }
    let result = try formconvert("validate", "a.md", "none.md", "--lang", "zh")
    #expect(result.status == 3)
    #expect(result.text.hasSuffix("2 个文件、0 张表，需要核对 2 处\n"))
  }

  /// What does not hold is the answer of the command, as it is of `check` and `diff`.
  @Test func findingsThatCannotBeWritten() throws {
    for format in ["text", "json", "sarif"] {
      let result = try formconvert.shell(
        "\"$0\" validate '\(Self.corpus("001_9271b70eb86a4fec"))' --diagnostics \(format) >/dev/full"
      )
      #expect(result.status == 4)
      #expect(
        result.messages
          == "formconvert: error: cannot write to standard output: no space left on device; "
          + "make room, or write to another disk\n")
    }
  }
}
