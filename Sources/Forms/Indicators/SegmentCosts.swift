/// What it costs to give runs of rows to the slots of a layout.
struct SegmentCosts {
  let problem: LevelProblem
  /// The number of rows.
  let count: Int
  /// Running sums of what rows cost in a slot, by `slot * (count + 1) + row`.
  let rowSums: [Float]

  /// Prepares the costs of a problem.
  init(_ problem: LevelProblem) {
    self.problem = problem
    count = problem.rowCount
    rowSums = Self.rowSums(problem)
  }

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
  func lowerBound(isShifted: Bool) -> Float {
    let width = count + 1
    // The least cost of each number of rows, a slot after the other.
    var costs = [Float](repeating: .infinity, count: width)
    costs[0] = 0
    for slot in problem.slots.indices {
      let absence = problem.slots[slot].costOfAbsence
      let presence = problem.slots[slot].costWithoutLabel
      let credit = mostCredit(slot, isShifted: isShifted)
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
  func mostCredit(_ slot: Int, isShifted: Bool) -> Float {
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

  /// The cost of giving rows `start..<end` to a slot.
  func cost(
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
  func credit(
    _ labels: Span<LevelProblem.Label>, _ start: Int, _ end: Int, _ hypothesis: LevelHypothesis
  ) -> Float {
    var best: Float = 0
    var copies: Float = 0
    for index in labels.indices {
      let row = labels[index].row
      let isInside = row >= start && row < end
      guard isInside || !labels[index].isDoubtful else { continue }
      var worth =
        labels[index].credit
        - hypothesis.deviation(
          of: row, rowSpan: labels[index].rowSpan, in: start, end,
          isCut: isInside && labels[index].beginsTable)
      if isInside {
        worth = max(worth, problem.creditOfCopy)
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
}
