internal import IR

/// Reads the funding table of a self-evaluation: kinds of amounts by column, sources of money by
/// row.
struct FundingTableRecognizer {
  private let header: FundingHeader
  /// The number of the row of the layout that was read last.
  private var lastRow = -1
  /// How far the cells of the last row stood from their columns, by the column of the row's label: where
  /// a merged cell on their left was lost, rows are shifted together.
  private var shifts: [Int: Int] = [:]

  /// Reads the table whose header is in a row; returns the row after it.
  static func read(from headerRow: Int, to end: Int, of reading: inout FormReading) -> Int {
    guard let spec = reading.layout.fundingTable else { return headerRow + 1 }
    var recognizer = FundingTableRecognizer(
      header: FundingHeader(headerRow, spec, before: end, of: &reading))
    var row = headerRow + 1
    while row < end {
      var labels = RowLabels(row, of: &reading)
      if let column = recognizer.header.reasonColumn { labels.takeValue(at: column, in: reading) }
      guard !GoalRecognizer.isHeader(labels, of: reading), reading.grid.rows[row].table != nil,
        let (number, label) = recognizer.rowNumber(labels, at: row, to: end, of: &reading)
      else {
        guard isForeign(labels, row, before: end, in: reading) else { break }
        row += 1
        continue
      }
      recognizer.lastRow = number
      recognizer.read(labels, label: label, key: spec.allRows[number].key, of: &reading)
      row += 1
    }
    return row
  }

  /// Which row of the layout a row is, and its label; the one between its neighbours where it has
  /// none.
  private func rowNumber(
    _ labels: RowLabels, at row: Int, to end: Int, of reading: inout FormReading
  ) -> (number: Int, label: Int?)? {
    for part in labels.parts {
      if let number = part.role.fundingRow { return (number, part.token) }
    }
    let amounts = labels.parts.filter { !isReason($0.token, reading) }
    guard amounts.count > header.amountCount / 2, let first = amounts.first,
      amounts.allSatisfy({ !$0.role.isLabel && reading.isDashOrNumber($0.token) }),
      let number = Self.lostRow(after: lastRow, row, end, reading)
    else { return nil }
    // A row alone below the header needs no label.
    let isAlone = lastRow < 0 && number == 0 && amounts.count == header.amountCount
    if isAlone, !Self.hasAmounts(row + 1, before: end, reading) { return (number, nil) }
    reading.report(
      .fieldInferred, first.token, path: "funding/rows/\(reading.form.fundingRows.count)",
      .text("field", reading.layout.fundingTable?.rows[number].labels.first ?? ""))
    return (number, nil)
  }

  /// Whether a cell is the reason for a deviation.
  private func isReason(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.tokens[token].column == header.reasonColumn && !reading.isDashOrNumber(token)
  }

  /// Whether a row has a number or a dash.
  private static func hasAmounts(_ row: Int, before end: Int, _ reading: FormReading) -> Bool {
    row < end && reading.grid.rows[row].table != nil
      && reading.grid.rows[row].tokens.contains(where: reading.isDashOrNumber)
  }

  /// The row of the layout that is missing between the one read last and the next that has a label.
  ///
  /// An optional row is missing nowhere, and says nothing about those around it.
  private static func lostRow(
    after last: Int, _ row: Int, _ end: Int, _ reading: FormReading
  ) -> Int? {
    let count = reading.layout.fundingTable?.rows.count ?? 0
    var next = count
    if row + 1 < end, reading.grid.rows[row + 1].table != nil {
      for token in reading.grid.rows[row + 1].tokens {
        for case .fundingRow(let number) in reading.meanings(token) { next = min(next, number) }
      }
    }
    // Where no row has a label the first is the total.
    return next == last + 2 || last < 0 && next == count ? last + 1 : nil
  }

  private mutating func read(
    _ labels: RowLabels, label: Int?, key: String, of reading: inout FormReading
  ) {
    for part in labels.parts where part.role.isLabel {
      reading[fate: part.token] = .label
      reading.noteSuffix(of: part.token)
    }
    let count = reading.form.fundingRows.count
    var values = FundingRow(key: key, label: label.map { reading.text($0, .value) } ?? "")
    if let label {
      reading[fate: label] = .label
      reading.trace(label, at: "funding/rows/\(count)/label")
    }
    for part in labels.parts where !part.role.isLabel && part.token < label ?? 0 {
      UnitCaption.take(part.token, of: &reading)
    }
    let cells = labels.parts.map(\.token).filter { $0 != label && reading[fate: $0] == .open }
    let place = label.map { reading.grid.tokens[$0].column }
    bind(cells, labelledAt: place, into: &values, of: &reading)
    reading.form.fundingRows.append(values)
  }

  /// Whether a row has no label that is known, and rows of the table go on below it.
  private static func isForeign(
    _ labels: RowLabels, _ row: Int, before end: Int, in reading: FormReading
  ) -> Bool {
    guard !labels.parts.contains(where: \.role.isLabel) else { return false }
    return (row + 1..<min(row + 4, end)).contains { below in
      reading.grid.rows[below].tokens.contains { token in
        reading.meanings(token).contains { if case .fundingRow = $0 { true } else { false } }
      }
    }
  }

  /// Binds the cells of a row to columns: one to one when there are as many, else by place with
  /// one shift for the whole row.
  private mutating func bind(
    _ cells: [Int], labelledAt place: Int?, into row: inout FundingRow,
    of reading: inout FormReading
  ) {
    guard !cells.isEmpty else { return }
    let number = reading.form.fundingRows.count
    let shiftOfFirst = reading.grid.tokens[cells[0]].column - header.columns[0].column
    // Where the label stands as those above and the cells do not, one is below no header.
    let isMoved = place.flatMap { shifts[$0] }.map { $0 != shiftOfFirst } ?? false
    let columns = columns(for: cells, shift: shiftOfFirst, reading)
    if cells.count == columns.count, !isMoved {
      if let place { shifts[place] = shiftOfFirst }
      for (cell, column) in zip(cells, columns) {
        Self.set(column.key, cell, row: number, in: &row, of: &reading)
      }
      return
    }
    let shift = bestShift(cells, likely: place.flatMap { shifts[$0] } ?? 0, reading)
    if let place { shifts[place] = shift }
    for cell in cells {
      let column = reading.grid.tokens[cell].column - shift
      if let key = header.key(at: column) {
        Self.set(key, cell, row: number, in: &row, of: &reading)
      }
    }
    if shift != 0 {
      reading.report(
        .valueShifted, cells.first, path: "funding/rows/\(number)", .text("label", row.label),
        .number("columns", shift))
    }
  }

  /// The columns of a row that has a cell in each: those of the amounts alone where the last cell is one, and
  /// stands left of the reasons.
  private func columns(
    for cells: [Int], shift: Int, _ reading: FormReading
  ) -> ArraySlice<FundingHeader.Column> {
    guard let last = header.columns.last, last.key == .deviation, let cell = cells.last,
      reading.isDashOrNumber(cell), reading.grid.tokens[cell].column - shift < last.column
    else { return header.columns[...] }
    return header.columns.dropLast()
  }

  /// The shift by which most cells stand below a header that suits them; of several the likely one.
  private func bestShift(_ cells: [Int], likely: Int, _ reading: FormReading) -> Int {
    let hasRate = cells.contains { isRate($0, reading) }
    var best = (shift: likely, fit: Int.min)
    for shift in [likely, 0, 1, -1, 2, -2] {
      let fit = cells.reduce(0) { $0 + self.fit($1, reading, shift: shift, hasRate: hasRate) }
      if fit > best.fit { best = (shift, fit) }
    }
    return best.shift
  }

  private func isRate(_ cell: Int, _ reading: FormReading) -> Bool {
    reading.grid.keys[reading.grid.tokens[cell].key].last == UInt8(ascii: "%")
  }

  /// How well a cell suits the column it stands in: a percentage is a rate and no amount, a reason a text; without
  /// a percentage the rate may be any number, 0.958.
  private func fit(_ cell: Int, _ reading: FormReading, shift: Int, hasRate: Bool) -> Int {
    let column = reading.grid.tokens[cell].column - shift
    guard let key = header.key(at: column) else { return 0 }
    if reading.isDash(cell) { return 4 }
    if header.reasonColumn != nil {
      let isReason = reading.measure([cell]).number == nil
      if isReason || key == .deviation { return isReason == (key == .deviation) ? 4 : 0 }
    }
    return !hasRate || isRate(cell, reading) == (key == .executionRate) ? 4 : 2
  }

  /// Sets a value of a row from its cell.
  static func set(
    _ column: Layout.FundingColumn, _ cell: Int, row number: Int, in row: inout FundingRow,
    of reading: inout FormReading
  ) {
    switch column {
    case .initialBudget: row.initialBudget = reading.amount([cell])
    case .annualBudget: row.annualBudget = reading.amount([cell])
    case .executed: row.executed = reading.amount([cell])
    case .weight: row.weight = reading.measure([cell])
    case .executionRate: row.executionRate = reading.measure([cell])
    case .score: row.score = reading.measure([cell])
    case .deviation: row.deviation = reading.text(cell, .value)
    }
    let path = "funding/rows/\(number)/\(column.jsonKey)"
    reading.place([cell], at: path)
    reading.anchor(cell, at: .fundingRow(number, column))
  }
}

extension RowLabels.Role {
  /// The row of the funding table that the label begins.
  var fundingRow: Int? {
    if case .other(.fundingRow(let number)) = self { number } else { nil }
  }
}

extension FormReading {
  /// Whether a cell holds a dash alone, as where an amount does not apply.
  func isDash(_ token: Int) -> Bool {
    CellFeatures.isDash(grid.keys.span.extracting(grid.tokens[token].key))
  }

  /// Whether a cell holds a dash or a number, with or without its unit.
  func isDashOrNumber(_ token: Int) -> Bool { isDash(token) || measure([token]).number != nil }
}
