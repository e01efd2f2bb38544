internal import IR

/// A second row of a header that divides a column by periods: 指标值, and 上半年 | 全年 below it.
enum PeriodHeaders {
  private static let periods = WordSet(
    """
    上半年 下半年 半年 前三季度 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 1-3月 1-6月 1-9月 7-12月 1—6月 1至6月
    """)
  private static let years = WordSet("全年 年度 本年 当年 全年(程) 全年合计")

  /// The cells of such a row below a header; `nil` where there is none, or none of its cells is the
  /// year's.
  static func cells(below header: Int, of reading: FormReading) -> Range<Int>? {
    let row = header + 1
    guard row < reading.rows.upperBound, reading.grid.rows[row].table != nil,
      reading.grid.rows[row].table == reading.grid.rows[header].table
    else { return nil }
    let cells = reading.grid.rows[row].tokens
    guard cells.count >= 2, cells.allSatisfy({ isPeriod($0, reading) || isYear($0, reading) }),
      cells.contains(where: { isYear($0, reading) })
    else { return nil }
    return cells
  }

  /// Whether a cell of such a row is that of the year.
  static func isYear(_ token: Int, _ reading: FormReading) -> Bool {
    years.contains(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
  }

  private static func isPeriod(_ token: Int, _ reading: FormReading) -> Bool {
    periods.contains(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
  }
}
