internal import IR

/// The rest of texts that are longer than a cell can hold, for a sheet of its own.
///
/// A spreadsheet would cut such a text off. So the cell has its beginning, the last sheet the
/// rest, and who reads the workbook here gets the text back whole.
struct LongTexts {
  private var rows: [[ArraySlice<UInt8>]] = []

  /// What stands in the cell: all of a text that is short enough, else its beginning.
  mutating func beginning(
    of text: ArraySlice<UInt8>, at cell: CellReference, sheet: String
  ) -> ArraySlice<UInt8> {
    guard text.count > SpreadsheetLimits.cellLength else { return text }
    var pieces: [ArraySlice<UInt8>] = []
    var rest = text
    while let cut = Self.cut(rest) {
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    guard let first = pieces.first else { return text }
    for piece in pieces.dropFirst() + [rest] {
      rows.append([Array(sheet.utf8)[...], Array(cell.text.utf8)[...], piece])
    }
    return first
  }

  /// Where a text has to be cut; `nil` for one that fits.
  private static func cut(_ text: ArraySlice<UInt8>) -> Int? {
    var units = 0
    for index in text.indices where !text[index].isContinuation {
      units += text[index] >= 0xF0 ? 2 : 1
      if units > SpreadsheetLimits.cellLength { return index }
    }
    return nil
  }

  /// The sheet; `nil` when all texts fit.
  var sheet: Sheet? {
    guard !rows.isEmpty else { return nil }
    var document = Document()
    let place = SourceRange(start: 0, end: 0)
    let header = ContinuationSheet.columnNames.map { Array($0.utf8)[...] }
    for (row, texts) in ([header] + rows).enumerated() {
      for (column, text) in texts.enumerated() {
        let start = document.decodedText.count
        document.decodedText += text
        document.cells.append(
          Cell(
            text: TextRange(decoded: start..<document.decodedText.count), source: place,
            row: UInt32(row), column: UInt16(column), isHeader: row == 0))
      }
    }
    document.blocks = [
      .table(
        Table(
          index: 0, cells: 0..<document.cells.count, rowCount: rows.count + 1,
          columnCount: header.count, source: place))
    ]
    return Sheet(name: ContinuationSheet.name, document: document, style: .data)
  }
}
