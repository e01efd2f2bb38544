/// The columns of a row group that cells of earlier rows reach into.
struct OccupiedColumns {
  private struct Column {
    /// The row from which on it is free.
    var freeFrom = 0
    /// The column up to which none is free before the row `runUntil`.
    ///
    /// A run of columns is gone through once and then jumped over, from whichever of them: otherwise
    /// each of very many short rows below the widest cells would go through all of them again.
    var runEnd = 0
    var runUntil = 0
  }

  private var columns: [Column] = []
  /// The columns that the last search has looked at.
  private var path: [Int] = []

  /// Finds the first column from one on that is free in a row.
  @inline(__always)
  mutating func firstFree(from start: Int, inRow row: Int) -> Int {
    // In most tables all are.
    isFree(start, inRow: row) ? start : search(from: start, inRow: row)
  }

  private func isFree(_ column: Int, inRow row: Int) -> Bool {
    column >= columns.count || columns[column].freeFrom <= row
  }

  private mutating func search(from start: Int, inRow row: Int) -> Int {
    var column = start
    path.removeAll(keepingCapacity: true)
    while !isFree(column, inRow: row) {
      path.append(column)
      column = columns[column].runUntil > row ? columns[column].runEnd : column + 1
    }
    var until = Int.max
    for passed in path.reversed() {
      let isRun = columns[passed].runUntil > row
      until = min(until, isRun ? columns[passed].runUntil : columns[passed].freeFrom)
      columns[passed].runEnd = column
      columns[passed].runUntil = until
    }
    return column
  }

  /// Takes columns up to a row.
  mutating func occupy(_ range: Range<Int>, until row: Int) {
    while columns.count < range.upperBound { columns.append(Column()) }
    for index in range { columns[index].freeFrom = max(columns[index].freeFrom, row) }
  }

  /// Frees all columns.
  mutating func removeAll() { columns.removeAll(keepingCapacity: true) }
}
