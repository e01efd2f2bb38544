internal import IR

/// The order in which a form prints its levels.
///
/// The best path runs through the levels in one order. That is the layout's, unless the labels of a form
/// stand in another one and are worth more in that: 成本指标 below 产出指标, or 生态效益指标 above
/// 社会效益指标.
struct SlotOrder {
  /// The rows of the labels of each group, and of each slot.
  private var groups: [Int: ClosedRange<Int>] = [:]
  private var places: [Int: ClosedRange<Int>] = [:]
  private let slots: [LevelSlot]
  /// The group whose label was seen last.
  private var group: Int?

  /// What another order than the layout's has to be worth more: labels move farther than they should.
  private static let trustInLayout: Float = 2

  /// The slots of the layout in the order in which rows print them.
  static func slots(of rows: [IndicatorRow], in reading: FormReading) -> [LevelSlot] {
    let layout = reading.vocabulary.slots[reading.layoutNumber]
    guard rows.count <= LevelSolver.mostRows,
      let printed = SlotOrder(rows, layout).printed()
    else { return layout }
    func solved(_ slots: [LevelSlot]) -> (isPlain: Bool, cost: Float) {
      var reading = reading
      reading.slots = slots
      let problem = LevelProblem(rows, of: reading)
      let isPlain = PrintedOrder.slots(problem, rows) != nil
      let solution = LevelSolver(problem).solve(isPrintComplete: isPlain)
      return (isPlain, solution?.cost ?? .infinity)
    }
    let other = solved(printed)
    return other.isPlain || other.cost + trustInLayout < solved(layout).cost ? printed : layout
  }

  private init(_ rows: [IndicatorRow], _ slots: [LevelSlot]) {
    self.slots = slots
    for (number, row) in rows.enumerated() {
      for label in row.labels { add(label, on: number) }
    }
    // 成本指标 alone may as well be of level 2; a group without a label stands where those of its slots do.
    for group in Set(slots.map(\.group)) {
      let own = places.filter { slots[$0.key].group == group }.values
      let isOfBoth = rows.contains { row in
        row.labels.contains {
          $0.column == .level1 && $0.match.groups.contains(group) && !$0.match.states.isEmpty
        }
      }
      if own.isEmpty, isOfBoth { groups[group] = nil }
      guard groups[group] == nil, let first = own.map(\.lowerBound).min(),
        let last = own.map(\.upperBound).max()
      else { continue }
      groups[group] = first...last
    }
  }

  /// Adds a label that can stand for nothing else; one of two groups is of that whose label was seen last.
  private mutating func add(_ label: IndicatorRow.Label, on row: Int) {
    if label.column == .level1 {
      group = label.match.groups.count == 1 ? label.match.groups.last : nil
      if let group { Self.extend(&groups[group], to: row) }
      return
    }
    let found = slots.indices.filter { !slots[$0].members.isDisjoint(with: label.match.states) }
    let own = found.count > 1 ? found.filter { slots[$0].group == group } : found
    if own.count == 1 { Self.extend(&places[own[0]], to: row) }
  }

  private static func extend(_ rows: inout ClosedRange<Int>?, to row: Int) {
    rows = (rows?.lowerBound ?? row)...row
  }

  /// The slots as printed; `nil` where that is as in the layout, or labels of one stand among those
  /// of another.
  private func printed() -> [LevelSlot]? {
    let numbers = Array(Set(slots.map(\.group))).sorted()
    guard let order = Self.sorted(numbers, by: groups) else { return nil }
    var result: [Int] = []
    for group in order {
      let own = slots.indices.filter { slots[$0].group == group }
      result += Self.sorted(own, by: places) ?? own
    }
    return result.elementsEqual(slots.indices) ? nil : result.map { slots[$0] }
  }

  /// Numbers by where their labels stand; those without one stay behind the one before them.
  private static func sorted(_ numbers: [Int], by rows: [Int: ClosedRange<Int>]) -> [Int]? {
    let printed = numbers.compactMap { rows[$0] }.sorted { $0.lowerBound < $1.lowerBound }
    guard zip(printed, printed.dropFirst()).allSatisfy({ $0.upperBound < $1.lowerBound }) else {
      return nil
    }
    var last = -1
    let keys = numbers.map { number -> Int in
      last = rows[number]?.lowerBound ?? last
      return last
    }
    return numbers.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { numbers[$0] }
  }
}
