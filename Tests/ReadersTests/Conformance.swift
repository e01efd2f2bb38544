import Foundation
import TestSupport
import Testing

/// The public conformance cases, which are no part of the package.
///
/// They are looked for in `$FORMCONVERT_CONFORMANCE`, then in `../shared/conformance`. Where they are
/// absent, tests that need them are reported as skipped, and fail when `CI` is set.
enum Conformance {
  typealias Case = [String: Any]

  private static let environment = ProcessInfo.processInfo.environment

  /// Skips a test where there are no cases, except in continuous integration, where it then fails.
  static let isRequired = ConditionTrait.enabled(
    if: isPresent || environment["CI"] != nil,
    "there are no conformance cases; name their folder in FORMCONVERT_CONFORMANCE")

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path) }

  /// The folder of the cases.
  private static let root: URL = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path =
      environment["FORMCONVERT_CONFORMANCE"]
      ?? package.appendingPathComponent("../shared/conformance").path
    return URL(fileURLWithPath: path).standardizedFileURL
  }()

  /// The cases of a file.
  static func cases(_ file: String) throws -> [Case] {
    try #require(isPresent, "no conformance cases at \(root.path)")
    let data = try Data(contentsOf: root.appendingPathComponent(file))
    return try #require(JSONSerialization.jsonObject(with: data) as? [Case])
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(file)))
  }
}

/// How many cases of a suite pass, printed so that a change of the score is seen.
struct Score {
  private static let page: String = {
    let page = Fixture.package.appending(path: "docs/conformance.md")
    return (try? String(contentsOf: page, encoding: .utf8)) ?? ""
  }()

  let name: String
  private(set) var passed = 0
  private(set) var failed: [String] = []

  init(_ name: String) { self.name = name }

  mutating func count(_ isPassed: Bool, _ id: @autoclosure () -> String) {
    if isPassed { passed += 1 } else { failed.append(id()) }
  }

  var total: Int { passed + failed.count }

  /// Prints the score, and holds it against the page that tells it.
  func report() {
    print("SCORE \(name): \(passed) of \(total)")
    #expect(
      Self.page.contains("| \(name) | \(passed) of \(total) |"),
      "docs/conformance.md gives another score for '\(name)'")
    for id in failed.prefix(40) { print("  not as expected: \(id)") }
  }
}
