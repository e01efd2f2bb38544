import IR

extension PageWriter {
  /// The page that was written, as a document with one range of the source per row.
  func document(of page: [PrintedBlock]) -> Document {
    let source = SourceText(
      name: nil, format: .tsv, encoding: .utf8, utf8: bytes, byteCount: bytes.count, sha256: "")
    var document = Document(source: source)
    var nextRow = 0
    for block in page {
      let start = nextRow < rows.count ? rows[nextRow].bytes.lowerBound : bytes.count
      switch block {
      case .heading(let text):
        let range = document.store(text)
        document.blocks.append(
          .heading(TextBlock(text: range, source: SourceRange(start..<start), level: 2)))
      case .paragraph(let text):
        let range = document.store(text)
        document.blocks.append(
          .paragraph(TextBlock(text: range, source: SourceRange(start..<start))))
      case .table(let table):
        document.append(rows[nextRow..<nextRow + table.count])
        nextRow += table.count
      }
    }
    return document
  }
}

extension Document {
  fileprivate mutating func store(_ text: String) -> TextRange {
    let start = decodedText.count
    decodedText += Array(text.utf8)
    return TextRange(decoded: start..<decodedText.count)
  }

  fileprivate mutating func append(_ rows: ArraySlice<PageWriter.PlacedRow>) {
    let firstCell = cells.count
    for (row, placed) in rows.enumerated() {
      for (column, cell) in placed.row.cells.enumerated() where !cell.isCovered {
        cells.append(
          Cell(
            text: store(cell.text), source: SourceRange(placed.bytes), row: UInt32(row),
            column: UInt16(column), rowSpan: UInt16(cell.rowSpan),
            columnSpan: UInt16(cell.columnSpan)))
      }
    }
    let source = (rows.first?.bytes.lowerBound ?? 0)..<(rows.last?.bytes.upperBound ?? 0)
    blocks.append(
      .table(
        Table(
          index: tableCount, cells: firstCell..<cells.count, rowCount: rows.count,
          columnCount: rows.map(\.row.cells.count).max() ?? 0, source: SourceRange(source))))
    tableCount += 1
  }
}
