internal import IR

/// Reads one row of the indicator table: binds its cells to columns, by the header it stands under.
struct RowReader {
  /// Binds cells by the header that the rows stand under.
  var aligner: ColumnAligner
  /// The levels of a form that classifies its indicators in its own way.
  let ownLevels: OwnLevels?

  /// The columns whose cells repeat those on their left.
  var repeated: Set<Int> = []
  /// The headers of columns that the layout does not have.
  var foreign: [ForeignHeader] {
    didSet {
      let headers = foreign.compactMap { header in header.token.map { (header.place, $0) } }
      foreignHeaders = Dictionary(headers) { first, _ in first }
    }
  }
  /// The cells of those headers, by their places.
  private(set) var foreignHeaders: [Int: Int] = [:]

  /// Looks at the cells of a row.
  func readItems(
    _ row: Int, of reading: FormReading, into items: inout [ColumnAligner.Item]
  ) {
    items.removeAll(keepingCapacity: true)
    let tokens = reading.grid.rows[row].tokens
    for token in tokens where !isRepeated(token, of: reading) {
      let features = Self.features(token, of: reading)
      let isCaption = isCaption(token, of: reading)
      let mayBeLabel = token < tokens.lowerBound + 4 && !features.isMeasure && !isCaption
      items.append(
        .init(
          token: token, column: reading.grid.tokens[token].column, features: features,
          match: mayBeLabel ? reading.levelMatch(token) : nil, isCaption: isCaption))
    }
  }

  private func isRepeated(_ token: Int, of reading: FormReading) -> Bool {
    !repeated.isEmpty && repeated.contains(reading.grid.tokens[token].column)
      && reading.repeatsCell(token)
  }

  /// Whether a cell is the caption of the table, or a header that stands for a level nobody named:
  /// 服务对象满意度指标 | 具体指标 | ….
  private func isCaption(_ token: Int, of reading: FormReading) -> Bool {
    let facts = reading.facts(token)
    if facts.isCaption { return true }
    guard facts.headerCount > 0, !facts.isLevel, let level2 = aligner.header.position(of: .level2)
    else {
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

  /// Binds the cells of one row; `nil` when it has none.
  func align(
    _ row: Int, _ items: inout [ColumnAligner.Item], of reading: inout FormReading
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
      takeLeading(items, index, into: &result, of: &reading)
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
    takeAssigned(items, assignment, into: &result, of: &reading)
    noteShift(of: items, assignment, in: &result)
    settleNameAcrossLevels(items, assignment, in: &result)
    settleLabelOfBothLevels(in: &result, of: reading)
    noteLabelColumns(in: &result, of: reading)
    return result
  }

  /// How many items at the beginning of a row are the caption or level labels in full.
  private func leadingLabels(_ items: [ColumnAligner.Item]) -> Int {
    items.prefix { $0.isCaption || $0.match?.certainty == .exact }.count
  }

  private func takeLeading(
    _ items: [ColumnAligner.Item], _ index: Int,
    into row: inout IndicatorRow, of reading: inout FormReading
  ) {
    let item = items[index]
    reading[fate: item.token] = .label
    reading.noteSuffix(of: item.token)
    guard let match = item.match, !item.isCaption else { return }
    let next = index + 1 < items.count ? items[index + 1].match : nil
    let isLevel1 = isLevel1(match, item.column, before: next, in: row, of: reading)
    row.labels.append(
      .init(token: item.token, match: match, column: isLevel1 ? .level1 : .level2))
  }

  /// Whether a label is of level 1; 成本指标 and 满意度指标 are labels of both levels, told by the
  /// labels beside them, then by their column.
  private func isLevel1(
    _ match: LevelMatch, _ place: Int, before next: LevelMatch?,
    in row: IndicatorRow, of reading: FormReading
  ) -> Bool {
    if match.groups.isEmpty || match.states.isEmpty { return !match.groups.isEmpty }
    if row.labels.contains(where: { $0.column == .level1 }) { return false }
    if let next, next.states.contains(where: { match.groups.contains(reading.states[$0].group) }) {
      return true
    }
    guard let level1 = aligner.header.position(of: .level1),
      let level2 = aligner.header.position(of: .level2)
    else { return true }
    return abs(place - level1) < abs(place - level2)
  }

  /// Takes the cells that are bound to columns, those of columns that the layout does not have for
  /// what the indicator has besides.
  private func takeAssigned(
    _ items: [ColumnAligner.Item], _ assignment: ColumnAligner.Assignment,
    into row: inout IndicatorRow, of reading: inout FormReading
  ) {
    var further: [IndicatorRow.Further] = []
    for (item, column) in zip(items, assignment.columns) {
      if let column {
        take(item, column, into: &row, of: &reading)
        continue
      }
      reading.foreign.insert(item.token)
      let place = item.column - assignment.shift
      if let header = foreignHeaders[place] {
        further.append(.init(header: header, place: place, token: item.token))
      }
    }
    if !further.isEmpty { row.further = further }
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

  /// Whether a cell holds nothing but the dashes of a markdown delimiter row.
  private static func isRule(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.tokens[token].key
    return !key.isEmpty
      && reading.grid.keys[key].allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|")
      }
  }
}
