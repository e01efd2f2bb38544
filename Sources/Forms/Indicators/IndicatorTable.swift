internal import IR

/// Finds the indicator table among the rows of a form, and binds the cells of its rows to columns.
struct IndicatorTable {
  /// The rows of the table, the header and the row of totals included.
  var rows: Range<Int>
  /// The row of totals.
  var totals: Int?
  /// The header the first rows stand under; the layout's own columns where it is lost.
  private(set) var header: ColumnAligner.Header
  /// Whether no header was found.
  private(set) var isHeaderInferred: Bool
  /// The levels of a form that classifies its indicators in its own way.
  private(set) var ownLevels: OwnLevels?

  /// Finds the table; `nil` when the form has none.
  init?(in reading: FormReading) {
    if let start = reading.rows.first(where: { Self.headerCount($0, reading) >= 2 }) {
      header = HeaderReader.read(start, of: reading)
      isHeaderInferred = false
      rows = start..<reading.rows.upperBound
    } else if let start = reading.rows.first(where: { Self.beginsWithLevel($0, reading) }) {
      header = HeaderReader.assumed(of: reading)
      isHeaderInferred = true
      rows = start..<reading.rows.upperBound
    } else {
      return nil
    }
    for row in rows.dropFirst(isHeaderInferred ? 0 : 1) {
      guard let end = Self.end(row, reading) else { continue }
      if end == .totals { totals = row }
      rows = rows.lowerBound..<(end == .totals ? row + 1 : row)
      break
    }
    ownLevels = OwnLevels(below: header, rows: rows.dropFirst(), of: reading)
  }

  private enum End { case totals, remarks }

  /// What ends the table at a row.
  private static func end(_ row: Int, _ reading: FormReading) -> End? {
    guard let token = reading.grid.rows[row].tokens.first else { return nil }
    let facts = reading.facts(token)
    if facts.isTotal { return .totals }
    return facts.isRemarks ? .remarks : nil
  }

  // MARK: Header

  /// How many headers of columns a row holds, the caption aside.
  static func headerCount(_ row: Int, _ reading: FormReading) -> Int {
    var count = 0
    var isFunding = false
    for token in reading.grid.rows[row].tokens {
      let facts = reading.facts(token)
      count += facts.headerCount
      isFunding = isFunding || facts.isFundingHeader
    }
    return isFunding ? 0 : count
  }

  private static let rowNumberHeaders = WordSet("序号 编号 行次")

  /// The column left of the levels in which a header says that the rows are numbered.
  private static func columnOfRowNumbers(_ row: Int, _ reading: FormReading) -> Int? {
    guard let token = reading.grid.rows[row].tokens.first,
      rowNumberHeaders.contains(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
    else { return nil }
    return reading.grid.tokens[token].column
  }

  private static func beginsWithLevel(_ row: Int, _ reading: FormReading) -> Bool {
    guard reading.grid.rows[row].table != nil else { return false }
    let tokens = reading.grid.rows[row].tokens
    return tokens.count >= 2
      && tokens.prefix(3).contains { reading.levelMatch($0)?.certainty == .exact }
  }

  // MARK: Rows

  /// Binds the cells of every row; headers, captions and labels are marked in the reading.
  func alignedRows(of reading: inout FormReading) -> [IndicatorRow] {
    let hasOpenLevel2 = reading.layout.taxonomy.groups.contains(where: \.isOpen)
    var aligner = ColumnAligner(header: header, hasOpenLevel2: hasOpenLevel2)
    var result: [IndicatorRow] = []
    result.reserveCapacity(rows.count)
    var items: [ColumnAligner.Item] = []
    var table: Int? = reading.grid.rows[rows.lowerBound].table
    var parts: TargetParts?
    var numbers: Int?
    var scope: IndicatorScope?
    var isCut = false
    var isFoot = false
    for row in rows where row != totals {
      guard !Self.passes(over: row, &isFoot, of: &reading),
        let number = reading.grid.rows[row].table
      else { continue }
      isCut = isCut || table != number
      table = number
      if Self.headerCount(row, reading) >= 2 {
        aligner = ColumnAligner(
          header: HeaderReader.read(row, of: reading), hasOpenLevel2: hasOpenLevel2)
        parts = TargetParts(header: row, of: reading)
        numbers = Self.columnOfRowNumbers(row, reading)
        scope = IndicatorScope.below(header: row, in: rows, of: reading) ?? scope
        for token in reading.grid.rows[row].tokens {
          reading[fate: token] = .label
          reading.noteSuffix(of: token)
        }
        continue
      }
      readItems(row, of: reading, into: &items)
      if let first = items.first, first.column == numbers, first.features.isPlainNumber {
        reading[fate: items.removeFirst().token] = .label
      }
      let target = parts?.join(&items, reading)
      guard var aligned = align(row, &items, with: aligner, of: &reading) else { continue }
      if let target { Self.complete(&aligned, with: target, of: &reading) }
      aligned.scope = scope
      aligned.beginsTable = isCut
      isCut = false
      result.append(aligned)
    }
    return result
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
    let isPageNumber = PageNumber.isAlone(on: row, reading)
    if !isPageNumber {
      isFoot = FootRule.begins(row, reading) || isFoot && !beginsWithLevel(row, reading)
    }
    if isPageNumber || isFoot {
      reading.footRows.insert(row)
      return true
    }
    guard isTitleOrYear(row, reading) else { return false }
    markLabels(row, of: &reading)
    return true
  }

  private static func markLabels(_ row: Int, of reading: inout FormReading) {
    for token in reading.grid.rows[row].tokens { reading[fate: token] = .label }
  }

  /// Binds the cells of one row; `nil` when it has none.
  private func align(
    _ row: Int, _ items: inout [ColumnAligner.Item], with aligner: ColumnAligner,
    of reading: inout FormReading
  ) -> IndicatorRow? {
    var result = IndicatorRow(row: row)
    ownLevels?.take(&items, into: &result, of: &reading)
    guard !items.isEmpty || !result.labels.isEmpty,
      !items.allSatisfy({ Self.isRule($0.token, reading) })
    else {
      for item in items { reading[fate: item.token] = .label }
      return nil
    }
    let labelCount = leadingLabels(items)
    for index in items.indices.prefix(labelCount) {
      takeLeading(items, index, aligner.header, into: &result, of: &reading)
    }
    let hasLevel2 = ownLevels != nil || result.labels.contains { $0.column == .level2 }
    let taken: Layout.Column? = hasLevel2 ? .level2 : nil
    items = aligner.fitting(Array(items.dropFirst(labelCount)), startingAfter: taken)
    let assignment =
      aligner.assignmentOfLoneText(items)
      ?? aligner.align(
        items,
        besides: result.labels.map { (reading.grid.tokens[$0.token].column, $0.column) },
        startingAfter: taken)
    for (item, column) in zip(items, assignment.columns) {
      if let column {
        take(item, column, into: &result, of: &reading)
      } else {
        reading.foreign.insert(item.token)
      }
    }
    noteShift(of: items, assignment, aligner.header, in: &result)
    settleNameAcrossLevels(items, assignment, aligner.header, in: &result)
    settleLabelOfBothLevels(aligner.header, in: &result, of: reading)
    noteLabelColumns(aligner.header, in: &result, of: reading)
    return result
  }

  /// Adds the parts of a target to the cell of its number.
  private static func complete(
    _ row: inout IndicatorRow, with cells: TargetParts.Cells, of reading: inout FormReading
  ) {
    guard row[.target].first == cells.number else { return }
    if let kind = cells.kind { reading[fate: kind] = .label }
    var target = TokenList()
    for token in [cells.relation, cells.number, cells.unit] {
      if let token { target.append(token) }
    }
    row[.target] = target
  }

  /// Looks at the cells of a row.
  private func readItems(
    _ row: Int, of reading: FormReading, into items: inout [ColumnAligner.Item]
  ) {
    items.removeAll(keepingCapacity: true)
    let tokens = reading.grid.rows[row].tokens
    for token in tokens {
      let features = Self.features(token, of: reading)
      let isCaption = isCaption(token, of: reading)
      let mayBeLabel = token < tokens.lowerBound + 4 && !features.isMeasure && !isCaption
      items.append(
        .init(
          token: token, column: reading.grid.tokens[token].column, features: features,
          match: mayBeLabel ? reading.levelMatch(token) : nil, isCaption: isCaption))
    }
  }

  /// Whether a cell is the caption of the table, or a header that stands for a level nobody named:
  /// 服务对象满意度指标 | 具体指标 | ….
  private func isCaption(_ token: Int, of reading: FormReading) -> Bool {
    let facts = reading.facts(token)
    if facts.isCaption { return true }
    guard facts.headerCount > 0, !facts.isLevel, let level2 = header.position(of: .level2) else {
      return false
    }
    return reading.grid.tokens[token].column <= level2
  }

  /// What a cell looks like; long texts and LaTeX are read for it, others are told by their keys.
  private static func features(_ token: Int, of reading: FormReading) -> CellFeatures {
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    if !key.isEmpty, !mayHoldLaTeX(key) { return CellFeatures(key: key) }
    var bytes: [UInt8] = []
    reading.appendText(token, .measure, to: &bytes)
    return bytes.isEmpty ? CellFeatures(key: key) : CellFeatures(key: bytes.span)
  }

  private static func mayHoldLaTeX(_ key: Span<UInt8>) -> Bool {
    for index in key.indices
    where key[index] == UInt8(ascii: "$") || key[index] == UInt8(ascii: "\\") { return true }
    return false
  }

  /// How many items at the beginning of a row are the caption or level labels in full.
  private func leadingLabels(_ items: [ColumnAligner.Item]) -> Int {
    items.prefix { $0.isCaption || $0.match?.certainty == .exact }.count
  }

  private func takeLeading(
    _ items: [ColumnAligner.Item], _ index: Int, _ header: ColumnAligner.Header,
    into row: inout IndicatorRow, of reading: inout FormReading
  ) {
    let item = items[index]
    reading[fate: item.token] = .label
    reading.noteSuffix(of: item.token)
    guard let match = item.match, !item.isCaption else { return }
    let next = index + 1 < items.count ? items[index + 1].match : nil
    let isLevel1 = isLevel1(match, item.column, before: next, header, in: row, of: reading)
    row.labels.append(
      .init(token: item.token, match: match, column: isLevel1 ? .level1 : .level2))
  }

  /// Whether a label is of level 1; 成本指标 and 满意度指标 are labels of both levels, told by the
  /// labels beside them, then by their column.
  private func isLevel1(
    _ match: LevelMatch, _ place: Int, before next: LevelMatch?, _ header: ColumnAligner.Header,
    in row: IndicatorRow, of reading: FormReading
  ) -> Bool {
    if match.groups.isEmpty || match.states.isEmpty { return !match.groups.isEmpty }
    if row.labels.contains(where: { $0.column == .level1 }) { return false }
    if let next, next.states.contains(where: { match.groups.contains(reading.states[$0].group) }) {
      return true
    }
    guard let level1 = header.position(of: .level1), let level2 = header.position(of: .level2)
    else { return true }
    return abs(place - level1) < abs(place - level2)
  }

  private func take(
    _ item: ColumnAligner.Item, _ column: Layout.Column, into row: inout IndicatorRow,
    of reading: inout FormReading
  ) {
    switch column {
    case .caption:
      if Self.mayBeCaption(item, reading) { reading[fate: item.token] = .label }
    case .level1, .level2:
      if let match = item.match {
        reading[fate: item.token] = .label
        row.labels.append(.init(token: item.token, match: match, column: column))
      } else if column == .level2 {
        row.openText = item.token
      }
    case .name, .overallTarget, .target, .actual, .weight, .score, .deviation, .remark:
      row[column].append(item.token)
    }
  }

  /// Whether a cell in the caption's column says nothing: the caption, damaged or not, or the number
  /// of the row.
  ///
  /// Any other text there is one that has no place.
  private static func mayBeCaption(_ item: ColumnAligner.Item, _ reading: FormReading) -> Bool {
    if item.isCaption || item.features.isPlainNumber { return true }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[item.token].key)
    return !reading.labels.nearColumns.near(key).isEmpty
  }

  /// Notes how far the row stands from its header: its name, or the first cell after it.
  private func noteShift(
    of items: [ColumnAligner.Item], _ assignment: ColumnAligner.Assignment,
    _ header: ColumnAligner.Header, in row: inout IndicatorRow
  ) {
    row.isInPlace = zip(items, assignment.columns).allSatisfy { item, column in
      guard let column else { return true }
      return column < .name || item.column == header.position(of: column)
    }
    for (item, column) in zip(items, assignment.columns) {
      guard let column, column >= .name, let place = header.position(of: column) else { continue }
      if item.column != place {
        row.shifts.append(.init(token: item.token, columns: item.column - place))
      }
      return
    }
  }

  /// Takes a name that begins where level 1 stands, beside values in their places, for one whose
  /// cell is merged over the columns of the levels: 预算执行率 has none.
  private func settleNameAcrossLevels(
    _ items: [ColumnAligner.Item], _ assignment: ColumnAligner.Assignment,
    _ header: ColumnAligner.Header, in row: inout IndicatorRow
  ) {
    guard row.labels.isEmpty, items.count > 2, assignment.columns.first == .name,
      items[0].column == header.position(of: .level1),
      zip(items, assignment.columns).dropFirst().allSatisfy({ item, column in
        column.map { item.column == header.position(of: $0) } ?? true
      })
    else { return }
    row.shifts = []
    row.isAcrossLevels = true
  }

  /// Takes the only label of a row that is shifted to the right for one of level 1, where it may be
  /// of both levels and stood in the column of level 1 before the row was shifted.
  private func settleLabelOfBothLevels(
    _ header: ColumnAligner.Header, in row: inout IndicatorRow, of reading: FormReading
  ) {
    guard row.labels.count == 1, let shift = row.shifts.first?.columns, shift > 0,
      !row.labels[0].match.groups.isEmpty,
      reading.grid.tokens[row.labels[0].token].column - shift == header.position(of: .level1)
    else { return }
    row.labels[0].column = .level1
  }

  /// Notes the labels that stand in another column than theirs although the row is not shifted
  /// as they are.
  private func noteLabelColumns(
    _ header: ColumnAligner.Header, in row: inout IndicatorRow, of reading: FormReading
  ) {
    guard row.hasContent else { return }
    for label in row.labels {
      guard let place = header.position(of: label.column) else { continue }
      let columns = reading.grid.tokens[label.token].column - place
      if columns != row.shifts.first?.columns ?? 0, columns != 0 {
        row.misplacedLabels.append(label.token)
      }
    }
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

  /// Whether a cell holds nothing but the dashes of a markdown delimiter row.
  private static func isRule(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.tokens[token].key
    return !key.isEmpty
      && reading.grid.keys[key].allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|")
      }
  }
}
