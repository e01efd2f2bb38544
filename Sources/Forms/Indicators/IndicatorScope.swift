internal import IR

/// What indicators are of: the whole project or the year.
///
/// Forms of projects of several years may print both, one below the other or side by side
/// (财预〔2015〕88号: 中期目标, 年度目标).
enum IndicatorScope {
  case project, year

  private static let projectWords = WordSet("实施期 实施周期 中期 中长期 长期 总体 总目标 项目总体 项目期")
  private static let yearWords = WordSet("年度 本年度 本年 当年 当年度")

  /// The scope that a key begins with a word for.
  init?(key: Span<UInt8>) {
    if Self.projectWords.containsPrefix(of: key) {
      self = .project
    } else if Self.yearWords.containsPrefix(of: key) {
      self = .year
    } else {
      return nil
    }
  }

  /// What a title of their own says right above a header: 长期绩效目标表.
  private static func title(above row: Int, of reading: FormReading) -> IndicatorScope? {
    guard row > reading.rows.lowerBound, reading.grid.isOneText(row - 1),
      let token = reading.grid.rows[row - 1].tokens.first
    else { return nil }
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    return reading.vocabulary.isTitle(key) ? IndicatorScope(key: key.span) : nil
  }

  /// The scope of the indicators below a header, down to the next one: what their caption says, which
  /// may stand on any of their rows or alone above the header.
  static func below(
    header row: Int, in rows: Range<Int>, of reading: FormReading
  ) -> IndicatorScope? {
    if let scope = reading.grid.rows[row].scope ?? title(above: row, of: reading) { return scope }
    let above = max(rows.lowerBound, row - 1)
    for row in above..<rows.upperBound {
      if row > above + 1, IndicatorTable.headerCount(row, reading) >= 2 { break }
      guard let token = reading.grid.rows[row].tokens.first, reading.facts(token).contains(.caption)
      else {
        continue
      }
      let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
      if let scope = IndicatorScope(key: key) { return scope }
    }
    return nil
  }
}
