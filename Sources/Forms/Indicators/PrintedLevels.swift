internal import IR

/// The levels of a form with a classification of its own, by nothing but the places of their labels.
///
/// A label holds down to the next one. Where the first row has none, and labels in the middle of their rows
/// leave no row over, they stand there, as the text of merged cells is printed.
enum PrintedLevels {
  typealias Levels = LevelAssignment.Levels

  /// A label of a level, by its row.
  private struct Label {
    var row: Int
    var text: String
    var token: Int
  }

  /// The levels of each row.
  static func levels(of rows: [IndicatorRow], _ reading: FormReading) -> [Levels] {
    var levels = [Levels](repeating: Levels(), count: rows.count)
    let groups = labels(of: .level1, rows, in: rows.indices, reading)
    let starts = starts(of: groups.map(\.row), in: rows.indices)
    var ranges = starts.indices.map {
      starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : rows.count)
    }
    ranges.insert(0..<(starts.first ?? rows.count), at: 0)
    for (number, range) in ranges.enumerated() {
      let group = number > 0 ? groups[number - 1] : nil
      for row in range {
        (levels[row].level1, levels[row].level1Token) = (group?.text, group?.token)
      }
      setLevel2(of: &levels, rows, in: range, reading)
    }
    return levels
  }

  private static func setLevel2(
    of levels: inout [Levels], _ rows: [IndicatorRow], in range: Range<Int>, _ reading: FormReading
  ) {
    let labels = labels(of: .level2, rows, in: range, reading)
    let starts = starts(of: labels.map(\.row), in: range)
    for (index, label) in labels.enumerated() {
      for row in starts[index]..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound) {
        (levels[row].level2, levels[row].level2Token) = (label.text, label.token)
      }
    }
  }

  /// The labels of a level on some rows; that of level 1 may be printed again on every row.
  private static func labels(
    of level: Layout.Column, _ rows: [IndicatorRow], in range: Range<Int>, _ reading: FormReading
  ) -> [Label] {
    var labels: [Label] = []
    for row in range {
      guard
        let label = rows[row].labels.last(where: { ($0.column == .level2) == (level == .level2) })
      else { continue }
      let text = reading.text(of: label)
      if text == labels.last?.text { continue }
      labels.append(Label(row: row, text: text, token: label.token))
    }
    return labels
  }

  /// No form has more labels of a level.
  private static let mostLabels = 64

  /// The first row of each label's group.
  private static func starts(of labels: [Int], in rows: Range<Int>) -> [Int] {
    guard let first = labels.first, first > rows.lowerBound, labels.count <= mostLabels else {
      return labels
    }
    return middles(labels, rows, isUpper: true) ?? middles(labels, rows, isUpper: false) ?? labels
  }

  /// The first rows where every label stands in the middle of its rows; `nil` where rows are left over.
  ///
  /// Of two middle rows all labels stand on the upper one, or all on the lower one. As few rows as possible
  /// stand above their labels.
  private static func middles(_ labels: [Int], _ rows: Range<Int>, isUpper: Bool) -> [Int]? {
    struct Option {
      var start: Int
      var rowsAbove: Int
      var previous: Int
    }
    var steps = [[Option(start: rows.lowerBound, rowsAbove: 0, previous: 0)]]
    for (number, label) in labels.enumerated() {
      let isLast = number + 1 == labels.count
      var next: [Option] = []
      for (index, option) in steps[number].enumerated() where option.start <= label {
        let above = label - option.start
        // Of two middle rows the upper one has as many rows above it as one of three.
        let end = label + above + (isUpper ? 1 : 0)
        for start in [end, end + 1] where start > label {
          guard isLast ? start == rows.upperBound : start <= labels[number + 1] else { continue }
          let rowsAbove = option.rowsAbove + above
          if let same = next.firstIndex(where: { $0.start == start }) {
            if next[same].rowsAbove <= rowsAbove { continue }
            next.remove(at: same)
          }
          next.append(Option(start: start, rowsAbove: rowsAbove, previous: index))
        }
      }
      steps.append(next)
    }
    guard var index = steps[labels.count].indices.first else { return nil }
    var starts: [Int] = []
    for number in labels.indices.reversed() {
      index = steps[number + 1][index].previous
      starts.append(steps[number][index].start)
    }
    return starts.reversed()
  }
}
