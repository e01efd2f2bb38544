import IR
import Readers
import Testing

/// What HTML says beyond the public suites.
@Suite struct HTMLTests {
  /// libxml2 stops at it and takes nothing, however often it is asked.
  @Test(arguments: ["a<", "<p>a<", "a<\n", "<table><tr><td>a<", "<table><", "<"])
  func aLoneAngleBracketAtTheEnd(_ text: String) throws {
    let reading = try Reading(text, as: .html)
    let texts = reading.texts + reading.tables.joined().joined()
    #expect(texts.joined().contains("<"))
    #expect(texts.joined().contains("a") == text.contains("a<"))
  }

  @Test func aPage() throws {
    let reading = try Reading(
      """
      <html><head><title>no</title><style>p{}</style></head><body>
      <h1>a<br>b</h1><p>c &amp; <b>d</b>
      <div>e<table><caption> f </caption><tr><th>g<td><p>h</p><p>i</p></table>j</div>
      <ul><li>k<li>l</ul></body></html><p>m
      """)
    #expect(reading.document.source.format == .html)
    #expect(reading.texts == ["#a\nb", "c & d", "e", "j", "k", "l", "m"])
    #expect(reading.tables == [[["g", "h\ni"]]])
    let document = reading.document
    #expect(document.cells.map(\.isHeader) == [true, false])
    let captions = document.blocks.compactMap { block -> String? in
      guard case .table(let table) = block, let caption = table.caption else { return nil }
      return document.string(caption.text)
    }
    #expect(captions == ["f"])
  }

  /// The links on a page of our own are no text, but nothing is lost behind links that do not end.
  @Test(arguments: [
    ("<nav><ol><li><a href='#f'>a</a></ol></nav><p>b</p>", ["b"], false),
    ("<nav><ol><li>a</ol><p>b</p>", ["a b"], false),
    ("<nav>a<h1>b</h1>c", ["a", "#b", "c"], false),
    ("<nav>a<table><tr><td>b</table></nav>c", ["a", "c"], true),
  ])
  func linksOfOurOwnPages(_ page: String, texts: [String], hasTable: Bool) throws {
    let reading = try Reading("<meta name=\"generator\" content=\"formconvert\">" + page, as: .html)
    #expect(reading.texts.map { $0.replacing("\n", with: " ") } == texts)
    #expect(reading.tables == (hasTable ? [[["b"]]] : []))
  }

  @Test func everyCellKnowsItsPlace() throws {
    let text =
      "<table><tr><td title='a>b'> a<!-- c --> d </td ><td>e&hearts;\n"
      + "<tr><td/>f<td>项目</table>"
    let document = try Reading(text).document
    let places = document.cells.map {
      String(decoding: document.source.utf8[$0.source.indices], as: UTF8.self)
    }
    #expect(places == ["a<!-- c --> d", "e&hearts;", "f", "项目"])
    #expect(document.cells.map { document.string($0.text) } == ["a d", "e♥", "f", "项目"])
  }

  @Test func nestedTablesComeAfterTheOneAroundThem() throws {
    let reading = try Reading(
      "<table><tr><td>a<table><tr><td>b</table>c<td>d</table><table><td>e</table>")
    #expect(reading.tables == [[["a\nc", "d"]], [["b"]], [["e"]]])
    let tables = reading.document.blocks.compactMap { block -> Table? in
      guard case .table(let table) = block else { return nil }
      return table
    }
    #expect(tables.map(\.index) == [0, 1, 2])
    #expect(tables.map(\.enclosingTable) == [nil, 0, nil])
  }

  @Test func checkBoxes() throws {
    let reading = try Reading(
      "<table><td><input type=checkbox> a <INPUT CHECKED TYPE='CHECKBOX'> b "
        + "<input type=radio></table>")
    #expect(reading.tables == [[["☐ a ☑ b"]]])
  }

  @Test func misplacedTextComesBeforeTheTable() throws {
    let reading = try Reading("<table>a<tr>b<td>c</table>d")
    #expect(reading.texts == ["a", "b", "d"])
    #expect(reading.tables == [[["c"]]])
  }

  @Test func whatIsNestedTooDeeplyIsReportedAndNotLost() throws {
    let depth = 6_000
    let reading = try Reading(
      String(repeating: "<table><tr><td>", count: depth) + "x" + "</table>y")
    #expect(reading.codes == [.depthExceeded])
    let text = reading.document.blocks.last.map { block -> String in
      guard case .paragraph(let text) = block else { return "" }
      return reading.document.string(text.text)
    }
    #expect(text == "x\ny")
  }

  @Test func aTagWithVeryManyAttributesTakesLinearTime() throws {
    var text = "<table><tr><td>a<td"
    for number in 0..<50_000 { text += " a\(number)=\(number)" }
    text += ">b</table>c"
    let clock = ContinuousClock()
    let time = try clock.measure {
      let reading = try Reading(text)
      #expect(reading.tables == [[["a", "b"]]])
      #expect(reading.texts == ["c"])
    }
    #expect(time < .seconds(5))
  }

  @Test func smallWindowsGiveTheSame() throws {
    var text = ""
    for number in 0..<2_000 { text += "<p>\(number)<table><tr><td>a\(number)<td>b</table></html>" }
    let source = try SourceText(reading: Array(text.utf8), name: nil)
    let whole = try Document(reading: source)
    #expect(whole.tableCount == 2_000)
    var document = Document(source: source)
    var reader = DocumentReader(source)
    var cells: [Cell] = []
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: 1)
      cells += document.cells
      document.discardBlocks(document.blocks.count)
    }
    #expect(cells.map(\.source) == whole.cells.map(\.source))
  }

  @Test(arguments: [
    "<b", "<td ", "<!--", "<td a=\"", "</td", "&amp", "<p>a", "<table><tr>", "</html>x", "<a \"<a>",
    "<table>a", "<b></i>", "<td><script>", "`a ``b ", "$a ", "\"a\t", "\"\"\"\"", "\\|", "- ", "> ",
    "1. ", "<div>\n\n", "<table>\n\n", "| - |\n", "```\n", "~~~\na\n", "*a", "<input type=\"",
    "<table><td rowspan=2>", "<?", "<![CDATA[", "<template>", "<p>\t\n", "a\t\"\n", "#\n",
  ])
  func repetitionTakesLinearTime(piece: String) throws {
    #if DEBUG
      let size = 20_000
    #else
      let size = 400_000
    #endif
    try expectLinearTime(String(repeating: piece, count: size / piece.utf8.count))
  }

  /// What is slow only behind a certain start.
  @Test(arguments: [
    ("a\tb\nc\t", "<p>d\n</p>"), ("<table>", "<x a=\"\n<p>\""),
    ("<table><tr>" + String(repeating: "<td colspan=1000 rowspan=65534>", count: 17), "<tr><td>"),
  ])
  func repetitionBehindAStartTakesLinearTime(start: String, piece: String) throws {
    try expectLinearTime(start + String(repeating: piece, count: 100_000 / piece.utf8.count))
  }

  private func expectLinearTime(_ text: String) throws {
    for format in SourceFormat.allCases {
      let clock = ContinuousClock()
      // What is no text of its own is refused, and that as fast.
      let time = try clock.measure {
        if format == .xlsx || format == .json {
          _ = try? Reading(text, as: format)
        } else {
          _ = try Reading(text, as: format)
        }
      }
      #expect(time < .seconds(5), "\(format) \(text.prefix(40).debugDescription)")
    }
  }
}
