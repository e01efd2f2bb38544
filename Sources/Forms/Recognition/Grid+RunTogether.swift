internal import IR

/// Headers of indicators that ran together in one cell: 一级指标 二级指标 三级指标 | | | 指标值.
enum RunTogetherHeaders {
  private static let first = ["绩效指标", "年度绩效指标", "一级指标"].map { Array($0.utf8) }
  /// What the headers of levels end with.
  static let end = Array("指标".utf8)
  /// No header has more columns.
  static let most = 32

  /// Whether a key begins as such a cell does.
  static func mayBegin(_ key: ArraySlice<UInt8>) -> Bool { first.contains { key.starts(with: $0) } }

  /// The words of a text.
  static func words(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = CaptionLine.spaceLength(bytes, at: index)
      let isBreak = bytes[index] == 0x0A
      guard length > 0 || isBreak else {
        index += 1
        continue
      }
      if index > start { words.append(start..<index) }
      index += max(length, 1)
      start = index
    }
    if start < bytes.endIndex { words.append(start..<bytes.endIndex) }
    return words
  }
}

extension Grid {
  /// Cuts the cell of a row in which headers ran together, where the columns of the others stand empty, or the
  /// table has no other; returns how many there are.
  mutating func cutHeaders(
    from first: Int, cells: ArraySlice<Cell>, of table: Table, document: Document,
    vocabulary: Vocabulary
  ) -> Int? {
    for token in first..<min(first + 2, tokens.count)
    where tokens[token].label < 0 && !tokens[token].isPlain
      && RunTogetherHeaders.mayBegin(keys[tokens[token].key])
    {
      let words = RunTogetherHeaders.words(of: document.bytes(tokens[token].text))
      let column = tokens[token].column
      let isOnly = table.columnCount == 1
      let end = token + 1 < tokens.count ? tokens[token + 1].column : table.columnCount
      guard (2...RunTogetherHeaders.most).contains(words.count),
        isOnly || column + words.count <= end
      else { continue }
      let isCut = cut(token, into: words, from: column, cells, document, vocabulary) { words, _ in
        words.count { vocabulary.facts(ofAnyLayout: $0.label).headerCount > 0 } > 1
      }
      if isCut { return isOnly ? words.count : nil }
    }
    return nil
  }

  /// Cuts the only cell of a row below such a header in a table of one column, its last word below the last
  /// header; a text with neither the label of a level nor a value stays.
  mutating func cutLine(
    width: Int, cells: ArraySlice<Cell>, document: Document, vocabulary: Vocabulary
  ) {
    let token = tokens.count - 1
    guard !tokens[token].isPlain else { return }
    let words = RunTogetherHeaders.words(of: document.bytes(tokens[token].text))
    guard (2...width).contains(words.count) else { return }
    _ = cut(token, into: words, from: width - words.count, cells, document, vocabulary) {
      words, keys in
      words.contains { vocabulary.facts(ofAnyLayout: $0.label).contains(.level) }
        || words.last.map { CellFeatures(key: keys.span.extracting($0.key)).isMeasure } ?? false
    }
  }

  /// Cuts a cell in which the label of a level and the name behind it ran together, where the column of the name
  /// stands empty: 社会效益指标 应急信息覆盖率 | | ≥98%.
  mutating func cutLevelFromName(
    from first: Int, cells: ArraySlice<Cell>, of table: Table, document: Document,
    vocabulary: Vocabulary
  ) {
    for token in first..<min(first + 2, tokens.count)
    where tokens[token].label < 0 && !tokens[token].isPlain && tokens[token].rowSpan == 1 {
      // Nearly every cell has another right beside it.
      let column = tokens[token].column
      let end = token + 1 < tokens.count ? tokens[token + 1].column : table.columnCount
      guard column + 1 < end, keys[tokens[token].key].contains(RunTogetherHeaders.end) else {
        continue
      }
      let words = RunTogetherHeaders.words(of: document.bytes(tokens[token].text))
      guard words.count == 2 else { continue }
      let isCut = cut(token, into: words, from: column, cells, document, vocabulary) { words, _ in
        let labels = words.map(\.label)
        return labels[labels.startIndex] >= 0 && labels[labels.startIndex + 1] < 0
          && vocabulary.facts(ofAnyLayout: labels[labels.startIndex]).contains(.level)
      }
      if isCut { return }
    }
  }

  /// Puts the words of a cell into columns of their own, if these are such as are looked for.
  private mutating func cut(
    _ number: Int, into words: [Range<Int>], from column: Int, _ cells: ArraySlice<Cell>,
    _ document: Document, _ vocabulary: Vocabulary, _ accepts: (ArraySlice<Token>, [UInt8]) -> Bool
  ) -> Bool {
    let (whole, rest) = (tokens[number], Array(tokens[(number + 1)...]))
    let cell = cells[cells.startIndex + whole.cell]
    let bytes = document.bytes(cell.text)
    tokens.removeSubrange(number...)
    for word in words {
      append(
        word, of: TextBlock(text: cell.text, source: cell.source), in: bytes, cell: cell,
        number: whole.cell, document: document, vocabulary: vocabulary)
    }
    let isCut = tokens.count == number + words.count && accepts(tokens[number...], keys)
    if isCut {
      for (index, token) in tokens.indices[number...].enumerated() {
        tokens[token].column = column + index
        (tokens[token].columnSpan, tokens[token].rowSpan) = (1, 1)
      }
    } else {
      tokens.removeSubrange(number...)
      tokens.append(whole)
    }
    tokens += rest
    return isCut
  }

  /// Makes the headers of two rows whole where each is broken: 一级 | 二级 | 三级, and 指标 | 指标 | 指标.
  mutating func joinBrokenHeader(_ vocabulary: Vocabulary) {
    guard let last = rows.indices.last, last > 0, rows[last].table == rows[last - 1].table,
      (3...RunTogetherHeaders.most).contains(rows[last].tokens.count),
      rows[last].tokens.prefix(2).contains(where: { isHeaderEnd(tokens[$0]) })
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

  private func isHeaderEnd(_ token: Token) -> Bool {
    token.key.count == RunTogetherHeaders.end.count
      && keys[token.key].elementsEqual(RunTogetherHeaders.end)
  }
}
