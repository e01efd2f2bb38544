internal import IR

/// Fields that the layout does not have, with their labels: 主管部门编码 | 603012.
///
/// Every province prints some of its own. Where nothing else took a text that stands as labels do, and
/// the one beside it, they are kept as what is printed: a label and its value.
struct FurtherFields {
  /// A label and its value; none where the cell beside the label is empty.
  ///
  /// A label of several may stand beside or above it: 按支出性质分 | 基本支出 | 986.20 | 项目支出 | 2600.
  private struct Pair {
    var group: Int?
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
      var rest = block
      while let amounts = amountsBelowLabels(rest, reading) {
        for pair in amounts.pairs { take(pair, of: &reading) }
        rest = rest.dropFirst(amounts.rowCount)
      }
      for pair in places.pairs(in: rest, reading) { take(pair, of: &reading) }
    }
  }

  private init(_ rows: Range<Int>, of reading: borrowing FormReading) {
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

  /// The pairs in some rows below each other; none where a text would be left over: rows in which nothing is known are
  /// a table of another kind, unless each of them has labels and values.
  private func pairs(in block: ArraySlice<Int>, _ reading: FormReading) -> [Pair] {
    var group: Int?
    var pairs: [Pair] = []
    for row in block {
      let tokens = reading.grid.rows[row].tokens
      // The label of several ends where something stands below it.
      if let label = group, !Self.isRight(tokens.lowerBound, of: label, reading) { group = nil }
      var found = self.pairs(in: tokens, of: group, reading)
      if found.isEmpty, tokens.count >= 3, reading[fate: tokens.lowerBound] == .open,
        reading.mayBeUnknownLabel(tokens.lowerBound)
      {
        group = tokens.lowerBound
        found = self.pairs(in: tokens.dropFirst(), of: group, reading)
      }
      if found.isEmpty { return [] }
      pairs += found
    }
    return pairs
  }

  private static func isRight(_ token: Int, of label: Int, _ reading: FormReading) -> Bool {
    let label = reading.grid.tokens[label]
    return reading.grid.tokens[token].column >= label.column + label.columnSpan
  }

  /// Amounts in rows below labels of several of them each, which the first of some rows has.
  ///
  /// 按收入性质分： | 按支出性质分：, and below them 一般公共预算 | 1260 | 基本支出 | 986.2.
  private static func amountsBelowLabels(
    _ block: ArraySlice<Int>, _ reading: FormReading
  ) -> (pairs: [Pair], rowCount: Int)? {
    guard let first = block.first, block.count > 1 else { return nil }
    let groups = reading.grid.rows[first].tokens
    guard groups.count > 1,
      groups.allSatisfy({ reading.mayBeUnknownLabel($0) && !reading.isWordedAsLabel($0) })
    else { return nil }
    let rows = block.dropFirst().prefix { areAmounts(reading.grid.rows[$0].tokens, reading) }
    let pairs = rows.flatMap { row in
      let tokens = reading.grid.rows[row].tokens
      return stride(from: tokens.lowerBound, to: tokens.upperBound, by: 2).map { label in
        let column = reading.grid.tokens[label].column
        let group = groups.last { reading.grid.tokens[$0].column <= column }
        return Pair(group: group, label: label, value: label + 1)
      }
    }
    return rows.isEmpty ? nil : (pairs, rows.count + 1)
  }

  /// Whether texts are labels with a number behind each, however they are worded: 基本支出 | 986.20 | 项目支出 | 2600.
  private static func areAmounts(_ tokens: Range<Int>, _ reading: FormReading) -> Bool {
    tokens.count.isMultiple(of: 2)
      && stride(from: tokens.lowerBound, to: tokens.upperBound, by: 2).allSatisfy {
        reading.mayBeUnknownLabel($0, isPart: true) && reading.isDashOrNumber($0 + 1)
      }
  }

  /// The pairs of some texts of a row; none where one would be left over.
  private func pairs(in tokens: Range<Int>, of group: Int?, _ reading: FormReading) -> [Pair] {
    let isWholeRow = tokens.allSatisfy { reading[fate: $0] == .open }
    let hasAmounts =
      isWholeRow && (tokens.count >= 4 || group != nil) && Self.areAmounts(tokens, reading)
    var pairs: [Pair] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard reading[fate: token] == .open else {
        token += 1
        continue
      }
      if token > tokens.lowerBound, reading.refused.contains(token),
        reading[fate: token - 1] == .label
      {
        // The field has a value already; the label says what this one is.
        pairs.append(Pair(group: group, label: token - 1, value: token))
        token += 1
        continue
      }
      let isFollowed = token + 1 < tokens.upperBound && reading[fate: token + 1] == .open
      let pair = Pair(group: group, label: token, value: isFollowed ? token + 1 : nil)
      guard hasAmounts || isPair(pair, isWholeRow: isWholeRow, reading) else { return [] }
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
    let longest =
      reading.isWordedAsLabel(pair.label) ? Self.longestWorded : FormReading.longestLabel
    guard !isBehindLabel(pair.label, reading),
      reading.mayBeUnknownLabel(pair.label, longest: longest)
    else { return false }
    let isWorded =
      reading.isWordedAsLabel(pair.label)
      || reading.grid.keys[reading.grid.tokens[pair.label].key].last == UInt8(ascii: ":")
    if pair.group != nil, !isWorded { return false }
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
    return isWorded && (isPlaced || isWholeRow || isBehindValue(pair.label, reading))
      && reading.isBeside(pair.label, value)
  }

  /// Whether a text stands behind the value of a known label, so that the next label may follow.
  ///
  /// In a list only the first project has the headers above it.
  private func isBehindValue(_ token: Int, _ reading: FormReading) -> Bool {
    let row = reading.grid.tokens[token].row
    return reading.grid.rows[row].tokens.lowerBound < token && reading[fate: token - 1] == .value
      && !reading.grid.lists.contains { $0.contains(row) }
  }

  /// Whether an empty cell in which values stand follows a text.
  private func hasEmptyCell(behind token: Int, _ reading: FormReading) -> Bool {
    let end = reading.grid.tokens[token].column + reading.grid.tokens[token].columnSpan
    guard valueColumns.contains(end) else { return false }
    let isLast = token + 1 == reading.grid.rows[reading.grid.tokens[token].row].tokens.upperBound
    return isLast || reading.grid.tokens[token + 1].column > end
  }

  /// No label has more characters: 单位已有的（或拟订的）保障项目实施的制度、措施.
  private static let longestWorded = 24

  /// Labels in words of their own have no fewer characters; names of people and places have.
  private static let leastWord = 4

  // MARK: Taking

  private static func take(_ pair: Pair, of reading: inout FormReading) {
    let path = "further/\(reading.form.further.count)"
    var labels: [String] = []
    for token in [pair.group, pair.label].compactMap(\.self) {
      reading[fate: token] = .label
      let label = reading.text(token, .value)
      labels.append(label.hasSuffix("：") || label.hasSuffix(":") ? String(label.dropLast()) : label)
    }
    let label = labels.joined(separator: "/")
    let text = pair.value.map { reading.text($0, .value) } ?? ""
    if let value = pair.value { reading.place([value], at: path + "/text") }
    reading.form.further.append(LabelledText(label: label, text: text))
    reading.report(
      .fieldUnknown, pair.label, through: pair.value, path: path, .text("label", label))
  }
}
