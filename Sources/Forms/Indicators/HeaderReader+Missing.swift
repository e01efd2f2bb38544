internal import IR

// Headers that nobody can read, and columns of the layout that have none.
extension HeaderReader {
  /// Takes headers that read like that of a column without one for it, 年庋指际值 for 年度指标值; those
  /// that read most like it come first.
  mutating func settleDamaged(of reading: FormReading) {
    while let (header, token, match) = likest(of: reading) {
      foreign.removeAll { $0.token == token }
      known[match.column] = header.place
      // Of two that read alike either may be the column's.
      let isOneOfTwo = foreign.contains {
        likeness(of: $0, among: [match.column], reading) == match
      }
      let isCertain = match.isClose && !isOneOfTwo
      doubts.append(isCertain ? .corrected(token, match.column) : .inferred(token, match.column))
    }
  }

  /// The header that reads most like that of a column which has none and may stand there.
  private func likest(
    of reading: FormReading
  ) -> (header: ForeignHeader, token: Int, match: HeaderLikeness.Match)? {
    let optional = reading.layout.optionalColumns.map(\.key).filter { known[$0] == nil }
    var best: (header: ForeignHeader, token: Int, match: HeaderLikeness.Match)?
    for header in foreign {
      let columns = missing(around: header.place, of: reading) + optional
      guard let token = header.token, let match = likeness(of: header, among: columns, reading),
        match.error < best?.match.error ?? 1
      else { continue }
      best = (header, token, match)
    }
    return best
  }

  private func likeness(
    of header: ForeignHeader, among columns: [Layout.Column], _ reading: FormReading
  ) -> HeaderLikeness.Match? {
    guard let token = header.token, !isOther(token, reading) else { return nil }
    return HeaderLikeness(token, reading).match(among: columns)
  }

  /// Whether a cell heads a column that no layout has, or one that has its header: 三级指标 | 具体指标.
  private func isOther(_ token: Int, _ reading: FormReading) -> Bool {
    places.contains(token) || OtherHeaders.contains(token, reading)
      || Self.columns(reading.meanings(token)).contains { known[$0] != nil }
  }

  /// The columns without a header that may stand where one that is none of theirs does.
  private func missing(around place: Int, of reading: FormReading) -> [Layout.Column] {
    printedColumns.missing(around: place, of: reading.layout.columns.map(\.key))
  }

  /// No more rows are needed to see what a column holds.
  static let rowsLookedAt = 8

  /// Of columns whose headers nobody can read, none of them headed as the targets, the one whose
  /// cells look most like targets has them.
  mutating func findTarget(below row: Int, of reading: FormReading) {
    guard let name = known[.name] else { return }
    let columns = foreign.filter { header in
      header.place > name && header.token.map { !isOther($0, reading) } ?? false
    }.sorted { $0.place < $1.place }
    guard !columns.isEmpty else { return }
    if takeTargetOfYear(among: columns, reading) { return }
    var counts: [Int: Int] = [:]
    let end = min(row + 1 + Self.rowsLookedAt, reading.rows.upperBound)
    for token in (row + 1..<end).map({ reading.grid.rows[$0].tokens }).joined() {
      let cell = reading.grid.tokens[token]
      let features = reading.grid.features(of: cell)
      // A relation is a target's more than any other's.
      let looks = (features.isMeasure || features.isState ? 1 : 0) + (features.hasRelation ? 1 : 0)
      counts[cell.column, default: 0] += looks
    }
    let most = columns.map { counts[$0.place] ?? 0 }.max() ?? 0
    let likest = columns.last { counts[$0.place] == most }
    guard most > 0, let header = areYears(columns, reading) ? columns.first : likest else { return }
    known[.target] = header.place
    foreign.removeAll { $0.token == header.token }
    if let token = header.token { doubts.append(.inferred(token, .target)) }
  }

  /// Whether headers name the years beside the target, or the goal, of all of them: a form that declares
  /// several years does so in the first.
  private func areYears(_ columns: [ForeignHeader], _ reading: FormReading) -> Bool {
    guard known[.overallTarget] != nil || reading.form.has(.overallGoal), columns.count > 1 else {
      return false
    }
    return columns.allSatisfy { header in
      guard let token = header.token else { return false }
      return TitleRule.year(ofTitle: reading.grid.keys[reading.grid.tokens[token].key]) != nil
    }
  }

  /// Takes the header that names the form's year for that of the targets: 2023年指标值 | 2024年指标值.
  private mutating func takeTargetOfYear(
    among columns: [ForeignHeader], _ reading: FormReading
  ) -> Bool {
    guard let year = reading.form.year else { return false }
    let ofYear = columns.filter { header in
      guard let token = header.token else { return false }
      let key = reading.grid.keys[reading.grid.tokens[token].key]
      return TitleRule.year(ofTitle: key) == year
        && HeaderParts.hasValue(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
    }
    guard ofYear.count == 1 else { return false }
    known[.target] = ofYear[0].place
    foreign.removeAll { $0.token == ofYear[0].token }
    return true
  }

  /// Takes the only header that nobody can read behind the targets for that of what was reached,
  /// where the form scores its indicators and has no such header.
  mutating func findActual(of reading: FormReading) {
    guard reading.layout.columns.contains(where: { $0.key == .actual }), known[.actual] == nil,
      let target = known[.target], let next = known[.weight] ?? known[.score], target < next
    else { return }
    let between = foreign.filter { header in
      header.place > target && header.place < next
        && header.token.map { !isOther($0, reading) } ?? false
    }
    guard between.count == 1, let token = between[0].token else { return }
    known[.actual] = between[0].place
    foreign.removeAll { $0.token == token }
    doubts.append(.inferred(token, .actual))
  }

  /// Notes the headers that stand where a column of the layout is missing, and are none of its.
  mutating func noteUnknown(of reading: FormReading) {
    for header in foreign {
      guard let token = header.token, let name = known[.name], header.place > name,
        !isOther(token, reading)
      else { continue }
      let missing = missing(around: header.place, of: reading)
      if !missing.isEmpty { doubts.append(.unknown(token, missing)) }
    }
  }

  /// Finds the columns whose header is empty where no column of the layout is missing: what stands
  /// below is of none of the columns beside it.
  mutating func findUnheaded(below row: Int, of reading: FormReading) {
    guard let name = known[.name], name + 1 < taken.count else { return }
    let empty = (name + 1..<taken.count).filter { !taken[$0] }
    guard !empty.isEmpty else { return }
    let end = min(row + 1 + Self.rowsLookedAt, reading.rows.upperBound)
    var filled = [Int](repeating: 0, count: taken.count)
    for token in (row + 1..<end).map({ reading.grid.rows[$0].tokens }).joined() {
      let column = reading.grid.tokens[token].column
      if column < filled.count { filled[column] += 1 }
    }
    for place in empty
    where filled[place] * 2 > end - row - 1 && missing(around: place, of: reading).isEmpty {
      addForeign(nil, at: place)
    }
  }
}
