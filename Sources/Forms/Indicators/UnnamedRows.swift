internal import IR

/// Rows of an open group in a form that prints its indicators there without names: 投入和管理目标 |
/// 预算执行率 | | >98%.
///
/// Such a row that is shifted to the right has lost its target, and its level 2 stands where names
/// stand; nothing but the rows around it tells that it is no name.
enum UnnamedRows {
  /// Takes the lone text of such a row for its level 2.
  static func settle(_ rows: inout [IndicatorRow], of reading: FormReading) {
    guard let kind = kind(of: rows, reading) else { return }
    for index in rows.indices where mayBeShifted(rows[index], reading) {
      let hasGroup = rows[index].labels.contains { $0.match.groups.contains(kind) }
      let isAbove = index > 0 && isOpen(rows[index - 1], reading)
      guard hasGroup || isInside(index, isAbove: isAbove, rows, reading) else { continue }
      rows[index].openText = rows[index][.name].first
      rows[index][.name] = []
    }
  }

  /// Whether a row stands among those of the open group: between two of them, as the first row of
  /// all above one, or, by its words, below one where the label of another group follows.
  private static func isInside(
    _ index: Int, isAbove: Bool, _ rows: [IndicatorRow], _ reading: FormReading
  ) -> Bool {
    // Rows that are shifted together have the same neighbours.
    guard let below = rows[index...].first(where: { !mayBeShifted($0, reading) }) else {
      return false
    }
    if isOpen(below, reading) { return isAbove || index == 0 }
    return isAbove && below.labels.contains { $0.column == .level2 }
      && isOfManagement(rows[index], reading)
  }

  /// Whether the words of a name speak for the open group more than for any other.
  private static func isOfManagement(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard let name = row[.name].first else { return false }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[name].key)
    let evidence = TopicEvidence(name: key, target: key.extracting(first: 0))
    return evidence[.management] > 0 && evidence[.management] >= evidence.strengths.max()
  }

  /// The open group, where the form prints no names in its rows.
  private static func kind(of rows: [IndicatorRow], _ reading: FormReading) -> Int? {
    guard let group = reading.layout.taxonomy.groups.firstIndex(where: \.isOpen) else { return nil }
    var unnamed = 0
    for row in rows where isOpen(row, reading) {
      if !row.isEmpty(.name) { return nil }
      if !row.isEmpty(.target) { unnamed += 1 }
    }
    return unnamed > 0 ? group : nil
  }

  /// Whether a row has a text in the level-2 column that only an open group has.
  private static func isOpen(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    row.openText != nil
      || row.labels.contains { label in
        label.column == .level2
          && label.match.states.contains { state in
            reading.layout.taxonomy.groups[reading.states[state].group].isOpen
          }
      }
  }

  /// Whether a row has a name alone, which is no state such as 健全, and no label of another group.
  private static func mayBeShifted(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard row.hasNameOnly, row[.name].count == 1, let name = row[.name].first,
      !CellFeatures(key: reading.normalized(name).span).isState
    else { return false }
    return row.labels.allSatisfy { label in
      label.match.groups.contains { reading.layout.taxonomy.groups[$0].isOpen }
    }
  }
}
