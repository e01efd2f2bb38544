/// The levels of rows that have both labels each, in no order, as some systems print what they hold.
///
/// Where rows of a level stand in several places, no path through the levels in their order is right: each
/// row has the levels that are printed on it.
struct LabelledRows {
  /// The slot of each row.
  private(set) var slots: [Int]
  /// Other slots that are as likely, of rows that lost a label.
  private(set) var alternatives: [[Int]]

  /// Finds the slots of rows; `nil` where no level comes back, or fewer than four of five rows have a label of
  /// level 2 that says theirs.
  init?(_ problem: LevelProblem, _ rows: [IndicatorRow]) {
    let printed = Self.printedSlots(problem, rows)
    let known = printed.compactMap(\.self)
    guard known.count >= 4, known.count * 5 >= rows.count * 4,
      Self.comeBack(known) || Self.comeBack(known.map { problem.slots[$0].group })
    else { return nil }
    slots = []
    alternatives = Array(repeating: [], count: rows.count)
    for row in rows.indices {
      if let slot = printed[row] {
        slots.append(slot)
        continue
      }
      let slot = problem.likeliestSlot(row, among: Self.groups(of: rows[row]))
      let beside = [row > 0 ? slots[row - 1] : nil, row + 1 < rows.count ? printed[row + 1] : nil]
      alternatives[row] = beside.compactMap(\.self).filter { $0 != slot }
      slots.append(slot)
    }
  }

  /// The slot of each row that has a label of level 2; that of level 1 may be on a row above, since equal ones
  /// are merged.
  private static func printedSlots(_ problem: LevelProblem, _ rows: [IndicatorRow]) -> [Int?] {
    var groups = SmallSet()
    return rows.map { row in
      let own = Self.groups(of: row)
      if !own.isEmpty { groups = own }
      guard let level2 = row.labels.last(where: { $0.column == .level2 }) else { return nil }
      let found = problem.slots.indices.filter {
        groups.contains(problem.slots[$0].group)
          && !level2.match.states.isDisjoint(with: problem.slots[$0].members)
      }
      return found.count == 1 ? found[0] : nil
    }
  }

  /// The groups of the label of level 1 on a row.
  private static func groups(of row: IndicatorRow) -> SmallSet {
    row.labels.first { $0.column == .level1 }?.match.groups ?? SmallSet()
  }

  /// Whether a number stands in several places, with others between them.
  private static func comeBack(_ numbers: [Int]) -> Bool {
    var seen = SmallSet()
    var last: Int?
    for number in numbers where number != last {
      if seen.contains(number) { return true }
      seen.insert(number)
      last = number
    }
    return false
  }
}
