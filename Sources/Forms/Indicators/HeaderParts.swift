internal import IR

/// Further rows of a header that divide its columns: 指标值, and 上半年 | 全年 below it, or 近两年指标值 |
/// 预期当年实现值, and 前年 | 上年 below the first of these.
enum HeaderParts {
  private static let parts = WordSet(
    """
    上半年 下半年 半年 前三季度 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 1-3月 1-6月 1-9月 7-12月 1—6月 1至6月 \
    前年 上年 去年 近两年指标值 近三年指标值 历史值 全周期 实施期 实施周期 项目期 中期 长期 中长期 总体
    """)
  /// Those of them that are all the years of a project.
  private static let periods = WordSet("全周期 实施期 实施周期 项目期 中期 长期 中长期 总体")
  private static let years = WordSet("全年 年度 本年 当年 全年(程) 全年合计")
  /// What may follow the time: 半年(程)目标值.
  private static let values = WordSet("目标值 指标值 计划值 预期值 实现值 完成值 实际值")

  /// No header has more rows below its first one.
  private static let mostRows = 2

  /// The further rows of a header.
  static func rows(below header: Int, of reading: FormReading) -> Range<Int> {
    var end = header + 1
    while end <= header + mostRows, end < reading.rows.upperBound, isPart(end, of: header, reading)
    {
      end += 1
    }
    return header + 1..<end
  }

  /// The columns that a cell of such a row has by the time it names: what it divides, if that is the year, or
  /// the target of the whole project.
  static func columns(
    of part: Int, dividing cell: Int?, _ reading: FormReading
  ) -> [Layout.Column] {
    guard let cell else { return [] }
    let divided = HeaderReader.columns(reading.meanings(cell))
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[part].key)
    if isTime(key, of: years) { return divided }
    let mayBeOverall =
      divided.contains(.target)
      && reading.layout.optionalColumns.contains { $0.key == .overallTarget }
    return mayBeOverall && isTime(key, of: periods) ? [.overallTarget] : []
  }

  /// Whether a key is a time, with or without a word for the value of that time behind it.
  private static func isTime(_ key: Span<UInt8>, of times: WordSet) -> Bool {
    times.contains(key) || times.containsPrefix(of: key) && hasValue(key)
  }

  /// Whether a key ends with a word for the value of a time.
  static func hasValue(_ key: Span<UInt8>) -> Bool { values.containsSuffix(of: key) }

  /// Whether a row holds parts of a header: the header of the names covers it, it has nothing else, or it
  /// fills the gaps that merged cells left behind in the header.
  private static func isPart(_ row: Int, of header: Int, _ reading: FormReading) -> Bool {
    let (grid, cells) = (reading.grid, reading.grid.rows[row].tokens)
    if grid.rows[row].endsHeader { return true }
    guard !cells.isEmpty, grid.rows[row].table != nil,
      grid.rows[row].table == grid.rows[header].table
    else { return false }
    let isCovered = grid.rows[header].tokens.contains {
      grid.tokens[$0].rowSpan > row - header && reading.meanings($0).contains(.column(.name))
    }
    return isCovered && !cells.contains { isContent($0, reading) }
      || cells.allSatisfy { isWord($0, reading) }
        && (cells.count > 1 || cells.allSatisfy { isTime($0, reading) })
      || fillsGaps(cells, of: header, reading) && IndicatorTable.headerCount(row, reading) < 2
  }

  /// Whether cells, several and none of them content, stand right of the names, and one of them where
  /// the header has none: 偏差原因分析 | | 备注, and 经费保障 | 人员保障 below its first two.
  private static func fillsGaps(_ cells: Range<Int>, of header: Int, _ reading: FormReading) -> Bool
  {
    let (grid, headers) = (reading.grid, reading.grid.rows[header].tokens)
    guard cells.count > 1, cells.count <= mostParts,
      let name = headers.first(where: { reading.facts($0).contains(.nameHeader) }),
      cells.allSatisfy({
        grid.tokens[$0].column > grid.tokens[name].column && !isContent($0, reading)
      })
    else { return false }
    return cells.contains { cell in
      !headers.contains {
        let columns = grid.tokens[$0].column..<grid.tokens[$0].column + grid.tokens[$0].columnSpan
        return columns.contains(grid.tokens[cell].column)
      }
    }
  }

  /// No header is divided into more parts; each is looked for among the cells above.
  private static let mostParts = 32

  /// Whether a row prints the cells of another one again.
  static func repeats(_ other: Int, on row: Int, _ reading: FormReading) -> Bool {
    let (grid, cells) = (reading.grid, reading.grid.rows[row].tokens)
    return cells.count == grid.rows[other].tokens.count
      && zip(cells, grid.rows[other].tokens).allSatisfy {
        grid.keys[grid.tokens[$0].key].elementsEqual(grid.keys[grid.tokens[$1].key])
      }
  }

  /// Whether a cell has the label of a level or a value, so that its row is an indicator's, whatever
  /// the header's span says.
  private static func isContent(_ token: Int, _ reading: FormReading) -> Bool {
    let features = reading.features(of: token)
    return features.isMeasure || features.hasRelation || reading.levelMatch(token) != nil
  }

  private static func isWord(_ token: Int, _ reading: FormReading) -> Bool {
    isTime(token, reading) || reading.meanings(token).contains(.column(.target))
  }

  private static func isTime(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    return isTime(key, of: parts) || isTime(key, of: years)
  }
}
