internal import IR

/// Finds the field of values whose label is lost, by the rows the layout prints.
enum FieldInference {
  /// Binds the values that no label took.
  static func fill(_ rows: Range<Int>, of reading: inout FormReading) {
    for row in rows {
      let open = reading.grid.rows[row].tokens.filter { reading[fate: $0] == .open }
      guard !open.isEmpty else { continue }
      if reading.grid.rows[row].table == nil {
        for token in open { reading.setOutside(token) }
      } else {
        infer(open, of: &reading)
      }
    }
  }

  private static func infer(_ open: [Int], of reading: inout FormReading) {
    let open = open.filter {
      !reading.refused.contains($0) && !reading.grid.repeatsCell($0, in: reading.document)
    }
    for token in open {
      guard let key = candidate(for: token, of: reading),
        isOnlyChoice(token, for: key, among: open, of: reading)
      else { continue }
      reading.setField(key, [token])
      reading.report(
        .fieldInferred, token, path: key.rawValue, .text("field", reading.label(of: key)))
    }
  }

  /// Whether no other value of the row could be the field's too: rows of tables that no layout has
  /// hold several amounts.
  private static func isOnlyChoice(
    _ token: Int, for key: FieldKey, among open: [Int], of reading: FormReading
  ) -> Bool {
    !open.contains { other in
      other != token && reading[fate: other] == .open && fits(reading.normalized(other), key)
    }
  }

  /// The one missing field of the printed row that a value may belong to.
  private static func candidate(for token: Int, of reading: FormReading) -> FieldKey? {
    let row = reading.grid.tokens[token].row
    let known = fields(inRow: row, of: reading)
    let printed = reading.layout.printedRows.first { printed in
      known.contains(where: printed.contains)
    }
    guard let printed = printed ?? rowBetweenNeighbours(of: row, reading) else { return nil }
    let value = reading.normalized(token)
    let missing = printed.filter { key in
      !reading.form.has(key) && !known.contains(key) && fits(value, key)
        && !reading.form.blank.contains("/" + key.rawValue)
    }
    return missing.count == 1 ? missing[0] : nil
  }

  /// The fields whose label or value is in a row.
  private static func fields(inRow row: Int, of reading: FormReading) -> [FieldKey] {
    reading.grid.rows[row].tokens.flatMap { token in
      reading.meanings(token).compactMap {
        if case .field(let key) = $0 { key } else { nil as FieldKey? }
      }
    }
  }

  /// The printed row that lies between those of the rows above and below.
  private static func rowBetweenNeighbours(of row: Int, _ reading: FormReading) -> [FieldKey]? {
    let printedRows = reading.layout.printedRows
    func printedRow(_ row: Int) -> Int? {
      guard reading.rows.contains(row) else { return nil }
      let known = fields(inRow: row, of: reading)
      return printedRows.firstIndex { $0.contains(where: known.contains) }
    }
    let above = printedRow(row - 1)
    let below = printedRow(row + 1)
    if let above, above + 1 < printedRows.count, below == nil || below == above + 2 {
      return printedRows[above + 1]
    }
    if let below, below > 0, above == nil { return printedRows[below - 1] }
    return nil
  }

  private static func fits(_ value: [UInt8], _ key: FieldKey) -> Bool {
    switch key.kind {
    case .amount: Amount(reading: value.span).amount != nil
    case .date: DateReading(reading: value.span).date != nil
    case .text: value.count <= 240 && Amount(reading: value.span).amount == nil
    case .prose: value.count >= 60
    case .options: false
    }
  }
}

extension FormReading {
  /// Gives a token to the text that belongs to no form.
  mutating func setOutside(_ token: Int) {
    self[fate: token] = .outside
    let text = text(token, .value)
    // White space that only Unicode knows is no text.
    guard !text.isEmpty else { return }
    outside.append(PlacedText(text: text, source: grid.tokens[token].source))
  }
}
