internal import IR

/// Reads the header of the indicator table: which columns a form prints, and where.
struct HeaderReader {
  /// Where each column of the layout has its header.
  private var known = ColumnPlaces()
  /// Where headers stand that head no column of the layout, or one that has its header already.
  private var foreign: [Int] = []
  /// Further headers of columns that have one, with their places.
  private var copies: [(column: Layout.Column, place: Int)] = []

  /// The columns of a header row.
  static func read(_ row: Int, of reading: FormReading) -> ColumnAligner.Header {
    var reader = HeaderReader()
    let cells = upperCells(of: row, reading) + Array(reading.grid.rows[row].tokens)
    for token in cells { reader.add(token, of: reading) }
    for token in cells where reading.meanings(token).isEmpty {
      reader.addDamaged(token, of: reading)
    }
    reader.settleCopies(of: reading.layout.columns.map(\.key))
    if reader.known[.target] == nil { reader.findTarget(below: row, of: reading) }
    return PrintedColumns(known: reader.known, foreign: reader.foreign)
      .header(
        of: reading.layout.columns.map(\.key),
        besides: reading.layout.optionalColumns.map(\.key))
  }

  /// The layout's own columns, for a table whose header is lost.
  static func assumed(of reading: FormReading) -> ColumnAligner.Header {
    let columns = reading.layout.columns.map(\.key)
    return .init(columns: columns, positions: Array(columns.indices))
  }

  // MARK: Cells

  /// The cells of the upper row of a header of two rows that reach down beside the lower one:
  /// 三级指标 | 年度指标 | 自评情况, and 分值 | 年度指标值 | 实际完成值 | 得分 below the last two.
  private static func upperCells(of row: Int, _ reading: FormReading) -> [Int] {
    guard row > reading.rows.lowerBound,
      reading.grid.rows[row - 1].table == reading.grid.rows[row].table,
      IndicatorTable.headerCount(row - 1, reading) >= 2,
      !heads(.name, row, reading), heads(.name, row - 1, reading)
    else { return [] }
    let taken = reading.grid.rows[row].tokens.map { reading.grid.tokens[$0].column }
    return reading.grid.rows[row - 1].tokens.filter {
      !taken.contains(reading.grid.tokens[$0].column)
    }
  }

  /// Whether a row has the header of a column.
  private static func heads(_ column: Layout.Column, _ row: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].tokens.contains { reading.meanings($0).contains(.column(column)) }
  }

  private mutating func add(_ token: Int, of reading: FormReading) {
    let meanings = reading.meanings(token)
    guard !meanings.isEmpty else { return }
    let place = reading.grid.tokens[token].column
    let columns = Self.columns(meanings)
    if columns.isEmpty { foreign.append(place) }
    for column in columns {
      guard let other = known[column] else {
        known[column] = place
        continue
      }
      // Of two columns of targets that of the year counts: 实施期指标值 | 年度指标值.
      if column != .target { copies.append((column, place)) }
      let isBetter = column == .target && Self.isOfYear(token, reading)
      if isBetter { known[column] = place }
      foreign.append(isBetter ? other : place)
    }
  }

  /// Adds a header that is none in full: it may be a damaged one, but not of a column that has its
  /// header in full, as 上年完成值 beside 实际完成值.
  private mutating func addDamaged(_ token: Int, of reading: FormReading) {
    let place = reading.grid.tokens[token].column
    let columns = Self.columns(Self.nearMeanings(token, of: reading))
    if columns.isEmpty { foreign.append(place) }
    for column in columns {
      guard known[column] != nil else {
        known[column] = place
        continue
      }
      copies.append((column, place))
      foreign.append(place)
    }
  }

  private static func columns(_ meanings: ArraySlice<Meaning>) -> [Layout.Column] {
    meanings.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }

  /// Takes one of two equal headers for that of the column beside it whose own is nowhere: a
  /// character of 二级指标 was misread in 一级指标 | 三级指标 | 三级指标.
  private mutating func settleCopies(of layout: [Layout.Column]) {
    for copy in copies {
      if let name = known[.name], let place = known[copy.column], copy.column > .name, place < name,
        name < copy.place
      {
        // The points of a level stand left of the names, those of the indicators right of them.
        known[copy.column] = copy.place
        foreign.removeAll { $0 == copy.place }
        foreign.append(place)
        continue
      }
      guard let index = layout.firstIndex(of: copy.column), let place = known[copy.column] else {
        continue
      }
      let (left, right) = (min(place, copy.place), max(place, copy.place))
      if index > 0, layout[index - 1] != .caption, known[layout[index - 1]] == nil {
        known[layout[index - 1]] = left
        known[copy.column] = right
      } else if index + 1 < layout.count, known[layout[index + 1]] == nil {
        known[copy.column] = left
        known[layout[index + 1]] = right
      } else {
        continue
      }
      foreign.removeAll { $0 == copy.place }
    }
  }

  private static func isOfYear(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    return yearMarks.contains { key.starts(with: $0) }
  }

  private static let yearMarks = ["年度", "本年", "当年"].map { Array($0.utf8) }

  private static func nearMeanings(
    _ token: Int, of reading: FormReading
  ) -> ArraySlice<Meaning> {
    guard !reading.grid.tokens[token].key.isEmpty else { return [] }
    let near = reading.labels.nearColumns.near(
      reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
    return near.count == 1 ? reading.vocabulary.meanings(near[0], in: reading.layoutNumber) : []
  }

  // MARK: Targets

  /// No more rows are needed to see what a column holds.
  private static let rowsLookedAt = 8

  /// Of several columns whose headers nobody can read, none of them headed as the targets, the one
  /// whose cells look most like targets has them.
  private mutating func findTarget(below row: Int, of reading: FormReading) {
    guard let name = known[.name] else { return }
    let columns = foreign.filter { $0 > name }.sorted()
    guard columns.count > 1 else { return }
    var counts: [Int: Int] = [:]
    let end = min(row + 1 + Self.rowsLookedAt, reading.rows.upperBound)
    for token in (row + 1..<end).map({ reading.grid.rows[$0].tokens }).joined() {
      let cell = reading.grid.tokens[token]
      let features = CellFeatures(key: reading.grid.keys.span.extracting(cell.key))
      if features.isMeasure || features.isState { counts[cell.column, default: 0] += 1 }
    }
    let most = columns.map { counts[$0] ?? 0 }.max() ?? 0
    guard most > 0, let place = columns.last(where: { counts[$0] == most }) else { return }
    known[.target] = place
    foreign.removeAll { $0 == place }
  }
}
