internal import IR

/// The levels of the rows of a form by its print alone.
///
/// They are told only where the print leaves nothing open: every row has its levels by the labels on and
/// above it, each level 2 is one of its level 1, and no level has rows in two places or out of order.
struct PrintedOrder {
  private let problem: LevelProblem
  private var group: Int?
  private var slot: Int?
  private var slots: [Int] = []
  /// Whether all labels are whole.
  private var isWhole = true
  /// The slots and groups that other rows have ended.
  private var endedSlots = SmallSet()
  private var endedGroups = SmallSet()

  private init(_ problem: LevelProblem) { self.problem = problem }

  /// The slot of each row by the labels on and above it; `nil` where the print leaves something open.
  static func slots(_ problem: LevelProblem, _ rows: [IndicatorRow]) -> [Int]? {
    var order = PrintedOrder(problem)
    for row in rows where !order.add(row) { return nil }
    let isInOrder = zip(order.slots, order.slots.dropFirst()).allSatisfy { $0 <= $1 }
    return order.isWhole && isInOrder ? order.slots : nil
  }

  /// Adds a row; `false` where its levels are not plain.
  private mutating func add(_ row: IndicatorRow) -> Bool {
    for label in row.labels where label.match.certainty != .exact && label.match.certainty != .word
    {
      isWhole = false
    }
    let level1 = row.labels.first { $0.column == .level1 }
    let level2 = row.labels.first { $0.column == .level2 }
    if let level1, !setGroup(level1.match) { return false }
    if level2 != nil || row.openText != nil || slot == nil {
      guard let group,
        let next = slot(of: level2?.match, isOpenText: row.openText != nil, in: group),
        setSlot(next)
      else { return false }
    }
    guard let slot else { return false }
    slots.append(slot)
    return true
  }

  private mutating func setGroup(_ match: LevelMatch) -> Bool {
    var groups = match.groups.makeIterator()
    guard let next = groups.next(), groups.next() == nil, !endedGroups.contains(next) else {
      return false
    }
    guard next != group else { return true }
    if let group { endedGroups.insert(group) }
    if let slot { endedSlots.insert(slot) }
    group = next
    slot = nil
    return true
  }

  private mutating func setSlot(_ next: Int) -> Bool {
    guard !endedSlots.contains(next) else { return false }
    if let slot, slot != next { endedSlots.insert(slot) }
    slot = next
    return true
  }

  /// The slot of a group that a label, or a text of an open group, stands for.
  private func slot(of match: LevelMatch?, isOpenText: Bool, in group: Int) -> Int? {
    let found = problem.slots.indices.filter { slot in
      guard problem.slots[slot].group == group else { return false }
      if problem.slots[slot].isOpen { return true }
      return match.map { !$0.states.isDisjoint(with: problem.slots[slot].members) } ?? false
    }
    return found.count == 1 && (problem.slots[found[0]].isOpen || !isOpenText) ? found[0] : nil
  }
}
