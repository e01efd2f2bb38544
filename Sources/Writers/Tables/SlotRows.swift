internal import IR

/// The rows of a table as a grid without spans: a merged cell is in its first slot, the others
/// are empty, and so are those that the source left out.
struct SlotRows {
  private let cells: [Cell]
  private let table: Table
  private var next: Int
  /// The number of the row after the current one.
  private(set) var row: Int
  /// For each column of the current row, the indices of its cells: none, mostly one, or several
  /// where a table had more columns than are told apart.
  private(set) var slots: [Range<Int>]

  /// Starts before the first row.
  init(_ table: Table, in document: Document) {
    cells = document.cells
    self.table = table
    next = table.cells.lowerBound
    row = table.rows.lowerBound
    slots = [Range<Int>](repeating: 0..<0, count: table.columnCount)
  }

  /// The number of slots without a cell of their own.
  static func emptyCount(of table: Table) -> Int {
    let (slots, isOverflow) = table.rows.count.multipliedReportingOverflow(by: table.columnCount)
    return isOverflow ? .max : max(slots - table.cells.count, 0)
  }

  /// Goes to the next row; `false` after the last.
  mutating func advance() -> Bool {
    guard row < table.rows.upperBound else { return false }
    for column in slots.indices { slots[column] = 0..<0 }
    while next < table.cells.upperBound, Int(cells[next].row) <= row {
      let column = min(Int(cells[next].column), slots.count - 1)
      slots[column] = slots[column].isEmpty ? next..<next + 1 : slots[column].lowerBound..<next + 1
      next += 1
    }
    row += 1
    return true
  }
}

/// How many empty slots were written, so that spans of a hostile table cannot take all memory.
struct SlotBudget: Sendable {
  private let limit: Int
  private var count = 0

  init(_ limits: Limits) { limit = limits.emptySlots }

  /// Counts the slots of a table.
  mutating func spend(on table: Table) throws(WriteError) {
    count = count.addingReportingOverflow(SlotRows.emptyCount(of: table)).partialValue
    guard count >= 0, count <= limit else {
      throw WriteError(
        LocalizedText(
          en: """
            table \(table.index + 1) of \(table.rowCount) rows and \(table.columnCount) columns is \
            mostly empty: with it there are more than \(limit) empty slots, the limit empty-slots; \
            write it as JSON, which lists only cells
            """,
          zh: """
            第 \(table.index + 1) 个表格（\(table.rowCount) 行 \(table.columnCount) 列）大多是空格：\
            空位总数超过 \(limit) 个（限制 empty-slots）；请改用只列出单元格的 JSON
            """))
    }
  }
}
