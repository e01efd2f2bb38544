import IR
import Readers
import Testing

/// What comma-separated values say, and which text is taken for them.
@Suite struct CSVTests {
  private static func format(_ text: String, name: String? = nil) throws -> SourceFormat {
    try SourceText(reading: Array(text.utf8), name: name).format
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsFoundOut(delimiter: String) throws {
    let text = ["指标,名称;甲", "1", "\"a\"\"b\""].joined(separator: delimiter)
      .replacing("指标,名称;甲", with: "名称")
    let reading = try Reading("\(text)\n\(text)\n", as: .csv)
    #expect(reading.tables == [[["名称", "1", "a\"b"], ["名称", "1", "a\"b"]]])
    #expect(reading.codes == [])
  }

  @Test func decimalCommasDoNotSeparate() throws {
    let reading = try Reading("名称;金额\n甲;1,50\n乙;2,5\n", as: .csv)
    #expect(reading.tables == [[["名称", "金额"], ["甲", "1,50"], ["乙", "2,5"]]])
  }

  @Test func aFirstLineMayNameTheDelimiter() throws {
    let reading = try Reading("sep=;\r\na,b;c\r\nd,e;f\r\n", as: .csv)
    #expect(reading.tables == [[["a,b", "c"], ["d,e", "f"]]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndEndsARow(end: String) throws {
    let text = ["a,\"b\(end)\(end)c\"", "d,e", "", "f,g", ""].joined(separator: end)
    let reading = try Reading(text, as: .csv)
    #expect(reading.tables == [[["a", "b\n\nc"], ["d", "e"]], [["f", "g"]]])
  }

  @Test func mixedLineEndsEndRowsToo() throws {
    let reading = try Reading("a,b\rc,d\r\ne,f\ng,\"h\ri\r\nj\"", as: .csv)
    #expect(reading.tables == [[["a", "b"], ["c", "d"], ["e", "f"], ["g", "h\ni\nj"]]])
  }

  @Test func whiteSpaceIsText() throws {
    let reading = try Reading(" a , b\n\"c \" ,\t\n", as: .csv)
    #expect(reading.tables == [[[" a ", " b"], ["c  ", "\t"]]])
    #expect(reading.codes == [])
  }

  @Test func markupIsText() throws {
    let reading = try Reading("<b>a</b>,&amp;\n# c,| d |\n", as: .csv)
    #expect(reading.tables == [[["<b>a</b>", "&amp;"], ["# c", "| d |"]]])
  }

  @Test func quotesInTheMiddleAreText() throws {
    let reading = try Reading("a\"b\",\"c\"d,\"e\"\n", as: .csv)
    #expect(reading.tables == [[["a\"b\"", "cd", "e"]]])
    #expect(reading.codes == [.quoteMisplaced])
  }

  @Test func aStrayQuoteSwallowsNoRows() throws {
    let reading = try Reading("a,\"b,c\nd,e,\"f\"\ng,\"h\ni,j,k\n", as: .csv)
    #expect(
      reading.tables == [[["a", "\"b", "c"], ["d", "e", "f"], ["g", "\"h"], ["i", "j", "k"]]])
    #expect(reading.codes == [.quoteUnclosed, .quoteUnclosed])
  }

  @Test func linesOfOneFieldAreProseBesideTables() throws {
    let reading = try Reading("项目支出绩效目标表\n\"(2024, 年度)\"\n\n题\na,b\n", as: .csv)
    #expect(reading.texts == ["项目支出绩效目标表\n(2024, 年度)"])
    #expect(reading.tables == [[["题"], ["a", "b"]]])
  }

  @Test func aTextOfOneColumnIsATable() throws {
    let reading = try Reading("名称\n\"甲\n乙\"\n", as: .csv)
    #expect(reading.tables == [[["名称"], ["甲\n乙"]]])
  }

  @Test func unequalRowsStayAsTheyAre() throws {
    let reading = try Reading("题\na,b\nc\nd,e,f\n,,,g\n", as: .csv)
    #expect(reading.tables == [[["题"], ["a", "b"], ["c"], ["d", "e", "f"], ["", "", "", "g"]]])
    #expect(reading.codes == [.rowOverlong])
  }

  @Test func nulBytesAreReported() throws {
    let reading = try Reading("a,b\n\u{0},c\n", as: .csv)
    #expect(reading.tables == [[["a", "b"], ["\u{FFFD}", "c"]]])
    #expect(reading.codes == [.characterReplaced])
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let reading = try Reading("\u{FEFF}\"a\",b\n", as: .csv)
    #expect(reading.tables == [[["a", "b"]]])
  }

  @Test func tooManyFieldsStayInTheLastCell() throws {
    var options = ReadOptions()
    options.format = .csv
    options.limits.columns = 3
    let reading = try Reading(Array("a,b,c,d\na,b,\"c\"\"\",\"d\"\n".utf8), options: options)
    #expect(reading.tables == [[["a", "b", "c,d"], ["a", "b", "c\",d"]]])
    #expect(reading.codes == [.tableTooWide])
  }

  @Test func everyCellKnowsItsPlace() throws {
    let document = try Reading("a,\"b\"\"c\",\"d\"e\n", as: .csv).document
    let places = document.cells.map {
      String(decoding: document.source.utf8[$0.source.indices], as: UTF8.self)
    }
    #expect(places == ["a", "b\"\"c", "d\"e"])
  }

  @Test func smallWindowsGiveTheSame() throws {
    let text = "a,b\nc,\"d\n\ne\"\n\nf\n\"g\n\"\n\nh,i"
    var options = ReadOptions()
    options.format = .csv
    let source = try SourceText(reading: Array(text.utf8), name: nil, options: options)
    let whole = try Document(reading: source)
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var blocks: [Block] = []
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: 1)
      blocks += document.blocks
      document.discardBlocks(document.blocks.count)
    }
    #expect(blocks.count == whole.blocks.count && whole.blocks.count == 3)
  }

  // MARK: Telling the format

  @Test(arguments: [
    "a,b,c\n1,2,3\n4,5,6\n", "a;b;c\n1,5;2;3\n4;5;6", "sep=,\na,b\n",
    "项目,\"一级\n指标\",目标\n甲,,\n乙,\"x,y\",≥95%\n\n",
  ])
  func regularRowsAreTold(text: String) throws {
    #expect(try Self.format(text) == .csv)
    #expect(try Self.format(text, name: "a.txt") == .csv)
    #expect(try Self.format(text, name: "a.md") == .markdown)
  }

  @Test(arguments: [
    // Prose, with commas of every kind.
    "苹果,梨,桃\n桌子,椅子,床\n", "a, b, c\nd, e, f\ng, h, i\n",
    "床前,明月,光。\n疑是,地上,霜。\n举头,望明,月。\n", "一,二\n三,四\n五,六\n",
    "甲,乙,丙\n\n丁,戊,己\n\n庚,辛,壬\n", "# 题\n\n甲,乙,丙\n丁,戊,己\n庚,辛,壬\n",
    "Yes, no, so.\nSo, no, yes.\nNo, yes, so.\n", "甲,乙,丙\n丁,戊\n己,庚,辛\n",
    // Tables of other kinds.
    "| a,b,c |\n|---|\n| d,e,f |\n", "a,b,c,d\te\na,b,c,d\te\na,b,c,d\te\n",
  ])
  func proseIsNotTaken(text: String) throws {
    #expect(try Self.format(text) != .csv)
  }

  @Test func theNameTellsTheRest() throws {
    #expect(try Self.format("a,b\n", name: "a.CSV") == .csv)
    #expect(try Self.format("a\n", name: "a.csv") == .csv)
    #expect(try Self.format("a,\"| b |\n|---|\n| c |\"\n", name: "a.csv") == .markdown)
    // Excel's text with tabs, HTML and JSON under a wrong name.
    #expect(try Self.format("a\tb\nc\td\n", name: "a.csv") == .tsv)
    #expect(try Self.format("<html><table><td>a", name: "a.csv") == .html)
  }
}
