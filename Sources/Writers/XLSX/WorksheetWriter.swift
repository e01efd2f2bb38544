internal import IR

/// Writes one sheet as the part `xl/worksheets/sheetN.xml` (ECMA-376-1, 18.3).
struct WorksheetWriter {
  /// How many covered slots of merged cells are drawn one by one.
  ///
  /// A span of thousands of columns takes a few bytes in HTML; beyond this the merge alone is
  /// written, and only borders at its right and foot may be missing.
  private static let drawnSlots = 1 << 21
  /// The number of slots from which cells have a reference only where it does not follow from the
  /// cell before (18.3.1.4 lets it out).
  ///
  /// Without references the file is half as large, and writing and reading it takes half the time.
  /// Excel and LibreOffice leave nothing to be desired with such files; but a few programs read
  /// them wrongly, so that small ones, which forms are, have all references.
  private static let leastWithoutReferences = 50_000

  let worksheet: Worksheet
  /// What it shares with the other sheets.
  private(set) var tables: WorkbookTables

  private var part = ByteBuffer()
  /// The start of a cell in each column.
  private let starts: [ShortText]
  private var rowNumber = ShortText(decimal: 0)
  private let omitsReferences: Bool
  /// The column of a cell that needs no reference.
  private var nextColumn = 0
  private var merges: [CellArea] = []
  private var slotsLeft = drawnSlots
  /// The formats of text by look.
  private var textStyles = [TextStyles?](repeating: nil, count: CellLook.allCases.count)
  /// What follows the start of a cell with a text, by its format.
  private var textHeads: [ShortText?] = []

  /// The formats of text of one look.
  private struct TextStyles {
    var usual: Int
    var kept: Int
  }

  /// Prepares to write a sheet.
  init(_ worksheet: Worksheet, tables: consuming WorkbookTables) {
    self.worksheet = worksheet
    self.tables = tables
    omitsReferences =
      worksheet.plan.rowCount * worksheet.plan.columnCount >= Self.leastWithoutReferences
    starts = (0..<worksheet.plan.columnCount).map {
      ShortText("<c r=\"\(CellReference.letters(of: $0))")
    }
  }

  /// Writes the part.
  ///
  /// - Parameter isFirst: Whether the sheet is the one that is seen first.
  mutating func write(isFirst: Bool) -> ByteBuffer {
    part.append(XMLNames.declaration)
    part.append(
      """
      <worksheet xmlns="\(XMLNames.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
      <dimension ref="\(worksheet.usedArea?.text ?? "A1")"/>
      """)
    appendView(isSelected: isFirst)
    appendColumns()
    appendRows()
    appendFilterAndMerges()
    appendPage()
    appendIgnoredErrors()
    part.append("</worksheet>")
    return part
  }

  private mutating func appendView(isSelected: Bool) {
    part.append(
      "<sheetViews><sheetView\(isSelected ? " tabSelected=\"1\"" : "") workbookViewId=\"0\"")
    let (rows, columns) = worksheet.frozen
    guard rows > 0 || columns > 0 else {
      part.append("/></sheetViews>")
      return
    }
    let pane = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight"
    part.append("><pane")
    if columns > 0 { part.append(" xSplit=\"\(columns)\"") }
    if rows > 0 { part.append(" ySplit=\"\(rows)\"") }
    part.append(
      """
       topLeftCell="\(CellReference(row: rows, column: columns).text)" activePane="\(pane)" \
      state="frozen"/><selection pane="\(pane)"/></sheetView></sheetViews>
      """)
  }

  private mutating func appendColumns() {
    let isPage = worksheet.sheet.style == .page
    let height = isPage ? Self.points(RowHeights.usual) : "15"
    part.append(
      "<sheetFormatPr defaultRowHeight=\"\(height)\"\(isPage ? " customHeight=\"1\"" : "")/><cols>")
    for (index, width) in worksheet.widths.widths.enumerated() {
      // The five pixels beside the digits are counted in (18.3.1.13).
      part.append(
        "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width).625\" customWidth=\"1\"/>")
    }
    part.append("</cols>")
  }

  private mutating func appendFilterAndMerges() {
    if let area = worksheet.filterArea { part.append("<autoFilter ref=\"\(area.text)\"/>") }
    guard !merges.isEmpty else { return }
    part.append("<mergeCells count=\"\(merges.count)\">")
    for area in merges { part.append("<mergeCell ref=\"\(area.text)\"/>") }
    part.append("</mergeCells>")
  }

  /// A4, as wide as the page or the pages side by side, as many pages down as it takes.
  private mutating func appendPage() {
    let orientation = worksheet.widths.isLandscape ? "landscape" : "portrait"
    let pages = worksheet.widths.pageCount
    let width = pages > 1 ? " fitToWidth=\"\(pages)\"" : ""
    part.append(
      """
      <printOptions horizontalCentered="1"/>\
      <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>\
      <pageSetup paperSize="9" orientation="\(orientation)"\(width) fitToHeight="0"/>
      """)
  }

  /// Keeps Excel from marking every text that looks like a number, such as `007`, as a mistake.
  private mutating func appendIgnoredErrors() {
    guard let area = worksheet.usedArea else { return }
    part.append(
      """
      <ignoredErrors><ignoredError sqref="\(area.text)" numberStoredAsText="1"/></ignoredErrors>
      """)
  }

  /// A height in points.
  private static func points(_ quarters: Int) -> String {
    let decimals = ["", ".25", ".5", ".75"][quarters % 4]
    return "\(quarters / 4)\(decimals)"
  }
}

/// What is written for every row or cell.
private enum Markup {
  static let rowStart = ShortText("<row r=\"")
  static let rowEnd = ShortText("</row>")
  static let cellStart = ShortText("<c")
  static let referenceEnd = ShortText("\"")
  static let valueEnd = ShortText("</v></c>")
}

// MARK: - Rows

extension WorksheetWriter {
  private mutating func appendRows() {
    part.append("<sheetData>")
    let plan = worksheet.plan
    let heights =
      worksheet.sheet.style == .page
      ? RowHeights(worksheet.sheet, plan, worksheet.widths).heights : []
    for item in plan.items {
      switch item.content {
      case .text(let text, let look):
        append(text, look, row: item.row, heights)
      case .table(let table, let merges):
        append(table, merges.merges, at: item.row, heights)
      }
    }
    part.append("</sheetData>")
  }

  private mutating func append(
    _ text: TextRange, _ look: CellLook, row: Int, _ heights: [UInt16]
  ) {
    beginRow(row, heights)
    let area = CellArea(rows: row..<row + 1, columns: 0..<starts.count)
    appendText(worksheet.sheet.document.bytes(text), look, row: row, column: 0)
    if !area.isSingle { merges.append(area) }
    part.append("</row>")
  }

  private mutating func append(
    _ table: Table, _ merges: [TableMerges.Merge], at first: Int, _ heights: [UInt16]
  ) {
    guard !merges.isEmpty else { return appendPlain(table, at: first, heights) }
    let document = worksheet.sheet.document
    var rows = TableRows(table, merges, of: document)
    while let row = rows.next() {
      guard !row.slots.isEmpty || !heights.isEmpty else { continue }
      beginRow(first + row.index, heights)
      for slot in row.slots {
        switch slot {
        case .cell(let index):
          let cell = document.cells[index]
          append(
            cell, table.alignments, text: document.bytes(cell.text), row: first + row.index)
        case .covered(let columns, let isHeader): appendCovered(columns, look(isHeader: isHeader))
        }
      }
      part.append("</row>")
      part.closeFullChunk()
    }
    for merge in merges {
      var area = merge.area
      area.rows = first + area.rows.lowerBound..<first + area.rows.upperBound
      self.merges.append(area)
    }
  }

  /// Appends a table in which nothing is merged: its cells as they come.
  private mutating func appendPlain(_ table: Table, at first: Int, _ heights: [UInt16]) {
    let document = worksheet.sheet.document
    // The texts of nearly all cells are in one array: a slice of it for each would be counted.
    let (cells, texts) = (document.cells, document.decodedText)
    let alignments = table.alignments
    var index = table.cells.lowerBound
    for row in 0..<table.rowCount {
      let hasCells = index < table.cells.upperBound && Int(cells[index].row) == row
      guard hasCells || !heights.isEmpty else { continue }
      beginRow(first + row, heights)
      while index < table.cells.upperBound, Int(cells[index].row) == row {
        let cell = cells[index]
        if cell.kind == .text, cell.text.isDecoded, !cell.text.isEmpty,
          cell.text.count <= SpreadsheetLimits.cellLength
        {
          appendText(
            texts.span.extracting(cell.text.indices), look(of: cell, alignments),
            column: Int(cell.column))
        } else {
          append(cell, alignments, text: document.bytes(cell.text), row: first + row)
        }
        index += 1
      }
      part.append(Markup.rowEnd)
      part.closeFullChunk()
    }
  }

  private mutating func beginRow(_ row: Int, _ heights: [UInt16]) {
    rowNumber = ShortText(decimal: row + 1)
    nextColumn = 0
    part.append(Markup.rowStart)
    part.append(rowNumber)
    if !heights.isEmpty, Int(heights[row]) != RowHeights.usual {
      part.append("\" ht=\"\(Self.points(Int(heights[row])))\" customHeight=\"1\">")
    } else {
      part.append("\">")
    }
  }
}

// MARK: - Cells

extension WorksheetWriter {
  private func look(isHeader: Bool) -> CellLook {
    switch worksheet.sheet.style {
    case .page: isHeader ? .header : .body
    case .data: isHeader ? .columnName : .plain
    }
  }

  /// How a cell looks, in a table whose columns are aligned in some way.
  private func look(of cell: Cell, _ alignments: [ColumnAlignment]) -> CellLook {
    let look = look(isHeader: cell.isHeader)
    let column = Int(cell.column)
    guard column < alignments.count, cell.columnSpan == 1, look == .body else { return look }
    switch alignments[column] {
    case .none: return .body
    case .left: return .bodyLeft
    case .center: return .bodyCenter
    case .right: return .bodyRight
    }
  }

  private mutating func append(
    _ cell: Cell, _ alignments: [ColumnAlignment], text: ArraySlice<UInt8>, row: Int
  ) {
    let look = look(of: cell, alignments)
    let column = Int(cell.column)
    let number =
      switch cell.kind {
      case .text: nil as NumericText?
      case .number: NumericText(number: text.span)
      case .date: NumericText(date: text.span)
      }
    if let number {
      let isDate = cell.kind == .date && look == .body
      beginCell(
        column, style: tables.styles.index(isDate ? .bodyLeft : look, format: number.format))
      part.append("><v>")
      part.append(array: number.value)
      part.append("</v></c>")
    } else if text.isEmpty {
      appendBlank(column, style: styles(of: look).usual)
    } else {
      appendText(text, look, row: row, column: column)
    }
  }

  private mutating func appendText(
    _ text: ArraySlice<UInt8>, _ look: CellLook, row: Int, column: Int
  ) {
    guard text.count > SpreadsheetLimits.cellLength else {
      return appendText(text.span, look, column: column)
    }
    let beginning = tables.longTexts.beginning(
      of: text, at: CellReference(row: row, column: column), sheet: worksheet.name)
    appendText(beginning.span, look, column: column)
  }

  /// Appends a cell with a text that fits it.
  private mutating func appendText(_ text: Span<UInt8>, _ look: CellLook, column: Int) {
    let index = tables.strings.index(of: text)
    let head = textHead(style: style(of: text, look))
    appendStart(column)
    part.append(head, ShortText(decimal: index), Markup.valueEnd)
  }

  /// What stands between the start of a cell with a text and the number of the text.
  private mutating func textHead(style: Int) -> ShortText {
    if style < textHeads.count, let known = textHeads[style] { return known }
    while textHeads.count <= style { textHeads.append(nil) }
    let format = style == 0 ? "" : " s=\"\(style)\""
    let head = ShortText("\(format) t=\"s\"><v>")
    textHeads[style] = head
    return head
  }

  /// The style of a text: one that begins with an ideograph stays text however it is edited.
  ///
  /// Any other might become a number, a date or a formula when somebody opens and leaves the cell,
  /// unless its format is that of text.
  private mutating func style(of text: Span<UInt8>, _ look: CellLook) -> Int {
    let known = styles(of: look)
    guard look.isBody || look == .plain else { return known.usual }
    let isIdeograph = !text.isEmpty && text[0] >= 0xE4 && text[0] <= 0xE9
    return isIdeograph ? known.usual : known.kept
  }

  private mutating func styles(of look: CellLook) -> TextStyles {
    if let known = textStyles[look.rawValue] { return known }
    let styles = TextStyles(
      usual: tables.styles.index(look),
      kept: tables.styles.index(look, format: StyleTable.textFormat))
    textStyles[look.rawValue] = styles
    return styles
  }

  private mutating func appendCovered(_ columns: Range<Int>, _ look: CellLook) {
    let style = tables.styles.index(look)
    guard style != 0, slotsLeft >= columns.count else { return }
    slotsLeft -= columns.count
    for column in columns { appendBlank(column, style: style) }
  }

  private mutating func appendBlank(_ column: Int, style: Int) {
    beginCell(column, style: style)
    part.append("/>")
  }

  private mutating func beginCell(_ column: Int, style: Int) {
    appendStart(column)
    if style != 0 { part.append(" s=\"\(style)\"") }
  }

  /// Appends the start of a cell, with its reference where it is needed.
  private mutating func appendStart(_ column: Int) {
    if omitsReferences, column == nextColumn {
      part.append(Markup.cellStart)
    } else {
      part.append(starts[column], rowNumber, Markup.referenceEnd)
    }
    nextColumn = column + 1
  }
}
