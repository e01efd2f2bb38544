public import Foundation

/// Files the tests read.
public enum Fixture {
  /// The root of the package.
  public static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bytes of a file below `Tests/Fixtures`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: package.appending(path: "Tests/Fixtures/\(path)")))
  }

  /// The bytes that hexadecimal digits stand for; white space is skipped.
  public static func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }
}
