internal import IR

/// The levels of the rows of an indicator table, and how sure they are.
struct LevelAssignment {
  /// The levels of one row.
  struct Levels {
    /// The slot of the row; `nil` when the table prints no levels.
    var slot: Int?
    /// The labels as they come out.
    var level1: String?
    var level2: String?
    /// The row whose label says so; `nil` when the label is nowhere.
    var labelRow: Int?
    /// Other level-2 labels that are nearly as likely.
    var alternatives: [String] = []
  }

  private(set) var levels: [Levels]

  /// A row is in doubt when another slot costs less than this more.
  private static let doubt: Float = 0.9

  /// Chooses the levels of aligned rows.
  init(_ problem: LevelProblem, _ rows: [IndicatorRow], of reading: FormReading) {
    levels = Array(repeating: Levels(), count: rows.count)
    guard problem.hasLabels || rows.contains(where: { $0.openText != nil }) else { return }
    if problem.rowCount > LevelSolver.mostRows {
      assignFaceValue(problem, rows, of: reading)
      return
    }
    let solver = LevelSolver(problem)
    guard let solution = solver.solve() else { return }
    let slots = solution.slots(rowCount: rows.count)
    for (row, slot) in slots.enumerated() { assign(row, slot, slots, problem, rows, reading) }
    for row in rows.indices where rows[row].hasContent {
      noteDoubt(row, slots, solver, solution, problem, reading)
    }
  }

  /// Gives every row the last label above it.
  private mutating func assignFaceValue(
    _ problem: LevelProblem, _ rows: [IndicatorRow], of reading: FormReading
  ) {
    var slots = [Int](repeating: 0, count: rows.count)
    for (slot, spec) in problem.slots.enumerated() {
      for label in spec.labels { slots[label.row] = slot + 1 }
    }
    for row in slots.indices.dropFirst() where slots[row] == 0 { slots[row] = slots[row - 1] }
    let found = slots.map { max($0 - 1, 0) }
    for (row, slot) in found.enumerated() { assign(row, slot, found, problem, rows, reading) }
  }

  private mutating func assign(
    _ row: Int, _ slot: Int, _ slots: [Int], _ problem: LevelProblem, _ rows: [IndicatorRow],
    _ reading: FormReading
  ) {
    let spec = problem.slots[slot]
    levels[row].slot = slot
    let group = reading.layout.taxonomy.groups[spec.group]
    levels[row].level1 = printed(
      problem.groupLabels[spec.group], rows, of: reading) ?? group.label
    if spec.isOpen {
      (levels[row].level2, levels[row].labelRow) = openLevel2(row, slot, slots, rows, reading)
    } else {
      levels[row].level2 =
        printed(spec.labels, rows, of: reading)
        ?? reading.states[spec.states.lowerBound].level2
      levels[row].labelRow = nearest(spec.labels, to: row)
    }
  }

  /// The label as it is printed; `nil` when it is nowhere printed in full.
  private func printed(
    _ labels: [LevelProblem.Label], _ rows: [IndicatorRow], of reading: FormReading
  ) -> String? {
    for label in labels {
      for printed in rows[label.row].labels where printed.token == label.token {
        guard printed.match.certainty == .exact || printed.match.certainty == .word else {
          continue
        }
        return reading.text(printed.token, .value)
      }
    }
    return nil
  }

  private func nearest(_ labels: [LevelProblem.Label], to row: Int) -> Int? {
    let above = labels.last { $0.row <= row }
    return (above ?? labels.min { abs($0.row - row) < abs($1.row - row) })?.row
  }

  /// The level 2 of a row of an open group: its own text, or the nearest above in the group.
  private func openLevel2(
    _ row: Int, _ slot: Int, _ slots: [Int], _ rows: [IndicatorRow], _ reading: FormReading
  ) -> (String?, Int?) {
    let above = (0...row).reversed().prefix { slots[$0] == slot }
    for row in above {
      if let token = rows[row].openText { return (reading.text(token, .value), row) }
      if let label = rows[row].labels.first(where: { $0.column == .level2 }) {
        return (reading.text(label.token, .value), row)
      }
    }
    return (nil, nil)
  }

  /// Notes the slots that are nearly as likely for a row at the edge of its segment.
  private mutating func noteDoubt(
    _ row: Int, _ slots: [Int], _ solver: LevelSolver, _ solution: LevelSolver.Solution,
    _ problem: LevelProblem, _ reading: FormReading
  ) {
    let own = slots[row]
    var others: [Int] = []
    if row > 0, slots[row - 1] != own { others.append(slots[row - 1]) }
    if row + 1 < slots.count, slots[row + 1] != own { others.append(slots[row + 1]) }
    for other in others
    where solver.costOfMoving(row, to: other, in: solution) < Self.doubt {
      let state = problem.slots[other].states.lowerBound
      if let label = reading.states[state].level2 { levels[row].alternatives.append(label) }
    }
  }
}
