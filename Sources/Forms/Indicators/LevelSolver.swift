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

  private let problem: LevelProblem
  private let count: Int
  /// Running sums of what rows cost in a slot, by `slot * (count + 1) + row`.
  private let rowSums: [Float]
  /// No solution costs less than this and its assumption: without and with a shift of labels.
  private let lowerBounds: (asPrinted: Float, shifted: Float)

  /// Prepares to solve a problem.
  init(_ problem: LevelProblem) {
    self.problem = problem
    count = problem.rowCount
    rowSums = Self.rowSums(problem)
    lowerBounds = (
      Self.lowerBound(problem, rowSums, isShifted: false),
      Self.lowerBound(problem, rowSums, isShifted: true)
    )
  }

  /// The cheapest solution.
  func solve() -> Solution? {
    var best: Solution?
    for hypothesis in LevelHypothesis.all {
      let bound = hypothesis.shift == 0 ? lowerBounds.asPrinted : lowerBounds.shifted
      // A sum of the same numbers in another order differs by far less than a hundredth.
      if let best,
        hypothesis.cost(isLabelledByRow: problem.isLabelledByRow) + bound >= best.cost + 0.01
      {
        continue
      }
      let solution = solve(hypothesis)
      if solution.cost < (best?.cost ?? .infinity) - 0.001 { best = solution }
    }
    return best
  }

  /// The solution that gives rows the slots they have by the labels at face value; `nil` where these
  /// are not in order.
  func solution(of slots: [Int]) -> Solution? {
    guard slots.count == count, PrintedOrder.isInOrder(slots) else { return nil }
    var segments = [Range<Int>](repeating: 0..<0, count: problem.slots.count)
    var row = 0
    for slot in segments.indices {
      let start = row
      while row < count, slots[row] == slot { row += 1 }
      segments[slot] = start..<row
    }
    let hypothesis = LevelHypothesis(style: .first, shift: 0)
    var total = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    for (slot, rows) in segments.enumerated() {
      total += cost(slot, rows.lowerBound, rows.upperBound, hypothesis)
    }
    return Solution(segments: segments, cost: total, hypothesis: hypothesis)
  }

  // MARK: Costs of rows

  private static func rowSums(_ problem: LevelProblem) -> [Float] {
    let count = problem.rowCount
    let slots = problem.slots.count
    var sums = [Float](repeating: 0, count: slots * (count + 1))
    for slot in 0..<slots {
      for row in 0..<count {
        sums[slot * (count + 1) + row + 1] =
          sums[slot * (count + 1) + row] + problem.rowCosts[row * slots + slot]
      }
    }
    return sums
  }

  /// What the best path costs if every label is where it is worth most.
  private static func lowerBound(
    _ problem: LevelProblem, _ rowSums: [Float], isShifted: Bool
  ) -> Float {
    let width = problem.rowCount + 1
    // The least cost of each number of rows, a slot after the other.
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = 0
    for slot in problem.slots.indices {
      let absence = problem.slots[slot].costOfAbsence
      let presence = problem.slots[slot].costWithoutLabel
      let credit = mostCredit(problem, slot, isShifted: isShifted)
      var least = Float.infinity
      for end in 0..<width {
        let sum = rowSums[slot * width + end]
        let before = costs[end]
        costs[end] = min(before + absence, least + sum + presence - credit)
        least = min(least, before - sum)
      }
    }
    return costs[width - 1]
  }

  /// The most that the labels of a slot can be worth: one in full, the others as copies.
  private static func mostCredit(
    _ problem: LevelProblem, _ slot: Int, isShifted: Bool
  ) -> Float {
    var best = problem.creditOfCopy
    var words: Float = 0
    for label in problem.slots[slot].placed {
      best = max(best, label.credit)
      words += label.wordsOutweighed
    }
    let count = problem.slots[slot].placed.count
    guard count > 0 else { return 0 }
    return best + Float(count - 1) * problem.creditOfCopy + (isShifted ? 0 : words)
  }

  // MARK: Costs of segments

  /// The cost of giving rows `start..<end` to a slot.
  private func cost(
    _ slot: Int, _ start: Int, _ end: Int, _ hypothesis: LevelHypothesis
  ) -> Float {
    guard start < end else { return problem.slots[slot].costOfAbsence }
    let base = slot * (count + 1)
    let rows = rowSums[base + end] - rowSums[base + start]
    let labels = problem.slots[slot].placed
    return rows + problem.slots[slot].costWithoutLabel
      - credit(labels.span, start, end, hypothesis)
  }

  /// What printed labels are worth: the best placed in full, each copy inside the group a little.
  @inline(__always)
  private func credit(
    _ labels: Span<LevelProblem.Label>, _ start: Int, _ end: Int, _ hypothesis: LevelHypothesis
  ) -> Float {
    var best: Float = 0
    var copies: Float = 0
    for index in labels.indices {
      let row = labels[index].row
      let isInside = row >= start && row < end
      guard isInside || !labels[index].isDoubtful else { continue }
      let worth =
        labels[index].credit
        - hypothesis.deviation(
          of: row, rowSpan: labels[index].rowSpan, in: start, end,
          isCut: isInside && labels[index].beginsTable)
      if isInside {
        copies += problem.creditOfCopy
        if hypothesis.shift == 0 { copies += labels[index].wordsOutweighed }
      }
      if worth > best {
        if isInside { copies -= problem.creditOfCopy }
        best = worth
      }
    }
    return best + max(copies, 0)
  }

  // MARK: Best path

  private func solve(_ hypothesis: LevelHypothesis) -> Solution {
    let slots = problem.slots.count
    let width = count + 1
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    var next = costs
    var parents = [Int32](repeating: 0, count: slots * width)
    for slot in 0..<slots {
      let labels = problem.slots[slot].placed
      if labels.count == 1, labels[0].rowSpan == 0, hypothesis.style != .centre {
        extendWithLabel(slot, labels[0], costs, &next, &parents, hypothesis)
      } else if labels.isEmpty {
        extendWithoutLabels(slot, costs, &next, &parents)
      } else {
        extend(slot, costs, &next, &parents, hypothesis)
      }
      swap(&costs, &next)
    }
    var segments = [Range<Int>](repeating: 0..<0, count: slots)
    var end = count
    for slot in (0..<slots).reversed() {
      let start = Int(parents[slot * width + end])
      segments[slot] = start..<end
      end = start
    }
    return Solution(segments: segments, cost: costs[count], hypothesis: hypothesis)
  }

  /// Appends the segments of a slot with labels to all paths.
  private func extend(
    _ slot: Int, _ costs: [Float], _ next: inout [Float], _ parents: inout [Int32],
    _ hypothesis: LevelHypothesis
  ) {
    let base = slot * (count + 1)
    let spec = problem.slots[slot]
    let labels = spec.placed.span
    let sums = rowSums.span
    let costOfAbsence = spec.costOfAbsence
    let costWithoutLabel = spec.costWithoutLabel
    // A little more, for the sums are rounded.
    let mostCredit = Self.mostCredit(problem, slot, isShifted: hypothesis.shift != 0) + 0.001
    for end in 0...count {
      var least = Float.infinity
      var parent = end
      let sum = sums[base + end]
      // The segments that begin at a label are mostly the best: what the cheapest of them costs is
      // a bound for all.
      var bound = Float.infinity
      for index in labels.indices where labels[index].row < end {
        let start = labels[index].row
        let rows = sum - sums[base + start]
        bound = min(
          bound,
          costs[start] + (rows + costWithoutLabel - credit(labels, start, end, hypothesis)))
      }
      for start in 0..<end where costs[start] < .infinity {
        let rows = sum - sums[base + start]
        // Most beginnings cannot be the best, whatever the labels are worth.
        let leastPossible = costs[start] + rows + costWithoutLabel - mostCredit
        guard leastPossible < least, leastPossible <= bound else { continue }
        let cost =
          costs[start] + (rows + costWithoutLabel - credit(labels, start, end, hypothesis))
        if cost < least {
          least = cost
          parent = start
        }
      }
      if costs[end] < .infinity, costs[end] + costOfAbsence < least {
        least = costs[end] + costOfAbsence
        parent = end
      }
      next[end] = least
      parents[base + end] = Int32(parent)
    }
  }

  /// The same for a slot without labels, whose costs are sums over rows: the best beginning is
  /// found on the way.
  private func extendWithoutLabels(
    _ slot: Int, _ costs: [Float], _ next: inout [Float], _ parents: inout [Int32]
  ) {
    let spec = problem.slots[slot]
    let base = slot * (count + 1)
    var least = Float.infinity
    var best = 0
    for end in 0...count {
      let empty = costs[end] + spec.costOfAbsence
      let filled = least + rowSums[base + end] + spec.costWithoutLabel
      next[end] = min(empty, filled)
      parents[base + end] = Int32(filled < empty ? best : end)
      if costs[end] - rowSums[base + end] < least {
        least = costs[end] - rowSums[base + end]
        best = end
      }
    }
  }

  /// The same for a slot with one label that belongs on its first row: as printed, or a row above
  /// or below where all labels are shifted.
  private func extendWithLabel(
    _ slot: Int, _ label: LevelProblem.Label, _ costs: [Float], _ next: inout [Float],
    _ parents: inout [Int32], _ hypothesis: LevelHypothesis
  ) {
    extendWithoutLabels(slot, costs, &next, &parents)
    guard hypothesis.shift != 0 else {
      extend(slot, label, costs, &next, &parents, hypothesis)
      return
    }
    var place = label
    place.wordsOutweighed = 0
    place.credit = label.credit - LevelHypothesis.exception
    extend(slot, place, costs, &next, &parents, hypothesis)
    place.row = label.row - hypothesis.shift
    place.credit = label.credit
    if place.row >= 0, place.row < count {
      extend(slot, place, costs, &next, &parents, hypothesis)
    }
  }

  /// Offers the segments of a slot whose label stands in a place.
  ///
  /// What it is worth follows from where a segment ends when it ends above the label, else from
  /// where it begins, so that two passes over the rows are enough.
  private func extend(
    _ slot: Int, _ label: LevelProblem.Label, _ costs: [Float], _ next: inout [Float],
    _ parents: inout [Int32], _ hypothesis: LevelHypothesis
  ) {
    let base = slot * (count + 1)
    let row = label.row
    let presence = problem.slots[slot].costWithoutLabel
    var least = Float.infinity
    var best = 0
    for end in 1...max(1, row) where row > 0 {
      let opening = costs[end - 1] - rowSums[base + end - 1]
      if opening < least { (least, best) = (opening, end - 1) }
      let worth =
        label.isDoubtful
        ? 0 : label.credit - hypothesis.deviation(ofPlace: row, in: end - 1, end, isCut: false)
      offer(
        least + rowSums[base + end] + presence - max(worth, 0), best, end, base, &next, &parents)
    }
    least = .infinity
    for end in 1...count {
      let start = end - 1
      let isInside = start <= row
      let deviation = hypothesis.deviation(
        ofPlace: row, in: start, max(end, row + 1), isCut: isInside && problem.beginsTable[row])
      var worth = isInside || !label.isDoubtful ? max(label.credit - deviation, 0) : 0
      if isInside { worth += label.wordsOutweighed }
      let opening = costs[start] - rowSums[base + start] - worth
      if opening < least { (least, best) = (opening, start) }
      if end > row {
        offer(least + rowSums[base + end] + presence, best, end, base, &next, &parents)
      }
    }
  }

  /// Takes a cheaper way to a row, if it is one.
  @inline(__always)
  private func offer(
    _ cost: Float, _ start: Int, _ end: Int, _ base: Int, _ next: inout [Float],
    _ parents: inout [Int32]
  ) {
    guard cost < next[end] else { return }
    next[end] = cost
    parents[base + end] = Int32(start)
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
      cost(from, own.lowerBound, own.upperBound, hypothesis)
      + cost(slot, other.lowerBound, other.upperBound, hypothesis)
    let after =
      cost(from, ownAfter.lowerBound, ownAfter.upperBound, hypothesis)
      + cost(slot, otherAfter.lowerBound, otherAfter.upperBound, hypothesis)
    return after - before
  }
}
