import Foundation
import IR
import Readers
import TestSupport
import Testing

/// Random table markup, with every mistake there is in it, reads as html5lib reads it.
///
/// White space is left out of the comparison: text within a table but in no cell is moved before the
/// table, and there it begins a line here.
@Suite struct HTMLRefereeTests {
  /// Pieces of pages, and how likely they are.
  private static let pieces: [(String, weight: Int)] = [
    ("<table>", 6), ("</table>", 6), ("<tr>", 20), ("</tr>", 12), ("<td>", 28), ("</td>", 12),
    ("<th>", 6), ("</th>", 2), ("<td colspan=2>", 6), ("<td rowspan=2>", 6), ("<td rowspan=0>", 2),
    ("<TD ROWSPAN='3' colspan=\"2\">", 2), ("<td colspan=0>", 2), ("<td colspan=3 colspan=2>", 1),
    ("<td rowspan=&#50;>", 1), ("<td rowspan=-1>", 1), ("<td colspan=' +2.5'>", 1), ("<td/>", 2),
    ("<tbody>", 4), ("</tbody>", 2), ("<thead>", 2), ("</thead>", 2), ("<tfoot>", 2),
    ("</tfoot>", 2), ("<caption>", 2), ("</caption>", 2), ("<col>", 2), ("<colgroup>", 2),
    ("</colgroup>", 2), ("<p>", 4), ("</p>", 4), ("<div>", 2), ("</div>", 2), ("<b>", 2),
    ("</b>", 2), ("<a href=x>", 2), ("</a>", 2), ("<font color=red>", 2), ("</font>", 2),
    ("<form>", 2), ("</form>", 2), ("<ul><li>", 2), ("</ul>", 2), ("<h2>", 2), ("</h2>", 2),
    ("<br>", 4), ("<hr>", 1), ("<img alt=x>", 1), ("<pre>", 1), ("</pre>", 1), ("<button>", 1),
    ("</button>", 1), ("<input type=checkbox checked>", 2), ("<!-- <td> -->", 2), ("<!-->", 1),
    ("<!x>", 1), ("<?x>", 1), ("<script><td></script>", 1), ("<style><td></style>", 1),
    ("<textarea>", 1), ("</textarea>", 2), ("<xmp><td></xmp>", 1), ("<title><td></title>", 1),
    ("</body>", 1), ("</html>", 1), ("甲", 16), ("x", 12), (" ", 8), ("\n", 2), ("&amp;", 2),
    ("&nbsp;", 1), ("&#x4e00;", 1), ("<", 1), ("&", 1),
  ]

  private static func page(_ random: inout SplitMix64) -> String {
    let total = pieces.reduce(0) { $0 + $1.weight }
    var page = "<table>"
    for _ in 0..<Int.random(in: 3..<43, using: &random) {
      var place = Int.random(in: 0..<total, using: &random)
      for (piece, weight) in pieces {
        place -= weight
        if place < 0 {
          page += piece
          break
        }
      }
    }
    // A tag that never ends is text here, where nothing is dropped, and nothing in a browser.
    return page + ">"
  }

  /// The tables of a page as the referee prints them.
  private static func tables(_ page: String) throws -> [[[String]]] {
    let reading = try Reading(page, as: .html)
    return reading.document.blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return reading.document.cells[table.cells].map { cell in
        [
          "\(cell.row)", "\(cell.column)", "\(cell.rowSpan)", "\(cell.columnSpan)",
          "\(cell.isHeader)", reading.document.string(cell.text).filter { !$0.isWhitespace },
        ]
      }
    }
  }

  @Test(
    .enabled(if: Tools.has(Tools.python), "needs html5lib; scripts/test installs it"))
  func randomTables() throws {
    let count = Tools.areCompared ? 20_000 : 1_000
    var random = SplitMix64(seed: 5)
    let pages = (0..<count).map { _ in Self.page(&random) }
    let folder = try ScratchFolder()
    try folder.write(Array(JSONEncoder().encode(pages)), to: "pages.json")
    let run = try ToolRun(
      Tools.python, [Tools.script("html-grids"), "pages.json"], in: folder.url)
    try #require(run.status == 0, "\(run.output)")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == count)
    for (page, line) in zip(pages, lines) {
      let expected = try JSONDecoder().decode([[[String]]].self, from: Data(line.utf8))
      let actual = try Self.tables(page)
      #expect(actual == expected, "\(page.debugDescription)")
    }
  }
}
