import Foundation
import TestSupport

extension FuzzTarget {
  /// The inputs that are kept in the tree: what fuzzing reached, and what it found.
  public var seeds: [[UInt8]] {
    get throws {
      let folder = Fixture.package.appending(path: "Tests/Fixtures/fuzz/\(rawValue)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      return try names.map { try Array(Data(contentsOf: folder.appending(path: $0))) }
    }
  }

  /// The words that help to get beyond the first byte.
  public var words: [[UInt8]] {
    get throws {
      guard isText else { return [] }
      let names = self == .forms ? ["markup", "form"] : ["markup"]
      return try names.flatMap { name in
        try Fixture.bytes("fuzz/\(name)-words.txt").split(separator: 0x0A).map(Array.init)
      }
    }
  }
}
