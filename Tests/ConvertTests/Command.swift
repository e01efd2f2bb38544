import Foundation
import TestSupport

/// Runs the command that was built beside the tests, or the one that `FORMCONVERT_PROGRAM` names.
struct Command {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder the command runs in.
  let folder: URL

  /// The command that is tested.
  static var executable: URL {
    let named = ProcessInfo.processInfo.environment["FORMCONVERT_PROGRAM"]
    return named.map { URL(filePath: $0) } ?? built
  }

  /// The command that was built beside the tests.
  static var built: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "formconvert")
  }

  /// What is said of an input that is not there.
  static let noSuchFile =
    "no such file or directory; check the name, and put one with spaces in quotes"

  /// Runs the command.
  func callAsFunction(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.executable, arguments, input: input, environment: environment)
  }

  /// Runs the command.
  func run(_ arguments: [String]) throws -> Outcome {
    try run(Self.executable, arguments, input: [], environment: [:])
  }

  /// Runs a shell script; `$0` in it is the command.
  func shell(_ script: String) throws -> Outcome {
    try run(
      URL(filePath: "/bin/bash"), ["-c", script, Self.executable.path], input: [],
      environment: [:])
  }

  /// Runs a program.
  func run(
    _ executable: URL, _ arguments: [String], input: [UInt8], environment: [String: String]
  ) throws -> Outcome {
    // Files, not pipes: a pipe that nobody empties would stop the command.
    let streams = try TemporaryFolder()
    let names = ["input", "output", "messages"].map { streams.url.appending(path: $0) }
    try Data(input).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return Outcome(
      status: status, output: Array(try Data(contentsOf: names[1])),
      messages: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

/// A folder that is there as long as the value.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "formconvert-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and makes the folders it is in.
  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file, and makes the folders it is in.
  func write(_ bytes: [UInt8], to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The bytes of a file; `nil` when there is none.
  func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appending(path: path))).map(Array.init)
  }

  /// The paths of all files, hidden ones too, in order.
  var files: [String] {
    let paths = FileManager.default.subpaths(atPath: url.path) ?? []
    return paths.filter { path in
      let values = try? url.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
      return values?.isDirectory == false
    }.sorted()
  }
}
