internal import IR

/// A row that holds nothing but the ends of the cells above it, where scanning took each line of
/// print for a row: ≥ / 95%, 发现后 / 30分钟内.
///
/// Names and remarks that go on alone are joined by ``RowJoiner``, which weighs what else they may be.
enum WrappedCells {
  /// The columns of the cells of a row, where every cell goes on with the one above it.
  ///
  /// They stand exactly under their headers, none is a weight or a score, and at least one is a
  /// target or what was reached.
  ///
  /// - Parameter unit: Where the units of targets stand, if these are printed in parts.
  static func columns(
    of items: [ColumnAligner.Item], below above: IndicatorRow, _ header: ColumnAligner.Header,
    unit: Int?, hasLabels: Bool, _ reading: FormReading
  ) -> [Layout.Column]? {
    guard above.joins.count < mostJoins, !above.isEmpty(.name) else { return nil }
    if above.hasNameOnly, above.shifts.isEmpty, !hasLabels {
      return valuesOfName(items, header)
    }
    var columns: [Layout.Column] = []
    var surest = TextEnd.likely
    for item in items {
      guard item.match == nil, !item.isCaption,
        let column = column(at: item.column, header, unit: unit), let head = above[column].last
      else { return nil }
      columns.append(column)
      guard column != .name, !isRemark(column) else { continue }
      guard let end = TextEnd.goingOn(from: head, in: item.token, reading) else { return nil }
      surest = max(surest, end)
    }
    guard columns.contains(where: { $0 != .name && !isRemark($0) }) else { return nil }
    // Two rows that have a name each are one only where the first cannot end there.
    guard columns[0] == .name || hasLabels else { return columns }
    guard surest > .likely else { return nil }
    return columns[0] != .name || nameGoesOn(above, items[0], surest, reading) ? columns : nil
  }

  /// The columns of a row that has no name, below one that has nothing else: its values stand beside the
  /// second line of the name, or below it.
  static func valuesOfName(
    _ items: [ColumnAligner.Item], _ header: ColumnAligner.Header
  ) -> [Layout.Column]? {
    var columns: [Layout.Column] = []
    for item in items {
      guard item.match == nil, !item.isCaption, !item.features.endsName,
        let column = Layout.Column.allCases.last(where: { header.position(of: $0) == item.column }),
        column > .name
      else { return nil }
      columns.append(column)
    }
    return columns.contains(.target) ? columns : nil
  }

  /// Whether a text goes on with the one above it, in a column that the layout does not have.
  static func isRemark(
    _ item: ColumnAligner.Item, below above: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    guard above.joins.count < mostJoins, !item.features.isMeasure, !item.features.isDash,
      let head = above.further.last(where: { $0.place == item.column })
    else { return false }
    return !FormReading.endsSentence(reading.normalized(head.token))
  }

  /// Adds the cells of a row to those of the row above it.
  static func join(
    _ row: IndicatorRow, into above: inout IndicatorRow, of reading: FormReading
  ) {
    above.labels += row.labels
    if let rest = row.further.first { return addRemark(rest, to: &above, of: reading) }
    if above.hasNameOnly { return takeValues(row, into: &above, of: reading) }
    for column in joinable {
      guard let first = above[column].first, let last = row[column].last else { continue }
      let before = reading.text(above[column], .value)
      above[column] = above[column] + row[column]
      above.joins.append(
        .init(
          token: first, last: last, before: before + " / " + reading.text(row[column], .value),
          after: reading.text(above[column], .value)))
    }
  }

  /// Adds the rest of a text in a column that the layout does not have.
  private static func addRemark(
    _ rest: IndicatorRow.Further, to above: inout IndicatorRow, of reading: FormReading
  ) {
    guard let first = above.further.first(where: { $0.place == rest.place }) else { return }
    let tokens = above.further.filter { $0.place == rest.place }.map(\.token)
    let before = reading.text(tokens, .value)
    above.further.append(rest)
    above.joins.append(
      .init(
        token: first.token, last: rest.token,
        before: before + " / " + reading.text(rest.token, .value),
        after: reading.text(tokens + [rest.token], .value)))
  }

  /// Gives the values of a row to the name above it.
  private static func takeValues(
    _ row: IndicatorRow, into above: inout IndicatorRow, of reading: FormReading
  ) {
    for column in Layout.Column.allCases where column > .name { above[column] = row[column] }
    guard let name = above[.name].first, let target = row[.target].first else { return }
    let texts = [above[.name], row[.target]].map { reading.text($0, .value) }
    above.joins.append(
      .init(
        token: name, last: target, before: texts.joined(separator: " / "),
        after: texts.joined(separator: " | ")))
  }

  /// No row has more cells that go on.
  private static let mostJoins = 6

  private static let joinable: [Layout.Column] = [
    .name, .overallTarget, .target, .actual, .deviation, .remark,
  ]

  private static func column(
    at place: Int, _ header: ColumnAligner.Header, unit: Int?
  ) -> Layout.Column? {
    if place == unit { return .target }
    return joinable.first { header.position(of: $0) == place }
  }

  private static func isRemark(_ column: Layout.Column) -> Bool {
    column == .deviation || column == .remark
  }

  /// Whether a name is not complete, or what stands below it is none.
  ///
  /// A short end tells even where a name ends as names do; two times may well be two targets.
  private static func nameGoesOn(
    _ above: IndicatorRow, _ item: ColumnAligner.Item, _ end: TextEnd, _ reading: FormReading
  ) -> Bool {
    guard let head = above[.name].last else { return false }
    let isComplete = CellFeatures(key: reading.normalized(head).span).endsName
    switch end {
    case .certain: return item.features.length <= 3 || !isComplete
    case .time: return item.features.length <= 3 && !isComplete
    case .likely: return false
    }
  }
}
