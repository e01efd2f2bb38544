internal import IR

/// Joins a name that is split over two rows, and splits two rows that run together.
enum RowJoiner {
  /// Joins the rows whose name goes on in the next row, or ends the one above.
  static func join(_ rows: [IndicatorRow], of reading: inout FormReading) -> [IndicatorRow] {
    var result: [IndicatorRow] = []
    var index = 0
    while index < rows.count {
      let row = rows[index]
      index += 1
      guard row.hasNameOnly else {
        result.append(row)
        continue
      }
      if index < rows.count, isHead(row, of: rows[index], above: result.last, reading) {
        result.append(joined(row, rows[index], of: &reading))
        index += 1
      } else if let above = result.last, isTail(row, of: above, reading) {
        result[result.count - 1] = joined(above, row, of: &reading)
      } else {
        result.append(row)
      }
    }
    return result
  }

  /// Whether a row with a name alone begins the name of the row below it.
  private static func isHead(
    _ head: IndicatorRow, of tail: IndicatorRow, above: IndicatorRow?, _ reading: FormReading
  ) -> Bool {
    guard !tail[.name].isEmpty, !tail[.target].isEmpty else { return false }
    if let above, isTail(head, of: above, reading), !tail.beginsTable { return false }
    if tail.beginsTable { return true }
    return !endsName(head, reading) && startsAnew(tail, reading) == false
  }

  /// Whether a row with a name alone ends the name of the row above it.
  private static func isTail(
    _ tail: IndicatorRow, of head: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    guard tail.labels.isEmpty, !head[.name].isEmpty, !head[.target].isEmpty, !tail.beginsTable
    else { return false }
    return !endsName(head, reading)
  }

  /// Whether the name of a row ends the way names of indicators end.
  private static func endsName(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard let token = row[.name].last else { return false }
    let bytes = reading.normalized(token)
    return CellFeatures(key: bytes.span).endsLikeName
  }

  private static func startsAnew(_ row: IndicatorRow, _ reading: FormReading) -> Bool {
    guard let token = row[.name].first else { return true }
    return reading.normalized(token).count > 18
  }

  private static func joined(
    _ first: IndicatorRow, _ second: IndicatorRow, of reading: inout FormReading
  ) -> IndicatorRow {
    var row = first[.target].isEmpty ? second : first
    row.row = first.row
    row.sourceRows = first.sourceRows + second.sourceRows
    row.beginsTable = first.beginsTable
    row[.name] = first[.name] + second[.name]
    row.labels = first.labels + second.labels
    reading.report(
      .rowsJoined, row[.name].first,
      before: reading.text(first[.name], .value) + " / " + reading.text(second[.name], .value),
      after: reading.text(row[.name], .value))
    return row
  }

  /// The parts of a row that two or more rows run together in: names and targets, one for one.
  ///
  /// The name and the target fall into the same number of parts at their spaces, each part of the
  /// name has four characters or more, and each part of the target looks like a value.
  static func parts(
    of row: IndicatorRow, _ reading: FormReading
  ) -> (names: [String], targets: [String])? {
    guard row[.name].count == 1, row[.target].count == 1, row[.weight].isEmpty,
      let name = row[.name].first, let target = row[.target].first
    else { return nil }
    let names = split(reading.printed(name))
    let targets = split(reading.printed(target))
    guard names.count > 1, names.count == targets.count,
      names.allSatisfy({ $0.unicodeScalars.count >= 4 }),
      targets.allSatisfy({ isValue($0) })
    else { return nil }
    return (names, targets)
  }

  private static func split(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\u{3000}" }.map(String.init)
  }

  private static func isValue(_ text: String) -> Bool {
    let features = CellFeatures(key: LabelKey.key(of: text).span)
    return features.isMeasure || features.isState
  }
}
