internal import IR

// Headers that say more of a column than its label.
extension HeaderReader {
  /// What a header says before the label of its column that every form could say: 参考分值 are 分值, and
  /// 单项指标得分 is 得分.
  private static let qualifiers = WordSet(
    "单项 本项 该项 各项 指标 参考 考核 评价 绩效 具体 实际 全年 年度 本年 自评 项目 预算 标准")

  /// Takes headers that end in the label of a column which has none, behind such words, for that of the column.
  mutating func settleQualified(of reading: FormReading) {
    guard let name = known[.name] else { return }
    for header in foreign {
      guard let token = header.token, header.place > name,
        let column = Self.qualifiedColumn(token, reading), known[column] == nil
      else { continue }
      known[column] = header.place
      foreign.removeAll { $0.token == token }
    }
  }

  /// The column of what was reached, the weights or the scores that a header names behind such words.
  private static func qualifiedColumn(_ token: Int, _ reading: FormReading) -> Layout.Column? {
    var core = reading.labelCore(of: token)
    while let length = qualifiers.prefixLength(of: reading.grid.keys.span.extracting(core)) {
      core.removeFirst(length)
      let label = reading.vocabulary.find(reading.grid.keys.span.extracting(core))
      let columns = columns(reading.vocabulary.meanings(label, in: reading.layoutNumber))
      if let column = columns.first(where: { [.actual, .weight, .score].contains($0) }) {
        return column
      }
    }
    return nil
  }

  /// Takes the further one of two headers of targets where nothing stands under the first: 年初指标值 | 调整指标值.
  mutating func settleEmptyTarget(below row: Int, of reading: FormReading) {
    guard let target = known[.target],
      let index = foreign.firstIndex(where: { header in
        header.token.map { Self.columns(reading.meanings($0)).contains(.target) } ?? false
      }), let token = foreign[index].token
    else { return }
    var counts = [0, 0]
    for row in row + 1..<min(row + 1 + Self.rowsLookedAt, reading.rows.upperBound) {
      for cell in reading.grid.rows[row].tokens {
        if reading.grid.tokens[cell].column == target { counts[0] += 1 }
        if reading.grid.tokens[cell].column == foreign[index].place { counts[1] += 1 }
      }
    }
    guard counts[0] == 0, counts[1] > 1 else { return }
    known[.target] = foreign[index].place
    foreign.removeAll { $0.token == token }
    let first = reading.grid.rows[row].tokens.first { reading.grid.tokens[$0].column == target }
    addForeign(first, at: target)
  }

  private static let placeEndings = WordSet(
    "省 市 县 区 旗 盟 州 镇 乡 村 街道 街道办 办事处 苏木 社区 农场 林场 牧场 兵团")

  /// The columns left of the names whose header is that of points, where the indicators have their own right of them.
  func pointsOfLevels(_ row: Int, of reading: FormReading) -> LevelPoints {
    guard let name = known[.name], known[.weight] ?? 0 > name else { return LevelPoints() }
    return LevelPoints(header: row, leftOf: name, of: reading)
  }

  /// Whether a cell names a place.
  static func isPlace(_ token: Int, _ reading: FormReading) -> Bool {
    placeEndings.containsSuffix(
      of: reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
  }

  /// Finds the headers that name places, where the form has no header of targets: each place has its own, and
  /// none is that of all.
  mutating func findPlaces(of reading: FormReading) {
    guard known[.target] == nil, let name = known[.name] else { return }
    let tokens = foreign.filter { $0.place > name }.compactMap(\.token).filter {
      Self.isPlace($0, reading)
    }
    if tokens.count > 1 { places = Set(tokens) }
  }

  /// Whether a further row of the header divides the targets into their parts, and a cell of it is one of these:
  /// 预期指标值, and 符号 | 值 | 单位 below it.
  func isPartOfTarget(
    _ part: Int, among parts: [Int], dividing divided: (Int) -> Int?, _ reading: FormReading
  ) -> Bool {
    guard let cell = divided(part), Self.columns(reading.meanings(cell)).contains(.target) else {
      return false
    }
    return parts.contains { divided($0) == cell && TargetParts.isHeader($0, reading) }
  }
}
