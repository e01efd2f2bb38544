internal import IR

// Cells that ran together with those on their right, and are told by labels: they are cut while the grid is made, so
// that all else sees each cell in its column. Those that are told by their columns are `RunTogetherCells`.
extension GridBuilder {
  /// What a cell begins with in which the headers of indicators ran together.
  private static let firstHeaders = ["绩效指标", "年度绩效指标", "一级指标"].map { Array($0.utf8) }
  /// What the headers of levels, and most labels of levels, end with.
  private static let headerEnd = Array("指标".utf8)
  /// No header has more columns.
  private static let mostHeaders = 32

  /// Cuts the cells of a row in which several ran together.
  ///
  /// - Parameter width: How many headers ran together in the only column of the table, once there were some.
  mutating func cutCells(of row: TableRow, width: inout Int?) {
    cutCaptions(of: row)
    if let width {
      if tokens.count == row.firstToken + 1 { cutLine(of: row, width: width) }
    } else {
      width = cutHeaders(of: row)
    }
    cutLevelFromName(of: row)
  }

  /// Whether a cell may be cut: it is no label, and may have white space.
  private func mayBeCut(_ token: Int) -> Bool { tokens[token].label < 0 && !tokens[token].isPlain }

  /// Cuts the last cell of a row that holds several captions, such as
  /// `填报单位：市水务局　单位：万元`, behind others one that holds labels with their values alone.
  private mutating func cutCaptions(of row: TableRow) {
    let last = tokens.count - 1
    // Nearly every last cell is dismissed on the spot.
    guard last >= row.firstToken, mayBeCut(last),
      last == row.firstToken
        || vocabulary.head(of: keys.span.extracting(tokens[last].key)) >= 0
    else { return }
    let pieces = CaptionLine.pieces(document.bytes(text(of: last, row)))
    // Prose may hold a colon too: only what is known for a caption is one.
    _ = cut(last, of: row, into: pieces, from: nil) { [vocabulary] pieces, keys in
      pieces.dropFirst().allSatisfy { CaptionLine.isKnown(keys[$0.key], vocabulary) }
    }
  }

  /// Cuts the cell of a row in which headers ran together, where the columns of the others stand empty, or the
  /// table has no other: 一级指标 二级指标 三级指标 | | | 指标值; returns how many there are in the latter.
  private mutating func cutHeaders(of row: TableRow) -> Int? {
    for token in row.firstToken..<min(row.firstToken + 2, tokens.count) where mayBeCut(token) {
      let key = keys[tokens[token].key]
      guard Self.firstHeaders.contains(where: { key.starts(with: $0) }) else { continue }
      let words = words(of: token, row)
      let isOnly = row.columnCount == 1
      guard words.count <= (isOnly ? Self.mostHeaders : room(of: token, row)) else { continue }
      let isCut = cut(token, of: row, into: words, from: tokens[token].column) {
        [vocabulary] words, _ in
        words.count { vocabulary.facts(ofAnyLayout: $0.label).headerCount > 0 } > 1
      }
      if isCut { return isOnly ? words.count : nil }
    }
    return nil
  }

  /// Cuts the only cell of a row below such a header in a table of one column, its last word below the last
  /// header; a text with neither the label of a level nor a value stays.
  private mutating func cutLine(of row: TableRow, width: Int) {
    guard !tokens[row.firstToken].isPlain else { return }
    let words = words(of: row.firstToken, row)
    guard words.count <= width else { return }
    _ = cut(row.firstToken, of: row, into: words, from: width - words.count) {
      [vocabulary] words, keys in
      words.contains { vocabulary.facts(ofAnyLayout: $0.label).contains(.level) }
        || words.last.map { CellFeatures(key: keys.span.extracting($0.key)).isMeasure } ?? false
    }
  }

  /// Cuts a cell in which the label of a level and the name behind it ran together, where the column of the name
  /// stands empty: 社会效益指标 应急信息覆盖率 | | ≥98%.
  private mutating func cutLevelFromName(of row: TableRow) {
    for token in row.firstToken..<min(row.firstToken + 2, tokens.count)
    where mayBeCut(token) && tokens[token].rowSpan == 1 {
      // Nearly every cell has another right beside it.
      guard room(of: token, row) > 1, keys[tokens[token].key].contains(Self.headerEnd) else {
        continue
      }
      let words = words(of: token, row)
      guard words.count == 2 else { continue }
      let isCut = cut(token, of: row, into: words, from: tokens[token].column) {
        [vocabulary] words, _ in
        let labels = words.map(\.label)
        return vocabulary.facts(ofAnyLayout: labels[0]).contains(.level) && labels[1] < 0
      }
      if isCut { return }
    }
  }

  private func text(of token: Int, _ row: TableRow) -> TextRange {
    row.cells[row.cells.startIndex + tokens[token].cell].text
  }

  private func words(of token: Int, _ row: TableRow) -> [Range<Int>] {
    TextParts.ranges(of: document.bytes(text(of: token, row)))
  }

  /// How many columns there are up to the next cell that is not empty.
  private func room(of token: Int, _ row: TableRow) -> Int {
    let end = token + 1 < tokens.count ? tokens[token + 1].column : row.columnCount
    return min(end - tokens[token].column, Self.mostHeaders)
  }

  /// Puts the parts of a cell in its place, if they are such as are looked for: from a column on, each in one of its
  /// own, or all in the column of the cell.
  private mutating func cut(
    _ number: Int, of row: TableRow, into parts: [Range<Int>], from column: Int?,
    if areAccepted: (ArraySlice<Grid.Token>, [UInt8]) -> Bool
  ) -> Bool {
    guard parts.count > 1 else { return false }
    let (whole, rest, keyCount) = (tokens[number], tokens[(number + 1)...], keys.count)
    let cell = row.cells[row.cells.startIndex + whole.cell]
    let block = TextBlock(text: cell.text, source: cell.source)
    let bytes = document.bytes(cell.text)
    tokens.removeSubrange(number...)
    for part in parts { append(part, of: block, in: bytes, cell: cell, number: whole.cell) }
    let isCut = tokens.count == number + parts.count && areAccepted(tokens[number...], keys)
    if !isCut {
      tokens.replaceSubrange(number..., with: CollectionOfOne(whole))
      keys.removeLast(keys.count - keyCount)
    } else if let column {
      for (index, token) in tokens.indices[number...].enumerated() {
        tokens[token].column = column + index
        (tokens[token].columnSpan, tokens[token].rowSpan) = (1, 1)
      }
    }
    tokens += rest
    return isCut
  }

  /// Makes the headers of two rows whole where each is broken: 一级 | 二级 | 三级, and 指标 | 指标 | 指标.
  mutating func joinBrokenHeader() {
    guard let last = rows.indices.last, last > 0, rows[last].table == rows[last - 1].table,
      (3...Self.mostHeaders).contains(rows[last].tokens.count),
      rows[last].tokens.prefix(2).contains(where: { keys[tokens[$0].key] == Self.headerEnd[...] })
    else { return }
    var whole: [(token: Int, key: [UInt8], label: Vocabulary.LabelID)] = []
    for end in rows[last].tokens {
      let above = rows[last - 1].tokens.first { tokens[$0].column == tokens[end].column }
      guard let above else { return }
      let key = Array(keys[tokens[above].key] + keys[tokens[end].key])
      let label = vocabulary.find(key.span)
      guard label >= 0 else { return }
      whole.append((above, key, label))
    }
    guard whole.count(where: { vocabulary.facts(ofAnyLayout: $0.label).headerCount > 0 }) >= 3
    else { return }
    for (token, key, label) in whole {
      tokens[token].key = keys.count..<keys.count + key.count
      tokens[token].label = label
      keys += key
    }
    rows[last].endsHeader = true
  }
}
