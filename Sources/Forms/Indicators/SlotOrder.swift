internal import IR

/// The order in which a form prints its levels.
///
/// The best path runs through the levels in one order. That is the layout's, unless the labels of a form
/// stand in another one, and leave nothing open in that or are worth more: 成本指标 below 产出指标, or
/// 生态效益指标 above 社会效益指标.
struct SlotOrder {
  /// The rows from the first label to the last one; empty where there is none.
  private typealias Rows = Range<Int>

  private let slots: [LevelSlot]
  /// Where the labels of each group stand, and those of each slot.
  private var groups: [Rows]
  private var places: [Rows]
  /// The group whose label was seen last.
  private var group: Int?

  /// What another order than the layout's has to be worth more: labels move farther than they should.
  private static let trustInLayout: Float = 2

  /// The slots of the layout in the order in which rows print them.
  static func slots(of rows: [IndicatorRow], in reading: FormReading) -> [LevelSlot] {
    let layout = reading.labels.slots
    let groupCount = reading.layout.taxonomy.groups.count
    guard rows.count <= LevelSolver.mostRows,
      let printed = SlotOrder(rows, layout, groupCount: groupCount).printed()
    else { return layout }
    func problem(_ slots: [LevelSlot]) -> LevelProblem {
      var reading = reading
      reading.slots = slots
      return LevelProblem(rows, of: reading)
    }
    func cost(_ problem: LevelProblem) -> Float {
      LevelSolver(problem).solve(isPrintComplete: false)?.cost ?? .infinity
    }
    let other = problem(printed)
    let isOther =
      PrintedOrder.slots(other, rows) != nil
      || cost(other) + trustInLayout < cost(problem(layout))
    return isOther ? printed : layout
  }

  private init(_ rows: [IndicatorRow], _ slots: [LevelSlot], groupCount: Int) {
    self.slots = slots
    groups = Array(repeating: 0..<0, count: groupCount)
    places = Array(repeating: 0..<0, count: slots.count)
    // The groups whose labels may be of level 2 as well: 成本指标.
    var ofBoth = SmallSet()
    for (number, row) in rows.enumerated() {
      for label in row.labels {
        add(label, on: number)
        if label.column == .level1, !label.match.states.isEmpty {
          ofBoth.formUnion(label.match.groups)
        }
      }
    }
    for group in groups.indices { settle(group, isOfBoth: ofBoth.contains(group)) }
  }

  /// Adds a label that can stand for nothing else; one of two groups is of that whose label was seen last.
  private mutating func add(_ label: IndicatorRow.Label, on row: Int) {
    if label.column == .level1 {
      group = label.match.groups.count == 1 ? label.match.groups.last : nil
      if let group { Self.extend(&groups[group], to: row) }
      return
    }
    if let own = Self.slot(of: label.match.states, group, slots.span) {
      Self.extend(&places[own], to: row)
    }
  }

  /// The only slot of some states, or else that of a group.
  private static func slot(
    of states: SmallSet, _ group: Int?, _ slots: Span<LevelSlot>
  ) -> Int? {
    var count = 0
    var last: Int?
    var ofGroup: Int?
    for slot in slots.indices where !slots[slot].members.isDisjoint(with: states) {
      count += 1
      last = slot
      if slots[slot].group == group { ofGroup = slot }
    }
    return count == 1 ? last : ofGroup
  }

  private static func extend(_ rows: inout Rows, to row: Int) {
    rows = (rows.isEmpty ? row : rows.lowerBound)..<row + 1
  }

  /// Gives a group without a label the place of its slots; a label that may be of level 2 is none, unless
  /// one of them is printed.
  private mutating func settle(_ group: Int, isOfBoth: Bool) {
    var own: Rows = 0..<0
    for slot in slots.indices where slots[slot].group == group && !places[slot].isEmpty {
      let rows = places[slot]
      own =
        own.isEmpty
        ? rows
        : min(own.lowerBound, rows.lowerBound)..<max(own.upperBound, rows.upperBound)
    }
    if groups[group].isEmpty || isOfBoth && own.isEmpty { groups[group] = own }
  }

  /// The slots as printed; `nil` where that is as in the layout, or labels of one stand among those
  /// of another.
  private func printed() -> [LevelSlot]? {
    // Nearly all forms print their levels in the layout's order.
    guard !Self.isAscending(groups) || !Self.isAscending(places),
      let order = Self.sorted(Array(groups.indices), by: groups)
    else { return nil }
    var result: [Int] = []
    for group in order {
      let own = slots.indices.filter { slots[$0].group == group }
      result += Self.sorted(own, by: places) ?? own
    }
    return result.elementsEqual(slots.indices) ? nil : result.map { slots[$0] }
  }

  private static func isAscending(_ rows: [Rows]) -> Bool {
    var last = -1
    for rows in rows where !rows.isEmpty {
      if rows.lowerBound < last { return false }
      last = rows.lowerBound
    }
    return true
  }

  /// Numbers by where their labels stand; those without one stay behind the one before them.
  private static func sorted(_ numbers: [Int], by rows: [Rows]) -> [Int]? {
    let printed = numbers.map { rows[$0] }.filter { !$0.isEmpty }
      .sorted { $0.lowerBound < $1.lowerBound }
    guard zip(printed, printed.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return nil
    }
    var last = -1
    let keys = numbers.map { number -> Int in
      if !rows[number].isEmpty { last = rows[number].lowerBound }
      return last
    }
    return numbers.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { numbers[$0] }
  }
}
