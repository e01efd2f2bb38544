internal import IR

/// Reads tables that the layout does not have, such as that of the year's tasks (年度主要任务): headers with what each row
/// says below them.
///
/// Nothing is known of what they say, so that they are told by how they are built: a row of headers, most of them
/// worded as labels, and right below it rows that stand in the same columns and hold no label. Beside them may
/// stand the label of all, with nothing below it. One with headers in two rows may have no row.
struct FurtherTables {
  /// A column: where it begins, and its header with the one above it.
  struct Column {
    var start: Int
    var tokens: [Int]
  }

  /// The label beside the headers, with the one beside that, or beside a row below where it slid down.
  var labels: Range<Int>
  private(set) var columns: [Column]
  /// The row of the last headers.
  private(set) var headerRow: Int
  private let end: Int
  /// Whether rows may begin with labels of the layout: 财政拨款 | 130 | 300.
  var mayHaveKnownRows = false
  /// The label, and headers, that are printed again below where cells are merged.
  private var copies: [Int] = []

  /// Reads the table whose headers are in a row; returns the row after it, or `nil` where there is none.
  static func read(from row: Int, to end: Int, of reading: inout FormReading) -> Int? {
    guard let head = firstHeader(in: row, to: end, reading) else { return nil }
    var table = FurtherTables(head, in: row, to: end, reading)
    // Before rows are looked at, which would be done for each of them again.
    guard table.areHeadersWorded(reading) else { return nil }
    table.takeSecondHeaders(reading)
    let rows = table.rows(reading)
    guard !rows.isEmpty || table.isBlank(reading) else { return nil }
    table.take(rows, of: &reading)
    return rows.upperBound
  }

  /// Whether a row among those of the indicators begins a table: beside it stands a label, left of level 1, or in
  /// its column where each header is worded as one.
  static func begins(in row: Int, to end: Int, level1: Int, _ reading: FormReading) -> Bool {
    let tokens = reading.grid.rows[row].tokens
    // Nearly every row ends here: its first text is a level, or stands right of them.
    guard let first = tokens.first, reading.grid.tokens[first].label < 0,
      reading.grid.tokens[first].column <= level1,
      let head = firstHeader(in: row, to: end, reading), head > first
    else { return false }
    var table = FurtherTables(head, in: row, to: end, reading)
    guard table.areHeadersWorded(reading),
      reading.grid.tokens[first].column < level1
        || tokens.suffix(from: head).allSatisfy({ isWorded($0, reading) })
    else { return false }
    table.takeSecondHeaders(reading)
    return !table.rows(reading).isEmpty
  }

  // MARK: Headers

  /// The first header in a row, behind the label of the table or not; `nil` where the row has none.
  private static func firstHeader(in row: Int, to end: Int, _ reading: FormReading) -> Int? {
    let tokens = reading.grid.rows[row].tokens
    guard row + 1 < end, (2...mostColumns).contains(tokens.count),
      isSameTable(row, row + 1, reading)
    else { return nil }
    let isBeside = isLabelBeside(tokens.lowerBound, reading)
    // Nearly every row ends here: its first text, or the one behind that, is known or none of this kind.
    let head = tokens.lowerBound + (isBeside ? 1 : 0)
    guard tokens.count >= (isBeside ? 3 : leastColumnsAlone), reading.mayBeUnknownLabel(head),
      // The misread header of a known table stands beside known ones: 年初顸算数 | 全年预算数 | 执行数.
      reading.isWordedAsLabel(head)
        || isBeside && reading.mayBeUnknownLabel(head + 1) && reading.isWordedAsLabel(head + 1)
    else { return nil }
    return head
  }

  init(_ head: Int, in row: Int, to end: Int, _ reading: borrowing FormReading) {
    let tokens = reading.grid.rows[row].tokens
    labels = tokens.lowerBound..<head
    columns = (head..<tokens.upperBound).map { token in
      Column(start: reading.grid.tokens[token].column, tokens: [token])
    }
    headerRow = row
    self.end = end
  }

  /// No table of a form has more columns.
  static let mostColumns = 24
  /// A table without a label beside it is told by no fewer headers.
  private static let leastColumnsAlone = 3

  static func isSameTable(_ row: Int, _ other: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].table != nil
      && reading.grid.rows[row].block == reading.grid.rows[other].block
  }

  /// Whether the first text of a row may be the label beside a table: nothing stands below it.
  static func isLabelBeside(_ token: Int, _ reading: FormReading) -> Bool {
    let cell = reading.grid.tokens[token]
    let below = reading.grid.rows[cell.row + 1].tokens
    guard !below.isEmpty,
      reading.grid.tokens[below.lowerBound].column >= cell.column + cell.columnSpan
        || isCopy(below.lowerBound, of: token, reading)
    else { return false }
    return reading.meanings(token).allSatisfy { $0 == .caption || $0 == .column(.caption) }
  }

  /// Whether a text is the one above it printed again, both being one merged cell.
  private static func isCopy(_ token: Int, of other: Int, _ reading: FormReading) -> Bool {
    let (cell, above) = (reading.grid.tokens[token], reading.grid.tokens[other])
    return cell.column == above.column && !cell.key.isEmpty
      && reading.grid.keys[cell.key] == reading.grid.keys[above.key]
  }

  /// The texts of a row but the label of the table.
  func texts(of row: Int, _ reading: FormReading) -> Range<Int> {
    let tokens = reading.grid.rows[row].tokens
    let count = zip(tokens, labels).prefix { token, label in
      token == label || Self.isCopy(token, of: label, reading)
    }.count
    return tokens.dropFirst(count)
  }

  /// Whether a text is a label that is known, or worded as one.
  static func isWorded(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.tokens[token].label >= 0 || reading.isWordedAsLabel(token)
  }

  /// Whether a text may be a header: it is a label, known or not, or short and without a digit.
  static func isHeader(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.tokens[token].label >= 0 || reading.mayBeUnknownLabel(token)
  }

  /// Whether all headers may be some, and most are worded as labels.
  private func areHeadersWorded(_ reading: FormReading) -> Bool {
    let headers = columns.flatMap(\.tokens)
    let worded = headers.count { Self.isWorded($0, reading) }
    return 2 * worded > headers.count && headers.allSatisfy { Self.isHeader($0, reading) }
  }

  /// Takes the row below the headers for their parts, where it is one: 预算金额（万元） above 总额 | 财政拨款.
  ///
  /// Nothing stands below the first header then, and nothing in the row has a digit.
  mutating func takeSecondHeaders(_ reading: FormReading) {
    let row = headerRow + 1
    guard row + 1 < end, Self.isSameTable(headerRow, row + 1, reading) else { return }
    let tokens = texts(of: row, reading).filter { token in
      !columns.contains { Self.isCopy(token, of: $0.tokens[0], reading) }
    }
    guard let first = tokens.first, columns.count > 1,
      reading.grid.tokens[first].column >= columns[1].start,
      tokens.allSatisfy({ Self.isHeader($0, reading) && !reading.hasDigit($0) })
    else { return }
    copies = reading.grid.rows[row].tokens.filter { !tokens.contains($0) }
    var divided: [Column] = []
    for (number, column) in columns.enumerated() {
      let next = number + 1 < columns.count ? columns[number + 1].start : Int.max
      let parts = tokens.filter {
        (column.start..<next).contains(reading.grid.tokens[$0].column)
      }
      divided +=
        parts.isEmpty
        ? [column]
        : parts.map { Column(start: reading.grid.tokens[$0].column, tokens: column.tokens + [$0]) }
    }
    columns = divided
    headerRow = row
  }

  // MARK: Rows

  /// The rows below the headers.
  mutating func rows(_ reading: FormReading) -> Range<Int> {
    let first = headerRow + 1
    var row = first
    while row < end {
      let known = labels
      takeLabel(besideRow: row, reading)
      guard isRowOfTable(row, reading) else {
        labels = known
        break
      }
      row += 1
    }
    return first..<row
  }

  /// Whether a row belongs to the table of the headers, and is one of its.
  func isRowOfTable(_ row: Int, _ reading: FormReading) -> Bool {
    row < end && Self.isSameTable(headerRow, row, reading) && isRow(row, reading)
  }

  /// Takes a text left of all headers for the label of the table, where it has none yet and a text stands below
  /// nearly each of them; another label has its value beside it.
  private mutating func takeLabel(besideRow row: Int, _ reading: FormReading) {
    let tokens = reading.grid.rows[row].tokens
    guard labels.isEmpty, tokens.count >= columns.count, let first = tokens.first,
      reading.grid.tokens[first].column < columns[0].start, reading.mayBeUnknownLabel(first)
    else { return }
    labels = first..<first + 1
  }

  /// Whether headers in two rows have nothing below them: what follows begins further left.
  private func isBlank(_ reading: FormReading) -> Bool {
    let row = headerRow + 1
    guard columns[0].tokens.count == 1, columns.contains(where: { $0.tokens.count > 1 }) else {
      return false
    }
    guard row < end, Self.isSameTable(headerRow, row, reading),
      let first = reading.grid.rows[row].tokens.first
    else { return true }
    guard reading.grid.tokens[first].label >= 0 else { return false }
    return reading.grid.tokens[first].column
      <= reading.grid.tokens[labels.first ?? columns[0].tokens[0]].column
  }

  /// Whether a row is one of the table: each text stands below another header, and none is a label.
  private func isRow(_ row: Int, _ reading: FormReading) -> Bool {
    let tokens = texts(of: row, reading)
    guard let first = tokens.first, !reading.footRows.contains(row),
      // What is no table of this kind has labels and values in its rows.
      tokens.count(where: { reading.isWordedAsLabel($0) }) * 2 <= tokens.count,
      mayHaveKnownRows || isSum(first, reading)
        || !reading.meanings(first).contains(where: \.isOfFields),
      let places = places(of: tokens, reading)
    else { return false }
    return !labels.isEmpty || places.columns[0] == 0 && tokens.count > 1
  }

  /// Whether a text says that its row is the sum of those around it.
  private func isSum(_ token: Int, _ reading: FormReading) -> Bool {
    Self.sums.contains(reading.grid.keys.span.extracting(reading.grid.tokens[token].key))
  }

  private static let sums = WordSet("合计 总计 小计 金额合计")

  /// Where the texts of a row stand: the numbers of their columns, -1 for a name left of all headers, and how far
  /// the row was shifted; `nil` where two stand in one column, or one in that of the label.
  ///
  /// A row with a text for each column was shifted as a whole then.
  func places(
    of tokens: Range<Int>, _ reading: FormReading
  ) -> (columns: [Int], shift: Int)? {
    let least = labels.last.map {
      reading.grid.tokens[$0].column + reading.grid.tokens[$0].columnSpan
    }
    var places: [Int] = []
    for token in tokens {
      let column = reading.grid.tokens[token].column
      let place = columns.lastIndex { $0.start <= column } ?? -1
      guard column >= least ?? columns[0].start, place > places.last ?? -2 else {
        let shift = reading.grid.tokens[tokens.lowerBound].column - columns[0].start
        let isWhole =
          tokens.count == columns.count && tokens.count >= Self.leastColumnsAlone
          && tokens.allSatisfy { reading.grid.tokens[$0].label < 0 }
        return isWhole && shift != 0 && !labels.isEmpty ? (Array(columns.indices), shift) : nil
      }
      places.append(place)
    }
    return (places, 0)
  }

  // MARK: Taking

  func take(_ rows: Range<Int>, of reading: inout FormReading) {
    let number = reading.form.furtherTables.count
    for token in Array(labels) + columns.flatMap(\.tokens) + copies {
      // The unit behind a header is that of its column, and not that of the form's money.
      reading[fate: token] = .label
    }
    let name = labels.map { reading.text($0, .value) }.joined(separator: "/")
    let headers = columns.map { column in
      column.tokens.map { reading.text($0, .value) }.joined(separator: "/")
    }
    var table = FurtherTable(label: name, rows: [])
    var empty = emptyColumns(rows, reading)
    for row in rows {
      let path = "furtherTables/\(number)/rows/\(table.rows.count)"
      table.rows.append(take(row, empty, headers, name, path: path, of: &reading))
      empty = []
    }
    // One without rows says what it has room for.
    if rows.isEmpty {
      table.rows = [.init(cells: headers.map { LabelledText(label: $0, text: "") })]
    }
    reading.form.furtherTables.append(table)
    reading.report(
      .tableUnknown, labels.first ?? columns[0].tokens[0], path: "furtherTables/\(number)",
      .text("label", name.isEmpty ? headers[0] : name), .number("rows", rows.count))
  }

  /// The numbers of the columns that have nothing below their headers.
  private func emptyColumns(_ rows: Range<Int>, _ reading: FormReading) -> [Int] {
    var isEmpty = Array(repeating: true, count: columns.count)
    for row in rows {
      for column in places(of: texts(of: row, reading), reading)?.columns ?? [] where column >= 0 {
        isEmpty[column] = false
      }
    }
    return isEmpty.indices.filter { isEmpty[$0] }
  }

  /// Takes the texts of a row, under the headers of their columns; the names of rows may have none but the
  /// label of all.
  ///
  /// - Parameter empty: The columns for which the row has a cell without a text, so that their headers are kept.
  private func take(
    _ row: Int, _ empty: [Int], _ headers: [String], _ name: String, path: String,
    of reading: inout FormReading
  ) -> FurtherTable.Row {
    let texts = texts(of: row, reading)
    for token in reading.grid.rows[row].tokens.prefix(upTo: texts.lowerBound) {
      reading[fate: token] = .label
    }
    guard let places = places(of: texts, reading) else { return .init(cells: []) }
    if places.shift != 0 {
      reading.report(
        places.shift < 0 ? .rowShiftedLeft : .rowShiftedRight, texts.lowerBound, path: path,
        .number("columns", abs(places.shift)))
    }
    let filled = zip(places.columns, texts).map { (column: $0, token: Optional($1)) }
    let all = (filled + empty.map { (column: $0, token: nil) }).sorted { $0.column < $1.column }
    var cells: [LabelledText] = []
    for (column, token) in all {
      if let token { reading.place([token], at: "\(path)/cells/\(cells.count)/text") }
      let header = column < 0 ? name : headers[column]
      cells.append(
        LabelledText(label: header, text: token.map { reading.text($0, .value) } ?? ""))
    }
    return .init(cells: cells)
  }
}

extension Meaning {
  /// Whether it is a field, a row of funding or a header of theirs.
  fileprivate var isOfFields: Bool {
    switch self {
    case .field, .fundingRow, .fundingColumn, .componentName, .componentAmount: true
    case .caption, .column, .group, .state, .total: false
    }
  }
}
