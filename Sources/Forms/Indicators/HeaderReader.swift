internal import IR

/// Reads the header of the indicator table: which columns a form prints, and where.
struct HeaderReader {
  /// Where each column of the layout has its header.
  var known = ColumnPlaces()
  /// The headers that head no column of the layout, or one that has its header already.
  var foreign: [ForeignHeader] = []
  /// Further headers of columns that have one, with their places, and whether they say the same as the first.
  private var copies: [(column: Layout.Column, place: Int, isSame: Bool)] = []
  /// The cell that heads the targets.
  private var targetHeader: Int?
  /// The headers that are names of places, each with its own target.
  var places: Set<Int> = []
  /// What is not certain about the columns.
  var doubts: [HeaderDoubt] = []
  /// Whether the form classifies its indicators by one level, so that the header of level 2 heads them.
  private(set) var isOfTwoLevels = false
  /// Whether a cell of the header covers a column, by its number.
  private(set) var taken: [Bool] = []

  /// Each of them is a column that every cell of a row is held against; no form has so many.
  private static let mostForeign = 64

  /// Reads a header row.
  init(_ row: Int, of reading: borrowing FormReading) {
    let cells = Self.upperCells(of: row, reading) + Array(reading.grid.rows[row].tokens)
    for token in cells { cover(token, of: reading) }
    for token in cells { add(token, of: reading) }
    if Self.isNamedByCaption(row, reading) {
      known[.name] = known[.caption]
      known[.caption] = nil
    }
    placeLostName()
    settleTwoLevels(below: row, of: reading)
    var above = cells
    for row in HeaderParts.rows(below: row, of: reading) where !reading.grid.rows[row].endsHeader {
      let parts = Array(reading.grid.rows[row].tokens)
      addParts(parts, below: above, of: reading)
      above += parts
    }
    settleCopies(of: reading.layout.columns.map(\.key))
    if !foreign.isEmpty {
      settleEmptyTarget(below: row, of: reading)
      settleQualified(of: reading)
      findPlaces(of: reading)
      settleDamaged(of: reading)
      if known[.target] == nil { findTarget(below: row, of: reading) }
      findActual(of: reading)
      noteUnknown(of: reading)
    }
    findUnheaded(below: row, of: reading)
  }

  /// The columns a form prints, from left to right; where each place has its targets, there are none of all.
  func header(of reading: FormReading) -> ColumnAligner.Header {
    printedColumns.header(
      of: reading.layout.columns.map(\.key).filter { $0 != .target || places.isEmpty },
      besides: reading.layout.optionalColumns.map(\.key))
  }

  /// The columns as far as they are known.
  var printedColumns: PrintedColumns {
    PrintedColumns(known: known, foreign: foreign, taken: taken)
  }

  /// Finds the place of the names whose header is lost: right of level 2, where no header stands.
  private mutating func placeLostName() {
    guard known[.name] == nil, let level2 = known[.level2],
      level2 + 1 < taken.count, !taken[level2 + 1]
    else { return }
    known[.name] = level2 + 1
  }

  /// Takes the header of level 2 for that of the names where there is none, nor room for one, and no
  /// label of a level stands below it: 一级指标 | 二级指标 | 指标值.
  private mutating func settleTwoLevels(below row: Int, of reading: FormReading) {
    guard known[.name] == nil, let level2 = known[.level2], known[.target] != nil else { return }
    let cells = (row + 1..<min(row + 1 + Self.rowsLookedAt, reading.rows.upperBound)).flatMap {
      reading.grid.rows[$0].tokens.filter { reading.grid.tokens[$0].column == level2 }
    }
    guard !cells.isEmpty, cells.allSatisfy({ reading.levelMatch($0) == nil }) else { return }
    isOfTwoLevels = true
    known[.name] = level2
    known[.level2] = nil
  }

  /// Notes the columns that a cell of the header covers.
  private mutating func cover(_ token: Int, of reading: FormReading) {
    let cell = reading.grid.tokens[token]
    let end = cell.column + cell.columnSpan
    while taken.count < end { taken.append(false) }
    for column in cell.column..<end { taken[column] = true }
  }

  /// The layout's own columns, for a table whose header is lost.
  static func assumed(of reading: FormReading) -> ColumnAligner.Header {
    let columns = reading.layout.columns.map(\.key)
    return .init(columns: columns, positions: Array(columns.indices))
  }

  // MARK: Cells

  /// The cells of the upper row of a header of two rows that reach down beside the lower one: 三级指标 |
  /// 年度指标 | 自评情况, and 分值 | 年度指标值 | 实际完成值 | 得分 below the last two; or 绩效指标 | 实际完成值 | 得分, and
  /// 一级指标 | 二级指标 | 三级指标 | 指标值 below the first.
  private static func upperCells(of row: Int, _ reading: FormReading) -> [Int] {
    guard isUpper(row - 1, of: row, reading) else { return [] }
    let taken = Set(reading.grid.rows[row].tokens.map { reading.grid.tokens[$0].column })
    return reading.grid.rows[row - 1].tokens.filter {
      !taken.contains(reading.grid.tokens[$0].column)
    }
  }

  /// Whether a row is the upper one of a header of two rows.
  static func isUpper(_ upper: Int, of row: Int, _ reading: FormReading) -> Bool {
    guard upper >= reading.rows.lowerBound, row < reading.rows.upperBound,
      reading.grid.rows[upper].table == reading.grid.rows[row].table
    else { return false }
    if heads(.name, upper, reading) {
      return IndicatorTable.headerCount(upper, reading) >= 2 && !heads(.name, row, reading)
    }
    // The caption stands over the columns of the lower row.
    return IndicatorTable.headerCount(upper, reading) == 1 && heads(.name, row, reading)
      && heads(.caption, upper, reading)
  }

  /// Whether a row has the header of a column.
  private static func heads(_ column: Layout.Column, _ row: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].tokens.contains { reading.meanings($0).contains(.column(column)) }
  }

  /// Whether the caption heads the names, in a header that has the targets and neither names nor
  /// levels: 绩效指标 | 指标权重 | 指标值.
  static func isNamedByCaption(_ row: Int, _ reading: FormReading) -> Bool {
    var hasCaption = false
    var hasTarget = false
    for token in reading.grid.rows[row].tokens {
      for case .column(let column) in reading.meanings(token) {
        switch column {
        case .caption: hasCaption = true
        case .target: hasTarget = hasCaption
        case .level1, .level2, .name: return false
        default: break
        }
      }
    }
    return hasTarget
  }

  private mutating func add(_ token: Int, of reading: FormReading) {
    let place = reading.grid.tokens[token].column
    let columns = Self.columns(reading.meanings(token))
    if columns.isEmpty { addForeign(token, at: place) }
    for column in columns {
      guard let other = known[column] else {
        known[column] = place
        if column == .target { targetHeader = token }
        continue
      }
      // Of two columns of targets that of the year counts: 实施期指标值 | 年度指标值.
      if column != .target { addCopy(token, of: column, at: place, in: reading) }
      guard column == .target, Self.isOfYear(token, reading) else {
        addForeign(token, at: place)
        continue
      }
      addForeign(targetHeader, at: other)
      known[column] = place
      targetHeader = token
    }
  }

  /// Adds a further header of a column that has one.
  private mutating func addCopy(
    _ token: Int, of column: Layout.Column, at place: Int, in reading: FormReading
  ) {
    let grid = reading.grid
    let row = grid.rows[grid.tokens[token].row].tokens
    let first = row.first { grid.tokens[$0].column == known[column] }
    let isSame = first.map { grid.keys[grid.tokens[$0].key] == grid.keys[grid.tokens[token].key] }
    copies.append((column, place, isSame ?? true))
  }

  /// Adds a header of a column that the layout does not have; the cells below those beyond the limit
  /// have no place.
  mutating func addForeign(_ token: Int?, at place: Int) {
    if foreign.count < Self.mostForeign { foreign.append(.init(token: token, place: place)) }
  }

  /// Adds the parts that a further row of the header divides columns into.
  ///
  /// A part that heads a column of the layout has it, that of the year has the column it divides, and that of
  /// the whole project has its target; others are none of the layout's.
  private mutating func addParts(_ parts: [Int], below cells: [Int], of reading: FormReading) {
    let shift = shift(of: parts, below: cells, reading)
    func divided(_ part: Int) -> Int? {
      cells.last { reading.grid.tokens[$0].column <= reading.grid.tokens[part].column + shift }
    }
    for cell in Set(parts.compactMap(divided)) {
      let place = reading.grid.tokens[cell].column
      for column in Self.columns(reading.meanings(cell)) where known[column] == place {
        known[column] = nil
      }
      foreign.removeAll { $0.token == cell }
    }
    for part in parts {
      cover(part, of: reading)
      let place = reading.grid.tokens[part].column + shift
      let own = Self.columns(reading.meanings(part))
      let isOfTarget = isPartOfTarget(part, among: parts, dividing: divided, reading)
      if isOfTarget, TargetParts.isHeader(part, reading) { continue }
      let others =
        !own.isEmpty
        ? []
        : isOfTarget ? [.target] : HeaderParts.columns(of: part, dividing: divided(part), reading)
      let columns = (own + others).filter { known[$0] == nil }
      if columns.isEmpty { addForeign(part, at: place) }
      for column in columns { known[column] = place }
    }
  }

  /// How far parts stand to the left of what they divide: no form divides the names, nor a level.
  private func shift(of parts: [Int], below cells: [Int], _ reading: FormReading) -> Int {
    guard let name = known[.name], let first = parts.first,
      reading.grid.tokens[first].column <= name,
      let divided = cells.first(where: { reading.grid.tokens[$0].column > name })
    else { return 0 }
    return reading.grid.tokens[divided].column - reading.grid.tokens[first].column
  }

  static func columns(_ meanings: ArraySlice<Meaning>) -> [Layout.Column] {
    meanings.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }

  /// Takes one of two equal headers for that of the column beside it whose own is nowhere: a
  /// character of 二级指标 was misread in 一级指标 | 三级指标 | 三级指标.
  private mutating func settleCopies(of layout: [Layout.Column]) {
    for copy in copies {
      if let name = known[.name], let place = known[copy.column], copy.column > .name, place < name
      {
        // The points of a level stand left of the names, those of the indicators right of them.
        guard name < copy.place else { continue }
        known[copy.column] = copy.place
        foreign.removeAll { $0.place == copy.place }
        continue
      }
      guard let index = layout.firstIndex(of: copy.column), let place = known[copy.column] else {
        continue
      }
      let (left, right) = (min(place, copy.place), max(place, copy.place))
      if copy.column == .name, known[.level1] == nil, known[.level2] == nil {
        // 指标 | 指标内容: the form classifies its indicators by one level.
        (known[.level1], known[.name], isOfTwoLevels) = (left, right, true)
      } else if !copy.isSame {
        // 三级指标 | 具体指标: no character makes one of the other.
        continue
      } else if index > 0, layout[index - 1] != .caption, known[layout[index - 1]] == nil {
        known[layout[index - 1]] = left
        known[copy.column] = right
      } else if index + 1 < layout.count, known[layout[index + 1]] == nil {
        known[copy.column] = left
        known[layout[index + 1]] = right
      } else {
        continue
      }
      foreign.removeAll { $0.place == copy.place }
    }
  }

  private static func isOfYear(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    return yearMarks.contains { key.starts(with: $0) }
  }

  private static let yearMarks = ["年度", "本年", "当年"].map { Array($0.utf8) }
}
