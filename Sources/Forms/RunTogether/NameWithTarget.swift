internal import IR

/// A name and its target in one cell, whose border scanning lost: 培训人数≥50人, or 培训人数50人.
struct NameWithTarget {
  /// The name, without the white space behind it.
  let name: String
  /// The target, from its relation on.
  let target: Measure

  /// Finds both in the name of a row that has no target, or nothing of it but the unit: 培训人数≥50 | 人; `nil`
  /// where the name is nothing more.
  init?(_ row: borrowing IndicatorRow, _ reading: borrowing FormReading) {
    guard row.isEmpty(.target) || Self.mayBeUnit(row, reading), row.isEmpty(.overallTarget),
      row[.name].count == 1, let token = row[.name].first
    else { return nil }
    var text: [UInt8] = []
    reading.appendText(token, .measure, to: &text)
    let relation = Self.placeOfRelation(text.span)
    if let unit = row[.target].first {
      guard relation != nil,
        text.last?.isDigit == true || Self.scales.containsSuffix(of: text.span),
        !reading.features(of: unit).isState
      else { return nil }
      reading.appendText(unit, .measure, to: &text)
    }
    guard let place = relation ?? Self.placeOfNumber(text.span, isAlone: row.further.isEmpty)
    else { return nil }
    let target = Measure(reading: text.span.extracting(place...))
    guard
      target.relation != nil && (row.isEmpty(.target) || target.unit != nil)
        || relation == nil && (target.unit != nil || Self.isTime(text.span.extracting(place...)))
    else { return nil }
    self.target = target
    name = String(copying: text.span.extracting(..<Self.end(of: text.span, before: place)))
  }

  /// What a number may end with before its unit.
  private static let scales = WordSet("万 亿 千 百")
  /// No unit has more bytes.
  private static let longestUnit = 12

  /// Whether the target of a row may be a unit alone, by its length and its first byte: most are dismissed
  /// by these.
  private static func mayBeUnit(
    _ row: borrowing IndicatorRow, _ reading: borrowing FormReading
  ) -> Bool {
    guard let token = row.heads.token(.target) else { return false }
    let key = reading.grid.tokens[token].key
    return !key.isEmpty && reading.grid.keys[key.lowerBound] >= 0xE4 && key.count <= longestUnit
      && row[.target].count == 1
  }

  /// Whether a text is a date, or a time as targets name it: 2024年10月31日前.
  private static func isTime(_ text: Span<UInt8>) -> Bool {
    DateReading(reading: text).date != nil || CellFeatures(key: text).isState
  }

  /// A shorter text before a relation is no name.
  private static let shortestName = 6

  /// Where the first relation stands outside of parentheses; `nil` where it stands too far to the left.
  private static func placeOfRelation(_ text: Span<UInt8>) -> Int? {
    var depth = 0
    for index in text.indices {
      let rest = text.extracting(index...)
      if PairedMarks.openings.containsPrefix(of: rest) { depth += 1 }
      if PairedMarks.closings.containsPrefix(of: rest) { depth -= 1 }
      if depth == 0, MeasureScanner.relationSigns.containsPrefix(of: rest) {
        return index >= shortestName ? index : nil
      }
    }
    return nil
  }

  /// A text of fewer bytes before a number and its unit is a name only if it ends as one.
  private static let shortestPlainName = 12
  /// What a number behind says more of: 覆盖达到98个.
  private static let links = WordSet("达到 达 至 到 约 近 超 为 第 前 过 于 的 每 在 共 以")

  /// Where the first number stands, behind what ends as names end, or, before a unit that ends the text, behind
  /// any name; where further texts say that the row is an indicator, behind whatever stands there.
  private static func placeOfNumber(_ text: Span<UInt8>, isAlone: Bool) -> Int? {
    guard let place = text.indices.first(where: { text[$0].isDigit }), place >= shortestName
    else { return nil }
    let name = text.extracting(..<end(of: text, before: place))
    if !isAlone || CellFeatures(key: name).endsName { return place }
    return name.count >= shortestPlainName && !links.containsSuffix(of: name)
      && Measure(reading: text.extracting(place...)).unit != nil ? place : nil
  }

  private static func end(of text: Span<UInt8>, before place: Int) -> Int {
    var end = place
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    return end
  }
}
