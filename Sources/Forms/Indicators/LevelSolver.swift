internal import IR

/// Chooses the levels of all rows together.
///
/// The slots run in a known order and never go back, so the rows fall into at most one segment for
/// each slot: a best-path problem. Inside a level-1 group the cheapest cut into segments is found
/// by dynamic programming over rows; the groups are then chained in the same way. That is done for
/// a few assumptions about the form's print as a whole, and the cheapest of all is taken.
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
  /// takes grows with the third power.
  static let mostRows = 160

  private let problem: LevelProblem
  private let count: Int
  /// Running sums of the word costs, by `slot * (count + 1) + row`.
  private let wordSums: [Float]

  /// Prepares to solve a problem.
  init(_ problem: LevelProblem) {
    self.problem = problem
    count = problem.rowCount
    let slots = problem.slots.count
    var sums = [Float](repeating: 0, count: slots * (count + 1))
    for slot in 0..<slots {
      for row in 0..<count {
        sums[slot * (count + 1) + row + 1] =
          sums[slot * (count + 1) + row] + problem.wordCosts[row * slots + slot]
      }
    }
    wordSums = sums
  }

  /// The cheapest solution.
  func solve() -> Solution? {
    var best: Solution?
    for shift in [0, -1, 1] {
      for level2 in LevelHypothesis.Style.allCases {
        let hypothesis = LevelHypothesis(level1: .first, level2: level2, shift: shift)
        let segmentCosts = table(hypothesis)
        for level1 in [LevelHypothesis.Style.first, .centre] {
          var hypothesis = hypothesis
          hypothesis.level1 = level1
          let solution = solve(hypothesis, segmentCosts)
          if solution.cost < (best?.cost ?? .infinity) - 0.001 { best = solution }
        }
      }
    }
    return best
  }

  // MARK: Costs

  /// The cost of giving rows `start..<end` to a slot.
  func cost(_ slot: Int, _ start: Int, _ end: Int, _ hypothesis: LevelHypothesis) -> Float {
    let spec = problem.slots[slot]
    guard start < end else {
      switch spec.frequency {
      case .expected: return 0.8
      case .common: return 0.2
      case .rare: return 0
      }
    }
    let base = slot * (count + 1)
    var cost = wordSums[base + end] - wordSums[base + start]
    if spec.labels.isEmpty {
      if !spec.isOpen { cost += spec.frequency == .rare ? 3.2 : 1.2 }
      return cost
    }
    if spec.isOpen { return cost - openCredit(spec, start, end) }
    return cost - wordsOutweighed(spec.labels, slot, start, end, hypothesis)
      - credit(spec.labels, start, end) {
        hypothesis.deviation(of: $0, rowSpan: $1, in: start, end, isCut: $2)
      }
  }

  /// Print comes before words: on the row a label is printed on, words count less against it.
  private func wordsOutweighed(
    _ labels: [LevelProblem.Label], _ slot: Int, _ start: Int, _ end: Int,
    _ hypothesis: LevelHypothesis
  ) -> Float {
    guard hypothesis.shift == 0 else { return 0 }
    var sum: Float = 0
    for label in labels where label.row >= start && label.row < end {
      sum += problem.printBeforeWords * problem.wordCosts[label.row * problem.slots.count + slot]
    }
    return sum
  }

  /// The labels of an open group are texts of their own rows.
  private func openCredit(_ spec: LevelProblem.Slot, _ start: Int, _ end: Int) -> Float {
    var credit: Float = 0
    for label in spec.labels where label.row >= start && label.row < end { credit += 3 }
    return credit
  }

  /// What printed labels are worth: the best placed in full, each copy inside the group a little.
  private func credit(
    _ labels: [LevelProblem.Label], _ start: Int, _ end: Int,
    _ deviation: (_ row: Int, _ rowSpan: Int, _ isCut: Bool) -> Float
  ) -> Float {
    var best: Float = 0
    var copies: Float = 0
    for label in labels {
      let isInside = label.row >= start && label.row < end
      let isCut = isInside && problem.beginsTable[label.row]
      let worth = label.credit - deviation(label.row, label.rowSpan, isCut)
      if isInside { copies += 3 }
      if worth > best {
        if isInside { copies -= 3 }
        best = worth
      }
    }
    return best + max(copies, 0)
  }

  private func groupCost(
    _ group: Int, _ start: Int, _ end: Int, _ hypothesis: LevelHypothesis
  ) -> Float {
    guard start < end, !problem.groupLabels[group].isEmpty else { return 0 }
    var best: Float = 0
    var copies: Float = 0
    for label in problem.groupLabels[group] {
      let isInside = label.row >= start && label.row < end
      let isCut = isInside && problem.beginsTable[label.row]
      if label.isPaired {
        if isInside { copies += 1 }
        continue
      }
      let deviation = hypothesis.deviationOfGroup(
        of: label.row, rowSpan: label.rowSpan, in: start, end, isCut: isCut)
      if isInside { copies += 1.5 }
      best = max(best, label.credit - 2 - deviation)
    }
    return -best - copies
  }

  /// The costs of all segments of all slots, by `(slot * (n + 1) + start) * (n + 1) + end`.
  private func table(_ hypothesis: LevelHypothesis) -> [Float] {
    let width = count + 1
    var table = [Float](repeating: 0, count: problem.slots.count * width * width)
    for slot in problem.slots.indices {
      for start in 0...count {
        for end in start...count {
          table[(slot * width + start) * width + end] = cost(slot, start, end, hypothesis)
        }
      }
    }
    return table
  }

  // MARK: Best paths

  private func solve(_ hypothesis: LevelHypothesis, _ table: [Float]) -> Solution {
    let width = count + 1
    let groups = problem.slotsOfGroup.indices
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = hypothesis.cost
    var parents = [[Int]](repeating: Array(repeating: 0, count: width), count: groups.count)
    for group in groups {
      var next = [Float](repeating: .infinity, count: width)
      for start in 0...count where costs[start] < .infinity {
        let inner = innerCosts(group, from: start, table).costs
        for end in start...count {
          let cost = costs[start] + inner[end] + groupCost(group, start, end, hypothesis)
          if cost < next[end] {
            next[end] = cost
            parents[group][end] = start
          }
        }
      }
      costs = next
    }
    var segments = [Range<Int>](repeating: 0..<0, count: problem.slots.count)
    var end = count
    for group in groups.reversed() {
      let start = parents[group][end]
      trace(group, start, end, table, into: &segments)
      end = start
    }
    return Solution(segments: segments, cost: costs[count], hypothesis: hypothesis)
  }

  /// The cheapest cuts of the rows from `start` on into the slots of a group, by the row they end
  /// at, with the row each slot begins at.
  private func innerCosts(
    _ group: Int, from start: Int, _ table: [Float]
  ) -> (costs: [Float], parents: [[Int]]) {
    let width = count + 1
    var costs = [Float](repeating: .infinity, count: width)
    costs[start] = 0
    var parents: [[Int]] = []
    for slot in problem.slotsOfGroup[group] {
      var next = [Float](repeating: .infinity, count: width)
      var parent = [Int](repeating: start, count: width)
      for begin in start...count where costs[begin] < .infinity {
        let base = (slot * width + begin) * width
        for end in begin...count {
          let cost = costs[begin] + table[base + end]
          if cost < next[end] {
            next[end] = cost
            parent[end] = begin
          }
        }
      }
      costs = next
      parents.append(parent)
    }
    return (costs, parents)
  }

  private func trace(
    _ group: Int, _ start: Int, _ end: Int, _ table: [Float], into segments: inout [Range<Int>]
  ) {
    let parents = innerCosts(group, from: start, table).parents
    var end = end
    for (number, slot) in problem.slotsOfGroup[group].enumerated().reversed() {
      let begin = parents[number][end]
      segments[slot] = begin..<end
      end = begin
    }
  }

  // MARK: Doubt

  /// How much more a solution costs when a row goes to the slot of the row above or below it
  /// instead; `nil` where that is no neighbouring segment.
  func costOfMoving(_ row: Int, to slot: Int, in solution: Solution) -> Float {
    var other = solution.segments
    let from = other.firstIndex { $0.contains(row) } ?? 0
    if row == other[from].lowerBound, slot < from {
      other[from] = row + 1..<max(row + 1, other[from].upperBound)
      other[slot] = other[slot].lowerBound..<row + 1
    } else if row == other[from].upperBound - 1, slot > from {
      other[from] = min(other[from].lowerBound, row)..<row
      other[slot] = row..<other[slot].upperBound
    } else {
      return .infinity
    }
    return total(other, solution.hypothesis) - total(solution.segments, solution.hypothesis)
  }

  private func total(_ segments: [Range<Int>], _ hypothesis: LevelHypothesis) -> Float {
    var total: Float = 0
    for (slot, rows) in segments.enumerated() {
      total += cost(slot, rows.lowerBound, rows.upperBound, hypothesis)
    }
    for group in problem.slotsOfGroup.indices {
      let rows = problem.slotsOfGroup[group].map { segments[$0] }.filter { !$0.isEmpty }
      guard let first = rows.first, let last = rows.last else { continue }
      total += groupCost(group, first.lowerBound, last.upperBound, hypothesis)
    }
    return total
  }
}
