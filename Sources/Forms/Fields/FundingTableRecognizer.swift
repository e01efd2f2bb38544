internal import IR

/// Reads the funding table of a self-evaluation: kinds of amounts by column, sources of money by
/// row.
enum FundingTableRecognizer {
  /// The column of each kind of amount.
  private typealias Header = [(column: Int, key: Layout.FundingColumn)]

  /// Reads the table whose header is in a row; returns the row after it.
  static func read(from headerRow: Int, to end: Int, of reading: inout FormReading) -> Int {
    guard let spec = reading.layout.fundingTable else { return headerRow + 1 }
    let header = readHeader(headerRow, of: &reading)
    var row = headerRow + 1
    while row < end {
      let labels = RowLabels(row, of: &reading)
      guard !GoalRecognizer.isHeader(labels, of: reading), reading.grid.rows[row].table != nil,
        let part = labels.parts.first(where: { $0.role.fundingRow != nil }),
        let number = part.role.fundingRow
      else {
        guard isForeign(labels, row, before: end, in: reading) else { break }
        row += 1
        continue
      }
      for part in labels.parts where part.role.isLabel {
        reading[fate: part.token] = .label
        reading.noteSuffix(of: part.token)
      }
      var values = FundingRow(
        key: spec.rows[number].key, label: reading.text(part.token, .value))
      let count = reading.form.fundingRows.count
      reading.trace(part.token, at: "funding/rows/\(count)/label")
      let cells = labels.parts.filter { !$0.role.isLabel }.map(\.token)
      read(cells, under: header, into: &values, of: &reading)
      reading.form.fundingRows.append(values)
      row += 1
    }
    return row
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

  private static func readHeader(_ row: Int, of reading: inout FormReading) -> Header {
    var header: Header = []
    for part in RowLabels(row, of: &reading).parts {
      guard part.role.isLabel else {
        readCaption(part.token, of: &reading)
        continue
      }
      reading[fate: part.token] = .label
      reading.noteSuffix(of: part.token)
      // Of two headers with one meaning the first has the column; the cells under the other stay.
      if case .other(.fundingColumn(let key)) = part.role,
        !header.contains(where: { $0.key == key })
      {
        header.append((reading.grid.tokens[part.token].column, key))
      }
    }
    return header
  }

  /// Reads a cell beside the headers: the caption of the table, whatever it is called, with the
  /// unit of its amounts.
  private static func readCaption(_ token: Int, of reading: inout FormReading) {
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    guard let open = key.lastIndex(of: UInt8(ascii: "(")),
      let unit = UnitCaption.unit(ofSuffix: key[open...])
    else { return }
    reading.setUnit(unit, from: token)
    reading[fate: token] = .label
  }

  /// Binds the cells of a row to columns: one to one when there are as many, else by place with
  /// one shift for the whole row.
  private static func read(
    _ cells: [Int], under header: Header, into row: inout FundingRow, of reading: inout FormReading
  ) {
    guard !cells.isEmpty else { return }
    let number = reading.form.fundingRows.count
    if cells.count == header.count {
      for (cell, column) in zip(cells, header) {
        set(column.key, cell, row: number, in: &row, of: &reading)
      }
      return
    }
    let shift = bestShift(cells, header, reading)
    for cell in cells {
      let column = reading.grid.tokens[cell].column - shift
      if let match = header.first(where: { $0.column == column }) {
        set(match.key, cell, row: number, in: &row, of: &reading)
      }
    }
    if shift != 0 {
      reading.report(
        .valueShifted, cells.first, path: "funding/rows/\(number)", .text("label", row.label),
        .number("columns", shift))
    }
  }

  private static func bestShift(_ cells: [Int], _ header: Header, _ reading: FormReading) -> Int {
    let columns = Set(header.map(\.column))
    return [0, 1, -1, 2, -2].max { left, right in
      let fits = { (shift: Int) in
        cells.count { columns.contains(reading.grid.tokens[$0].column - shift) }
      }
      return fits(left) < fits(right)
    } ?? 0
  }

  private static func set(
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
