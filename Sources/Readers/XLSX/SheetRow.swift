internal import IR

/// What decides whether a row of a sheet is text or belongs to a table.
struct SheetRow {
  /// Its number, from 0.
  var number: Int
  /// Its cells in a list.
  var cells: Range<Int>
  /// The number of cells with text.
  var textCount = 0
  /// Whether the last text is merged over several columns.
  var isMerged = false
  var isBordered = false
  /// Whether it is among the rows that can be filtered.
  var isFiltered = false
  /// The row after the last one that its cells with text or borders reach; at least the next one.
  var reach: Int
  /// The row after the last one that its drawn cells cover, which are those with text, borders or
  /// spans; at least the next one.
  var end: Int
  /// The columns of its drawn cells.
  var columns: Range<Int>?
  /// The column after the last one with text.
  var textEnd = 0
  /// About how many bytes of memory it takes.
  var byteCount = 0

  /// Whether nothing is to be seen of it.
  var isBlank: Bool { textCount == 0 && !isBordered && !isFiltered }

  /// Whether it may be a line of text.
  var isLine: Bool { textCount == 1 && !isBordered && !isFiltered }
}

/// Makes rows of the cells of a sheet.
struct SheetRowReader {
  private let styles: [CellStyle]
  private let filter: GridArea?
  private var merged: MergedCells?

  /// Begins a sheet.
  init(styles: [CellStyle], filter: GridArea?, merges: [GridArea], limits: Limits) {
    self.styles = styles
    self.filter = filter
    if !merges.isEmpty { merged = MergedCells(merges, limits: limits) }
  }

  /// Appends the cells of the next row that no merged cell covers, and says what the row is.
  ///
  /// - Parameter items: All cells of the row.
  mutating func read(
    _ items: ArraySlice<SheetGrid.Item>, text: [UInt8], into kept: inout [SheetGrid.Item]
  ) -> SheetRow {
    let start = kept.count
    if merged == nil {
      kept += items
    } else {
      for var item in items {
        guard let cell = merged?.resolve(item.cell, in: text) else { continue }
        item.cell = cell
        kept.append(item)
      }
    }
    // A row of which nothing is left has a number all the same.
    var row = row(Int(items.first?.cell.row ?? 0), of: kept[start...])
    row.cells = start..<kept.count
    return row
  }

  /// Says what a row is that has some cells, at their places in a list.
  func row(_ number: Int, of items: ArraySlice<SheetGrid.Item>) -> SheetRow {
    var row = SheetRow(number: number, cells: items.indices, reach: number + 1, end: number + 1)
    row.isFiltered = filter?.rows.contains(number) ?? false
    for item in items { add(item, to: &row) }
    return row
  }

  /// Takes what there is to say about merged cells.
  mutating func takeDiagnostics() -> [Diagnostic] { merged?.takeDiagnostics() ?? [] }

  private func add(_ item: SheetGrid.Item, to row: inout SheetRow) {
    let cell = item.cell
    let column = Int(cell.column)
    let isMerged = cell.columnSpan > 1
    let isBordered = styles[Int(item.style)].isBordered
    row.byteCount += MemoryLayout<SheetGrid.Item>.stride + cell.text.count
    if !cell.text.isEmpty {
      row.textCount += 1
      row.isMerged = isMerged
      row.textEnd = column + 1
    }
    if isBordered { row.isBordered = true }
    let isDrawn = !cell.text.isEmpty || isBordered
    if isDrawn { row.reach = max(row.reach, row.number + Int(cell.rowSpan)) }
    guard isDrawn || isMerged || cell.rowSpan > 1 else { return }
    let columns = column..<column + Int(cell.columnSpan)
    row.columns = row.columns.map { $0.union(columns) } ?? columns
    row.end = max(row.end, row.number + Int(cell.rowSpan))
  }
}

extension Range<Int> {
  /// The smallest range with both in it.
  func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
