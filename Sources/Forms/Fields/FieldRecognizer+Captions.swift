internal import IR

// Texts that are no labels with values: the title, the year, the unit.
extension FieldRecognizer {
  /// Reads a row of captions; `false` where one of its texts is none.
  func readCaptions(_ row: Int, of reading: inout FormReading) -> Bool {
    let tokens = reading.grid.rows[row].tokens
    return tokens.count { readCaption($0, row, of: &reading) } == tokens.count
  }

  /// Reads a text that is no label with a value: the title, the year, the unit.
  func readCaption(_ number: Int, _ row: Int, of reading: inout FormReading) -> Bool {
    let token = reading.grid.tokens[number]
    let key = reading.grid.keys[token.key]
    if let rows = reading.titleRows, rows.contains(row) {
      if row == rows.lowerBound { readTitle(rows, of: &reading) }
    } else if reading.vocabulary.isTitle(key) {
      readTitle(row..<row + 1, of: &reading)
    } else if let year = TitleRule.year(ofLine: key),
      reading.grid.rows[row].table == nil
        || [nil, year].contains(reading.form.year) && !isOneOfYears(number, reading)
    {
      if reading.form.year == nil { reading.trace(number, at: "year") }
      reading.form.year = reading.form.year ?? year
      reading[fate: number] = .label
    } else if let unit = UnitCaption.unit(ofLine: key) {
      reading.setUnit(unit, from: number)
      reading[fate: number] = .label
    } else {
      return false
    }
    return true
  }

  /// Whether a text names a year beside another one, which head columns: 2018年 | 2019年.
  private func isOneOfYears(_ token: Int, _ reading: FormReading) -> Bool {
    reading.grid.rows[reading.grid.tokens[token].row].tokens.contains { other in
      other != token
        && TitleRule.year(ofLine: reading.grid.keys[reading.grid.tokens[other].key]) != nil
    }
  }

  /// Reads a title, which may be wrapped.
  private func readTitle(_ rows: Range<Int>, of reading: inout FormReading) {
    let tokens = rows.compactMap { reading.grid.rows[$0].tokens.first }
    let key = reading.grid.key(ofLines: rows)
    guard let first = tokens.first else { return }
    if isHeading(first, key, reading) {
      reading.setOutside(first)
      return
    }
    guard reading.form.title == nil else {
      for token in tokens { reading[fate: token] = .label }
      return
    }
    reading.form.title = reading.text(tokens, .value)
    reading.form.year = reading.form.year ?? TitleRule.year(ofTitle: key)
    reading.place(tokens, at: "title")
    guard tokens.count > 1 else { return }
    reading.report(
      .rowsJoined, first, through: tokens.last, path: "title",
      before: tokens.map { reading.text($0, .value) }.joined(separator: " / "),
      after: reading.text(tokens, .value))
  }

  /// Whether a title is the numbered heading above the printed one: 10、项目支出绩效目标表.
  private func isHeading(_ token: Int, _ key: ArraySlice<UInt8>, _ reading: FormReading) -> Bool {
    let next = reading.grid.tokens[token].row + 1
    guard ItemNumber(beginning: key.span) != nil, reading.rows.contains(next),
      reading.grid.isOneText(next), let below = reading.grid.tokens(ofRow: next).first
    else { return false }
    return reading.vocabulary.isTitle(reading.grid.keys[below.key])
  }
}
