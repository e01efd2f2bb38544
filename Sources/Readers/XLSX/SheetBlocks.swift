internal import IR

/// Turns the rows of a sheet into headings, paragraphs and tables.
///
/// Only the rows of the block that is open are kept, and of one that is known to be large no more
/// than a part.
struct SheetBlocks {
  /// How a sheet is taken apart.
  struct Plan {
    /// The rows that can be filtered.
    var filter: GridArea?
    /// The merged areas.
    var merges: [GridArea] = []
    /// Where the tables of the blocks are that do not fit into a part, by their first rows.
    var layouts: [Int: BlockLayout] = [:]
    /// About how many bytes of memory a part takes.
    var partByteCount = Int.max
    /// How many bytes of text the cells show.
    var shownByteCount = 0
  }

  private static let titleSize = 16.0
  private static let headingSize = 14.0

  private let styles: [CellStyle]
  private let plan: Plan
  private var reader: SheetRowReader
  private var kept: [SheetGrid.Item] = []
  /// Whether these are all cells of the sheet, and stay.
  private var keepsAll = false
  private var rows: [SheetRow] = []
  private var keptByteCount = 0
  private var outline: BlockOutline?
  /// The number of rows of the open table that are done.
  private var rowsDone = 0

  /// Begins a sheet.
  init(_ plan: Plan, styles: [CellStyle], limits: Limits) {
    self.plan = plan
    self.styles = styles
    reader = SheetRowReader(
      styles: styles, filter: plan.filter, merges: plan.merges, limits: limits)
  }

  /// Where the text begins of the first cell that is kept.
  var firstStart: Int? { kept.first.map { Int($0.start) } }

  /// Goes with the texts, when the first bytes of these are forgotten.
  mutating func move(by byteCount: Int) {
    for index in kept.indices { kept[index].move(by: byteCount) }
  }

  /// Prepares for so many rows, where all of them are to come.
  mutating func reserve(_ rowCount: Int) { rows.reserveCapacity(rowCount) }

  /// Takes the cells of all rows, none of which is merged; they are not copied.
  mutating func append(all items: [SheetGrid.Item], to content: inout WorkbookContent) {
    kept = items
    keepsAll = true
    items.forEachRow(items.indices) { row in
      take(reader.row(Int(row.first?.cell.row ?? 0), of: row), to: &content)
    }
  }

  /// Takes the cells of the next row.
  mutating func append(
    _ items: ArraySlice<SheetGrid.Item>, text: [UInt8], to content: inout WorkbookContent
  ) {
    let row = reader.read(items, text: text, into: &kept)
    if row.isBlank { kept.removeLast(row.cells.count) }
    take(row, to: &content)
  }

  private mutating func take(_ found: SheetRow, to content: inout WorkbookContent) {
    var row = found
    guard !row.isBlank else {
      outline?.skip(row)
      return
    }
    if let outline {
      if !outline.includes(row) {
        endBlock(outline, to: &content)
      } else if keptByteCount >= plan.partByteCount, let layout = plan.layouts[outline.first] {
        appendRows(layout, next: row.number, to: &content)
      }
    }
    if !keepsAll {
      // The cells before are gone, where a block or a part of one has ended.
      row.cells = kept.count - row.cells.count..<kept.count
    }
    if outline == nil { outline = BlockOutline(row) } else { outline?.append(row) }
    rows.append(row)
    keptByteCount += row.byteCount
  }

  /// Ends the sheet.
  mutating func finish(_ content: inout WorkbookContent) {
    if let outline { endBlock(outline, to: &content) }
  }

  /// Takes what there is to say about merged cells.
  mutating func takeDiagnostics() -> [Diagnostic] { reader.takeDiagnostics() }

  // MARK: Blocks

  private mutating func endBlock(_ outline: BlockOutline, to content: inout WorkbookContent) {
    appendRows(outline.layout(filter: plan.filter), next: nil, to: &content)
    self.outline = nil
    rowsDone = 0
  }

  /// Appends the rows that are kept, and forgets them.
  ///
  /// - Parameter next: The row of the block that follows them; `nil` where none does.
  private mutating func appendRows(
    _ layout: BlockLayout, next: Int?, to content: inout WorkbookContent
  ) {
    let start = rows.firstIndex { $0.number >= layout.tableRows.lowerBound } ?? rows.count
    let end = rows.firstIndex { $0.number >= layout.tableRows.upperBound } ?? rows.count
    for row in rows[..<start] { appendText(row, to: &content) }
    if start < end { appendTable(start..<end, layout, next: next, to: &content) }
    for row in rows[end...] { appendText(row, to: &content) }
    if !keepsAll { kept.removeFirst(rows.last?.cells.upperBound ?? 0) }
    rows.removeAll(keepingCapacity: true)
    keptByteCount = 0
  }

  private func style(_ item: SheetGrid.Item) -> CellStyle { styles[Int(item.style)] }

  private func appendText(_ row: SheetRow, to content: inout WorkbookContent) {
    guard let item = kept[row.cells].first(where: { !$0.cell.text.isEmpty }) else { return }
    let style = style(item)
    let isHeading = style.isBold || style.fontSize >= Self.headingSize
    let level: UInt8 =
      style.fontSize >= Self.titleSize ? 1 : style.fontSize >= Self.headingSize ? 2 : 3
    let text = TextBlock(
      text: item.cell.text, source: item.cell.source, level: isHeading ? level : 0)
    content.blocks.append(isHeading ? .heading(text) : .paragraph(text))
  }

  private mutating func appendTable(
    _ range: Range<Int>, _ layout: BlockLayout, next: Int?, to content: inout WorkbookContent
  ) {
    let cells =
      rows[range.lowerBound].cells.lowerBound..<rows[range.upperBound - 1].cells.upperBound
    let start = content.cells.count
    content.cells.reserveCapacity(max(start + cells.count, content.cells.capacity))
    for row in rows[range] { appendCells(row, layout, to: &content) }
    var source = kept[cells.lowerBound].cell.source
    for item in kept[cells] {
      source.start = min(source.start, item.cell.source.start)
      source.end = max(source.end, item.cell.source.end)
    }
    var table = Table(
      index: content.tableCount, cells: start..<content.cells.count, rowCount: layout.rowCount,
      columnCount: layout.columns.count, source: source)
    var rowEnd = layout.rowCount
    if let next, next < layout.tableRows.upperBound { rowEnd = next - layout.tableRows.lowerBound }
    if rowsDone > 0 || rowEnd < layout.rowCount {
      table.part = TablePart(rows: rowsDone..<rowEnd, textColumnCount: layout.textColumnCount)
    }
    rowsDone = rowEnd
    content.blocks.append(.table(table))
    if table.isEnd { content.tableCount += 1 }
  }

  private func appendCells(
    _ row: SheetRow, _ layout: BlockLayout, to content: inout WorkbookContent
  ) {
    let first = layout.tableRows.lowerBound
    let isTitleRow = row.number == first && hasBoldTexts(row)
    for item in kept[row.cells] where layout.columns.contains(Int(item.cell.column)) {
      var cell = item.cell
      cell.row -= UInt32(first)
      cell.column -= UInt16(layout.columns.lowerBound)
      cell.isHeader = isHeader(item, row, isTitleRow: isTitleRow)
      content.cells.append(cell)
    }
  }

  private func hasBoldTexts(_ row: SheetRow) -> Bool {
    row.textCount > 1
      && kept[row.cells].allSatisfy { $0.cell.text.isEmpty || style($0).isBold }
  }

  /// Bold on a colour, or the bold first row of a table.
  private func isHeader(_ item: SheetGrid.Item, _ row: SheetRow, isTitleRow: Bool) -> Bool {
    let style = style(item)
    return style.isBold && (style.isFilled || isTitleRow)
      || plan.filter?.rows.lowerBound == row.number
  }
}
