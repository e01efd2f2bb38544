import Forms
import IR

/// An indicator as it was read, ready for comparing.
struct ReadRow: Sendable {
  var pointer: String
  var level1: String
  var level2: String
  var texts: [IndicatorColumn: String]

  /// The indicators of all forms of a recognition.
  static func rows(of recognition: Recognition) -> [ReadRow] {
    recognition.forms.enumerated().flatMap { number, form in
      form.indicators.enumerated().map { index, indicator in
        var texts: [IndicatorColumn: String] = [:]
        for column in IndicatorColumn.allCases {
          texts[column] = IndicatorPrinter.text(of: column, in: indicator).map(Comparison.key)
        }
        return ReadRow(
          pointer: "/forms/\(number)/indicators/\(index)",
          level1: Comparison.key(indicator.level1 ?? ""),
          level2: Comparison.key(indicator.level2 ?? ""), texts: texts)
      }
    }
  }
}

/// Compares texts without white space and with their width folded.
enum Comparison {
  static func key(_ text: String) -> String {
    var key: [UInt8] = []
    LabelKey.make(Array(text.utf8).span, into: &key)
    return String(decoding: key, as: UTF8.self)
  }

  /// For each expected indicator the number of the one it was read as, in order, by the greatest
  /// likeness of names and targets.
  static func align(_ expected: [DamageVariant.Expected], _ read: [ReadRow]) -> [Int?] {
    let keys = expected.map { $0.texts.mapValues(key) }
    let levels = expected.map { key($0.level2 ?? "") }
    var best = Array(
      repeating: Array(repeating: 0, count: read.count + 1), count: expected.count + 1)
    for row in expected.indices.reversed() {
      for column in read.indices.reversed() {
        let likeness = likeness(keys[row], levels[row], read[column])
        let matched = likeness > 0 ? likeness + best[row + 1][column + 1] : 0
        best[row][column] = max(matched, best[row + 1][column], best[row][column + 1])
      }
    }
    var result: [Int?] = []
    var column = 0
    for row in expected.indices {
      while column < read.count, best[row][column] == best[row][column + 1],
        best[row][column] > best[row + 1][column]
      { column += 1 }
      if column < read.count, best[row][column] > best[row + 1][column] {
        result.append(column)
        column += 1
      } else {
        result.append(nil)
      }
    }
    return result
  }

  private static func likeness(
    _ texts: [IndicatorColumn: String], _ level2: String, _ read: ReadRow
  ) -> Int {
    var likeness = 0
    guard let name = texts[.name] else {
      // The name stands in the column of level 2.
      if level2 == read.level2 || level2 == read.texts[.name] { likeness += 8 }
      return texts[.target] == read.texts[.target] ? likeness + 3 : likeness
    }
    if let other = read.texts[.name] {
      if name == other {
        likeness += 8
      } else if name.hasPrefix(other) || other.hasPrefix(name) || name.hasSuffix(other) {
        likeness += 4
      }
    }
    if let target = texts[.target], target == read.texts[.target] { likeness += 3 }
    return likeness
  }
}
