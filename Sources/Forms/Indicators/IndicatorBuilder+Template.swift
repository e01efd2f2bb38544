internal import IR

// Forms that nobody filled in.
extension IndicatorBuilder {
  /// Whether the rows have names and nothing else, as in a form that nobody filled in; that is said
  /// once.
  static func isTemplate(_ rows: [IndicatorRow], _ reading: inout FormReading) -> Bool {
    let hasValue = rows.contains { row in
      !row.isEmpty(.target) || !row.isEmpty(.overallTarget) || !row.isEmpty(.actual)
        || NameWithTarget(row, reading) != nil
    }
    guard !hasValue, rows.count(where: { !$0.isEmpty(.name) }) > 1 else { return false }
    // Departments as a whole are scored by rules of their own: 评分标准 | 分值 | 得分.
    if rows.contains(where: { !$0.isEmpty(.score) && !$0.further.isEmpty }) { return true }
    // Each place has its target.
    if rows.contains(where: { row in
      row.further.count { HeaderReader.isPlace($0.header, reading) } > 1
    }) {
      return true
    }
    reading.report(
      .targetsAbsent, rows.first { !$0.isEmpty(.name) }?[.name].first, path: "indicators")
    return true
  }
}
