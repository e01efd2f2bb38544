import Foundation
import TestSupport
import Testing

/// The printed schema against the outputs, with the validator of Python's `jsonschema`.
@Suite(
  .enabled(
    if: PythonValidator.isThere || PythonValidator.isRequired,
    "needs Python's jsonschema; scripts/test installs it"))
struct SchemaTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
    try folder.write(formconvert("schema").output, to: "schema.json")
  }

  @Test(
    arguments: [[], ["--provenance"], ["--as", "tables"], ["--lang", "zh", "--pretty"]])
  func everyOutputOfTheCorpusIsValid(_ options: [String]) throws {
    let corpus = Fixture.package.appending(path: "corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
    let sources = names.map { corpus.appending(path: "\($0)/source.txt").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
    let result = try formconvert.run(sources + ["-o", "out"] + options)
    #expect(result.status <= 1)
    let outputs = folder.files.filter { $0.hasPrefix("out/") }
    #expect(outputs.count == sources.count && outputs.count >= 5)
    let verdict = try PythonValidator.run("schema.json", outputs, in: folder)
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }

  @Test(arguments: [[], ["--to", "ndjson"], ["--as", "tables", "--to", "ndjson"]])
  func everyLineIsValidAndCanonical(_ options: [String]) throws {
    let corpus = Fixture.package.appending(path: "corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
    let sources = names.map { corpus.appending(path: "\($0)/source.txt").path }
      .filter { FileManager.default.fileExists(atPath: $0) }
    #expect(try formconvert.run(sources + ["-o", "out"] + options).status <= 1)
    let outputs = folder.files.filter { $0.hasPrefix("out/") }
    #expect(outputs.count == sources.count && outputs.count >= 5)
    let verdict = try PythonTools.run("check-lines", ["schema.json"] + outputs, in: formconvert)
    #expect(verdict.status == 0, "\(verdict.text)\(verdict.messages)")
  }

  @Test(
    arguments: [
      #"{"format":"formconvert","forms":[],"source":{},"version":1}"#,
      #"{"format":"formconvert","forms":[],"source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":2}"#,
      #"{"format":"formconvert","forms":[],"new":1,"source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}"#,
      #"{"format":"formconvert","source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}"#,
      #"{"format":"formconvert","forms":[{"layout":"2024","title":"","type":"target-declaration"}],"source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}"#,
      #"{"diagnostics":[{"code":"no-such-code","message":"x","severity":"note"}],"format":"formconvert","forms":[],"source":{"bytes":1,"encoding":"utf-8","format":"tsv"},"version":1}"#,
    ])
  func whatIsNotInTheModelIsInvalid(_ document: String) throws {
    try folder.write(document, to: "document.json")
    #expect(try PythonValidator.run("schema.json", ["document.json"], in: folder).status == 1)
  }
}

/// The validator that `scripts/setup --test` installs.
enum PythonValidator {
  /// Whether it is installed.
  static var isThere: Bool { PythonTools.isThere }

  /// Whether tests that need it must not be left out.
  static var isRequired: Bool { PythonTools.isRequired }

  /// Validates documents.
  static func run(
    _ schema: String, _ documents: [String], in folder: TemporaryFolder
  ) throws -> Command.Outcome {
    try PythonTools.run("validate-json", [schema] + documents, in: Command(folder: folder.url))
  }
}

/// The tools in `Tests/Tools` that need packages which `scripts/setup --test` installs.
enum PythonTools {
  private static let python = Fixture.package.appending(path: ".build/test-tools/bin/python")

  /// Whether the packages are installed.
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  /// Whether tests that need them must not be left out.
  static var isRequired: Bool {
    ProcessInfo.processInfo.environment["FORMCONVERT_TEST_TOOLS"] == "required"
  }

  /// Runs a tool.
  static func run(
    _ tool: String, _ arguments: [String], in command: Command
  ) throws -> Command.Outcome {
    let script = Fixture.package.appending(path: "Tests/Tools/\(tool)").path
    return try command.run(python, [script] + arguments, input: [], environment: [:])
  }
}
