import IR
import Readers
import Testing

/// What tab-separated text says.
@Suite struct TSVTests {
  @Test func blankLinesSeparateTablesAndProse() throws {
    let reading = try Reading(
      "## 标题\n\n(2024 年度)\n\na\tb\nc\n\n\td\n<h2 style=\"x\">e</h2>\t\n", as: .tsv)
    #expect(reading.texts == ["##标题", "(2024 年度)"])
    #expect(reading.tables == [[["a", "b"], ["c"]], [["", "d"], ["e", ""]]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndEndsARow(end: String) throws {
    let reading = try Reading(["a\tb", "c\td", "", "e\tf"].joined(separator: end), as: .tsv)
    #expect(reading.tables == [[["a", "b"], ["c", "d"]], [["e", "f"]]])
  }

  @Test func quotesHoldLineEndsOrTabs() throws {
    let reading = try Reading("a\t\"b\n\nc \"\"d\"\"\"\te\n\"f\tg\"\th\n", as: .tsv)
    #expect(reading.tables == [[["a", "b\n\nc \"d\"", "e"], ["f\tg", "h"]]])
    #expect(reading.codes == [])
  }

  @Test func aStrayQuoteSwallowsNoRows() throws {
    let reading = try Reading("a\t\"b\tc\nd\te\tf\"\tg\n\"强师\"计划\t\"\n", as: .tsv)
    #expect(reading.tables == [[["a", "\"b", "c"], ["d", "e", "f\"", "g"], ["\"强师\"计划", "\""]]])
    #expect(reading.codes == [.quoteUnclosed])
  }

  @Test func aParagraphMayGoOnOverLines() throws {
    let reading = try Reading("a\t<p>b\nc</p>\td\ne\t<p>f\ng\th\n", as: .tsv)
    #expect(reading.tables == [[["a", "b\nc", "d"], ["e", "f"], ["g", "h"]]])
  }

  @Test func aLineEndInACellIsFoundByTheNumberOfColumns() throws {
    let full = "1\t2\t3\t4\n"
    let reading = try Reading(full + full + "a\tb\nc\td\te\n" + full + full, as: .tsv)
    let row = ["1", "2", "3", "4"]
    #expect(reading.tables == [[row, row, ["a", "b\nc", "d", "e"], row, row]])
    #expect(reading.codes == [.cellContinued])
  }

  @Test func raggedRowsStayAsTheyAre() throws {
    let full = "1\t2\t3\t4\n"
    let reading = try Reading(full + full + full + full + "a\tb\nc\td\te\nf\n", as: .tsv)
    #expect(reading.tables[0].suffix(3) == [["a", "b"], ["c", "d", "e"], ["f"]])
    #expect(reading.codes == [])
  }

  @Test func tagsAndReferencesAreReadInCells() throws {
    let reading = try Reading("<p>a</p> <p>b&amp;c</p>\t<2%\ta<b\t&lt;x&gt;\t\\geq\n", as: .tsv)
    #expect(reading.tables == [[["a\nb&c", "<2%", "a<b", "<x>", "\\geq"]]])
  }

  /// A heading in tags is a block of its own, though no blank line follows it.
  @Test(arguments: [
    "<h2>标题</h2>\n", "<p>标题</p>\n<p>（2024年度）</p>\n", "<h2 style=\"x\">标题</h2>\n（2024年度）\n",
  ])
  func rowsRightBelowAHeadingInTags(heading: String) throws {
    let reading = try Reading(heading + "a\tb\n<p>c</p>\td\n", as: .tsv)
    #expect(reading.tables == [[["a", "b"], ["c", "d"]]])
  }

  @Test func otherTablesAreReadToo() throws {
    let reading = try Reading(
      "a\tb\n\n| c | d |\n|---|---|\n| e | f |\n\n"
        + "<table><tr><td>g</table>\n\nh\ti\n--\t---\n", as: .tsv)
    #expect(
      reading.tables == [
        [["a", "b"]], [["c", "d"], ["e", "f"]], [["g"]], [["h", "i"], ["--", "---"]],
      ])
  }

  @Test func everyCellKnowsItsPlace() throws {
    let text = "a\t \"b\" \n\"c\"\"d\"\t项 目 \n"
    let document = try Reading(text, as: .tsv).document
    let places = document.cells.map {
      String(decoding: document.source.utf8[$0.source.indices], as: UTF8.self)
    }
    #expect(places == ["a", "\"b\"", "c\"\"d", "项 目"])
  }

  @Test func windowsGiveTheSameAsTheWhole() throws {
    for number in ["000", "001", "002", "003", "004"] {
      let source = try SourceText(reading: try Corpus.bytes(number), name: nil)
      let whole = try Document(reading: source)
      var document = Document(source: source)
      var reader = DocumentReader(source)
      var texts: [String] = []
      var hasMore = true
      while hasMore {
        hasMore = try reader.readBlocks(into: &document, byteCount: 100)
        texts += document.cells.map { document.string($0.text) }
        document.discardBlocks(document.blocks.count)
      }
      #expect(texts == whole.cells.map { whole.string($0.text) })
      #expect(document.tableCount == whole.tableCount)
    }
  }
}
