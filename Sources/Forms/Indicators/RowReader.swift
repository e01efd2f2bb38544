internal import IR

/// Reads one row of the indicator table: binds its cells to columns, by the header it stands under.
struct RowReader {
  /// Binds cells by the header that the rows stand under.
  var aligner: ColumnAligner
  /// The levels of a form that classifies its indicators in its own way.
  let ownLevels: OwnLevels?
  /// Whether neither weights nor scores have a header, so that nothing says which of them a number is.
  var hasUnheadedPoints = false
  /// Where the units of targets stand, if these are printed in parts.
  var units: Int?
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
    // A name may be worded like it: 产出指标 | 数量指标 | 绩效指标 | 完整.
    if facts.contains(.caption) { return !isName(token, of: reading) }
    if reading.grid.tokens[token].label < 0 { return isUnknownCaption(token, of: reading) }
    guard facts.headerCount > 0, !facts.contains(.level),
      let level2 = aligner.header.position(of: .level2)
    else {
      return false
    }
    return reading.grid.tokens[token].column <= level2
  }

  private static let captionBeginnings = WordSet("年度 本年度 当年 项目 专项 绩效 实施期 中期 长期 总体")
  private static let captionEndings = WordSet("目标 指标")

  /// Whether a cell left of the levels is a caption that is in no list: 年度绩效目标1（80分）.
  private func isUnknownCaption(_ token: Int, of reading: FormReading) -> Bool {
    guard let level1 = aligner.header.position(of: .level1),
      reading.grid.tokens[token].column < level1
    else { return false }
    var core = reading.labelCore(of: token)
    let keys = reading.grid.keys
    while let last = core.last, keys[last].isDigit || keys[last] == UInt8(ascii: ":") {
      core.removeLast()
    }
    let text = keys.span.extracting(core)
    return Self.captionBeginnings.containsPrefix(of: text)
      && Self.captionEndings.containsSuffix(of: text)
  }

  /// Whether a cell stands right under the header of the names, levels beside it, and something behind it
  /// in its row.
  private func isName(_ token: Int, of reading: FormReading) -> Bool {
    let (grid, cell) = (reading.grid, reading.grid.tokens[token])
    guard let name = aligner.header.position(of: .name), cell.column == name,
      aligner.header.position(of: .level2).map({ $0 < name }) ?? false
    else { return false }
    return token + 1 < grid.rows[cell.row].tokens.upperBound
  }

  /// What a cell looks like; long texts and LaTeX are read for it, others are told by their keys.
  private static func features(_ token: Int, of reading: FormReading) -> CellFeatures {
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    if !key.isEmpty, !mayHoldLaTeX(key) {
      var features = CellFeatures(key: key)
      if !features.isPlainNumber, !reading.grid.tokens[token].isPlain,
        RunTogetherCells.points(in: token, reading) != nil
      {
        features.isPlainNumber = true
      }
      return features
    }
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
  ///
  /// - Parameter rows: The rows above it; it may go on with the texts of the last one.
  func align(
    _ row: Int, _ items: inout [ColumnAligner.Item], below rows: [IndicatorRow],
    of reading: inout FormReading
  ) -> IndicatorRow? {
    var result = IndicatorRow(row: row)
    ownLevels?.take(&items, into: &result, of: &reading)
    let isExecution =
      ownLevels == nil
      && ExecutionRow.take(&items, under: aligner.header, into: &result, of: &reading)
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
    // Rows of a form that were not needed: … | … or 指标3： | / below the last indicator of a level.
    if items.count > labelCount, items[labelCount].features.isPlaceholder,
      items[labelCount...].allSatisfy({ $0.features.isPlaceholder || $0.features.isDash })
    {
      for item in items[labelCount...] { reading[fate: item.token] = .label }
      return result.labels.isEmpty ? nil : result
    }
    let hasLevel2 =
      ownLevels != nil || isExecution || result.labels.contains { $0.column == .level2 }
    let taken: Layout.Column? = hasLevel2 ? .level2 : nil
    items.removeFirst(labelCount)
    if isSubtotal(items, of: &reading) { return result.labels.isEmpty ? nil : result }
    if takeWrapped(items, below: rows, into: &result, of: &reading)
      || takeWrappedRemark(items, below: rows, into: &result, of: &reading)
    {
      return result
    }
    if takeBesideMergedName(items, below: rows, into: &result, of: &reading) { return result }
    items = aligner.fitting(items, startingAfter: taken)
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

  /// Takes the cells of a row that the merged cell of a name above covers, so that it has none of its
  /// own; `false` where it is no such row.
  private func takeBesideMergedName(
    _ items: [ColumnAligner.Item], below rows: [IndicatorRow], into row: inout IndicatorRow,
    of reading: inout FormReading
  ) -> Bool {
    guard let first = items.first, let place = aligner.header.position(of: .name),
      first.column > place,
      let name = rows.last(where: { !$0.isEmpty(.name) })?[.name].last,
      reading.grid.tokens[name].row + reading.grid.tokens[name].rowSpan > row.row,
      let columns = WrappedCells.valuesOfName(items, aligner.header)
    else { return false }
    for (item, column) in zip(items, columns) { take(item, column, into: &row, of: &reading) }
    row.isInPlace = true
    return true
  }

  /// Whether a row may hold nothing but the ends of the cells above it, by a few bytes: nearly no row
  /// does.
  private func mayGoOn(
    _ items: [ColumnAligner.Item], below rows: [IndicatorRow], of reading: inout FormReading
  ) -> Bool {
    guard let first = items.first, let name = aligner.header.position(of: .name),
      first.column >= name
    else { return false }
    guard first.column == name else { return true }
    guard items.count > 1, let last = rows.indices.last,
      let target = rows[last].heads.token(.target)
    else { return false }
    return TextEnd.mayBeOpen(reading.grid.keys.span.extracting(reading.grid.tokens[target].key))
  }

  /// Takes the cells of a row that all go on with those of the row above it; `false` where one
  /// does not.
  private func takeWrapped(
    _ items: [ColumnAligner.Item], below rows: [IndicatorRow], into row: inout IndicatorRow,
    of reading: inout FormReading
  ) -> Bool {
    guard let last = rows.indices.last,
      mayGoOn(items, below: rows, of: &reading),
      let columns = WrappedCells.columns(
        of: items, below: rows[last], aligner.header, unit: units, hasLabels: !row.labels.isEmpty,
        reading)
    else { return false }
    for (item, column) in zip(items, columns) { take(item, column, into: &row, of: &reading) }
    row.goesOn = true
    return true
  }

  /// Takes the only text of a row, below a header that the layout does not have, for the rest of the text
  /// above it; `false` where it is none.
  private func takeWrappedRemark(
    _ items: [ColumnAligner.Item], below rows: [IndicatorRow], into row: inout IndicatorRow,
    of reading: inout FormReading
  ) -> Bool {
    guard items.count == 1, row.labels.isEmpty, let item = items.first, item.match == nil,
      let header = foreignHeaders[item.column], let above = rows.last,
      WrappedCells.isRemark(item, below: above, reading)
    else { return false }
    row.further = [.init(header: header, place: item.column, token: item.token)]
    row.goesOn = true
    return true
  }

  private static let subtotals = WordSet("小计 分项小计 本项小计")

  /// Whether what is left of a row is the sum of a group; its numbers are those of no indicator.
  private func isSubtotal(
    _ items: [ColumnAligner.Item], of reading: inout FormReading
  ) -> Bool {
    guard let first = items.first, first.features.length <= 4,
      reading.isOne(first.token, of: Self.subtotals)
    else { return false }
    return items.dropFirst().allSatisfy { $0.features.isPlainNumber || $0.features.isDash }
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
    if let parts = match.parts {
      if !row.labels.contains(where: { $0.match.groups == parts.level1.groups }) {
        row.labels.append(
          .init(token: item.token, match: parts.level1, column: .level1, isPart: true))
      }
      row.labels.append(
        .init(token: item.token, match: parts.level2, column: .level2, isPart: true))
      return
    }
    let next = index + 1 < items.count ? items[index + 1].match : nil
    let isLevel1 = isLevel1(match, item.column, before: next, in: row, of: reading)
    row.labels.append(
      .init(
        token: item.token, match: match, column: isLevel1 ? .level1 : .level2,
        isPart: item.isPiece))
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
    for (item, column) in zip(items, assignment.columns) where column != .caption {
      if let column {
        take(item, column, into: &row, of: &reading)
        continue
      }
      let place = item.column - assignment.shift
      if let header = foreignHeaders[place] {
        further.append(.init(header: header, place: place, token: item.token))
      }
    }
    if !further.isEmpty { row.further = further }
    // What the labels of the row are tells what a text left of them is.
    for (item, column) in zip(items, assignment.columns) where column == .caption {
      take(item, .caption, into: &row, of: &reading)
    }
  }

  private func take(
    _ item: ColumnAligner.Item, _ column: Layout.Column, into row: inout IndicatorRow,
    of reading: inout FormReading
  ) {
    switch column {
    case .caption:
      if Self.mayBeCaption(item, in: row, reading) {
        reading[fate: item.token] = .label
      } else {
        row.hasUnreadLabel = !item.features.isMeasure
      }
    case .level1, .level2:
      if let match = item.match {
        reading[fate: item.token] = .label
        row.labels.append(.init(token: item.token, match: match, column: column))
      } else if column == .level2 {
        row.openText = item.token
      } else {
        row.hasUnreadLabel = !item.features.isMeasure
      }
    case .name, .overallTarget, .target, .actual, .weight, .score, .deviation, .remark:
      row[column].append(item.token)
    }
  }

  /// Whether a cell in the caption's column says nothing: the caption, damaged or not, the number of the row,
  /// or another caption beside the labels of both levels (产出和效益指标).
  ///
  /// Any other text there is one that has no place.
  private static func mayBeCaption(
    _ item: ColumnAligner.Item, in row: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    if item.isCaption || item.features.isPlainNumber { return true }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[item.token].key)
    let hasLevels =
      row.labels.contains { $0.column == .level1 } && row.labels.contains { $0.column == .level2 }
    if hasLevels, captionEnding.containsSuffix(of: key) { return true }
    return !reading.labels.nearColumns.near(key).isEmpty
  }

  private static let captionEnding = WordSet("指标")

  /// Whether a cell holds nothing but the dashes of a markdown delimiter row.
  private static func isRule(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.tokens[token].key
    return !key.isEmpty
      && reading.grid.keys[key].allSatisfy {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|")
      }
  }
}
