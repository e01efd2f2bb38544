import IR
import Testing

/// A document's texts are runs of bytes, and its first blocks may be forgotten.
struct DocumentTests {
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
