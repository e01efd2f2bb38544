/// The columns of a row group that cells of earlier rows reach into.
struct OccupiedColumns {
  private struct Column {
    /// The row from which on it is free.
    var freeFrom = 0
    /// The column up to which none is free before the row `runUntil`.
    ///
    /// A run of columns is gone through once and then jumped over: otherwise each of very many short
    /// rows below the widest cells would go through all of them again.
    var runEnd = 0
    var runUntil = 0
  }

  private var columns: [Column] = []

  /// Finds the first column from one on that is free in a row.
  mutating func firstFree(from start: Int, inRow row: Int) -> Int {
    var column = start
    var until = Int.max
    while column < columns.count, columns[column].freeFrom > row {
      let isRun = columns[column].runUntil > row
      until = min(until, isRun ? columns[column].runUntil : columns[column].freeFrom)
      column = isRun ? columns[column].runEnd : column + 1
    }
    if column > start {
      columns[start].runEnd = column
      columns[start].runUntil = until
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
