import IR
import Readers
import Testing

/// How columns are aligned: by the delimiter row of a pipe table (GFM 4.10), by the cells of HTML.
struct ColumnAlignmentTests {
  private static func alignments(
    _ text: String, as format: SourceFormat
  ) throws -> [[ColumnAlignment]] {
    try Reading(text, as: format).document.blocks.compactMap { block in
      if case .table(let table) = block { table.alignments } else { nil }
    }
  }

  @Test(arguments: [
    ("|:--|--:|:-:|---|", [ColumnAlignment.left, .right, .center]),
    ("| :-- | --: | :-: | --- |", [.left, .right, .center]),
    ("---|:---:|---|---:", [.none, .center, .none, .right]),
    ("|---|---|---|---|", []),
    ("|\t:-:\t|---|---|---|", [.center]),
  ])
  func aDelimiterRowAligns(_ row: String, _ expected: [ColumnAlignment]) throws {
    let found = try Self.alignments("|a|b|c|d|\n\(row)\n|1|2|3|4|\n", as: .markdown)
    #expect(found == [expected])
  }

  /// A grid says it below its header, or where it has none at its top.
  @Test(arguments: [
    "+:--+--:+:-:+---+\n| 1 | 2 | 3 | 4 |\n+---+---+---+---+\n",
    "+---+---+---+---+\n| a | b | c | d |\n+:==+==:+:=:+===+\n| 1 | 2 | 3 | 4 |\n+---+---+---+---+\n",
  ])
  func aGridAligns(_ grid: String) throws {
    #expect(try Self.alignments(grid, as: .markdown) == [[.left, .right, .center]])
  }

  private static func row(_ cells: String...) -> String { "<tr>\(cells.joined())</tr>" }

  @Test(arguments: [
    // As pandoc writes it, as cmark does, and in other ways to write the same.
    (#"<td style="text-align: right;">1</td>"#, [ColumnAlignment.right]),
    (#"<td align="center">1</td>"#, [.center]),
    (#"<td STYLE='color:red;TEXT-ALIGN : Left !important'>1</td>"#, [.left]),
    (#"<td align=right style="text-align:left">1</td>"#, [.left]),
    (#"<td align="right" style="color:red">1</td>"#, [.right]),
    (#"<td style="text-align:left;text-align:center">1</td>"#, [.center]),
    (#"<td style="text-align-last:right">1</td>"#, []),
    (#"<td style="text-align:justify" align="right">1</td>"#, []),
    (#"<td align="middle">1</td>"#, []),
    (#"<td style="">1</td>"#, []),
    (#"<td></td><td style="text-align:right">1</td>"#, [.none, .right]),
    (#"<td colspan="2" align="right">1</td><td align="left">2</td>"#, [.none, .none, .left]),
  ])
  func aCellAligns(_ cells: String, _ expected: [ColumnAlignment]) throws {
    #expect(try Self.alignments("<table>\(Self.row(cells))</table>", as: .html) == [expected])
  }

  @Test func aColumnIsAlignedAsItsBodyIs() throws {
    let head = Self.row(#"<th align="center">a</th>"#, #"<th align="center">b</th>"#, "<th>c</th>")
    let body = Self.row(#"<td align="right">1</td>"#, "<td>2</td>", #"<td align="left">3</td>"#)
    let other = Self.row(#"<td align="right">1</td>"#, "<td>2</td>", "<td>3</td>")
    #expect(
      try Self.alignments("<table>\(head)\(body)\(other)</table>", as: .html) == [[.right]])
    #expect(try Self.alignments("<table>\(head)</table>", as: .html) == [[.center, .center]])
  }

  @Test func nestedTablesAreAlignedForThemselves() throws {
    let inner = "<table><tr><td align=left>x</td></tr></table>"
    let outer = "<table><tr><td align=right>\(inner)</td></tr></table>"
    #expect(try Self.alignments(outer, as: .html) == [[.right], [.left]])
  }
}
