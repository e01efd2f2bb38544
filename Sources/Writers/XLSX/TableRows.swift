internal import IR

/// The rows of a table with what stands in them from left to right, covered slots too.
struct TableRows {
  /// A row.
  struct Row {
    /// The row in the table, from 0.
    var index: Int
    var slots: [Slot] = []
  }

  /// Something in a row.
  enum Slot {
    /// A cell, by its index in the document.
    case cell(Int)
    /// Columns that a merged cell covers.
    case covered(Range<Int>, isHeader: Bool)
  }

  private let table: Table
  private let merges: [TableMerges.Merge]
  private let document: Document
  private var row = 0
  private var cell: Int
  private var merge = 0
  /// The merges that reach into the next row, by column.
  private var active: [TableMerges.Merge] = []

  /// Prepares the rows of a table.
  init(_ table: Table, _ merges: [TableMerges.Merge], of document: Document) {
    self.table = table
    self.merges = merges
    self.document = document
    cell = table.cells.lowerBound
  }

  /// The next row.
  mutating func next() -> Row? {
    guard row < table.rowCount else { return nil }
    var result = Row(index: row)
    var covering = active[...]
    var opened: [TableMerges.Merge] = []
    while cell < table.cells.upperBound, Int(document.cells[cell].row) == row {
      let column = Int(document.cells[cell].column)
      while let first = covering.first, first.area.columns.lowerBound < column {
        append(first, first.area.columns, to: &result)
        covering.removeFirst()
      }
      result.slots.append(.cell(cell))
      if merge < merges.count, merges[merge].cell == cell {
        append(merges[merge], merges[merge].area.columns.dropFirst(), to: &result)
        opened.append(merges[merge])
        merge += 1
      }
      cell += 1
    }
    for merge in covering { append(merge, merge.area.columns, to: &result) }
    row += 1
    if !active.isEmpty || !opened.isEmpty {
      active = (active + opened).filter { $0.area.rows.upperBound > row }
      active.sort { $0.area.columns.lowerBound < $1.area.columns.lowerBound }
    }
    return result
  }

  private func append(_ merge: TableMerges.Merge, _ columns: Range<Int>, to row: inout Row) {
    guard !columns.isEmpty else { return }
    row.slots.append(.covered(columns, isHeader: document.cells[merge.cell].isHeader))
  }
}
