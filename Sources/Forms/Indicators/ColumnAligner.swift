internal import IR

/// Binds the cells of a row to columns: in order, by what they look like, and by how far they
/// stand from the header, the row as a whole being shifted or not.
///
/// The cheapest assignment is found by dynamic programming over cells and columns for each shift.
struct ColumnAligner {
  /// The columns from left to right, and where their headers stand.
  struct Header {
    /// The columns of the layout; `nil` for a column that is none of them.
    var columns: [Layout.Column?]
    var positions: [Int]
    /// Whether no header is printed for a column, so that it may well be none of the form's.
    var unheaded = SmallSet()

    /// Where the header of a column stands.
    func position(of column: Layout.Column) -> Int? {
      index(of: column).map { positions[$0] }
    }

    /// The number of a column, from the left.
    func index(of column: Layout.Column) -> Int? {
      for index in columns.indices where columns[index] == column { return index }
      return nil
    }
  }

  /// A cell to be bound.
  struct Item {
    var token: Int
    var column: Int
    var features: CellFeatures
    var match: LevelMatch?
    var isCaption: Bool
    /// Whether it is a character of a label that is printed upright.
    var isPiece = false
  }

  /// The columns of the items, in order, and the shift of the row.
  struct Assignment {
    /// The columns; `nil` for a cell of a column that the layout does not have.
    var columns: [Layout.Column?]
    var shift: Int
    var cost: Float
  }

  let header: Header
  /// Whether any text may stand in the level-2 column.
  let hasOpenLevel2: Bool
  /// Whether weights are percentages.
  var hasPercentages = false

  private static let shifts = [0, -1, 1, -2, 2, -3, 3]
  private static let costPerColumn: Float = 1.2
  private static let costPerShift: Float = 0.8
  private static let costPerLabel: Float = 0.6
  private static let costOfUnheaded: Float = 0.5
  private static let impossible: Float = 1000
  /// A cell that looks no worse than this under its header is at home there.
  private static let plainLook: Float = 0.5

  /// In a row of more cells than this none is tried for the one too many: that would take as long as
  /// the cube of their number.
  private static let mostTried = 24

  /// The cells of a row that columns can take: where there is one too many, the one that fits
  /// least is left out; where there are more, the last ones.
  func fitting(_ items: [Item], startingAfter taken: Layout.Column?) -> [Item] {
    let first = taken.flatMap { header.columns.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let room = header.columns.count - first
    guard items.count > room else { return items }
    guard items.count == room + 1, room < Self.mostTried else { return Array(items.prefix(room)) }
    let choices = items.indices.reversed().map { leftOut in
      var kept = items
      kept.remove(at: leftOut)
      return (kept: kept, cost: align(kept, besides: [], startingAfter: taken).cost)
    }
    return choices.min { $0.cost < $1.cost }?.kept ?? items
  }

  /// The assignment of a row with a single text where names or remarks stand: whatever it looks
  /// like, it is one or a part of one, such as 季度 of 季度评测及时性.
  func assignmentOfLoneText(_ items: [Item]) -> Assignment? {
    guard items.count == 1, let item = items.first,
      let column = [.name, .deviation, .remark].first(where: {
        item.column == header.position(of: $0)
      }),
      !item.features.isMeasure, !item.features.hasRelation, !item.features.isDash,
      !item.isCaption, item.match == nil
    else { return nil }
    return Assignment(columns: [column], shift: 0, cost: 0)
  }

  /// The cheapest assignment of the cells of a row.
  ///
  /// - Parameter labels: The labels to the left of the items, with the columns they are of; they
  ///   have a say in the shift.
  /// - Parameter taken: The column of the last label; the items stand to its right.
  func align(
    _ items: [Item], besides labels: @autoclosure () -> [(place: Int, column: Layout.Column)],
    startingAfter taken: Layout.Column?
  ) -> Assignment {
    let first = taken.flatMap(header.index).map { $0 + 1 } ?? 0
    if let assignment = alignInPlace(items, from: first) { return assignment }
    let labels = labels().compactMap { label in
      header.position(of: label.column).map { label.place - $0 }
    }
    var search = Search(items, from: first, of: self)
    var best = Assignment(columns: [], shift: 0, cost: Self.impossible * 10)
    func consider(_ shift: Int) {
      guard Float(abs(shift)) * Self.costPerShift < best.cost else { return }
      var cost = search.cost(items, shift: shift, of: self)
      for distance in labels {
        cost += Float(min(abs(distance - shift), 3)) * Self.costPerLabel
      }
      if cost + 0.01 < best.cost {
        best = Assignment(columns: search.columns(of: self), shift: shift, cost: cost)
      }
    }
    for shift in Self.shifts { consider(shift) }
    return best
  }

  /// The assignment of a row whose cells stand under their headers and look like it: no other can
  /// be cheaper than that.
  private func alignInPlace(_ items: [Item], from first: Int) -> Assignment? {
    var columns: [Layout.Column?] = []
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

  /// The dynamic programming of one row; its buffers serve for all shifts.
  private struct Search {
    let first: Int
    /// The number of columns and one: the length of a line of the tables below.
    let width: Int
    /// How unlike the content of each column each item looks.
    var looks: [Float] = []
    /// What it costs to bind the first items to columns before a column; a line for each item.
    var costs: [Float]
    /// Whether the last of them is bound to the column before.
    var taken: [Bool]

    init(_ items: [Item], from first: Int, of aligner: ColumnAligner) {
      self.first = first
      width = aligner.header.columns.count + 1
      looks.reserveCapacity(items.count * width)
      for item in items {
        for column in aligner.header.columns { looks.append(aligner.look(of: item, in: column)) }
        looks.append(0)
      }
      costs = Array(repeating: impossible, count: (items.count + 1) * width)
      taken = Array(repeating: false, count: costs.count)
    }

    /// The least cost of a shift.
    mutating func cost(_ items: [Item], shift: Int, of aligner: ColumnAligner) -> Float {
      for index in costs.indices {
        costs[index] = impossible
        taken[index] = false
      }
      costs[first] = abs(Float(shift)) * costPerShift
      let isLone = items.count == 1 && first == 0 && items[0].match == nil
      for item in 0...items.count {
        for column in first..<width - 1 {
          let place = item * width + column
          let here = costs[place]
          guard here < impossible else { continue }
          let empty = aligner.costOfEmpty(column, isLone: isLone)
          offer(here + empty, place + 1, false)
          guard item < items.count else { continue }
          let distance = abs(items[item].column - aligner.header.positions[column] - shift)
          let cost = looks[place] + min(Float(distance) * costPerColumn, 8)
          offer(here + cost, place + width + 1, true)
        }
      }
      return costs[costs.count - 1]
    }

    @inline(__always)
    private mutating func offer(_ cost: Float, _ place: Int, _ isTaken: Bool) {
      guard cost < costs[place] else { return }
      costs[place] = cost
      taken[place] = isTaken
    }

    /// The columns of the items at the least cost.
    func columns(of aligner: ColumnAligner) -> [Layout.Column?] {
      var columns: [Layout.Column?] = []
      var place = taken.count - 1
      for column in (1..<width).reversed() {
        if taken[place] {
          columns.append(aligner.header.columns[column - 1])
          place -= width
        }
        place -= 1
      }
      return columns.reversed()
    }
  }

  /// A name may be missing where level 2 is open; beside no other cell it is the target that is.
  private func costOfEmpty(_ index: Int, isLone: Bool) -> Float {
    if header.unheaded.contains(index) { return Self.costOfUnheaded }
    return switch header.columns[index] {
    case nil: 0
    case .name: hasOpenLevel2 && !isLone ? 0.5 : 3
    case .target: 2
    case .overallTarget, .actual, .weight, .score: 1
    case .caption, .level1, .level2, .deviation, .remark: 0
    }
  }

  /// How unlike the content of a column a cell looks.
  private func look(of item: Item, in column: Layout.Column?) -> Float {
    guard let column else { return Self.plainLook }
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
    case .overallTarget, .target: return targetCost(item)
    case .actual:
      if features.isMeasure || features.isDash { return features.hasRelation ? 5 : 0 }
      if features.isState { return 0.5 }
      if features.isChange { return 1.5 }
      // What was reached is told in a few words, why it was not in sentences.
      return features.endsLikeName ? 4 : features.length <= 12 && !features.isSentence ? 1 : 2.5
    case .weight, .score:
      let isNumber = features.isPlainNumber || hasPercentages && features.isPercentage
      return isNumber || features.isDash ? 0 : 20
    case .deviation:
      if features.isMeasure || features.isState { return 8 }
      return features.length > 8 ? 0 : 3
    case .remark: return features.isMeasure ? 8 : features.isState ? 4 : 0
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
    // Where any text may stand in level 2, a row is as likely shifted to the left.
    if features.isSentence { return features.isNameWithTarget && !hasOpenLevel2 ? 0.5 : 4 }
    return features.endsLikeName ? 0 : 0.5
  }

  private func targetCost(_ item: Item) -> Float {
    if item.isCaption || item.match?.certainty == .exact { return 14 }
    if item.match?.certainty == .near || item.match?.certainty == .clipped { return 6 }
    let features = item.features
    if features.hasRelation { return 0 }
    if features.isMeasure || features.isState || features.isDash { return 0.5 }
    if features.isSentence { return 1 }
    if features.isChange { return 2 }
    if features.isNumbered || features.endsLikeName && features.length <= 20 { return 5 }
    return features.length <= 6 ? 1.5 : 3
  }
}
