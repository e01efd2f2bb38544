import IR
import Testing
import Writers

struct TableJSONWriterTests {
  /// A table with a caption, a header cell, spans and an empty cell.
  private static var document: Document {
    let text = "题甲乙"
    let source = SourceText(
      name: "a.html", format: .html, encoding: .utf8, utf8: Array(text.utf8), byteCount: 9,
      sha256: String(repeating: "0", count: 64))
    var document = Document(source: source)
    document.decodedText = Array("丙\n丁".utf8)
    let place = SourceRange(start: 0, end: 3)
    document.cells = [
      Cell(
        text: TextRange(source: 3..<6), source: place, row: 0, column: 0, rowSpan: 2,
        isHeader: true),
      Cell(text: .empty, source: place, row: 0, column: 1),
      Cell(
        text: TextRange(decoded: 0..<7), source: place, row: 1, column: 1, columnSpan: 3),
    ]
    var table = Table(index: 0, cells: 0..<3, rowCount: 2, columnCount: 4, source: place)
    table.caption = TextBlock(text: TextRange(source: 0..<3), source: place)
    document.blocks = [.table(table)]
    return document
  }

  private static let table = """
    {"caption":"题","cells":[{"column":0,"header":true,"row":0,"rowSpan":2,"text":"甲"},\
    {"column":1,"row":0},{"column":1,"columnSpan":3,"row":1,"text":"丙\\n丁"}],\
    "columns":4,"rows":2}
    """

  @Test func everyCellIsListed() {
    let document = Self.document
    var writer = TableJSONWriter(document.source)
    writer.append(document)
    #expect(
      String(decoding: writer.finish().bytes, as: UTF8.self) == """
        {"format":"formconvert","source":{"bytes":9,"encoding":"utf-8","format":"html",\
        "name":"a.html","sha256":"\(String(repeating: "0", count: 64))"},\
        "tables":[\(Self.table)],"version":1}
        """)
  }

  /// Most cells are written in a way of their own, which says the same as the other one.
  @Test(arguments: [0, 7, 10, 9_999, 16_383, 65_535])
  func plainCellsAreWrittenLikeAllOthers(_ column: Int) {
    let texts = ["甲", "a\"b\\", "行\n行", "0123456789abcdef", "\u{1}"]
    let escaped = ["甲", "a\\\"b\\\\", "行\\n行", "0123456789abcdef", "\\u0001"]
    let rows = [0, 9, 12_345_678, 99_999_999, 1_234_567_890]
    for (number, text) in texts.enumerated() {
      var document = Document(source: Self.document.source)
      let cell = Cell(
        text: document.store(text), source: SourceRange(start: 0, end: 3),
        row: UInt32(rows[number]), column: UInt16(column))
      document.cells = [cell, cell]
      document.blocks = [
        .table(
          Table(
            index: 0, cells: 0..<2, rowCount: rows[number] + 1, columnCount: column + 1,
            source: cell.source))
      ]
      var writer = TableJSONWriter(document.source)
      writer.append(document)
      let json = String(decoding: writer.finish().bytes, as: UTF8.self)
      let said = "{\"column\":\(column),\"row\":\(rows[number]),\"text\":\"\(escaped[number])\"}"
      #expect(json.contains("\"cells\":[\(said),\(said)],\"columns\":\(column + 1),"))
    }
  }

  @Test func tablesOfNoFormStandBesideTheForms() throws {
    let document = Self.document
    guard case .table(let table) = document.blocks[0] else { return }
    var recognition = Recognition()
    recognition.tables = [table]
    var writer = FormJSONWriter(document.source)
    writer.append(recognition, from: document)
    let json = String(decoding: writer.finish().bytes, as: UTF8.self)
    #expect(
      json.contains("\"forms\":[],") && json.hasSuffix("\"tables\":[\(Self.table)],\"version\":1}"))
  }

  @Test func documentWithoutTables() {
    let source = SourceText(
      name: nil, format: .tsv, encoding: .utf8, utf8: [], byteCount: 0, sha256: "")
    let writer = TableJSONWriter(source)
    #expect(
      String(decoding: writer.finish().bytes, as: UTF8.self) == """
        {"format":"formconvert","source":{"bytes":0,"encoding":"utf-8","format":"tsv"},\
        "tables":[],"version":1}
        """)
  }
}
