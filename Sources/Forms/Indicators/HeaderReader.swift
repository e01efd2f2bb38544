internal import IR

/// Reads the header of the indicator table: which columns a form prints, where, and in which
/// order.
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
    let cells = upperCells(of: row, reading) + Array(reading.grid.rows[row].tokens)
    for token in cells { reader.add(token, of: reading) }
    for token in cells where reading.meanings(token).isEmpty {
      reader.addDamaged(token, of: reading)
    }
    reader.settleCopies(of: reading.layout.columns.map(\.key))
    if reader.known[.target] == nil { reader.findTarget(below: row, of: reading) }
    return reader.header(
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

  // MARK: Columns

  /// The columns from left to right, those whose headers are missing between the others.
  private func header(
    of layout: [Layout.Column], besides optional: [Layout.Column]
  ) -> ColumnAligner.Header {
    var printed = layout
    for column in optional { insert(column, into: &printed) }
    let columns = isInOrder(printed) ? printed : printedOrder(of: printed)
    var header = Self.complete(known, columns)
    guard let name = known[.name] else { return header }
    for place in foreign.sorted() where place > name && !mayBeMissing(place, columns) {
      let index = header.positions.firstIndex { $0 > place } ?? header.positions.count
      header.columns.insert(nil, at: index)
      header.positions.insert(place, at: index)
    }
    return header
  }

  /// Puts a column that only some forms print where its header stands, right of the levels.
  private func insert(_ column: Layout.Column, into columns: inout [Layout.Column]) {
    guard let place = known[column], let last = known[.level2] ?? known[.name], place > last else {
      return
    }
    let next = columns.firstIndex { known[$0].map { $0 > place } ?? false }
    columns.insert(column, at: next ?? columns.count)
  }

  private func isInOrder(_ columns: [Layout.Column]) -> Bool {
    let places = columns.compactMap { known[$0] }
    return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The columns in the order a form prints them in: 分值 may stand before the target.
  ///
  /// Levels and names come first in all forms; where they do not, their headers are damaged.
  private func printedOrder(of columns: [Layout.Column]) -> [Layout.Column] {
    let first = columns.prefix { $0 <= .name }
    guard let last = first.compactMap({ known[$0] }).max() else { return columns }
    let values = columns.dropFirst(first.count)
    guard isInOrder(Array(first)), values.allSatisfy({ known[$0] ?? .max > last }) else {
      return columns
    }
    var result = Array(first)
    for column in values.filter({ known[$0] != nil }).sorted(by: { known[$0] ?? 0 < known[$1] ?? 0 }
    ) { result.append(column) }
    for (index, column) in values.enumerated() where known[column] == nil {
      let before = columns[first.count + index - 1]
      result.insert(column, at: (result.firstIndex(of: before) ?? result.count - 1) + 1)
    }
    return result
  }

  /// Whether a header that is not known may be that of a column between its neighbours whose own
  /// is missing.
  private func mayBeMissing(_ place: Int, _ columns: [Layout.Column]) -> Bool {
    let before = columns.lastIndex { known[$0].map { $0 < place } ?? false } ?? -1
    let after = columns.firstIndex { known[$0].map { $0 > place } ?? false } ?? columns.count
    return after > before + 1
  }

  /// Places the columns whose headers are missing between those that are known.
  private static func complete(
    _ known: [Layout.Column: Int], _ columns: [Layout.Column]
  ) -> ColumnAligner.Header {
    var positions = [Int?](columns.map { known[$0] })
    for index in positions.indices where positions[index] == nil && index > 0 {
      if let before = positions[index - 1] { positions[index] = before + 1 }
    }
    for index in positions.indices.reversed() where positions[index] == nil {
      let after = index + 1 < positions.count ? positions[index + 1] : nil
      positions[index] = (after ?? index + 1) - 1
    }
    return .init(columns: columns, positions: positions.map { $0 ?? 0 })
  }
}
