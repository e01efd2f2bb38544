import Foundation
import IR
import Readers
import Testing

/// Tab-separated values of public suites.
///
/// A document here is more than one table: a blank line separates blocks, lines without tabs
/// between blank lines are paragraphs, and a cell has no white space at its ends. The rows of a
/// case are therefore compared in the order of the source with all of that undone. A case without
/// any tab is prose here, quotes included, and counted apart, line by line.
@Suite struct TSVConformanceTests {
  @Test(Conformance.isRequired) func suite() throws {
    var score = Score("tsv")
    var prose = Score("tsv without a tab, which is prose")
    for item in try Conformance.cases("tsv-csv/cases.json") where item["format"] as? String == "tsv"
    {
      let bytes: [UInt8]
      if let file = item["file"] as? String {
        bytes = try Conformance.bytes("tsv-csv/" + file)
      } else {
        bytes = Array((item["text"] as? String ?? "").utf8)
      }
      let id = "\(item["id"] ?? "") \(item["name"] ?? "")"
      guard let expected = item["expectedRows"] as? [[String]] else {
        score.count(Self.isReported(bytes), "\(id): damage that is not reported")
        continue
      }
      let rows = Self.rows(try Self.read(bytes)).map(Self.trimmed)
      let wanted = expected.map(Self.trimmed).filter { $0 != [""] }
      let detail = "\(id)\n    expected \(wanted)\n    read     \(rows)"
      if wanted.allSatisfy({ $0.count == 1 }) {
        prose.count(Self.lines(rows) == Self.lines(wanted), detail)
      } else {
        score.count(rows == wanted, detail)
      }
    }
    score.report()
    prose.report()
    #expect(score.failed == [])
  }

  private static func read(_ bytes: [UInt8]) throws -> Reading {
    var options = ReadOptions()
    options.format = .tsv
    return try Reading(bytes, options: options)
  }

  private static func isReported(_ bytes: [UInt8]) -> Bool {
    guard let reading = try? read(bytes) else { return true }
    return !reading.codes.isEmpty
  }

  /// The rows of all tables, and the lines between them as rows of one cell.
  private static func rows(_ reading: Reading) -> [[String]] {
    reading.document.blocks.flatMap { block -> [[String]] in
      switch block {
      case .table(let table): reading.rows(of: table)
      case .heading(let text), .paragraph(let text): [[reading.document.string(text.text)]]
      }
    }
  }

  /// The lines of rows of one cell.
  private static func lines(_ rows: [[String]]) -> [String] {
    rows.flatMap { $0.joined().split(separator: "\n").map(String.init) }
  }

  private static func trimmed(_ row: [String]) -> [String] {
    row.map { cell in
      cell.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        .replacing("\u{0}", with: "\u{FFFD}")
        .trimmingCharacters(in: CharacterSet(charactersIn: " \t\n\u{B}\u{C}"))
    }
  }
}
