internal import IR

/// Chooses the levels of all rows together.
///
/// The slots run in a known order and never go back, so the rows fall into at most one segment for
/// each slot: a best-path problem, solved by dynamic programming over slots and rows. That is done
/// for a few assumptions about the form's print as a whole, the likeliest first, and the cheapest
/// solution of all is taken; an assumption that cannot beat it is not tried.
struct LevelSolver {
  /// A solution: the segment of rows of each slot.
  struct Solution {
    /// The rows of each slot; an empty range where it has none.
    var segments: [Range<Int>]
    var cost: Float
    var hypothesis: LevelHypothesis

    /// The slot of each row.
    func slots(rowCount: Int) -> [Int] {
      var slots = [Int](repeating: 0, count: rowCount)
      for (slot, rows) in segments.enumerated() { for row in rows { slots[row] = slot } }
      return slots
    }
  }

  /// Tables with more rows are read by the labels at their face value: the time the best path
  /// takes grows with the square of the rows.
  static let mostRows = 400

  private let costs: SegmentCosts
  private var problem: LevelProblem { costs.problem }
  /// No solution costs less than this and its assumption: without and with a shift of labels.
  private let lowerBounds: (asPrinted: Float, shifted: Float)

  /// Prepares to solve a problem.
  init(_ problem: LevelProblem) {
    costs = SegmentCosts(problem)
    lowerBounds = (
      costs.lowerBound(isShifted: false), costs.lowerBound(isShifted: true)
    )
  }

  /// The cheapest solution; `isPrintComplete` says that the labels at face value leave nothing open, so
  /// that they have their places.
  func solve(isPrintComplete: Bool) -> Solution? {
    var best: Solution?
    for hypothesis in LevelHypothesis.all {
      if isPrintComplete, hypothesis.style == .anywhere { continue }
      let least = best?.cost ?? .infinity
      // A sum of the same numbers in another order differs by far less than a hundredth.
      guard leastCost(hypothesis) < least + 0.01 else { continue }
      let solution = solve(hypothesis, below: least)
      if solution.cost < least - 0.001 { best = solution }
    }
    return best
  }

  /// A solution under an assumption, the cheapest if it costs less than another.
  private func solve(_ hypothesis: LevelHypothesis, below least: Float) -> Solution {
    let solution = LevelPath(costs, hypothesis).solve()
    guard isByGroups(hypothesis), solution.cost < least else { return solution }
    // Where the groups cost nothing more, no other solution is cheaper with them.
    let groups = problem.groupLabels.indices
    guard costOfGroups(groups, solution.segments, hypothesis) > 0 else { return solution }
    var path = MiddlePath(costs, hypothesis)
    return path.solve()
  }

  /// Whether the places of level-1 labels count under an assumption.
  private func isByGroups(_ hypothesis: LevelHypothesis) -> Bool {
    hypothesis.style.isMiddle && costs.count <= MiddlePath.mostRows
  }

  /// What no solution under an assumption costs less than.
  private func leastCost(_ hypothesis: LevelHypothesis) -> Float {
    let bound = hypothesis.shift == 0 ? lowerBounds.asPrinted : lowerBounds.shifted
    return hypothesis.cost(isLabelledByRow: problem.isLabelledByRow) + bound
  }

  /// The solution that gives rows the slots they have by the labels at face value, which are in order.
  func solution(of slots: [Int]) -> Solution {
    var segments = [Range<Int>](repeating: 0..<0, count: problem.slots.count)
    var row = 0
    for slot in segments.indices {
      let start = row
      while row < costs.count, slots[row] == slot { row += 1 }
      segments[slot] = start..<row
    }
    let hypothesis = LevelHypothesis(
      style: problem.isLabelledByRow ? .mostlyFirst : .first, shift: 0)
    var total = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    for (slot, rows) in segments.enumerated() {
      total += costs.cost(slot, rows.lowerBound, rows.upperBound, hypothesis)
    }
    return Solution(segments: segments, cost: total, hypothesis: hypothesis)
  }

  // MARK: Doubt

  /// How far a label may have moved away from the first row of its group, in rows, for the rows
  /// between to be in doubt.
  private static let farthestMove = 3

  /// How much more a solution costs when a row goes to another slot instead: with the rows between
  /// to that of the rows above or below, or with the rest of its segment to one that has no rows.
  ///
  /// Infinite where that is not possible.
  func costOfMoving(_ row: Int, to slot: Int, in solution: Solution) -> Float {
    let from = solution.segments.firstIndex { $0.contains(row) } ?? 0
    let own = solution.segments[from]
    let other = solution.segments[slot]
    let ownAfter: Range<Int>
    let otherAfter: Range<Int>
    if slot < from, other.isEmpty || row < own.lowerBound + Self.farthestMove {
      ownAfter = row + 1..<own.upperBound
      otherAfter = (other.isEmpty ? own.lowerBound : other.lowerBound)..<row + 1
    } else if slot > from, other.isEmpty || row >= own.upperBound - Self.farthestMove {
      ownAfter = own.lowerBound..<row
      otherAfter = row..<(other.isEmpty ? own.upperBound : other.upperBound)
    } else {
      return .infinity
    }
    let hypothesis = solution.hypothesis
    let before =
      costs.cost(from, own.lowerBound, own.upperBound, hypothesis)
      + costs.cost(slot, other.lowerBound, other.upperBound, hypothesis)
    let after =
      costs.cost(from, ownAfter.lowerBound, ownAfter.upperBound, hypothesis)
      + costs.cost(slot, otherAfter.lowerBound, otherAfter.upperBound, hypothesis)
    guard isByGroups(hypothesis), problem.slots[from].group != problem.slots[slot].group else {
      return after - before
    }
    var moved = solution.segments
    moved[from] = ownAfter
    moved[slot] = otherAfter
    let groups = [problem.slots[from].group, problem.slots[slot].group]
    return after - before + costOfGroups(groups, moved, hypothesis)
      - costOfGroups(groups, solution.segments, hypothesis)
  }

  /// What the places of the level-1 labels of groups cost.
  private func costOfGroups(
    _ groups: some Sequence<Int>, _ segments: [Range<Int>], _ hypothesis: LevelHypothesis
  ) -> Float {
    groups.reduce(0) { sum, group in
      guard let label = MiddlePath.labelRow(problem.groupLabels[group]) else { return sum }
      let rows = segments.indices.filter {
        problem.slots[$0].group == group && !segments[$0].isEmpty
      }
      guard let first = rows.first, let last = rows.last else {
        return sum + LevelHypothesis.mostCostOfGroup
      }
      return sum
        + hypothesis.costOfGroup(
          label: label, in: segments[first].lowerBound, segments[last].upperBound)
    }
  }
}
