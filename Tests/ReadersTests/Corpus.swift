import Foundation
import Testing

/// The documents of the package's corpus.
enum Corpus {
  /// The bytes of the document whose folder's name begins with a number.
  static func bytes(_ number: String) throws -> [UInt8] {
    let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path)
    let name = try #require(names.first { $0.hasPrefix(number) })
    let source = corpus.appendingPathComponent(name).appendingPathComponent("source.txt")
    return Array(try Data(contentsOf: source))
  }
}
