internal import IR

/// Joins a name that is split over two rows.
enum RowJoiner {
  /// A name is split into three rows at most.
  private static let mostJoins = 2

  /// Joins every row that has a name alone to the row whose name it begins or ends, unless it
  /// rather is an indicator that lost its target.
  static func join(_ rows: [IndicatorRow], of reading: inout FormReading) -> [IndicatorRow] {
    var rows = rows
    for index in rows.indices.dropFirst()
    where endsNameAbove(rows[index], rows[index - 1], reading) {
      rows[index][.name] = rows[index].openText.map { [$0] } ?? []
      rows[index].openText = nil
    }
    guard rows.contains(where: { $0.hasNameOnly || $0.hasTextsOnly }) else { return rows }
    var result: [IndicatorRow] = []
    var index = 0
    while index < rows.count {
      let row = rows[index]
      index += 1
      guard row.hasNameOnly, !isPlaceholder(row, reading), NameWithTarget(row, reading) == nil
      else {
        if let above = result.last, goesOn(row, below: above, reading) {
          result[result.count - 1] = joined(above, row, of: &reading)
        } else {
          result.append(row)
        }
        continue
      }
      let below = index < rows.count ? rows[index] : nil
      let up = result.last.map { likelihoodOfEnding($0, row, reading) } ?? 0
      let isComplete = result.last.map { ending(of: $0, reading) == .strong } ?? false
      let down =
        beginsInside(row, reading)
        ? 0 : below.map { likelihoodOfBeginning(row, $0, below: isComplete, reading) } ?? 0
      let alone = likelihoodOfStandingAlone(row, reading)
      if let below, down > up, down > alone {
        if up > alone { noteRival(row, in: &result[result.count - 1], reading) }
        result.append(joined(row, below, of: &reading))
        index += 1
      } else if let above = result.last, up > alone {
        result[result.count - 1] = joined(above, row, of: &reading)
        if down > alone { noteRival(row, in: &rows[index], reading) }
      } else {
        if up > 0 { noteRival(row, in: &result[result.count - 1], reading) }
        result.append(row)
      }
    }
    return result
  }

  /// Whether the name of a row is what stands for further indicators.
  private static func isPlaceholder(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    row[.name].first.map { CellFeatures(key: reading.normalized($0).span).isPlaceholder } ?? false
  }

  /// Whether a text alone in the level-2 column, where any text may stand, is the end of the name
  /// above it, shifted to the left: 财务管理 | 健全, and 制度健全性 below.
  private static func endsNameAbove(
    _ row: IndicatorRow, _ above: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    guard let text = row.openText, !row.hasContent, row.labels.isEmpty, !above.isEmpty(.target),
      !above.isEmpty(.name), ending(of: above, reading) != .strong
    else { return false }
    return CellFeatures(key: reading.normalized(text).span).endsName
  }

  /// Notes in a row that the name of another might have been part of its own.
  private static func noteRival(
    _ part: IndicatorRow, in row: inout IndicatorRow, _ reading: FormReading
  ) {
    guard row.rivals.isEmpty, let token = row[.name].first else { return }
    row.rivals.append(.init(token: token, text: reading.text(part[.name], .value)))
  }

  /// Whether a row has nothing but the ends of the remark, and perhaps of the name, above it.
  private static func goesOn(
    _ row: IndicatorRow, below above: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    guard row.hasTextsOnly, above.joins.count < mostJoins, let column = row.columnOfRemarks,
      let remark = above[column].last,
      !above.isEmpty(.target), !FormReading.endsSentence(reading.normalized(remark))
    else { return false }
    return row.isEmpty(.name) || likelihoodOfEnding(above, row, reading) > 1
  }

  /// How much speaks for a row with a name alone being the end of the name above it.
  private static func likelihoodOfEnding(
    _ head: IndicatorRow, _ tail: IndicatorRow, _ reading: FormReading
  ) -> Float {
    guard head.joins.count < mostJoins, tail.labels.isEmpty, !head[.name].isEmpty,
      !head[.target].isEmpty
    else { return 0 }
    var likelihood = likelihoodOfGoingOn(head, reading)
    switch ending(of: tail, reading) {
    case .strong: likelihood += 1.5
    case .weak: likelihood += 0.8
    case .none: likelihood -= 0.6
    }
    if length(tail, reading) <= 5 { likelihood += 1 }
    if length(tail, reading) <= 3 { likelihood += 1.5 }
    if length(head, reading) <= 3 { likelihood += 2 }
    if tail.beginsTable { likelihood -= 1 }
    if isOpen(head, reading) || beginsInside(tail, reading) { likelihood += 4 }
    return likelihood
  }

  /// How much speaks for a row with a name alone being the beginning of the name below it.
  ///
  /// - Parameter isComplete: Whether the name above it ends as names end.
  private static func likelihoodOfBeginning(
    _ head: IndicatorRow, _ tail: IndicatorRow, below isComplete: Bool, _ reading: FormReading
  ) -> Float {
    guard !tail[.name].isEmpty, !tail[.target].isEmpty else { return 0 }
    // Two rows of a page that have a text each in one column are two indicators.
    let isOther = head.further.contains { text in
      tail.further.contains { $0.place == text.place }
    }
    if isOther, !tail.beginsTable { return 0 }
    var likelihood = likelihoodOfGoingOn(head, reading)
    if ending(of: tail, reading) != .none { likelihood += 0.5 }
    if length(tail, reading) <= 5 { likelihood += 1 }
    if length(tail, reading) <= 3 { likelihood += 4 }
    if length(head, reading) <= 3 { likelihood += 1 }
    // Values stand beside the first row of a name, as a rule; a page break may part them from it.
    likelihood += tail.beginsTable ? 2 : -0.4
    if isOpen(head, reading) || beginsInside(tail, reading) { likelihood += 4 }
    // A label stands on the first row of a name, if not in the middle of its group.
    if head.labels.isEmpty, !tail.labels.isEmpty, !tail.beginsTable, !isComplete {
      likelihood -= 1.5
    }
    return likelihood
  }

  private static let particles = WordSet("的 、")

  /// Whether a mark is opened in the name of a row and not closed: 引进“一网通.
  private static func isOpen(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard let token = row[.name].last else { return false }
    return PairedMarks.depth(of: reading.normalized(token).span) > 0
  }

  /// Whether the name of a row begins as no name begins: with a particle, or a mark that closes; or
  /// whether it is a parenthesis and nothing else: (万亩).
  private static func beginsInside(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard let token = row[.name].first else { return false }
    let text = reading.normalized(token)
    return particles.containsPrefix(of: text.span)
      || PairedMarks.closings.containsPrefix(of: text.span)
      || (row[.name].count == 1 && openParentheses.containsPrefix(of: text.span)
        && closeParentheses.containsSuffix(of: text.span))
  }

  private static let openParentheses = WordSet("( （")
  private static let closeParentheses = WordSet(") ）")

  /// How much speaks for a row with a name alone being an indicator whose target is lost: it is
  /// shifted to the right, so that the last cell fell off.
  private static func likelihoodOfStandingAlone(
    _ row: IndicatorRow, _ reading: FormReading
  ) -> Float {
    var likelihood: Float = ending(of: row, reading) == .strong ? 1.5 : 0.5
    if row.shifts.contains(where: { $0.columns > 0 }) { likelihood += 4 }
    return likelihood
  }

  /// How much speaks for the name of a row going on in another row, by how it ends.
  private static func likelihoodOfGoingOn(_ row: IndicatorRow, _ reading: FormReading) -> Float {
    switch ending(of: row, reading) {
    case .strong: -1.5
    case .weak: 0.8
    case .none: 2
    }
  }

  /// How much the end of a text is like that of names of indicators.
  private enum Ending {
    case strong, weak, none
  }

  private static func ending(of row: IndicatorRow, _ reading: FormReading) -> Ending {
    guard let token = row[.name].last else { return .none }
    let features = CellFeatures(key: reading.normalized(token).span)
    return features.endsName ? .strong : features.endsLikeName ? .weak : .none
  }

  /// The number of characters of the name of a row.
  private static func length(_ row: IndicatorRow, _ reading: FormReading) -> Int {
    row[.name].reduce(0) { $0 + CellFeatures(key: reading.normalized($1).span).length }
  }

  private static func joined(
    _ first: IndicatorRow, _ second: IndicatorRow, of reading: inout FormReading
  ) -> IndicatorRow {
    var row = first[.target].isEmpty ? second : first
    row.row = first.row
    row.beginsTable = first.beginsTable
    row[.name] = first[.name] + second[.name]
    row[.deviation] = first[.deviation] + second[.deviation]
    row[.remark] = first[.remark] + second[.remark]
    row.labels = first.labels + second.labels
    row.shifts = first.shifts + second.shifts
    row.misplacedLabels = first.misplacedLabels + second.misplacedLabels
    row.joins = first.joins + second.joins
    row.rivals = first.rivals + second.rivals
    row.further = first.further + second.further
    let column: Layout.Column = second.isEmpty(.name) ? second.columnOfRemarks ?? .name : .name
    row.joins.append(
      .init(
        token: row[column][0], last: row[column].last,
        before: reading.text(first[column], .value) + " / " + reading.text(second[column], .value),
        after: reading.text(row[column], .value)))
    return row
  }
}
