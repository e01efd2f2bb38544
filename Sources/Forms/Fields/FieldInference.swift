internal import IR

/// Finds the field of values whose label is lost, by the rows the layout prints.
enum FieldInference {
  /// Binds the values that no label took.
  static func fill(_ rows: Range<Int>, of reading: inout FormReading) {
    for row in rows where !reading.footRows.contains(row) {
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
    let open = open.filter { !reading.refused.contains($0) }
    var index = 0
    while index < open.count {
      let token = open[index]
      index += 1
      guard index < open.count, open[index] == token + 1, mayBeLabel(token, reading) else {
        if !reading.isAmongLabels(token), let key = candidate(for: token, of: reading),
          isOnlyChoice(token, for: key, among: open, of: reading)
        {
          set(key, token, of: &reading)
        }
        continue
      }
      // A text before a value is its label, known or not: 计刬开始曰期 | 2024-01-01.
      let value = open[index]
      index += 1
      guard let key = candidate(for: value, of: reading), isAlike(token, key, reading) else {
        continue
      }
      reading[fate: token] = .label
      set(key, value, of: &reading)
    }
  }

  private static func set(_ key: FieldKey, _ token: Int, of reading: inout FormReading) {
    reading.setField(key, [token])
    reading.report(
      .fieldInferred, token, path: key.rawValue, .text("field", reading.label(of: key)))
  }

  /// Whether a text may be a label that nobody can read: neither a number nor a date, and short.
  private static func mayBeLabel(_ token: Int, _ reading: FormReading) -> Bool {
    guard !reading.grid.tokens[token].key.isEmpty else { return false }
    let text = reading.normalized(token).span
    return Amount(reading: text).amount == nil && DateReading(reading: text).date == nil
  }

  /// Whether most characters of a text are those of a label of a field.
  private static func isAlike(_ token: Int, _ key: FieldKey, _ reading: FormReading) -> Bool {
    let text = LabelKey.scalars(reading.grid.keys.span.extracting(reading.labelCore(of: token)))
    return reading.layout.fields.contains { field in
      field.key == key
        && field.labels.contains { label in
          let label = LabelKey.scalars(LabelKey.key(of: label).span)
          return 2 * text.count(where: label.contains) > max(text.count, label.count)
        }
    }
  }

  /// The long text whose label is lost, for a row that has a text alone below another long text:
  /// the first of those the layout prints further down that is nowhere printed.
  ///
  /// At the top of a page a row without a label goes on with the text above it.
  static func lostProse(after key: FieldKey, _ row: Int, of reading: FormReading) -> FieldKey? {
    let keys = reading.layout.printedRows.joined()
    guard row > 0, !goesOnWithList(row, reading),
      reading.grid.rows[row].block == reading.grid.rows[row - 1].block,
      let place = keys.firstIndex(of: key)
    else { return nil }
    let missing = keys[place...].dropFirst().filter { other in
      other.kind == .prose && !reading.form.prints(other) && !reading.fieldLabels.contain(other)
    }
    return missing.first
  }

  /// No number of an item has more bytes, white space and full-width forms included.
  private static let longestNumber = 24

  /// Whether a row begins with the second item of a list, or a later one: 目标2：….
  private static func goesOnWithList(_ row: Int, _ reading: FormReading) -> Bool {
    guard let token = reading.grid.rows[row].tokens.first else { return false }
    var key: [UInt8] = []
    LabelKey.append(reading.normalized(token).span.extracting(first: longestNumber), to: &key)
    return ItemNumber(beginning: key.span).map { $0.number > 1 } ?? false
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
    // Before a colon stands the label of something else, and a caption is worded as one.
    let isLabel =
      reading.grid.keys[reading.grid.tokens[token].key].contains(UInt8(ascii: ":"))
      || reading.isWordedAsLabel(token)
    let missing = printed.filter { key in
      !reading.form.prints(key) && !known.contains(key) && fits(value, key)
        && (!isLabel || key.kind != .text)
    }
    return missing.count == 1 ? missing[0] : nil
  }

  /// The fields whose label or value is in a row; of those that one label may stand for, the ones
  /// that are read.
  private static func fields(inRow row: Int, of reading: FormReading) -> [FieldKey] {
    reading.grid.rows[row].tokens.flatMap { token in
      let keys = reading.meanings(token).compactMap(\.field)
      guard keys.count > 1 else { return keys }
      return keys.filter { reading.form.prints($0) }
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
    if let below, below > 0, above == nil, !isLabelled(row - 1, reading) {
      return printedRows[below - 1]
    }
    return nil
  }

  /// Whether a row has a label of something else than a field.
  private static func isLabelled(_ row: Int, _ reading: FormReading) -> Bool {
    reading.rows.contains(row)
      && reading.grid.rows[row].tokens.contains { reading.grid.tokens[$0].label >= 0 }
  }

  private static func fits(_ value: [UInt8], _ key: FieldKey) -> Bool {
    switch key.kind {
    case .amount: Amount(reading: value.span).amount != nil
    case .date: DateReading(reading: value.span).date != nil
    case .text:
      value.count <= 240 && !OptionReader.hasBox(value.span)
        && (Amount(reading: value.span).amount == nil) == (key != .phone)
        && (key == .phone || MeasureScanner.look(of: value.span) == nil)
    case .prose: value.count >= 24
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
