import Foundation
import IR
import Readers
import Testing

/// How fast 32 MB of the documents repeated are read; run with `FORMCONVERT_MEASURE=1` and
/// `-c release`.
@Suite(.serialized) struct SpeedTests {
  private static let isMeasuring =
    ProcessInfo.processInfo.environment["FORMCONVERT_MEASURE"] != nil

  @Test(.enabled(if: isMeasuring), arguments: ["000", "001", "002", "003", "004"])
  func document(_ number: String) throws {
    try measure(try Corpus.bytes(number), number)
  }

  @Test(.enabled(if: isMeasuring))
  func html() throws {
    let reading = try Reading(try Corpus.bytes("000"))
    var text = ""
    for table in reading.tables {
      text += "<table>\n"
      for row in table {
        text += "<tr>" + row.map { "<td>\($0)</td>" }.joined(separator: "\n") + "</tr>\n"
      }
      text += "</table>\n<p>text</p>"
    }
    try measure(Array(text.utf8), "HTML")
  }

  /// Seconds of processor time, which other work on the machine disturbs least.
  private static var cpuTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private func measure(_ part: [UInt8], _ name: String) throws {
    var bytes: [UInt8] = []
    while bytes.count < 32 << 20 { bytes.append(contentsOf: part + [0x0A, 0x0A]) }
    for _ in 0..<3 {
      let start = Self.cpuTime
      let source = try SourceText(reading: bytes, name: nil)
      let decoded = Self.cpuTime
      var document = Document(source: source)
      var reader = DocumentReader(source)
      var blocks = 0
      var hasMore = true
      while hasMore {
        hasMore = try reader.readBlocks(into: &document)
        blocks += document.blocks.count
        document.discardBlocks(document.blocks.count)
      }
      let end = Self.cpuTime
      func rate(_ seconds: Double) -> String { "\(Int(Double(bytes.count) / seconds / 1e6)) MB/s" }
      print(
        "SPEED \(name) \(source.format) \(blocks) blocks: decoding \(rate(decoded - start)),",
        "reading \(rate(end - decoded)), together \(rate(end - start))")
    }
  }
}
