public import Foundation

/// What a program outside the package did.
public struct ToolRun {
  /// Its exit status.
  public let status: Int32
  /// What it wrote, errors included.
  public let output: String

  /// Runs a program to its end.
  public init(_ executable: String, _ arguments: [String], in folder: URL) throws {
    // A file, not a pipe: a pipe that nobody empties would stop the program.
    let log = FileManager.default.temporaryDirectory.appending(path: "formconvert-\(UUID())")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
  }
}

/// A folder for one test, removed after it.
public final class ScratchFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "formconvert-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and makes the folders it is in.
  @discardableResult
  public func write(_ bytes: [UInt8], to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// The bytes of a file.
  public func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: url.appending(path: path)))
  }
}

/// Programs that tests ask for a second opinion, where they are installed.
public enum Tools {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether a test whose tool is missing fails instead of being left out.
  public static var areRequired: Bool { environment["FORMCONVERT_TEST_TOOLS"] == "required" }
  /// Whether the tests beside large programs run.
  public static var areCompared: Bool { environment["FORMCONVERT_INTEROP"] != nil }
  /// The interpreter with the packages of `Tests/Tools/requirements.txt`.
  public static let python = Fixture.package.appending(path: ".build/test-tools/bin/python").path

  /// Whether a program is there, or has to be.
  public static func has(_ executable: String) -> Bool {
    areRequired || FileManager.default.isExecutableFile(atPath: executable)
  }

  /// The path of a script in `Tests/Tools`.
  public static func script(_ name: String) -> String {
    Fixture.package.appending(path: "Tests/Tools/\(name)").path
  }

  /// The folder of the public conformance cases, where there is one.
  public static func conformance(_ path: String) -> URL? {
    let folder =
      environment["FORMCONVERT_CONFORMANCE"]
      ?? Fixture.package.appending(path: "../shared/conformance").path
    let url = URL(filePath: folder).appending(path: path).standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) || environment["CI"] != nil ? url : nil
  }
}
