internal import IR

/// Puts texts together again that were too long for their cells.
///
/// A sheet that is not quite as it was written stays a table like any other, so nothing is lost.
struct ContinuedTexts {
  private let document: WorkbookContent
  private let text: [UInt8]
  private let table: Table

  /// Takes the last sheet; `nil` where it continues no texts.
  init?(_ content: WorkbookContent, text: [UInt8]) {
    guard case .table(let table)? = content.blocks.last,
      content.places.sheetName(at: table.source.start)?.hasPrefix(ContinuationSheet.name) == true,
      table.columnCount == 3, table.rowCount > 1, table.cells.count == 3 * table.rowCount
    else { return nil }
    document = content
    self.text = text
    self.table = table
    guard string(row: 0) == ContinuationSheet.columnNames else { return nil }
  }

  private func string(row: Int) -> [String] {
    (0..<3).map { column in
      let cell = document.cells[table.cells.lowerBound + 3 * row + column]
      return String(decoding: text[cell.text.indices], as: UTF8.self)
    }
  }

  /// The piece in a row, with the white space at its ends.
  private func whole(row: Int) -> ArraySlice<UInt8> {
    let cell = document.cells[table.cells.lowerBound + 3 * row + 2]
    return document.places.wholeText(at: cell.source.start, end: text.count).map { text[$0] } ?? []
  }

  /// The content with whole texts and without the sheet; `nil` where a row leads nowhere.
  func joined() -> (content: WorkbookContent, text: [UInt8])? {
    var pieces: [UInt32: [UInt8]] = [:]
    let offsets = document.places.offsetsByCell()
    for row in 1..<table.rowCount {
      let strings = string(row: row)
      guard let cell = GridReference(strings[1].utf8),
        let offset = offsets[.init(sheet: strings[0], row: cell.row, column: cell.column)]
      else { return nil }
      pieces[offset, default: []] += whole(row: row)
    }
    var content = document
    var text = text
    func join(_ range: inout TextRange, _ source: SourceRange) {
      guard let beginning = document.places.wholeText(at: source.start, end: self.text.count),
        let rest = pieces.removeValue(forKey: UInt32(beginning.lowerBound))
      else { return }
      let start = text.count
      text += text[beginning]
      text += rest
      range = TextRange(source: text.span.trimmed(start..<text.count))
    }
    content.blocks.removeLast()
    content.cells.removeSubrange(table.cells)
    content.tableCount -= 1
    for index in content.cells.indices {
      join(&content.cells[index].text, content.cells[index].source)
    }
    for index in content.blocks.indices {
      switch content.blocks[index] {
      case .heading(var block):
        join(&block.text, block.source)
        content.blocks[index] = .heading(block)
      case .paragraph(var block):
        join(&block.text, block.source)
        content.blocks[index] = .paragraph(block)
      case .table: break
      }
    }
    return pieces.isEmpty ? (content, text) : nil
  }
}
