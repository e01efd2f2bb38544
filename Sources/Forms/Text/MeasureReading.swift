package import IR

extension Measure {
  /// Reads a normalised text as a relation, a number and a unit (model, Readings).
  ///
  /// There is a reading only when the whole text is one; `text` is kept as it is. White space may
  /// stand between the parts.
  package init(reading text: Span<UInt8>) {
    self.init(text: String(copying: text))
    guard text.count <= MeasureScanner.longestText, MeasureScanner.mayBeMeasure(text) else {
      return
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    WidthFolding.append(text, to: &folded)
    guard let parts = MeasureScanner.scan(folded.span) else { return }
    relation = parts.relation
    number = parts.number
    unit = parts.unit
  }
}

/// Finds the parts of a measure.
enum MeasureScanner {
  /// The parts of a measure.
  struct Parts {
    var relation: String?
    var number: String
    var unit: String?
  }

  /// No relation, number and unit are longer; anything that is gets no reading.
  static let longestText = 160

  /// A cheap look at the first byte: a digit, a relation, or the lead byte of one.
  static func mayBeMeasure(_ text: Span<UInt8>) -> Bool {
    guard let first = text.isEmpty ? nil : text[0] else { return false }
    return DecimalScanner.isDigit(first) || (first >= 0x3C && first <= 0x3E) || first == 0xE2
      || first == 0xEF
  }

  /// Whether a text with full-width forms folded is a measure.
  static func isMeasure(_ text: Span<UInt8>) -> Bool { scan(text) != nil }

  /// Finds the parts of a text with full-width forms folded.
  static func scan(_ text: Span<UInt8>) -> Parts? {
    let (relation, afterRelation) = relation(text)
    let start = DecimalScanner.skipSpaces(text, from: afterRelation)
    guard let number = DecimalScanner.number(text, from: start) else { return nil }
    let rest = DecimalScanner.skipSpaces(text, from: number.end)
    if rest == text.count {
      return Parts(relation: relation, number: number.text, unit: nil)
    }
    guard let unit = UnitScanner.unit(text.extracting(rest..<text.count)) else { return nil }
    return Parts(relation: relation, number: number.text, unit: unit)
  }

  /// The relation at the start of a text, and the index after it.
  private static func relation(_ text: Span<UInt8>) -> (relation: String?, end: Int) {
    for entry in relations where DecimalScanner.hasPrefix(text, at: 0, entry.printed.span) {
      return (entry.relation, entry.printed.count)
    }
    return (nil, 0)
  }

  /// Longer ones first: `>=` is not `>`.
  private static let relations: [(printed: [UInt8], relation: String)] = [
    (">=", "≥"), ("<=", "≤"), ("=", "="), (">", ">"), ("<", "<"), ("≥", "≥"), ("≤", "≤"),
    ("≠", "≠"), ("≧", "≥"), ("≦", "≤"), ("⩾", "≥"), ("⩽", "≤"),
  ].map { (Array($0.0.utf8), $0.1) }
}
