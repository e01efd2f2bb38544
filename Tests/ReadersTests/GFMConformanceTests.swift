import Foundation
import IR
import Readers
import Testing

/// Pipe tables of the GFM specification and of other parsers' tests.
///
/// Structure must be GFM's but for one thing: GFM drops surplus cells and adds the missing ones,
/// and a reader of data must do neither, so ``fit(_:to:)`` does it afterwards. Text counts when it
/// is the rendered text or, as emphasis and links are kept as they are printed, the raw cell's.
@Suite struct GFMConformanceTests {
  @Test(Conformance.isRequired, arguments: ["gfm-spec-tables", "parser-tables"])
  func suite(_ name: String) throws {
    var scores: [String: (structure: Score, text: Score)] = [:]
    for item in try Conformance.cases("gfm/\(name).json") {
      let verdict = item["verdict"] as? String ?? "spec"
      var score =
        scores[verdict] ?? (Score("gfm \(verdict), structure"), Score("gfm \(verdict), text"))
      let markdown = try #require(item["markdown"] as? String)
      let expected = try #require(item["expectedTables"] as? [Conformance.Case]).map {
        $0["rows"] as? [[String]] ?? []
      }
      let raw = item["rawCells"] as? [[[String]]]
      let reading = try Self.read(markdown)
      let fitted = Self.fit(reading, to: expected)
      let isSame = fitted.map { $0.map(\.count) } == expected.map { $0.map(\.count) }
      let detail =
        "\(item["id"] ?? "") \(markdown.debugDescription)\n    expected \(expected)\n    read     \(reading)"
      score.structure.count(isSame, detail)
      if isSame {
        score.text.count(
          Self.isSameText(fitted, expected, raw), detail + "\n    raw      \(raw as Any)")
      }
      scores[verdict] = score
    }
    for (verdict, score) in scores.sorted(by: { $0.key < $1.key }) {
      score.structure.report()
      score.text.report()
      if verdict == "spec" || verdict == "consensus" {
        #expect(score.structure.failed == [] && score.text.failed == [])
      }
    }
  }

  private static func read(_ markdown: String) throws -> [[[String]]] {
    guard markdown.utf8.contains(where: { $0 > 0x20 }) else { return [] }
    return try Reading(markdown, as: .markdown).tables
  }

  /// Cuts surplus cells and fills short rows, as GFM does and a reader of data must not.
  private static func fit(_ tables: [[[String]]], to expected: [[[String]]]) -> [[[String]]] {
    tables.enumerated().map { number, rows in
      let width = rows.first?.count ?? 0
      return rows.map { row in
        Array((row + Array(repeating: "", count: max(0, width - row.count))).prefix(width))
      }
    }
  }

  private static func isSameText(
    _ tables: [[[String]]], _ expected: [[[String]]], _ raw: [[[String]]]?
  ) -> Bool {
    for (number, table) in tables.enumerated() {
      for (row, cells) in table.enumerated() {
        for (column, cell) in cells.enumerated() where cell != expected[number][row][column] {
          guard let raw, raw.count > number, raw[number].count > row,
            raw[number][row].count > column,
            plain(cell) == plain(raw[number][row][column])
              || plain(cell) == plain(expected[number][row][column])
          else { return false }
        }
      }
    }
    return true
  }

  /// A text without the inline markup that is kept.
  private static func plain(_ text: String) -> String {
    String(text.filter { !"*_~\\`[]()".contains($0) && !$0.isWhitespace })
  }
}
