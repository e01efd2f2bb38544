/// The cheapest way to cut the rows into segments where labels stand in the middle of their groups.
///
/// There a level-1 label says where its group begins and ends: as many rows of the group stand above
/// it as below. A path within a group therefore depends on the row the group begins on, and is looked
/// for from each row that the label may be the middle from.
struct MiddlePath {
  /// Tables with more rows are read without a look at the middle of groups: the time this takes grows
  /// with the third power of the rows.
  static let mostRows = 80

  private let table: SegmentCosts
  private let hypothesis: LevelHypothesis
  private let width: Int
  /// What segments of slots with labels cost, by `(slot * width + start) * width + end`; not a number
  /// where that is not known yet.
  private var segmentCosts: [Float]
  private let slots: [Slot]
  private let problem: LevelProblem

  /// What the loops need to know of a slot.
  private struct Slot {
    let costOfAbsence: Float
    let costWithoutLabel: Float
    let hasLabels: Bool
    /// The most that its labels can be worth.
    let mostCredit: Float
  }

  /// Prepares to find the path.
  init(_ costs: SegmentCosts, _ hypothesis: LevelHypothesis) {
    table = costs
    self.hypothesis = hypothesis
    width = costs.count + 1
    segmentCosts = Array(repeating: .nan, count: costs.problem.slots.count * width * width)
    problem = costs.problem
    slots = costs.problem.slots.enumerated().map { number, slot in
      Slot(
        costOfAbsence: slot.costOfAbsence, costWithoutLabel: slot.costWithoutLabel,
        hasLabels: !slot.placed.isEmpty,
        // A little more, for the sums are rounded.
        mostCredit: costs.mostCredit(number, isShifted: hypothesis.shift != 0) + 0.001)
    }
  }

  /// The row of the label of a group, where it says what is its middle: a merged cell says more, and
  /// of several labels, or one behind a page break, none is in the middle of the whole group.
  static func labelRow(_ labels: [LevelProblem.Label]) -> Int? {
    guard labels.count == 1, labels[0].rowSpan <= 1, !labels[0].beginsTable else { return nil }
    return labels[0].row
  }

  /// The way through a group that ends on some row.
  private struct Passage {
    /// The cost of the path to there.
    var cost: Float
    /// The row the group begins on, where its label is in its middle.
    var begin: Int?
  }

  /// The cheapest solution.
  mutating func solve() -> LevelSolver.Solution {
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    var passed: [(slots: Range<Int>, entry: [Float], exits: [Passage])] = []
    var first = 0
    while first < problem.slots.count {
      let group = problem.slots[first].group
      let slots =
        first..<(problem.slots[first...].firstIndex { $0.group != group }
        ?? problem.slots.count)
      let exits = pass(slots, costs, labelRow: Self.labelRow(problem.groupLabels[group]))
      passed.append((slots, costs, exits))
      costs = exits.map(\.cost)
      first = slots.upperBound
    }
    var segments = [Range<Int>](repeating: 0..<0, count: problem.slots.count)
    var end = table.count
    for (slots, entry, exits) in passed.reversed() {
      let begin = exits[end].begin
      let costs = begin.map { Self.only($0, of: entry) } ?? entry
      end = trace(costs, slots, from: begin ?? 0, to: end, into: &segments)
    }
    return LevelSolver.Solution(
      segments: segments, cost: costs[table.count], hypothesis: hypothesis)
  }

  /// The paths that go on with the rows of a group, by the row they end on.
  private mutating func pass(
    _ slots: Range<Int>, _ costs: [Float], labelRow: Int?
  ) -> [Passage] {
    var ends = costs
    extend(&ends, by: slots, from: 0, to: table.count)
    guard let label = labelRow else { return ends.map { Passage(cost: $0) } }
    var exits = ends.map { Passage(cost: $0 + LevelHypothesis.mostCostOfGroup) }
    for begin in 0...label where costs[begin] < .infinity {
      // Farther from the middle a label says nothing.
      let last = begin == label ? table.count : min(2 * label - begin + 3, table.count)
      ends = Self.only(begin, of: costs)
      extend(&ends, by: slots, from: begin, to: last)
      for end in label + 1...last {
        let cost = ends[end] + hypothesis.costOfGroup(label: label, in: begin, end)
        if cost < exits[end].cost { exits[end] = Passage(cost: cost, begin: begin) }
      }
    }
    return exits
  }

  /// Adds what the rows of slots cost to paths, by the row they end on, between two places.
  private mutating func extend(
    _ costs: inout [Float], by slots: Range<Int>, from first: Int, to last: Int
  ) {
    for slot in slots {
      if !self.slots[slot].hasLabels {
        extendWithoutLabels(&costs, by: slot, from: first, to: last)
        continue
      }
      // From below, so that the costs above are still those before the slot.
      for end in (first...last).reversed() {
        costs[end] = cheapest(slot, costs, from: first, to: end).cost
      }
    }
  }

  /// The same for a slot without labels, whose costs are sums over rows.
  private func extendWithoutLabels(
    _ costs: inout [Float], by slot: Int, from first: Int, to last: Int
  ) {
    let spec = slots[slot]
    let sums = table.rowSums.span
    let base = slot * width
    // What the cheapest path costs whose segment begins above, without the rows up to there.
    var least = Float.infinity
    for end in first...last {
      let before = costs[end]
      let sum = sums[base + end]
      costs[end] = min(before + spec.costOfAbsence, least + sum + spec.costWithoutLabel)
      least = min(least, before - sum)
    }
  }

  /// The cheapest segment of a slot that ends on a row, and the cost of the path with it.
  private mutating func cheapest(
    _ slot: Int, _ costs: [Float], from first: Int, to end: Int
  ) -> (start: Int, cost: Float) {
    let spec = slots[slot]
    var best = (start: end, cost: costs[end] + spec.costOfAbsence)
    let sums = table.rowSums
    let base = slot * width
    let sum = sums[base + end] + spec.costWithoutLabel
    for start in first..<end {
      let withoutCredit = costs[start] + (sum - sums[base + start])
      guard withoutCredit - spec.mostCredit < best.cost else { continue }
      let cost = spec.hasLabels ? costs[start] + segmentCost(slot, start, end) : withoutCredit
      if cost < best.cost { best = (start, cost) }
    }
    return best
  }

  private mutating func segmentCost(_ slot: Int, _ start: Int, _ end: Int) -> Float {
    let place = (slot * width + start) * width + end
    if segmentCosts[place].isNaN { segmentCosts[place] = table.cost(slot, start, end, hypothesis) }
    return segmentCosts[place]
  }

  /// Goes back the cheapest path through a group to where its rows begin.
  private mutating func trace(
    _ costs: [Float], _ slots: Range<Int>, from first: Int, to last: Int,
    into segments: inout [Range<Int>]
  ) -> Int {
    var before: [[Float]] = []
    var costs = costs
    for slot in slots {
      before.append(costs)
      extend(&costs, by: slot..<slot + 1, from: first, to: last)
    }
    var end = last
    for (slot, costs) in zip(slots, before).reversed() {
      let start = cheapest(slot, costs, from: first, to: end).start
      segments[slot] = start..<end
      end = start
    }
    return end
  }

  /// Costs with all but one place taken out.
  private static func only(_ place: Int, of costs: [Float]) -> [Float] {
    var only = [Float](repeating: .infinity, count: costs.count)
    only[place] = costs[place]
    return only
  }
}
