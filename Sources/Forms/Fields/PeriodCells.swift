internal import IR

/// Start and end that have a cell each, with the word between them in a third: 20210101 | 到 |
/// 20211231.
enum PeriodCells {
  private static let untilWords = WordSet("到 至 - — – ~ ～")

  /// Takes the cells beside the label of a period; `false` where they are none of this kind, or
  /// the form has its dates.
  static func take(_ values: [Int], of reading: inout FormReading) -> Bool {
    guard values.count == 3, !reading.form.has(.start), !reading.form.has(.end),
      reading.isOne(values[1], of: untilWords)
    else { return false }
    reading.setField(.start, [values[0]])
    reading[fate: values[1]] = .label
    reading.setField(.end, [values[2]])
    return true
  }
}
