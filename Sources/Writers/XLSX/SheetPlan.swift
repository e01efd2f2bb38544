internal import IR

/// Where the blocks of a sheet stand in its grid.
struct SheetPlan {
  /// A block and its first row.
  struct Item {
    var row: Int
    var content: Content
  }

  /// What is drawn.
  enum Content {
    /// A text over the whole width.
    case text(TextRange, CellLook)
    /// A table and its merged cells.
    case table(Table, TableMerges)
  }

  /// The columns of a sheet that has text but no table, so that the text has a page's width.
  private static let columnsOfText = 8
  /// The longest line that is centred below a title.
  private static let sublineColumns = 24

  /// The blocks from top to bottom.
  private(set) var items: [Item] = []
  /// The number of rows in use.
  private(set) var rowCount = 0
  /// The number of columns in use.
  private(set) var columnCount = 0
  /// The rows of column headers that are repeated on each page.
  private(set) var repeatedRows: Range<Int>?

  /// Finds places for the blocks of a sheet.
  ///
  /// Text stands directly above what follows it; an empty row ends a table.
  init(_ sheet: Sheet) {
    let document = sheet.document
    for block in document.blocks {
      switch block {
      case .heading(let text):
        append(text, text.level < 2 ? .title : text.level == 2 ? .subtitle : .heading)
      case .paragraph(let text):
        append(text, isSubline(text, of: document) ? .subline : .paragraph)
      case .table(let table):
        if let caption = table.caption { append(caption, .heading) }
        append(table, of: document)
      }
    }
    if columnCount == 0 { columnCount = Self.columnsOfText }
    repeatedRows = headerRows(of: document)
  }

  /// Whether a text is a short line directly below a title, such as a year in parentheses.
  private func isSubline(_ text: TextBlock, of document: Document) -> Bool {
    guard case .text(_, let look) = items.last?.content, look == .title || look == .subtitle else {
      return false
    }
    return TextMeasure.width(of: document.bytes(text.text).span) <= Self.sublineColumns
  }

  private mutating func append(_ text: TextBlock, _ look: CellLook) {
    guard !text.text.isEmpty else { return }
    leaveRow()
    items.append(Item(row: rowCount, content: .text(text.text, look)))
    rowCount += 1
  }

  private mutating func append(_ table: Table, of document: Document) {
    guard table.rowCount > 0 else { return }
    leaveRow()
    columnCount = max(columnCount, table.columnCount)
    items.append(
      Item(row: rowCount, content: .table(table, TableMerges(table, in: document))))
    rowCount += table.rowCount
  }

  private mutating func leaveRow() {
    guard case .table = items.last?.content else { return }
    rowCount += 1
  }

  /// The last rows of the longest table in which all cells, and at least two, are header cells.
  private func headerRows(of document: Document) -> Range<Int>? {
    var longest: (row: Int, table: Table)?
    for item in items {
      guard case .table(let table, _) = item.content else { continue }
      if table.rowCount > longest?.table.rowCount ?? 0 { longest = (item.row, table) }
    }
    guard let (row, table) = longest else { return nil }
    var headers = [UInt16](repeating: 0, count: table.rowCount)
    for cell in document.cells[table.cells] where cell.isHeader { headers[Int(cell.row)] += 1 }
    for cell in document.cells[table.cells] where !cell.isHeader { headers[Int(cell.row)] = 0 }
    let rows = headers.indices.filter { headers[$0] > 1 }
    // Nothing is repeated for a table that ends with such a row.
    guard let last = rows.filter({ $0 < table.rowCount - 1 }).max() else { return nil }
    var first = last
    while rows.contains(first - 1) { first -= 1 }
    return row + first..<row + last + 1
  }

  /// The header rows at the top of the first table, and the rows of the whole table.
  func dataRows(of document: Document) -> (header: Range<Int>, all: Range<Int>, columns: Int)? {
    for item in items {
      guard case .table(let table, _) = item.content else { continue }
      let firstOther = document.cells[table.cells].first { !$0.isHeader }
      let count = firstOther.map { Int($0.row) } ?? table.rowCount
      guard count > 0 else { return nil }
      return (item.row..<item.row + count, item.row..<item.row + table.rowCount, table.columnCount)
    }
    return nil
  }
}
