internal import IR

/// Labels of levels that a narrow column breaks, where scanning took each line of print for a row:
/// 产出 / 指标, 服务对象 / 满意度指标.
enum BrokenLabels {
  /// No row has more columns of levels and their caption.
  private static let mostLabels = 3

  /// Takes the cells of a row that are the rests of labels whose beginnings stand in the row above it.
  static func takeRests(
    _ items: inout [ColumnAligner.Item], below rows: inout [IndicatorRow],
    of reading: inout FormReading
  ) {
    // Nearly every row begins with a label in full, or the row above has no other.
    guard let first = items.first, first.match?.certainty != .exact || items.count <= mostLabels,
      let last = rows.indices.last, rows[last].labels.contains(where: isBeginning)
    else { return }
    var index = 0
    while index < min(items.count, mostLabels) {
      let item = items[index]
      guard let (label, whole) = completion(item, of: rows[last], reading),
        item.match?.certainty != .exact || areAllRests(items, of: rows[last], reading)
      else {
        index += 1
        continue
      }
      reading[fate: item.token] = .label
      rows[last].labels[label].complete(as: whole)
      items.remove(at: index)
    }
  }

  /// Takes the points of levels that stand in a row below their label: （50分）.
  static func takePoints(
    _ items: inout [ColumnAligner.Item], leftOf name: Int?, of reading: inout FormReading
  ) {
    while let first = items.first, let name, first.column < name, isPoints(first.token, reading) {
      reading[fate: first.token] = .label
      items.removeFirst()
    }
  }

  /// Whether a cell has nothing but points in parentheses.
  private static func isPoints(_ token: Int, _ reading: FormReading) -> Bool {
    let key = reading.grid.keys[reading.grid.tokens[token].key]
    guard key.first == UInt8(ascii: "("), key.hasSuffix(pointsEnd) else { return false }
    let number = key.dropFirst().dropLast(pointsEnd.count)
    return !number.isEmpty && number.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  private static let pointsEnd = Array("分)".utf8)

  private static func isBeginning(_ label: IndicatorRow.Label) -> Bool {
    !label.isPart && label.match.certainty != .exact
  }

  /// Whether a row holds rests and nothing else: one that is a label itself may be that of its row.
  private static func areAllRests(
    _ items: [ColumnAligner.Item], of above: IndicatorRow, _ reading: FormReading
  ) -> Bool {
    items.allSatisfy { completion($0, of: above, reading) != nil }
  }

  /// The label of the row above that a cell completes, by its number, and what both are together.
  private static func completion(
    _ item: ColumnAligner.Item, of above: IndicatorRow, _ reading: FormReading
  ) -> (label: Int, whole: LevelMatch)? {
    let tokens = reading.grid.tokens
    guard
      let number = above.labels.lastIndex(where: {
        tokens[$0.token].column == item.column && isBeginning($0)
      })
    else { return nil }
    let label = above.labels[number]
    var key: [UInt8] = []
    for token in [label.token, item.token] {
      key.append(copying: reading.grid.keys.span.extracting(tokens[token].key))
    }
    guard let whole = reading.levelMatch(ofKey: key.span), whole.certainty == .exact,
      !whole.groups.isDisjoint(with: label.match.groups)
        || !whole.states.isDisjoint(with: label.match.states)
    else { return nil }
    return (number, whole)
  }
}

extension IndicatorRow.Label {
  /// Makes a label the whole one whose beginning it is.
  fileprivate mutating func complete(as whole: LevelMatch) {
    match = whole
    isPart = true
  }
}
