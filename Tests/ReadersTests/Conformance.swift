import Foundation
import Testing

/// The public conformance cases, which are no part of the package.
///
/// They are looked for in `$FORMCONVERT_CONFORMANCE`, then in `../shared/conformance`. Tests that
/// need them say so when they are absent, and fail when `CI` is set.
enum Conformance {
  typealias Case = [String: Any]

  static var root: URL? {
    let environment = ProcessInfo.processInfo.environment
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path =
      environment["FORMCONVERT_CONFORMANCE"]
      ?? package.appendingPathComponent("../shared/conformance").path
    let root = URL(fileURLWithPath: path).standardizedFileURL
    if FileManager.default.fileExists(atPath: root.path) { return root }
    print("SKIPPED: no conformance cases at \(root.path); set FORMCONVERT_CONFORMANCE")
    if environment["CI"] != nil { Issue.record("no conformance cases at \(root.path)") }
    return nil
  }

  /// The cases of a file, or none when the folder is absent.
  static func cases(_ file: String) throws -> [Case] {
    guard let root else { return [] }
    let data = try Data(contentsOf: root.appendingPathComponent(file))
    return try #require(JSONSerialization.jsonObject(with: data) as? [Case])
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    let root = try #require(root)
    return Array(try Data(contentsOf: root.appendingPathComponent(file)))
  }
}

/// How many cases of a suite pass, printed so that a change of the score is seen.
struct Score {
  let name: String
  private(set) var passed = 0
  private(set) var failed: [String] = []

  init(_ name: String) { self.name = name }

  mutating func count(_ isPassed: Bool, _ id: @autoclosure () -> String) {
    if isPassed { passed += 1 } else { failed.append(id()) }
  }

  var total: Int { passed + failed.count }

  func report() {
    print("SCORE \(name): \(passed) of \(total)")
    for id in failed.prefix(40) { print("  not as expected: \(id)") }
  }
}
