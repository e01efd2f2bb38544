import Foundation
import IR
import Readers
import Testing

/// Comma-separated values of public suites, read as RFC 4180 has it.
///
/// Blank lines separate tables here, and NUL is read as U+FFFD; both are undone. Everything else,
/// white space included, is compared as it is.
@Suite struct CSVConformanceTests {
  /// Cases that are read otherwise on purpose, by the reason.
  private static let argued: [String: Set<String>] = [
    "a delimiter is one byte": ["tsv-cf1a9d7893", "tsv-32cdb24876"],
    "only quotation marks quote": [
      "tsv-59688368d0", "tsv-14090cf290", "tsv-bb74025b7c", "tsv-2d8f45f41b",
    ],
    "the delimiter is what separates the rows, whatever was asked for": ["tsv-1a5cc18f68"],
    "0x80 is no character of GBK, which is an error": ["tsv-0fe0f9265d"],
    "a quotation mark that encloses nothing is text, so that it swallows no rows": [
      "tsv-c059d5e369", "tsv-cb2ec0e723", "tsv-5c1d597529", "tsv-dcee650755", "tsv-9d6cb63974",
      "tsv-b1b323ff3f",
    ],
    "a backslash is no escape": ["tsv-a32d7a1987", "tsv-fcb2c26f92"],
  ]

  @Test(Conformance.isRequired) func suite() throws {
    var scores: [String: Score] = [:]
    var unreported: [String] = []
    for item in try Conformance.cases("tsv-csv/cases.json") where item["format"] as? String == "csv"
    {
      let id = try #require(item["id"] as? String)
      let status = try #require(item["status"] as? String)
      let reading = try Self.read(item)
      if status == "malformed", reading.map({ $0.codes.isEmpty }) ?? false { unreported.append(id) }
      guard let expected = item["expectedRows"] as? [[String]] else { continue }
      let rows = reading.map(Self.rows) ?? []
      let wanted = expected.flatMap(Self.lines)
      scores[status, default: Score("csv \(status)")].count(
        rows == wanted, "\(id) \(item["name"] ?? "")\n    expected \(wanted)\n    read     \(rows)")
    }
    for (_, score) in scores.sorted(by: { $0.key < $1.key }) { score.report() }
    let failed = scores.values.flatMap(\.failed).compactMap { $0.split(separator: " ").first }
    #expect(
      Set(failed.map(String.init)) == Self.argued.values.reduce(into: []) { $0.formUnion($1) })
    #expect(unreported == [])
  }

  /// What is read of a case; `nil` when nothing is in it or it is refused.
  private static func read(_ item: Conformance.Case) throws -> Reading? {
    let bytes: [UInt8]
    if let file = item["file"] as? String {
      bytes = try Conformance.bytes("tsv-csv/" + file)
    } else {
      bytes = Array((item["text"] as? String ?? "").utf8)
    }
    var options = ReadOptions()
    options.format = .csv
    options.encoding = [
      "latin-1": "iso-8859-1", "cp1252": "windows-1252", "shift_jis": "shift_jis",
      "cp936": "gbk", "gb18030": "gb18030",
    ][item["encoding"] as? String ?? ""].map { TextEncoding(rawValue: $0) }
    return try? Reading(bytes, options: options)
  }

  private static func rows(_ reading: Reading) -> [[String]] {
    reading.document.blocks.flatMap { block -> [[String]] in
      switch block {
      case .table(let table): reading.rows(of: table).flatMap(lines)
      case .heading(let text), .paragraph(let text): lines([reading.document.string(text.text)])
      }
    }
  }

  /// A row; as many rows as it has lines where it is a single cell, as a paragraph is.
  private static func lines(_ row: [String]) -> [[String]] {
    let row = row.map { cell in
      cell.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        .replacing("\u{0}", with: "\u{FFFD}")
    }
    guard row.count == 1 else { return [row] }
    return row[0].split(separator: "\n").map { [String($0)] }
  }
}
