internal import IR

/// Turns the cells of a sheet into headings, paragraphs and tables.
///
/// A row without text and borders ends a block. Rows at the top of a block with a single text and
/// no border are text; so are such rows below a table with borders. What is left is a table.
struct SheetBlocks {
  /// A row that is not blank.
  private struct Row {
    var number: Int
    /// Its cells in ``kept``.
    var cells: Range<Int>
    var textCount = 0
    var isBordered = false
    /// Whether the one text is merged over several columns.
    var isMerged = false

    /// Whether it may be a line of text.
    var isLine: Bool { textCount == 1 && !isBordered }
  }

  /// So many lines without a table are text, more are a table of one column.
  private static let mostLines = 2
  private static let titleSize = 16.0
  private static let headingSize = 14.0

  private let styles: [CellStyle]
  private let filter: GridArea?
  private var kept: [SheetGrid.Item] = []
  private var rows: [Row] = []

  /// Sorts out the cells of a sheet.
  init(
    _ grid: consuming SheetGrid, styles: [CellStyle], limits: Limits,
    into content: inout WorkbookContent
  ) {
    self.styles = styles
    filter = grid.filter
    if grid.merges.isEmpty {
      kept = grid.items
    } else {
      var merged = MergedCells(grid.merges, limits: limits)
      for item in grid.items {
        guard let cell = merged.resolve(item.cell, in: grid.text) else { continue }
        var item = item
        item.cell = cell
        kept.append(item)
      }
      content.diagnostics += merged.diagnostics
    }
    findRows()
    var start = 0
    while start < rows.count {
      let end = blockEnd(from: start)
      append(start..<end, to: &content)
      start = end
    }
  }

  private func style(_ item: SheetGrid.Item) -> CellStyle { styles[Int(item.style)] }

  private mutating func findRows() {
    var index = 0
    while index < kept.count {
      var row = Row(number: Int(kept[index].cell.row), cells: index..<index)
      while index < kept.count, Int(kept[index].cell.row) == row.number {
        let cell = kept[index].cell
        if !cell.text.isEmpty {
          row.textCount += 1
          row.isMerged = cell.columnSpan > 1
        }
        if style(kept[index]).isBordered { row.isBordered = true }
        index += 1
      }
      row.cells = row.cells.lowerBound..<index
      let isFiltered = filter?.rows.contains(row.number) ?? false
      if row.textCount > 0 || row.isBordered || isFiltered { rows.append(row) }
    }
  }

  /// The row after the last one of a block: those that merged cells reach belong to it.
  private func blockEnd(from start: Int) -> Int {
    var reach = 0
    for index in start..<rows.count {
      if index > start, rows[index].number > reach { return index }
      for item in kept[rows[index].cells] {
        let isDrawn = !item.cell.text.isEmpty || style(item).isBordered
        reach = max(reach, Int(item.cell.row) + (isDrawn ? Int(item.cell.rowSpan) : 1))
      }
    }
    return rows.count
  }

  private func append(_ block: Range<Int>, to content: inout WorkbookContent) {
    var table = block
    while let first = table.first, isLine(rows[first]) { table.removeFirst() }
    if table.isEmpty {
      let isText = block.count <= Self.mostLines || rows[block].contains { $0.isMerged }
      if !isText { table = block }
    } else if rows[block].contains(where: { $0.isBordered }) {
      while let last = table.last, isLine(rows[last]) { table.removeLast() }
    }
    let lines = block.lowerBound..<(table.isEmpty ? block.upperBound : table.lowerBound)
    for row in rows[lines] { appendText(row, to: &content) }
    guard !table.isEmpty else { return }
    appendTable(table, to: &content)
    for row in rows[table.upperBound..<block.upperBound] { appendText(row, to: &content) }
  }

  private func isLine(_ row: Row) -> Bool {
    row.isLine && !(filter?.rows.contains(row.number) ?? false)
  }

  private func appendText(_ row: Row, to content: inout WorkbookContent) {
    guard let item = kept[row.cells].first(where: { !$0.cell.text.isEmpty }) else { return }
    let style = style(item)
    let isHeading = style.isBold || style.fontSize >= Self.headingSize
    let level: UInt8 =
      style.fontSize >= Self.titleSize ? 1 : style.fontSize >= Self.headingSize ? 2 : 3
    let text = TextBlock(
      text: item.cell.text, source: item.cell.source, level: isHeading ? level : 0)
    content.blocks.append(isHeading ? .heading(text) : .paragraph(text))
  }

  private func appendTable(_ table: Range<Int>, to content: inout WorkbookContent) {
    let first = rows[table.lowerBound].number
    let (rowEnd, columns) = extent(of: table)
    let start = content.cells.count
    content.cells.reserveCapacity(
      start + rows[table.upperBound - 1].cells.upperBound - rows[table.lowerBound].cells.lowerBound)
    for row in rows[table] {
      let isTitleRow = row.number == first && hasBoldTexts(row)
      for item in kept[row.cells] where columns.contains(Int(item.cell.column)) {
        var cell = item.cell
        cell.row -= UInt32(first)
        cell.column -= UInt16(columns.lowerBound)
        cell.isHeader = isHeader(item, row, isTitleRow: isTitleRow)
        content.cells.append(cell)
      }
    }
    var source =
      start < content.cells.count ? content.cells[start].source : SourceRange(start: 0, end: 0)
    for index in start..<content.cells.count {
      source.start = min(source.start, content.cells[index].source.start)
      source.end = max(source.end, content.cells[index].source.end)
    }
    content.blocks.append(
      .table(
        Table(
          index: content.tableCount, cells: start..<content.cells.count,
          rowCount: rowEnd - first, columnCount: columns.count,
          source: source)))
    content.tableCount += 1
  }

  /// The end of a table's rows, and its columns: from the first drawn one to the last.
  private func extent(of table: Range<Int>) -> (rowEnd: Int, columns: Range<Int>) {
    var rowEnd = rows[table.upperBound - 1].number + 1
    var columns: Range<Int>?
    func widen(_ other: Range<Int>) {
      let known = columns ?? other
      columns =
        min(known.lowerBound, other.lowerBound)..<max(known.upperBound, other.upperBound)
    }
    let cells =
      rows[table.lowerBound].cells.lowerBound..<rows[table.upperBound - 1].cells.upperBound
    for item in kept[cells] where isDrawn(item) {
      let start = Int(item.cell.column)
      widen(start..<start + Int(item.cell.columnSpan))
      rowEnd = max(rowEnd, Int(item.cell.row) + Int(item.cell.rowSpan))
    }
    if let filter, filter.rows.contains(rows[table.lowerBound].number) { widen(filter.columns) }
    return (rowEnd, columns ?? 0..<0)
  }

  private func isDrawn(_ item: SheetGrid.Item) -> Bool {
    !item.cell.text.isEmpty || style(item).isBordered || item.cell.columnSpan > 1
      || item.cell.rowSpan > 1
  }

  private func hasBoldTexts(_ row: Row) -> Bool {
    row.textCount > 1
      && kept[row.cells].allSatisfy { $0.cell.text.isEmpty || style($0).isBold }
  }

  /// Bold on a colour, or the bold first row of a table.
  private func isHeader(_ item: SheetGrid.Item, _ row: Row, isTitleRow: Bool) -> Bool {
    let style = style(item)
    return style.isBold && (style.isFilled || isTitleRow) || filter?.rows.lowerBound == row.number
  }
}
