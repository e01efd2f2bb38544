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
    WidthFolding.withFolded(text) { folded in
      guard let parts = MeasureScanner.scan(folded) else { return }
      relation = parts.relation
      number = DecimalScanner.text(of: parts.number, in: folded)
      unit = parts.unit.map { UnitScanner.text(of: $0, in: folded) }
    }
  }
}

/// Finds the parts of a measure.
enum MeasureScanner {
  /// The parts of a measure, as places in its text.
  struct Parts {
    /// The number of the relation in ``MeasureScanner/relations``; a text would be counted
    /// wherever parts are only looked at.
    fileprivate var relationNumber: Int?
    var number: DecimalScanner.Number
    var unit: UnitScanner.Unit?

    /// The relation.
    var relation: String? { relationNumber.map { relations[$0].relation } }
  }

  /// What matters of a measure to what it may be about.
  struct Look {
    var hasUnit: Bool
    var isPercentage: Bool
    var isZero: Bool
  }

  /// No relation, number and unit are longer; anything that is gets no reading.
  static let longestText = 160

  /// A cheap look at the first byte: a digit, a relation, or the lead byte of one.
  static func mayBeMeasure(_ text: Span<UInt8>) -> Bool {
    guard let first = text.isEmpty ? nil : text[0] else { return false }
    return first.isDigit || (first >= 0x3C && first <= 0x3E) || first == 0xE2
      || first == 0xEF
  }

  /// Whether a text with full-width forms folded is a measure.
  static func isMeasure(_ text: Span<UInt8>) -> Bool { scan(text) != nil }

  /// The look of a text; `nil` when it is no measure.
  static func look(of text: Span<UInt8>) -> Look? {
    guard text.count <= longestText, mayBeMeasure(text) else { return nil }
    return WidthFolding.withFolded(text) { folded in
      guard let parts = scan(folded) else { return nil }
      let digits = parts.number.place
      let isZero = digits.count == 1 && folded[digits.lowerBound] == UInt8(ascii: "0")
      let isPercentage = parts.unit.map { unit in
        unit.scales.isEmpty && unit.body.count == 1
          && folded[unit.body.lowerBound] == UInt8(ascii: "%")
      }
      return Look(
        hasUnit: parts.unit != nil, isPercentage: isPercentage ?? false, isZero: isZero)
    }
  }

  /// Finds the parts of a text with full-width forms folded.
  static func scan(_ text: Span<UInt8>) -> Parts? {
    let (relation, afterRelation) = relation(text)
    let start = DecimalScanner.skipSpaces(text, from: afterRelation)
    guard let number = DecimalScanner.number(text, from: start) else { return nil }
    let rest = DecimalScanner.skipSpaces(text, from: number.place.upperBound)
    if rest == text.count { return Parts(relationNumber: relation, number: number, unit: nil) }
    guard let unit = UnitScanner.unit(text, from: rest) else { return nil }
    return Parts(relationNumber: relation, number: number, unit: unit)
  }

  /// The number of the relation at the start of a text, and the index after it.
  private static func relation(_ text: Span<UInt8>) -> (relation: Int?, end: Int) {
    guard let first = text.isEmpty ? nil : text[0], !first.isDigit else {
      return (nil, 0)
    }
    let relations = relations.span
    for index in relations.indices where relations[index].stands(in: text) {
      return (index, relations[index].length)
    }
    return (nil, 0)
  }

  /// How a relation is printed, and what it is.
  fileprivate struct Relation: Sendable {
    /// The bytes it is printed with, the first one in the highest of the three.
    private let bytes: UInt32
    let length: Int
    let relation: String

    init(_ printed: String, _ relation: String) {
      bytes = printed.utf8.reduce(0) { $0 << 8 | UInt32($1) }
      length = printed.utf8.count
      self.relation = relation
    }

    /// Whether a text begins with it.
    @inline(__always)
    func stands(in text: Span<UInt8>) -> Bool {
      guard length <= text.count else { return false }
      var start: UInt32 = 0
      for index in 0..<length { start = start &<< 8 | UInt32(text[index]) }
      return start == bytes
    }
  }

  /// The signs of relations, in texts whose width is folded and in others.
  static let signs = ">= <= = > < ≥ ≤ ≠ ≧ ≦ ⩾ ⩽ ═ ＝ ＞ ＜"
  static let relationSigns = WordSet(signs)

  /// Longer ones first: `>=` is not `>`.
  fileprivate static let relations: [Relation] = [
    .init(">=", "≥"), .init("<=", "≤"), .init("=", "="), .init(">", ">"), .init("<", "<"),
    .init("≥", "≥"), .init("≤", "≤"), .init("≠", "≠"), .init("≧", "≥"), .init("≦", "≤"),
    .init("⩾", "≥"), .init("⩽", "≤"), .init("═", "="),
  ]
}
