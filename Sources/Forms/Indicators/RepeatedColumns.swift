internal import IR

/// Finds the columns of an indicator table that repeat the one on their left.
///
/// Where a table cannot merge cells, some programs print the text of a merged cell in each of its
/// columns: 三级指标 | 三级指标 | 指标值 | 指标值, and so below. A misread header looks the same, but the cells below
/// it do not.
enum RepeatedColumns {
  /// No more rows are looked at.
  private static let mostRows = 64

  /// The columns whose header, and every cell below it, of which there is one at least, repeats the
  /// cell on its left.
  static func columns(below header: Int, of reading: FormReading) -> Set<Int> {
    var columns: Set<Int> = []
    for token in reading.grid.rows[header].tokens where reading.repeatsCell(token) {
      columns.insert(reading.grid.tokens[token].column)
    }
    guard !columns.isEmpty else { return [] }
    var seen: Set<Int> = []
    for row in header + 1..<min(header + 1 + mostRows, reading.rows.upperBound) {
      guard reading.grid.rows[row].table == reading.grid.rows[header].table,
        IndicatorTable.headerCount(row, reading) < 2
      else { break }
      for token in reading.grid.rows[row].tokens {
        let column = reading.grid.tokens[token].column
        guard columns.contains(column) else { continue }
        seen.insert(column)
        if !reading.repeatsCell(token) { columns.remove(column) }
      }
    }
    return columns.intersection(seen)
  }
}
