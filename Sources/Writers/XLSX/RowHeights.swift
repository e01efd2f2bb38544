internal import IR

/// How high the rows of a printed sheet are, in quarters of a point.
///
/// Programs fit rows to their text only while somebody edits them, and never rows of merged cells;
/// a file has to say how high they are.
struct RowHeights {
  /// The height of a row of one line.
  static let usual = 72
  /// The highest row there may be: 409.5 points (Excel's specifications).
  private static let highest = 1_638
  /// A line of 11 points, and the room above and below the lines of a cell.
  private static let line = 58
  private static let margin = 16

  /// The height of each row of the sheet.
  private(set) var heights: [UInt16]

  /// Estimates the heights for the rows of a sheet.
  init(_ sheet: Sheet, _ plan: SheetPlan, _ widths: ColumnWidths) {
    heights = [UInt16](repeating: UInt16(Self.usual), count: plan.rowCount)
    for item in plan.items {
      switch item.content {
      case .text(let text, let look):
        let room = widths.room(in: 0..<plan.columnCount)
        let lines = TextMeasure.lineCount(
          of: sheet.document.bytes(text).span, width: room * 11 / look.fontSize)
        raise(item.row..<item.row + 1, to: lines * Self.line * look.fontSize / 11 + Self.margin)
      case .table(let table, let merges):
        add(table, merges, at: item.row, of: sheet.document, widths)
      }
    }
  }

  private mutating func add(
    _ table: Table, _ merges: TableMerges, at first: Int, of document: Document,
    _ widths: ColumnWidths
  ) {
    var merge = 0
    var tall: [(rows: Range<Int>, height: Int)] = []
    let rooms = widths.widths.indices.map { widths.room(in: $0..<$0 + 1) }
    // A slice for each text would be counted.
    let (cells, source, decoded) = (document.cells, document.source.utf8, document.decodedText)
    for index in table.cells {
      let cell = cells[index]
      let row = first + Int(cell.row)
      var rows = row..<row + 1
      var columns = Int(cell.column)..<Int(cell.column) + 1
      if merge < merges.merges.count, merges.merges[merge].cell == index {
        let area = merges.merges[merge].area
        (rows, columns) = (
          first + area.rows.lowerBound..<first + area.rows.upperBound, area.columns
        )
        merge += 1
      }
      guard !cell.text.isEmpty else { continue }
      let room = columns.count == 1 ? rooms[columns.lowerBound] : widths.room(in: columns)
      let text = cell.text.indices
      let lines =
        cell.text.isDecoded
        ? TextMeasure.lineCount(of: decoded.span.extracting(text), width: room)
        : TextMeasure.lineCount(of: source.span.extracting(text), width: room)
      guard lines > 1 else { continue }
      let height = lines * Self.line + Self.margin
      if rows.count == 1 { raise(rows, to: height) } else { tall.append((rows, height)) }
    }
    for (rows, height) in tall { raise(rows, to: height) }
  }

  /// Makes some rows as high as a cell that covers them needs.
  private mutating func raise(_ rows: Range<Int>, to height: Int) {
    let lack = height - rows.reduce(0) { $0 + Int(heights[$1]) }
    guard lack > 0 else { return }
    for (offset, row) in rows.enumerated() {
      let share = lack / rows.count + (offset < lack % rows.count ? 1 : 0)
      heights[row] = UInt16(min(Int(heights[row]) + share, Self.highest))
    }
  }
}
