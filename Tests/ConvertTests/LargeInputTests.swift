import Foundation
import TestSupport
import Testing

/// A large file is read piece by piece, which changes nothing in what is written.
struct LargeInputTests {
  private let folder: TemporaryFolder
  private let formconvert: Command

  init() throws {
    folder = try TemporaryFolder()
    formconvert = Command(folder: folder.url)
  }

  /// A document of the corpus over and over, with an HTML table between.
  private func text(byteCount: Int) throws -> [UInt8] {
    let corpus = URL(filePath: #filePath).appending(path: "../../../corpus").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path)
    let name = try #require(names.first { $0.hasPrefix("000") })
    var once = Array(try Data(contentsOf: corpus.appending(path: name + "/source.txt")))
    once += Array("\n\n<table><tr><td>一\n\n二</td></tr></table>\n\n".utf8)
    return [[UInt8]](repeating: once, count: byteCount / once.count + 1).flatMap { $0 }
  }

  @Test(arguments: [["--to", "ndjson"], ["--as", "tables"], ["--as", "tables", "--to", "tsv"]])
  func piecesGiveTheSameBytes(_ options: [String]) throws {
    let bytes = try text(byteCount: 5 << 20)
    try folder.write(bytes, to: "large.md")
    // Standard input is read as a whole.
    let whole = try formconvert.run(
      Command.executable, options + ["--quiet", "-"], input: bytes, environment: [:])
    let pieces = try formconvert.run(options + ["--quiet", "large.md"])
    #expect(whole.status == 0 && pieces.status == 0)
    let named = String(decoding: pieces.output, as: UTF8.self)
      .replacing("\"source\":\"large.md\",", with: "")
      .replacing(",\"source\":\"large.md\"}", with: "}")
      .replacing("\"name\":\"large.md\",", with: "")
    #expect(named == whole.text)
  }
}
