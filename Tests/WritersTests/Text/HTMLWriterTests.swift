import Foundation
import IR
import TestSupport
import Testing
import Writers

/// HTML as it is written; what is expected is written by hand.
@Suite struct HTMLWriterTests {
  private static func write(_ sheets: [Sheet]) throws -> String {
    String(decoding: try HTMLWriter().write(sheets).bytes, as: UTF8.self)
  }

  private static func sheet(_ name: String, _ blocks: DocumentContent.Block...) -> Sheet {
    Sheet(name: name, document: DocumentContent(blocks).document)
  }

  /// What stands in the body of a page.
  private static func body(_ page: String) -> Substring {
    let start = page.range(of: "<main>\n")?.upperBound ?? page.startIndex
    let end = page.range(of: "</main>")?.lowerBound ?? page.endIndex
    return page[start..<end]
  }

  @Test func tablesAreSemantic() throws {
    let cells = [
      DocumentContent.Cell("甲", row: 0, column: 0, columnSpan: 2, isHeader: true),
      .init("乙", row: 0, column: 2, isHeader: true),
      .init("丙", row: 1, column: 0, rowSpan: 2, isHeader: true), .init("1", row: 1, column: 1),
      .init("2", row: 1, column: 2), .init("", row: 2, column: 1), .init("3", row: 2, column: 2),
    ]
    let page = try Self.write([
      Self.sheet(
        "a", .heading(1, "题<1>"), .paragraph("x\ny"),
        .table(cells, rows: 3, columns: 3, caption: "表&一"))
    ])
    #expect(
      Self.body(page) == """
        <section id="s1">
        <h1>题&lt;1&gt;</h1>
        <p>x<br>y</p>
        <div class="table"><table>
        <caption>表&amp;一</caption>
        <thead>
        <tr><th scope="colgroup" colspan="2">甲</th><th scope="col">乙</th></tr>
        </thead>
        <tbody>
        <tr><th scope="rowgroup" rowspan="2">丙</th><td>1</td><td>2</td></tr>
        <tr><td></td><td>3</td></tr>
        </tbody>
        </table></div>
        </section>

        """)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(page.contains("<title>题&lt;1&gt;</title>") && !page.contains("<nav"))
  }

  @Test func severalSheetsHaveLinks() throws {
    let page = try Self.write([
      Self.sheet("甲 & 乙", .heading(1, "a")), Self.sheet("", .heading(1, "b")),
    ])
    #expect(page.contains("<li><a href=\"#s1\">甲 &amp; 乙</a></li>\n<li><a href=\"#s2\">b</a></li>"))
    #expect(page.contains("<section id=\"s2\">\n<h1>b</h1>"))
  }

  @Test func aHeaderCellThatReachesBelowKeepsItsRowInTheBody() throws {
    let cells = [
      DocumentContent.Cell("甲", row: 0, column: 0, rowSpan: 2, isHeader: true),
      .init("乙", row: 0, column: 1, isHeader: true), .init("1", row: 1, column: 1),
    ]
    let page = try Self.write([Self.sheet("a", .table(cells, rows: 2, columns: 2, caption: nil))])
    #expect(!page.contains("<thead>") && page.contains("rowspan=\"2\">甲"))
  }

  @Test func whatHTMLWouldDropIsAReference() throws {
    let page = try Self.write([
      Self.sheet("a", .paragraph(" a  b \u{1}\0\r\tc\n\nd"))
    ])
    #expect(
      Self.body(page).contains(
        "<p>&#32;a &#32;b &#1;\u{FFFD}&#13;&#9;c<br>&#10;d</p>"))
  }
}
