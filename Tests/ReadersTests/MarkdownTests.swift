import IR
import Readers
import Testing

/// What markdown says.
@Suite struct MarkdownTests {
  private static func cell(_ content: String) throws -> String {
    try Reading("|a|\n|-|\n|\(content)|\n", as: .markdown).tables[0][1][0]
  }

  @Test(arguments: [
    ("$\\geq 98.00\\%$", "$\\geq 98.00\\%$"), ("98\\%", "98%"), ("a\\|b", "a|b"),
    ("`a\\|b`", "a|b"), ("`` `a` ``", "`a`"), ("`a", "`a"), ("\\\\a", "\\a"), ("C:\\x", "C:\\x"),
    ("&lt;p&gt; &#x4E2D;&#20013;&hellip;", "<p> 中中…"), ("&copy", "&copy"), ("AT&T", "AT&T"),
    ("&#x80;", "€"), ("&#0;", "\u{FFFD}"), ("投诉事件率<2%", "投诉事件率<2%"), ("< 4.97 元", "< 4.97 元"),
    ("a<b", "a<b"), ("a <b>c</b>", "a c"), ("<自评>", "<自评>"), ("<script>x</script>y", "y"),
    ("a<br>b<br/>c", "a\nb\nc"), ("<p>a</p> <p>b</p>", "a\nb"), ("a<!-- b -->c", "ac"),
    ("<input type=\"checkbox\"/> a <input checked=\"\" type=\"checkbox\"/> b", "☐ a ☑ b"),
    ("<input type=\"text\"/>a", "a"), ("**a b**", "a b"), ("*a*", "a"), ("3*4*5", "3*4*5"),
    ("**项目名称**：甲", "项目名称：甲"), ("**单位:** 万元", "单位: 万元"),
    ("甲<br>**年度**：乙", "甲\n年度：乙"), ("**甲**乙：丙", "**甲**乙：丙"), ("** 甲**：乙", "** 甲**：乙"),
    ("*a* b*", "*a* b*"), ("__年", "__年"), ("_a_", "_a_"), ("*", "*"), ("**", "**"),
    ("$5 \\$6", "$5 $6"), ("項\u{3000}目\u{A0}", "項\u{3000}目\u{A0}"),
  ])
  func cellText(source: String, text: String) throws {
    #expect(try Self.cell(source) == text)
  }

  /// OCR leaves rows without dashes below a page break, and miscounts the dashes.
  @Test(arguments: [
    "| a | b | c | d |\n| e | |\n| f | | g | h |\n",
    "| a | b | c | d |\n|---|---|\n| e | |\n| f | | g | h |\n",
    "text\n\n| a | b | c | d |\r\n| e |  |\r\n| f |  | g | h |  \n",
  ])
  func rowsBetweenBarsAreATable(_ text: String) throws {
    #expect(
      try Reading(text, as: .markdown).tables
        == [[["a", "b", "c", "d"], ["e", ""], ["f", "", "g", "h"]]])
  }

  /// A page break may leave the last row alone.
  @Test(arguments: ["| a | | c | d |\n", "text\n\n| a | | c | d |\n|---|---|\n"])
  func oneRowBetweenBarsIsATable(_ text: String) throws {
    #expect(try Reading(text, as: .markdown).tables == [[["a", "", "c", "d"]]])
  }

  /// What may be prose stays prose: three cells, a line that does not end with a bar.
  @Test(arguments: [
    "| a | b | c |\n| d | e | f |\n", "| a | b | c | d |\n| e | f | g | h\n",
    "| a | b | c | d |\n| e | f | g | h \\|\n", "> | a | b | c | d |\n> | e | f | g | h |\n",
    "a\n| a | b | c | d |\n", "a\nb | c | d | e |\n", "a | b | c | d |\n", "a | b |\nc | d |\n",
  ])
  func otherBarsAreText(_ text: String) throws {
    #expect(try Reading(text, as: .markdown).tables.isEmpty)
  }

  /// trafilatura leaves no empty line between a table and the text beside it.
  @Test func rowsBetweenBarsEndWhereTextBegins() throws {
    let reading = try Reading(
      "a\nb | c\n| d | e |  | f | \n|  | g |\nh\n| i | j | k | l |\n| m |\nn\n", as: .markdown)
    #expect(
      reading.tables == [[["d", "e", "", "f"], ["", "g"]], [["i", "j", "k", "l"], ["m"]]])
    #expect(reading.texts == ["a\nb | c", "h", "n"])
  }

  /// Its older versions put a bar after each cell and none before the first, and fill rows up with bars.
  @Test func rowsWithABarAfterEachCell() throws {
    let reading = try Reading("a | b | c | d |\ne | |||\n| f | ||\n", as: .markdown)
    #expect(
      reading.tables == [[["a", "b", "c", "d"], ["e", "", "", ""], ["", "f", "", ""]]])
    let header = try Reading("a | b | c |\n|---|---|---|\n| d ||\n| e | f | g |\n", as: .markdown)
    #expect(header.tables == [[["a", "b", "c"], ["", "d", ""], ["e", "f", "g"]]])
  }

  /// A cell may go on in the lines below, up to one that ends with a bar.
  @Test(arguments: [
    "a | b | c | d |\ne | f\ng\nh | | i |\nj |\n",
    "| a | b | c | d |\n| e | f\ng\nh | | i |\n| j |\n",
  ])
  func cellsOverLinesBetweenBars(_ text: String) throws {
    #expect(
      try Reading(text, as: .markdown).tables
        == [[["a", "b", "c", "d"], ["e", "f\ng\nh", "", "i"], ["j"]]])
  }

  @Test(arguments: ["\0", "`\0`", "$\0$", "`a\0b", "\\\0"])
  func zeroBytesAreReplacedEverywhere(_ text: String) throws {
    let reading = try Reading("| a |\n|---|\n| \(text) |\n", as: .markdown)
    let read = try #require(reading.tables.first?.last?.first)
    #expect(read.contains("\u{FFFD}") && !read.contains("\0"))
    #expect(reading.codes == [.characterReplaced])
  }

  /// References that name no character (WHATWG HTML, 13.2.5.80).
  @Test(arguments: ["&#0;", "&#x0;", "&#xD800;", "&#xdfff;", "&#1114112;", "&#99999999999;"])
  func referencesToNoCharacterAreReplaced(_ reference: String) throws {
    for format in [SourceFormat.markdown, .html] {
      let text =
        format == .html
        ? "<table><tr><td>a\(reference)b</td></tr></table>" : "| a\(reference)b |\n|---|\n"
      let reading = try Reading(text, as: format)
      #expect(reading.tables == [[["a\u{FFFD}b"]]])
      #expect(reading.codes == [.characterReplaced])
      let whole = try Reading(text.replacing(reference, with: "&#65533;&#x10FFFF;"), as: format)
      #expect(whole.tables == [[["a\u{FFFD}\u{10FFFF}b"]]] && whole.codes.isEmpty)
    }
  }

  @Test func rowsKeepAllTheirCellsAndNoMore() throws {
    let reading = try Reading("| | |\n|-|-|\n|a|\n|b|c|d|\n||\n", as: .markdown)
    #expect(reading.tables == [[["", ""], ["a"], ["b", "c", "d"], [""]]])
    #expect(reading.codes == [.rowOverlong])
    let document = reading.document
    #expect(document.cells.map(\.isHeader) == [true, true, false, false, false, false, false])
    guard case .table(let table) = document.blocks[0] else { return }
    #expect(table.columnCount == 3 && table.rowCount == 4)
  }

  @Test func blocksOfText() throws {
    let source = """
      # a #
      b
      ===
      c
      d  
      e\\*

      ```
      | f |
      |---|
      ```

          g
      ***
      > h
      > i

      1. j
      - k

      <p>l</p>

      <h2 style="x">m</h2>
      """
    let texts = try Reading(source, as: .markdown).texts
    #expect(
      texts == [
        "#a", "#b", "c\nd\ne*", "| f |\n|---|", "g", "h\ni", "1. j", "k", "l", "##m",
      ])
  }

  @Test func frontMatterIsNoHeading() throws {
    let lines = "---\nprimary_language: zh\nis_table: True\n---\n"
    #expect(
      try Reading(lines + "题\n", as: .markdown).texts == [
        "primary_language: zh\nis_table: True", "题",
      ])
    // Only at the start, and only what is keys and values.
    #expect(try Reading("题\n\n" + lines, as: .markdown).texts[1].hasPrefix("##primary"))
    #expect(try Reading("---\na\n---\n", as: .markdown).texts == ["##a"])
  }

  /// GFM reads the bars of other dialects as cells, and nothing of theirs is lost.
  @Test func otherDialectsKeepTheirText() throws {
    // MultiMarkdown: a span is an empty cell, a caption a paragraph.
    let multi = try Reading("| | a ||\n|---|---|---|\n| b | c | d |\n\n[e]\n", as: .markdown)
    #expect(multi.tables == [[["", "a", ""], ["b", "c", "d"]]])
    #expect(multi.texts == ["[e]"])
  }

  /// html2text prints bars between cells only, and ends the row of dashes with two spaces.
  @Test func rowsWithoutBorders() throws {
    let source = "| b|  \n---|---|---  \n| x| y  \n1| |  \n| |  \n| c\n\nd\n"
    let reading = try Reading(source, as: .markdown)
    #expect(
      reading.tables == [[["", "b", ""], ["", "x", "y"], ["1", "", ""], ["", "", ""], ["c"]]])
    #expect(reading.texts == ["d"])
    // Without the two spaces, or with borders, the rows are those of GFM.
    #expect(
      try Reading("a| b\n---|---\n| c\n", as: .markdown).tables == [[["a", "b"], ["c"]]])
    #expect(
      try Reading("|a|b|  \n|---|---|  \n|c|\n", as: .markdown).tables == [[["a", "b"], ["c"]]])
    #expect(
      try Reading("a|b\n---|---  \n|c|d|\n", as: .markdown).tables == [[["a", "b"], ["c", "d"]]])
  }

  @Test func tablesInContainersAndAfterText() throws {
    let source =
      "x\n| a |\n|---|\n| b |\n\n> | c |\n> |---|\n> | d |\ne\n\n- | f |\n  |---|\n  | g |\n"
    let reading = try Reading(source, as: .markdown)
    #expect(reading.tables == [[["a"], ["b"]], [["c"], ["d"]], [["f"], ["g"]]])
    #expect(reading.texts == ["x", "e"])
  }

  @Test func tablesInHTMLBetweenProse() throws {
    let source = "a\n\n<table><tr><th>b\n\n<td rowspan=2>c<tr><td>d\n</table> e\nf\n"
    let reading = try Reading(source, as: .markdown)
    #expect(reading.tables == [[["b", "c"], ["d"]]])
    #expect(reading.texts == ["a", "e", "f"])
    #expect(reading.document.cells.map(\.rowSpan) == [1, 2, 1])
  }

  @Test func everyCellKnowsItsPlace() throws {
    let document = try Reading("|  a\\|b |<br>| c&amp;\r\n|-|-|-|\r\n", as: .markdown).document
    let places = document.cells.map {
      String(decoding: document.source.utf8[$0.source.indices], as: UTF8.self)
    }
    #expect(places == ["a\\|b", "<br>", "c&amp;"])
  }

  @Test(arguments: [
    ("000", SourceFormat.markdown), ("001", .tsv), ("002", .markdown), ("003", .tsv),
    ("004", .tsv),
  ])
  func theFormatIsFoundByContent(number: String, format: SourceFormat) throws {
    let source = try SourceText(reading: try Corpus.bytes(number), name: "source.html")
    #expect(source.format == format)
  }

  @Test(arguments: [
    ("<!-- x --><!DOCTYPE html><p>a\tb", SourceFormat.html), ("<table><tr><td>a</table>", .html),
    ("a\n\n<table><tr><td>a</table>", .html),
    ("## a\n\n<table><tr><td>a</table>", .markdown), ("a\tb\n", .tsv), ("a|b\n-|-\n", .markdown),
    ("text", .markdown), ("| a\tb |\n|---|\n| c\td |\n", .markdown), ("\t\t\n\t\t\n", .tsv),
    // Some converters write each table as a document within markdown.
    ("<html><body><table><tr><td>a</table></body></html>\n\n自评表\n", .markdown),
    ("<html><body>a</body></html>\n<p>b</p>\n", .html), ("<html>a", .html),
  ])
  func theFormatOfAText(text: String, format: SourceFormat) throws {
    #expect(try SourceText(reading: Array(text.utf8), name: nil).format == format)
  }
}
