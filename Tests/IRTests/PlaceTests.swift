import IR
import Testing

/// Bytes are turned into lines and columns, and cells into runs of text.
struct PlaceTests {
  /// LF, CRLF and a lone CR end a line; columns count scalars, not bytes.
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (4, 1, 3), (5, 2, 1), (6, 2, 2), (8, 3, 1), (9, 4, 1), (12, 4, 2),
  ])
  func lineAndColumn(offset: UInt32, line: Int, column: Int) {
    // a年⏎ b␍⏎ ␍ 月c
    let text = Array("a年\nb\r\n\r月c".utf8)
    let table = LineTable(text)
    #expect(table.line(at: offset) == line)
    let position = table.position(at: offset, in: text)
    #expect(position == LineTable.Position(line: line, column: column))
  }

  @Test func anEmptyTextHasOneLine() {
    #expect(LineTable([]).position(at: 0, in: []) == LineTable.Position(line: 1, column: 1))
  }

  @Test func aTextIsOfTheSourceOrDecoded() {
    let source = TextRange(source: 3..<10)
    #expect(!source.isDecoded && source.indices == 3..<10 && source.count == 7)
    let decoded = TextRange(decoded: 3..<10)
    #expect(decoded.isDecoded && decoded.indices == 3..<10)
    #expect(TextRange.empty.isEmpty)
    #expect(source != decoded)
  }

  /// What is kept has the same texts under the same numbers of tables.
  @Test func blocksAreDiscardedWithTheirCells() {
    let text = Array("ab".utf8)
    var document = Document(
      source: SourceText(
        name: nil, format: .tsv, encoding: .utf8, utf8: text, byteCount: 2, sha256: ""))
    for index in 0..<2 {
      let place = SourceRange(index..<index + 1)
      document.cells.append(
        Cell(text: TextRange(source: index..<index + 1), source: place, row: 0, column: 0))
      document.blocks.append(
        .table(
          Table(index: index, cells: index..<index + 1, rowCount: 1, columnCount: 1, source: place))
      )
    }
    document.discardBlocks(1)
    guard case .table(let table) = document.blocks.first else {
      Issue.record("the second table is gone")
      return
    }
    #expect(table.index == 1)
    #expect(document.cells[table.cells].map { document.string($0.text) } == ["b"])
    document.discardBlocks(1)
    #expect(document.blocks.isEmpty && document.cells.isEmpty)
  }
}
