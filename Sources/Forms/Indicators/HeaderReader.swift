internal import IR

/// Reads the header of the indicator table: which columns a form prints, and where.
struct HeaderReader {
  /// Where each column of the layout has its header.
  private var known: [Layout.Column: Int] = [:]
  /// Where headers stand that head no column of the layout, or one that has its header already.
  private var foreign: [Int] = []
  /// Further headers of columns that have one, with their places.
  private var copies: [(column: Layout.Column, place: Int)] = []

  /// The columns of a header row.
  static func read(_ row: Int, of reading: FormReading) -> ColumnAligner.Header {
    var reader = HeaderReader()
    for token in reading.grid.rows[row].tokens { reader.add(token, of: reading) }
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

  private mutating func add(_ token: Int, of reading: FormReading) {
    let place = reading.grid.tokens[token].column
    let columns = Self.meanings(token, of: reading).compactMap { meaning in
      if case .column(let column) = meaning { column } else { nil as Layout.Column? }
    }
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

  /// Takes one of two equal headers for that of the column beside it whose own is nowhere: a
  /// character of 二级指标 was misread in 一级指标 | 三级指标 | 三级指标.
  private mutating func settleCopies(of layout: [Layout.Column]) {
    for copy in copies {
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

  private static func meanings(
    _ token: Int, of reading: FormReading
  ) -> ArraySlice<Meaning> {
    let exact = reading.meanings(token)
    if !exact.isEmpty || reading.grid.tokens[token].key.isEmpty { return exact }
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
