internal import IR

/// Fields that the layout does not have, with their labels: 主管部门编码 | 603012.
///
/// Every province prints some of its own. Where nothing else took a text that stands as labels do, and
/// the one beside it, they are kept as what is printed: a label and its value.
struct FurtherFields {
  /// A label and its value; none where the cell beside the label is empty.
  private struct Pair {
    var label: Int
    var value: Int?
  }

  /// The columns that labels of known fields stand in, and those that their values do.
  private var labelColumns: Set<Int> = []
  private var valueColumns: Set<Int> = []

  /// Takes the further fields in some rows above or below the indicators.
  static func read(_ rows: Range<Int>, of reading: inout FormReading) {
    let open = rows.filter { isOpen($0, reading) }
    guard !open.isEmpty else { return }
    let places = FurtherFields(rows, of: reading)
    var index = 0
    while index < open.count {
      let block = open[index...].prefix(blockLength(of: open[index...], reading))
      index += block.count
      if isRowOfAmounts(block[block.startIndex], reading) { continue }
      let pairs = block.map { places.pairs(in: $0, reading) }
      // Rows below each other in which nothing is known are a table of another kind, unless each of
      // them has labels and values.
      if pairs.count > 1, pairs.contains(where: \.isEmpty) { continue }
      for pair in pairs.joined() { take(pair, of: &reading) }
    }
  }

  private init(_ rows: Range<Int>, of reading: FormReading) {
    for row in rows {
      for token in reading.grid.rows[row].tokens {
        let column = reading.grid.tokens[token].column
        switch reading[fate: token] {
        case .label where RowLabels.role(for: reading.meanings(token))?.fields.isEmpty == false:
          labelColumns.insert(column)
        case .value: valueColumns.insert(column)
        case .label, .open, .outside: break
        }
      }
    }
  }

  /// Whether a row of a table has a text that nothing took.
  private static func isOpen(_ row: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].table != nil
      && reading.grid.rows[row].tokens.contains { reading[fate: $0] == .open }
      && !reading.footRows.contains(row) && !reading.isCaptionLine(row)
  }

  /// How many of some rows, from the first one on, stand right below each other and hold nothing but texts
  /// that nothing took; 1 where the first holds another one.
  private static func blockLength(of rows: ArraySlice<Int>, _ reading: FormReading) -> Int {
    var length = 0
    for row in rows {
      if length > 0, row != rows[rows.startIndex] + length { break }
      guard reading.grid.rows[row].tokens.allSatisfy({ reading[fate: $0] == .open }) else { break }
      length += 1
    }
    return max(1, length)
  }

  /// Whether a row goes on with a funding table, and has a number: it says which kind of amount that is.
  private static func isRowOfAmounts(_ row: Int, _ reading: FormReading) -> Bool {
    guard row > reading.rows.lowerBound, reading.grid.rows[row].table != nil,
      reading.grid.rows[row - 1].block == reading.grid.rows[row].block
    else { return false }
    let isBelowAmounts = reading.grid.rows[row - 1].tokens.contains { token in
      reading.meanings(token).contains { meaning in
        switch meaning {
        case .fundingRow, .fundingColumn: true
        default: false
        }
      }
    }
    return isBelowAmounts
      && reading.grid.rows[row].tokens.contains { reading.isDashOrNumber($0) }
  }

  // MARK: Pairs

  /// The pairs in a row; none where a text of its would be left over.
  private func pairs(in row: Int, _ reading: FormReading) -> [Pair] {
    let tokens = reading.grid.rows[row].tokens
    let isWholeRow = tokens.allSatisfy { reading[fate: $0] == .open }
    var pairs: [Pair] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard reading[fate: token] == .open else {
        token += 1
        continue
      }
      let isFollowed = token + 1 < tokens.upperBound && reading[fate: token + 1] == .open
      let pair = Pair(label: token, value: isFollowed ? token + 1 : nil)
      guard isPair(pair, isWholeRow: isWholeRow, reading) else { return [] }
      pairs.append(pair)
      token += isFollowed ? 2 : 1
    }
    return pairs
  }

  /// Whether a text stands right behind the label of something known, which it may be the value of.
  private func isBehindLabel(_ token: Int, _ reading: FormReading) -> Bool {
    guard reading.grid.rows[reading.grid.tokens[token].row].tokens.lowerBound < token,
      reading[fate: token - 1] == .label, reading.grid.isNextTo(token - 1, token)
    else { return false }
    return !reading.meanings(token - 1).allSatisfy { $0 == .caption }
  }

  /// Whether a text is the label of the one behind it, by where they stand and how they are worded.
  private func isPair(_ pair: Pair, isWholeRow: Bool, _ reading: FormReading) -> Bool {
    guard !isBehindLabel(pair.label, reading), reading.mayBeUnknownLabel(pair.label) else {
      return false
    }
    let isWorded = reading.isWordedAsLabel(pair.label)
    let isPlaced = labelColumns.contains(reading.grid.tokens[pair.label].column)
    guard let value = pair.value else {
      return isPlaced && isWorded && hasEmptyCell(behind: pair.label, reading)
    }
    // Two labels side by side head columns.
    if reading.isWordedAsLabel(value), reading.mayBeUnknownLabel(value) { return false }
    let hasValuePlaced = valueColumns.contains(reading.grid.tokens[value].column)
    if isPlaced, hasValuePlaced {
      return isWorded || reading.features(of: pair.label).length >= Self.leastWord
    }
    return isWorded && (isPlaced || isWholeRow) && reading.grid.isNextTo(pair.label, value)
  }

  /// Whether an empty cell in which values stand follows a text.
  private func hasEmptyCell(behind token: Int, _ reading: FormReading) -> Bool {
    let end = reading.grid.tokens[token].column + reading.grid.tokens[token].columnSpan
    guard valueColumns.contains(end) else { return false }
    let isLast = token + 1 == reading.grid.rows[reading.grid.tokens[token].row].tokens.upperBound
    return isLast || reading.grid.tokens[token + 1].column > end
  }

  /// Labels in words of their own have no fewer characters; names of people and places have.
  private static let leastWord = 4

  // MARK: Taking

  private static func take(_ pair: Pair, of reading: inout FormReading) {
    let path = "further/\(reading.form.further.count)"
    reading[fate: pair.label] = .label
    var label = reading.text(pair.label, .value)
    if let last = label.last, last == "：" || last == ":" { label.removeLast() }
    let text = pair.value.map { reading.text($0, .value) } ?? ""
    if let value = pair.value { reading.place([value], at: path + "/text") }
    reading.form.further.append(LabelledText(label: label, text: text))
    reading.report(
      .fieldUnknown, pair.label, through: pair.value, path: path, .text("label", label))
  }
}
