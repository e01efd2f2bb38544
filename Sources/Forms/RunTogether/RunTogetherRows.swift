internal import IR

/// Two or more rows of indicators that ran together in one: its name and all values fall into equally many parts.
struct RunTogetherRows {
  /// The names, one for each row.
  let names: [String]
  /// The values by column, one for each name.
  private(set) var values: [(column: Layout.Column, texts: [String])] = []
  /// The labels of level 2, where they ran together too.
  private(set) var levels: [String]?

  /// A shorter name is a word of a longer one.
  private static let shortestName = 4

  /// Takes a row apart; `nil` where it is one.
  ///
  /// Points are numbers. Where none are printed, each part of the name is long enough to be one, and each part of
  /// the target looks like a value.
  init?(_ row: borrowing IndicatorRow, _ reading: borrowing FormReading) {
    guard row[.name].count == 1, let name = row[.name].first, !row.isEmpty(.target) else {
      return nil
    }
    let names = reading.parts(of: name)
    guard names.count > 1 else { return nil }
    self.names = names
    for column in [Layout.Column.target, .actual, .weight, .score] where !row.isEmpty(column) {
      guard row[column].count == 1, let token = row[column].first else { return nil }
      let texts = reading.parts(of: token)
      guard texts.count == names.count else { return nil }
      values.append((column, texts))
    }
    let points = values.filter { $0.column == .weight || $0.column == .score }
    let areRows =
      points.isEmpty
      ? names.allSatisfy { $0.unicodeScalars.count >= Self.shortestName }
        && values.allSatisfy { $0.texts.allSatisfy(Self.isValue) }
      : points.allSatisfy { $0.texts.allSatisfy { CellFeatures(of: $0).isPlainNumber } }
    guard areRows else { return nil }
    if let label = row.openText {
      levels = Self.levels(reading.parts(of: label), count: names.count, reading)
    }
  }

  /// The labels of level 2 that stand one below the other in a cell, as many as the rows:
  /// 经济效益指标<br>社会效益指标.
  private static func levels(
    _ texts: [String], count: Int, _ reading: borrowing FormReading
  ) -> [String]? {
    guard texts.count == count else { return nil }
    for text in texts {
      let match = reading.levelMatch(ofKey: LabelKey.key(of: text).span)
      guard match?.certainty == .exact, match?.states.isEmpty == false else { return nil }
    }
    return texts
  }

  private static func isValue(_ text: String) -> Bool {
    let features = CellFeatures(of: text)
    return features.hasRelation || features.isMeasure || features.isState || isRange(text)
  }

  /// Whether a text begins with two numbers and a mark between them: 5-8个.
  private static func isRange(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0.isDigit }
    guard rest.count < text.utf8.count, let length = rangeMarks.prefixLength(of: Array(rest).span)
    else { return false }
    return rest.dropFirst(length).first?.isDigit == true
  }

  private static let rangeMarks = WordSet("- ~ ～ — – 至")
}
