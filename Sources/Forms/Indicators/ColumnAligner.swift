internal import IR

/// Binds the cells of a row to columns: in order, by what they look like, and by how far they
/// stand from the header, the row as a whole being shifted or not.
///
/// The cheapest assignment is found by dynamic programming over cells and columns for each shift.
struct ColumnAligner {
  /// The columns of the layout, from left to right, and where their headers stand.
  struct Header {
    var columns: [Layout.Column]
    var positions: [Int]

    /// Where the header of a column stands.
    func position(of column: Layout.Column) -> Int? {
      columns.firstIndex(of: column).map { positions[$0] }
    }
  }

  /// A cell to be bound.
  struct Item {
    var token: Int
    var column: Int
    var features: CellFeatures
    var match: LevelMatch?
    var isCaption: Bool
  }

  /// The columns of the items, in order, and the shift of the row.
  struct Assignment {
    var columns: [Layout.Column]
    var shift: Int
    var cost: Float
  }

  let header: Header
  /// Whether any text may stand in the level-2 column.
  let hasOpenLevel2: Bool

  private static let shifts = [0, -1, 1, -2, 2, -3, 3]
  private static let costPerColumn: Float = 1.2
  private static let costPerShift: Float = 0.8
  private static let costPerLabel: Float = 0.6
  private static let impossible: Float = 1000
  /// A cell that looks no worse than this under its header is at home there.
  private static let plainLook: Float = 0.5

  /// The cheapest assignment of the cells of a row.
  ///
  /// - Parameter labels: The labels to the left of the items, with the columns they are of; they
  ///   have a say in the shift.
  /// - Parameter taken: The column of the last label; the items stand to its right.
  func align(
    _ items: [Item], besides labels: [(place: Int, column: Layout.Column)],
    startingAfter taken: Layout.Column?
  ) -> Assignment {
    let first = taken.flatMap { header.columns.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    if let assignment = alignInPlace(items, from: first) { return assignment }
    var best = Assignment(columns: [], shift: 0, cost: Self.impossible * 10)
    for shift in Self.shifts where Float(abs(shift)) * Self.costPerShift < best.cost {
      var assignment = align(items, from: first, shift: shift)
      for label in labels {
        guard let place = header.position(of: label.column) else { continue }
        assignment.cost += Float(min(abs(label.place - place - shift), 3)) * Self.costPerLabel
      }
      if assignment.cost + 0.01 < best.cost { best = assignment }
    }
    return best
  }

  /// The assignment of a row whose cells stand under their headers and look like it: no other can
  /// be cheaper than that.
  private func alignInPlace(_ items: [Item], from first: Int) -> Assignment? {
    var columns: [Layout.Column] = []
    columns.reserveCapacity(items.count)
    var next = first
    for item in items {
      while next < header.columns.count, header.positions[next] < item.column { next += 1 }
      guard next < header.columns.count, header.positions[next] == item.column,
        look(of: item, in: header.columns[next]) <= Self.plainLook
      else { return nil }
      columns.append(header.columns[next])
      next += 1
      // Two headers in one place leave the choice open.
      if next < header.columns.count, header.positions[next] == item.column { return nil }
    }
    return Assignment(columns: columns, shift: 0, cost: 0)
  }

  private func align(_ items: [Item], from first: Int, shift: Int) -> Assignment {
    let count = header.columns.count
    // costs[item * (count + 1) + column]: the first items bound to columns before `column`.
    var costs = [Float](repeating: Self.impossible, count: (items.count + 1) * (count + 1))
    var taken = [Bool](repeating: false, count: costs.count)
    costs[first] = abs(Float(shift)) * Self.costPerShift
    for item in 0...items.count {
      for column in first..<count {
        let here = costs[item * (count + 1) + column]
        guard here < Self.impossible else { continue }
        let skip = here + costOfEmpty(header.columns[column])
        let next = item * (count + 1) + column + 1
        if skip < costs[next] {
          costs[next] = skip
          taken[next] = false
        }
        guard item < items.count else { continue }
        let bound = here + cost(of: items[item], in: column, shift: shift)
        let after = (item + 1) * (count + 1) + column + 1
        if bound < costs[after] {
          costs[after] = bound
          taken[after] = true
        }
      }
    }
    return trace(taken, items: items.count, shift: shift, cost: costs[costs.count - 1])
  }

  private func trace(_ taken: [Bool], items: Int, shift: Int, cost: Float) -> Assignment {
    let count = header.columns.count
    var columns: [Layout.Column] = []
    var item = items
    var column = count
    while column > 0 {
      if taken[item * (count + 1) + column] {
        columns.append(header.columns[column - 1])
        item -= 1
      }
      column -= 1
    }
    return Assignment(columns: columns.reversed(), shift: shift, cost: cost)
  }

  private func costOfEmpty(_ column: Layout.Column) -> Float {
    switch column {
    case .name: hasOpenLevel2 ? 0.5 : 3
    case .target: 2
    case .actual, .weight, .score: 1
    case .caption, .level1, .level2, .deviation: 0
    }
  }

  private func cost(of item: Item, in column: Int, shift: Int) -> Float {
    let distance = abs(item.column - header.positions[column] - shift)
    return look(of: item, in: header.columns[column])
      + min(Float(distance) * Self.costPerColumn, 8)
  }

  /// How unlike the content of a column a cell looks.
  private func look(of item: Item, in column: Layout.Column) -> Float {
    let features = item.features
    switch column {
    case .caption: return item.isCaption ? 0 : 40
    case .level1: return levelCost(item, isLevel: item.match?.groups.isEmpty == false)
    case .level2:
      if hasOpenLevel2, item.match == nil, !features.isMeasure, !item.isCaption {
        return features.isState ? 4 : features.isSentence ? 6 : 0.3
      }
      return levelCost(item, isLevel: item.match?.states.isEmpty == false)
    case .name: return nameCost(item)
    case .target: return targetCost(item)
    case .actual:
      if features.isMeasure || features.isDash { return features.hasRelation ? 5 : 0 }
      if features.isState { return 0.5 }
      return features.endsLikeName ? 4 : features.length <= 8 ? 1 : 2.5
    case .weight, .score: return features.isPlainNumber || features.isDash ? 0 : 20
    case .deviation:
      if features.isMeasure || features.isState { return 8 }
      return features.length > 8 ? 0 : 3
    }
  }

  private func levelCost(_ item: Item, isLevel: Bool) -> Float {
    guard let match = item.match else { return 14 }
    let penalty: Float = isLevel ? 0 : 6
    switch match.certainty {
    case .exact: return penalty
    case .word: return penalty + 0.5
    case .near, .clipped: return penalty + 2
    }
  }

  private func nameCost(_ item: Item) -> Float {
    if item.isCaption { return 20 }
    switch item.match?.certainty {
    case .exact: return 9
    case .near, .clipped: return 4
    case .word: return 1.5
    case nil: break
    }
    let features = item.features
    if features.isPlainNumber { return 14 }
    if features.isMeasure || features.hasRelation { return 10 }
    if features.isState { return 4 }
    if features.isSentence { return 4 }
    if features.length > 30 { return 2 }
    return features.endsLikeName ? 0 : 0.5
  }

  private func targetCost(_ item: Item) -> Float {
    if item.isCaption || item.match?.certainty == .exact { return 14 }
    if item.match?.certainty == .near || item.match?.certainty == .clipped { return 6 }
    let features = item.features
    if features.hasRelation { return 0 }
    if features.isMeasure || features.isState || features.isDash { return 0.5 }
    if features.isSentence { return 1 }
    if features.endsLikeName, features.length <= 20 { return 5 }
    return features.length <= 6 ? 1.5 : 3
  }
}
