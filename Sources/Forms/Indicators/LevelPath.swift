/// The cheapest way to cut the rows into segments under one assumption about the print, where what a
/// segment costs depends on its own rows alone.
struct LevelPath {
  private let table: SegmentCosts
  private let hypothesis: LevelHypothesis
  private var problem: LevelProblem { table.problem }
  private var count: Int { table.count }

  /// Prepares to find the path.
  init(_ costs: SegmentCosts, _ hypothesis: LevelHypothesis) {
    table = costs
    self.hypothesis = hypothesis
  }

  /// The cheapest solution.
  func solve() -> LevelSolver.Solution {
    let slots = problem.slots.count
    let width = count + 1
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = hypothesis.cost(isLabelledByRow: problem.isLabelledByRow)
    var next = costs
    var parents = [Int32](repeating: 0, count: slots * width)
    for slot in 0..<slots {
      let labels = problem.slots[slot].placed
      if labels.count == 1, labels[0].rowSpan == 0, !hypothesis.style.isMiddle {
        extendWithLabel(slot, labels[0], costs, &next, &parents)
      } else if labels.isEmpty {
        extendWithoutLabels(slot, costs, &next, &parents)
      } else {
        extend(slot, costs, &next, &parents)
      }
      swap(&costs, &next)
    }
    return LevelSolver.Solution(
      segments: Self.segments(parents, slots: slots, rows: 0..<count), cost: costs[count],
      hypothesis: hypothesis)
  }

  /// Appends the segments of a slot with labels to all paths.
  private func extend(
    _ slot: Int, _ costs: [Float], _ next: inout [Float], _ parents: inout [Int32]
  ) {
    let base = slot * (count + 1)
    let spec = problem.slots[slot]
    let labels = spec.placed.span
    let sums = table.rowSums.span
    let costOfAbsence = spec.costOfAbsence
    let costWithoutLabel = spec.costWithoutLabel
    // A little more, for the sums are rounded.
    let mostCredit = table.mostCredit(slot, isShifted: hypothesis.shift != 0) + 0.001
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
          costs[start] + (rows + costWithoutLabel - table.credit(labels, start, end, hypothesis)))
      }
      for start in 0..<end where costs[start] < .infinity {
        let rows = sum - sums[base + start]
        // Most beginnings cannot be the best, whatever the labels are worth.
        let leastPossible = costs[start] + rows + costWithoutLabel - mostCredit
        guard leastPossible < least, leastPossible <= bound else { continue }
        let cost =
          costs[start] + (rows + costWithoutLabel - table.credit(labels, start, end, hypothesis))
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
      let filled = least + table.rowSums[base + end] + spec.costWithoutLabel
      next[end] = min(empty, filled)
      parents[base + end] = Int32(filled < empty ? best : end)
      if costs[end] - table.rowSums[base + end] < least {
        least = costs[end] - table.rowSums[base + end]
        best = end
      }
    }
  }

  /// The same for a slot with one label that belongs on its first row: as printed, or a row above
  /// or below where all labels are shifted.
  private func extendWithLabel(
    _ slot: Int, _ label: LevelProblem.Label, _ costs: [Float], _ next: inout [Float],
    _ parents: inout [Int32]
  ) {
    extendWithoutLabels(slot, costs, &next, &parents)
    guard hypothesis.shift != 0 else {
      extend(slot, label, costs, &next, &parents)
      return
    }
    var place = label
    place.wordsOutweighed = 0
    place.credit = label.credit - LevelHypothesis.exception
    extend(slot, place, costs, &next, &parents)
    place.row = label.row - hypothesis.shift
    place.credit = label.credit
    if place.row >= 0, place.row < count {
      extend(slot, place, costs, &next, &parents)
    }
  }

  /// Offers the segments of a slot whose label stands in a place.
  ///
  /// What it is worth follows from where a segment ends when it ends above the label, else from
  /// where it begins, so that two passes over the rows are enough.
  private func extend(
    _ slot: Int, _ label: LevelProblem.Label, _ costs: [Float], _ next: inout [Float],
    _ parents: inout [Int32]
  ) {
    let base = slot * (count + 1)
    let row = label.row
    let presence = problem.slots[slot].costWithoutLabel
    var least = Float.infinity
    var best = 0
    for end in 1...max(1, row) where row > 0 {
      let opening = costs[end - 1] - table.rowSums[base + end - 1]
      if opening < least { (least, best) = (opening, end - 1) }
      let worth =
        label.isDoubtful
        ? 0 : label.credit - hypothesis.deviation(ofPlace: row, in: end - 1, end, isCut: false)
      offer(
        least + table.rowSums[base + end] + presence - max(worth, 0), best, end, base, &next,
        &parents)
    }
    least = .infinity
    for end in 1...count {
      let start = end - 1
      let isInside = start <= row
      let deviation = hypothesis.deviation(
        ofPlace: row, in: start, max(end, row + 1), isCut: isInside && label.beginsTable)
      var worth = isInside || !label.isDoubtful ? max(label.credit - deviation, 0) : 0
      if isInside { worth = max(worth, problem.creditOfCopy) + label.wordsOutweighed }
      let opening = costs[start] - table.rowSums[base + start] - worth
      if opening < least { (least, best) = (opening, start) }
      if end > row {
        offer(least + table.rowSums[base + end] + presence, best, end, base, &next, &parents)
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

  /// The segments of a path, from where those that end on each row begin: by `slot * width + row`,
  /// the width being a place more than the last row.
  private static func segments(
    _ parents: [Int32], slots: Int, rows: Range<Int>
  ) -> [Range<Int>] {
    var segments = [Range<Int>](repeating: 0..<0, count: slots)
    var end = rows.upperBound
    for slot in (0..<slots).reversed() {
      let start = Int(parents[slot * (rows.upperBound + 1) + end])
      segments[slot] = start..<end
      end = start
    }
    return segments
  }
}
