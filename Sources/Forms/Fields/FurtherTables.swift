internal import IR

/// Reads tables that the layout does not have, such as that of the year's tasks (年度主要任务): headers with what each row
/// says below them.
///
/// Nothing is known of what they say, so that they are told by how they are built: a row of headers, most of them
/// worded as labels, and right below it rows that stand in the same columns and hold no label. Beside them may
/// stand the label of all, with nothing below it. One with headers in two rows may have no row.
struct FurtherTables {
  /// A column: where it begins, and its header with the one above it.
  private struct Column {
    var start: Int
    var tokens: [Int]
  }

  /// The label beside the headers, or beside a row below where it slid down.
  private var label: Int?
  private var columns: [Column]
  /// The row of the last headers.
  private var headerRow: Int
  private let end: Int
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
    guard tokens.count >= (isBeside ? 3 : leastColumnsAlone), isUnknown(head, reading),
      // The misread header of a known table stands beside known ones: 年初顸算数 | 全年预算数 | 执行数.
      reading.isWordedAsLabel(head)
        || isBeside && isUnknown(head + 1, reading) && reading.isWordedAsLabel(head + 1)
    else { return nil }
    return head
  }

  private init(_ head: Int, in row: Int, to end: Int, _ reading: borrowing FormReading) {
    let tokens = reading.grid.rows[row].tokens
    label = head == tokens.lowerBound ? nil : tokens.lowerBound
    columns = (head..<tokens.upperBound).map { token in
      Column(start: reading.grid.tokens[token].column, tokens: [token])
    }
    headerRow = row
    self.end = end
  }

  /// No table of a form has more columns.
  private static let mostColumns = 24
  /// A table without a label beside it is told by no fewer headers.
  private static let leastColumnsAlone = 3

  private static func isSameTable(_ row: Int, _ other: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[row].table != nil
      && reading.grid.rows[row].block == reading.grid.rows[other].block
  }

  /// Whether the first text of a row may be the label beside a table: nothing stands below it.
  private static func isLabelBeside(_ token: Int, _ reading: FormReading) -> Bool {
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
  private func texts(of row: Int, _ reading: FormReading) -> Range<Int> {
    let tokens = reading.grid.rows[row].tokens
    guard let label, let first = tokens.first,
      first == label || Self.isCopy(first, of: label, reading)
    else { return tokens }
    return tokens.dropFirst()
  }

  /// Whether a text may be a label, and is none that the layout has.
  private static func isUnknown(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.tokens[token].label < 0 && reading.mayBeUnknownLabel(token)
  }

  /// Whether a text is a label that is known, or worded as one.
  private static func isWorded(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.tokens[token].label >= 0 || reading.isWordedAsLabel(token)
  }

  /// Whether a text may be a header: it is a label, known or not, or short and without a digit.
  private static func isHeader(_ token: Int, _ reading: FormReading) -> Bool {
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
  private mutating func takeSecondHeaders(_ reading: FormReading) {
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
  private mutating func rows(_ reading: FormReading) -> Range<Int> {
    let first = headerRow + 1
    var row = first
    while row < end, Self.isSameTable(headerRow, row, reading) {
      takeLabel(besideRow: row, reading)
      guard isRow(row, reading) else { break }
      row += 1
    }
    return first..<row
  }

  /// Takes a text left of all headers for the label of the table, where it has none yet and a text stands below
  /// nearly each of them; another label has its value beside it.
  private mutating func takeLabel(besideRow row: Int, _ reading: FormReading) {
    let tokens = reading.grid.rows[row].tokens
    guard label == nil, tokens.count >= columns.count, let first = tokens.first,
      reading.grid.tokens[first].column < columns[0].start, Self.isUnknown(first, reading)
    else { return }
    label = first
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
      <= reading.grid.tokens[label ?? columns[0].tokens[0]].column
  }

  /// Whether a row is one of the table: each text stands below another header, and none is a label.
  private func isRow(_ row: Int, _ reading: FormReading) -> Bool {
    let tokens = texts(of: row, reading)
    guard let first = tokens.first, !reading.footRows.contains(row),
      // What is no table of this kind has labels and values in its rows.
      tokens.count(where: { reading.isWordedAsLabel($0) }) * 2 <= tokens.count,
      !reading.meanings(first).contains(where: \.isOfFields),
      let places = places(of: tokens, reading)
    else { return false }
    return label != nil || places.columns[0] == 0 && tokens.count > 1
  }

  /// Where the texts of a row stand: the numbers of their columns, -1 for a name left of all headers, and how far
  /// the row was shifted; `nil` where two stand in one column, or one in that of the label.
  ///
  /// A row with a text for each column was shifted as a whole then.
  private func places(
    of tokens: Range<Int>, _ reading: FormReading
  ) -> (columns: [Int], shift: Int)? {
    let least = label.map { reading.grid.tokens[$0].column + reading.grid.tokens[$0].columnSpan }
    var places: [Int] = []
    for token in tokens {
      let column = reading.grid.tokens[token].column
      let place = columns.lastIndex { $0.start <= column } ?? -1
      guard column >= least ?? columns[0].start, place > places.last ?? -2 else {
        let shift = reading.grid.tokens[tokens.lowerBound].column - columns[0].start
        let isWhole =
          tokens.count == columns.count && tokens.count >= Self.leastColumnsAlone
          && tokens.allSatisfy { reading.grid.tokens[$0].label < 0 }
        return isWhole && shift != 0 && label != nil ? (Array(columns.indices), shift) : nil
      }
      places.append(place)
    }
    return (places, 0)
  }

  // MARK: Taking

  private func take(_ rows: Range<Int>, of reading: inout FormReading) {
    let number = reading.form.furtherTables.count
    for token in [label].compactMap(\.self) + columns.flatMap(\.tokens) + copies {
      // The unit behind a header is that of its column, and not that of the form's money.
      reading[fate: token] = .label
    }
    let name = label.map { reading.text($0, .value) } ?? ""
    let headers = columns.map { column in
      column.tokens.map { reading.text($0, .value) }.joined(separator: "/")
    }
    var table = FurtherTable(label: name, rows: [])
    for row in rows {
      let path = "furtherTables/\(number)/rows/\(table.rows.count)"
      table.rows.append(take(row, under: headers, name, path: path, of: &reading))
    }
    // One without rows says what it has room for.
    if rows.isEmpty {
      table.rows = [.init(cells: headers.map { LabelledText(label: $0, text: "") })]
    }
    reading.form.furtherTables.append(table)
    reading.report(
      .tableUnknown, label ?? columns[0].tokens[0], path: "furtherTables/\(number)",
      .text("label", name.isEmpty ? headers[0] : name), .number("rows", rows.count))
  }

  /// Takes the texts of a row, under the headers of their columns; the names of rows may have none but the
  /// label of all.
  private func take(
    _ row: Int, under headers: [String], _ name: String, path: String, of reading: inout FormReading
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
    let cells = zip(texts, places.columns).enumerated().map { number, cell in
      reading.place([cell.0], at: "\(path)/cells/\(number)/text")
      let header = cell.1 < 0 ? name : headers[cell.1]
      return LabelledText(label: header, text: reading.text(cell.0, .value))
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
