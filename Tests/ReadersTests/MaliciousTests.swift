import Foundation
import IR
import Readers
import Testing

/// Known bad inputs: each is read within its time without a crash, and never without a word where
/// something was cut or changed.
///
/// A debug build leaves out the biggest ones, which take it too long.
@Suite(.serialized) struct MaliciousTests {
  #if DEBUG
    private static let largest = 1 << 20
    private static let slowness = 40.0
  #else
    private static let largest = 64 << 20
    private static let slowness = 1.0
  #endif

  @Test(Conformance.isRequired) func cases() throws {
    let categories = [
      "html-depth", "html-span", "html-dtd", "html-text", "md-size", "md-text", "tsv", "unicode",
    ]
    for item in try Conformance.cases("malicious/cases.json") {
      guard categories.contains(item["category"] as? String ?? ""),
        let build = item["build"] as? Conformance.Case,
        let pieces = build["concat"] as? [Conformance.Case]
      else { continue }
      let name = "\(item["id"] ?? "") \(item["name"] ?? "")"
      guard let count = build["bytes"] as? Int, count <= Self.largest else {
        print("SKIPPED in a debug build or too big: \(name)")
        continue
      }
      let bytes = try Self.build(pieces)
      #expect(bytes.count == count)
      let limits = item["limits"] as? Conformance.Case
      let seconds = (limits?["seconds"] as? Double ?? 5) * Self.slowness
      let start = ContinuousClock.now
      let outcome = Self.read(bytes, media: item["input"] as? String ?? "")
      let time = ContinuousClock.now - start
      print("MALICIOUS \(name): \(outcome) in \(time)")
      #expect(time < .seconds(seconds), "\(name)")
    }
  }

  private static func read(_ bytes: [UInt8], media: String) -> String {
    var options = ReadOptions()
    switch media {
    case "text/html": options.format = .html
    case "text/markdown": options.format = .markdown
    case "text/tab-separated-values": options.format = .tsv
    default: break
    }
    do {
      let document = try Reading(bytes, options: options).document
      let codes = Set(document.diagnostics.map(\.code.rawValue)).sorted()
      return
        "\(document.blocks.count) blocks, \(document.cells.count) cells, \(codes), \(document.diagnostics.count)"
    } catch {
      return "\(error)"
    }
  }

  private static func build(_ pieces: [Conformance.Case]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      var part: [UInt8] = []
      if let text = piece["utf8"] as? String {
        part = Array(text.utf8)
      } else {
        let hex = Array(try #require(piece["hex"] as? String).utf8)
        for index in stride(from: 0, to: hex.count, by: 2) {
          let pair = String(decoding: hex[index..<index + 2], as: UTF8.self)
          part.append(try #require(UInt8(pair, radix: 16)))
        }
      }
      for _ in 0..<(piece["times"] as? Int ?? 1) { bytes.append(contentsOf: part) }
    }
    return bytes
  }
}
