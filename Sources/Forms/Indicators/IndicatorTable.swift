internal import IR

/// Finds the indicator table among the rows of a form, and binds the cells of its rows to columns.
struct IndicatorTable {
  /// The rows of the table, the header and the row of totals included.
  var rows: Range<Int>
  /// The row of totals.
  var totals: Int?
  /// The header the first rows stand under; the layout's own columns where it is lost.
  private(set) var header: ColumnAligner.Header
  /// Whether the form prints two levels of indicators, or has lost the header that would say so.
  let hasLevel2: Bool
  /// Whether no header was found.
  private(set) var isHeaderInferred: Bool
  /// The levels of a form that classifies its indicators in its own way.
  private(set) var ownLevels: OwnLevels?

  /// Finds the table; `nil` when the form has none.
  init?(in reading: borrowing FormReading) {
    if let start = reading.rows.first(where: { Self.headerCount($0, reading) >= 2 }) {
      let printed = HeaderReader(start, of: reading)
      header = printed.header(of: reading)
      hasLevel2 = !printed.isOfTwoLevels
      isHeaderInferred = false
      let isUpper = HeaderReader.isUpper(start - 1, of: start, reading)
      rows = (isUpper ? start - 1 : start)..<reading.rows.upperBound
    } else if let start = reading.rows.first(where: { Self.beginsWithLevel($0, reading) }) {
      header = HeaderReader.assumed(of: reading)
      hasLevel2 = true
      isHeaderInferred = true
      rows = start..<reading.rows.upperBound
    } else {
      return nil
    }
    for row in rows.dropFirst(isHeaderInferred ? 0 : 1) {
      guard let end = end(row, reading) else { continue }
      if end == .totals { totals = row }
      rows = rows.lowerBound..<(end == .totals ? row + 1 : row)
      break
    }
    ownLevels = OwnLevels(below: header, rows: rows.dropFirst(), of: reading)
  }

  private enum End { case totals, other }

  /// What ends the table at a row.
  private func end(_ row: Int, _ reading: FormReading) -> End? {
    // The caption of the table may be printed again in each of its rows.
    guard
      let token = reading.grid.rows[row].tokens.first(where: {
        !reading.facts($0).contains(.caption)
      })
    else { return nil }
    let facts = reading.facts(token)
    if facts.contains(.total) { return .totals }
    // 自评总分：98.5 in one cell is none of the indicators.
    if reading.grid.isOneText(row) {
      let head = reading.grid.head(of: reading.grid.tokens[token], reading.vocabulary)
      if reading.vocabulary.meanings(head, in: reading.layoutNumber).contains(.total) {
        return .other
      }
    }
    if facts.contains(.remarks) { return .other }
    let level1 = header.position(of: .level1) ?? 0
    return FurtherTables.begins(in: row, to: rows.upperBound, level1: level1, reading)
      ? .other : nil
  }

  // MARK: Header

  /// How many headers of columns a row holds, the caption aside; cells side by side that say the same
  /// head one.
  static func headerCount(_ row: Int, _ reading: FormReading) -> Int {
    var count = 0
    var last: Vocabulary.LabelID = -1
    for token in reading.grid.rows[row].tokens {
      let facts = reading.facts(token)
      if facts.contains(.fundingHeader) { return 0 }
      let label = reading.grid.tokens[token].label
      if label != last { count += facts.headerCount }
      last = label
    }
    return count == 1 && HeaderReader.isNamedByCaption(row, reading) ? 2 : count
  }

  private static let rowNumberHeaders = WordSet("序号 编号 行次")

  /// The column in which a header says that the rows are numbered, left of the names.
  private static func columnOfRowNumbers(
    _ row: Int, leftOf name: Int, _ reading: FormReading
  ) -> Int? {
    reading.grid.rows[row].tokens.first { reading.isOne($0, of: rowNumberHeaders) }
      .map { reading.grid.tokens[$0].column }.flatMap { $0 < name ? $0 : nil }
  }

  private static func beginsWithLevel(_ row: Int, _ reading: FormReading) -> Bool {
    guard reading.grid.rows[row].table != nil else { return false }
    let tokens = reading.grid.rows[row].tokens
    return tokens.count >= 2
      && tokens.prefix(3).contains { reading.levelMatch($0)?.certainty == .exact }
  }

  // MARK: Rows

  /// What the last header says of the rows below it.
  private struct Below {
    var reader: RowReader
    var parts: TargetParts?
    /// The column that numbers the rows.
    var numbers: Int?
    /// The columns with the points of levels.
    var points = LevelPoints()
    /// The last header of several rows, of which a page may print one alone.
    var divided: Range<Int>?
    var scope: IndicatorScope?
    /// What is to be said of the header, as soon as a row stands below it.
    var doubts: [HeaderDoubt] = []
    /// The headers that something was said of: they are printed again on every page.
    private var doubtful: Set<String> = []

    init(_ reader: RowReader) { self.reader = reader }

    /// Says what is to be said of the header.
    mutating func report(to reading: inout FormReading) {
      for doubt in doubts where doubtful.insert(reading.text(doubt.token, .value)).inserted {
        doubt.report(to: &reading)
      }
      doubts = []
    }
  }

  /// Binds the cells of every row; headers, captions and labels are marked in the reading.
  func alignedRows(of reading: inout FormReading) -> [IndicatorRow] {
    let hasOpenLevel2 = reading.layout.taxonomy.groups.contains(where: \.isOpen)
    var below = Below(
      RowReader(
        aligner: ColumnAligner(header: header, hasOpenLevel2: hasOpenLevel2), ownLevels: ownLevels,
        foreign: []))
    var result: [IndicatorRow] = []
    result.reserveCapacity(rows.count)
    var items: [ColumnAligner.Item] = []
    let spelled = SpelledLabels(in: rows, of: reading)
    var table: Int? = reading.grid.rows[rows.lowerBound].table
    var isCut = false
    var isFoot = false
    for row in rows where row != totals {
      guard !Self.passes(over: row, &isFoot, of: &reading),
        let number = reading.grid.rows[row].table
      else { continue }
      isCut = isCut || table != number
      table = number
      if isHeader(row, readInto: &below, of: &reading) { continue }
      below.reader.readItems(row, of: reading, into: &items)
      spelled.settle(&items)
      if let numbers = below.numbers,
        let index = items.firstIndex(where: { $0.column == numbers && $0.features.isPlainNumber })
      {
        reading[fate: items.remove(at: index).token] = .label
      }
      let points = below.points.take(&items)
      BrokenLabels.takePoints(
        &items, leftOf: below.reader.aligner.header.position(of: .name), of: &reading)
      BrokenLabels.takeRests(&items, below: &result, of: &reading)
      let target = below.parts?.join(&items, reading)
      guard
        var aligned = below.reader.align(row, &items, below: result, of: &reading)
      else { continue }
      below.report(to: &reading)
      if !points.isEmpty { aligned.further += points }
      if aligned.goesOn {
        WrappedCells.join(aligned, into: &result[result.count - 1], of: reading)
        continue
      }
      target?.complete(&aligned, of: &reading)
      aligned.noteMove(reading.grid)
      aligned.scope = below.scope
      aligned.beginsTable = isCut
      isCut = false
      result.append(aligned)
    }
    return result
  }

  /// Whether a row is of a header, which is read then.
  private func isHeader(
    _ row: Int, readInto below: inout Below, of reading: inout FormReading
  ) -> Bool {
    // The further rows of a header were read with the first.
    if let first = reading.grid.rows[row].tokens.first, reading[fate: first] == .label {
      return true
    }
    let headerCount = Self.headerCount(row, reading)
    let isPart =
      if let header = below.divided { Self.isPart(of: header, row, reading) } else { false }
    if headerCount >= 2 || isPart {
      if isPart {
        Self.markLabels(row, of: &reading)
      } else {
        readHeader(row, into: &below, of: &reading)
      }
      return true
    }
    // The upper row of a header is read with the lower one.
    guard headerCount == 1, HeaderReader.isUpper(row, of: row + 1, reading) else { return false }
    Self.markLabels(row, of: &reading)
    return true
  }

  /// Whether the first weights below a header are percentages, and none is a plain number.
  private static func hasPercentages(at place: Int, below row: Int, _ reading: FormReading) -> Bool
  {
    var count = 0
    for row in row + 1..<min(row + 1 + HeaderReader.rowsLookedAt, reading.rows.upperBound) {
      guard
        let token = reading.grid.rows[row].tokens.last(where: {
          reading.grid.tokens[$0].column == place
        })
      else { continue }
      let features = reading.features(of: token)
      if features.isPlainNumber { return false }
      if features.isPercentage { count += 1 }
    }
    return count > 1
  }

  /// Whether a row is one of a header above, alone: that header still holds.
  private static func isPart(of header: Range<Int>, _ row: Int, _ reading: FormReading) -> Bool {
    guard header.contains(where: { HeaderParts.repeats($0, on: row, reading) }) else {
      return false
    }
    return HeaderParts.rows(below: row, of: reading).isEmpty
  }

  /// Reads a header of the rows below it.
  private func readHeader(_ row: Int, into below: inout Below, of reading: inout FormReading) {
    let printed = HeaderReader(row, of: reading)
    let header = printed.header(of: reading)
    below.reader.aligner = ColumnAligner(
      header: header, hasOpenLevel2: reading.layout.taxonomy.groups.contains(where: \.isOpen))
    // Without closures here and above: one that holds the reading would copy all of it.
    if let weight = printed.known[.weight] {
      below.reader.aligner.hasPercentages = Self.hasPercentages(at: weight, below: row, reading)
    }
    below.reader.foreign = printed.foreign
    below.reader.hasUnheadedPoints = printed.known[.weight] == nil && printed.known[.score] == nil
    below.doubts = printed.doubts
    below.parts = TargetParts(header: row, target: header.position(of: .target), of: reading)
    below.reader.units = below.parts?.unit
    below.numbers = Self.columnOfRowNumbers(
      row, leftOf: header.position(of: .name) ?? .max, reading)
    below.points = printed.pointsOfLevels(row, of: reading)
    below.scope = IndicatorScope.below(header: row, in: rows, of: reading) ?? below.scope
    for token in reading.grid.rows[row].tokens {
      reading[fate: token] = .label
      reading.noteSuffix(of: token)
    }
    let parts = HeaderParts.rows(below: row, of: reading)
    for part in parts { Self.markLabels(part, of: &reading) }
    if !parts.isEmpty { below.divided = row..<parts.upperBound }
  }

  /// Whether a row is none of the table's: a line between tables, the number of a page, the foot, or
  /// the title printed again.
  private static func passes(
    over row: Int, _ isFoot: inout Bool, of reading: inout FormReading
  ) -> Bool {
    guard reading.grid.rows[row].table != nil else {
      if isTitleAgain(row, reading) { markLabels(row, of: &reading) }
      return true
    }
    // Nearly all rows have several cells, which is told on the spot: a call would copy the reading.
    let tokens = reading.grid.rows[row].tokens
    let isOneCell =
      tokens.count <= 1
      || reading.grid.tokens[tokens.lowerBound].cell
        == reading.grid.tokens[tokens.upperBound - 1].cell
    if reading.grid.numbersColumns(row) {
      markLabels(row, of: &reading)
      return true
    }
    let isPageNumber =
      isOneCell && (PageNumber.isAlone(on: row, reading) || PageNumber.isBare(on: row, reading))
    if !isPageNumber {
      isFoot = FootRule.begins(row, reading) || isFoot && !beginsWithLevel(row, reading)
    }
    if isPageNumber || isFoot {
      reading.footRows.insert(row)
      return true
    }
    guard isOneCell, isTitleOrYear(row, reading) else { return false }
    markLabels(row, of: &reading)
    return true
  }

  private static func markLabels(_ row: Int, of reading: inout FormReading) {
    for token in reading.grid.rows[row].tokens { reading[fate: token] = .label }
  }

  /// Whether a line between tables is the title once more, at the top of a page.
  private static func isTitleAgain(_ row: Int, _ reading: FormReading) -> Bool {
    let tokens = reading.grid.rows[row].tokens
    guard let title = reading.form.title, tokens.count == 1, let token = tokens.first else {
      return false
    }
    return reading.text(token, .value) == title
  }

  /// Whether a row repeats the title or the year below a page break.
  private static func isTitleOrYear(_ row: Int, _ reading: FormReading) -> Bool {
    let tokens = reading.grid.rows[row].tokens
    guard tokens.count == 1, let token = tokens.first else { return false }
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    return reading.vocabulary.isTitle(key) || TitleRule.year(ofLine: key) != nil
  }
}
