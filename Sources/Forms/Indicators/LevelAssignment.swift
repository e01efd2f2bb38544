internal import IR

/// The levels of the rows of an indicator table, and how sure they are.
struct LevelAssignment {
  /// The levels of one row.
  struct Levels {
    /// The slot of the row; `nil` when the table prints no levels.
    var slot: Int?
    /// Whether any text may be the level 2 of the row.
    var isOpen = false
    /// The labels as they come out.
    var level1: String?
    var level2: String?
    /// The slot of the label that stands on the row, or else of the last label above it.
    var faceValue: Int?
    /// Whether that label was found to belong to other rows.
    var isFaceValueDisplaced = false
    /// The row whose level-2 label says so; `nil` when the label is nowhere.
    var labelRow: Int?
    /// The tokens of the labels, where they are printed.
    var level1Token: Int?
    var level2Token: Int?
    /// Other level-2 labels that are nearly as likely.
    var alternatives: [String] = []
    /// Other level-2 labels that the words suggest, or that only the label's place speaks against.
    var suggestions: [String] = []
  }

  private(set) var levels: [Levels]
  /// Whether the table has more rows than are weighed together.
  private(set) var isTooLong = false
  /// Whether all labels stand on the first rows of their groups.
  private var isFirstRowPrint = false

  /// A row is in doubt when another slot costs less than this more.
  private static let doubt: Float = 0.9
  /// Only the place of a label speaks against another slot that costs less than this more: a label in
  /// full is worth 6, and one off its place costs 2 or a little more, so that one at most is wrong.
  private static let uncertainty: Float = 8
  /// The same for a slot without rows whose label is nowhere printed, that the words do not speak for
  /// and that forms may well do without.
  private static let uncertaintyOfUntold: Float = 5.5

  /// Chooses the levels of aligned rows.
  init(_ problem: LevelProblem, _ rows: [IndicatorRow], of reading: borrowing FormReading) {
    levels = Array(repeating: Levels(), count: rows.count)
    guard problem.hasLabels || rows.contains(where: { $0.openText != nil }) else { return }
    if let labelled = LabelledRows(problem, rows) {
      assign(labelled, problem, rows, of: reading)
      return
    }
    if problem.rowCount > LevelSolver.mostRows {
      assignFaceValue(problem, rows, of: reading)
      return
    }
    let printed = PrintedOrder.slots(problem, rows)
    let solver = LevelSolver(problem)
    guard var solution = solver.solve(isPrintComplete: printed != nil) else { return }
    if let printed, case let plain = solver.solution(of: printed),
      plain.cost < solution.cost + Self.trustInPrint(printed, of: rows, against: solution, problem)
    {
      solution = plain
    }
    solution.giveSharedLabels(of: problem, in: reading)
    let slots = solution.slots(rowCount: rows.count)
    isFirstRowPrint = solution.hypothesis.style == .first && solution.hypothesis.shift == 0
    assign(slots, problem, rows, reading)
    noteFaceValues(slots, problem)
    // Where all labels taken at face value give just this reading, the print is in order: what
    // speaks against it is worth a note, not a warning.
    let isAsPrinted = levels.indices.allSatisfy { levels[$0].faceValue == slots[$0] }
    for row in rows.indices where rows[row].hasContent {
      noteDoubt(row, slots, solver, solution, problem, reading)
      if let printed, printed[row] != slots[row] { noteAlternative(printed[row], row, reading) }
      if isAsPrinted {
        levels[row].suggestions = levels[row].alternatives + levels[row].suggestions
        levels[row].alternatives = []
      }
    }
  }

  /// Notes what a row would be by a print that leaves nothing open, where words outweighed it.
  private mutating func noteAlternative(_ slot: Int, _ row: Int, _ reading: FormReading) {
    let label = reading.slotLabel(slot)
    levels[row].suggestions.removeAll { $0 == label }
    if !levels[row].alternatives.contains(label) { levels[row].alternatives.append(label) }
  }

  /// Gives rows the labels they are printed under, whatever these are.
  init(asPrinted rows: [IndicatorRow], of reading: borrowing FormReading) {
    levels = PrintedLevels.levels(of: rows, reading)
  }

  /// Where the labels at face value leave nothing open, they give the levels unless another solution
  /// costs less by more than this: print comes before words.
  ///
  /// A solution that takes rows into another group has two labels wrong that stand side by side: the
  /// words of one row alone, however clear, are not enough for that, unless other rows show that the
  /// page is damaged.
  private static func trustInPrint(
    _ printed: [Int], of rows: [IndicatorRow], against solution: LevelSolver.Solution,
    _ problem: LevelProblem
  ) -> Float {
    let changesGroup = zip(printed, solution.slots(rowCount: printed.count)).contains { slots in
      problem.slots[slots.0].group != problem.slots[slots.1].group
    }
    if changesGroup, rows.allSatisfy({ $0.shifts.isEmpty && $0.joins.isEmpty }) {
      return LevelProblem.mostCostOfWords
    }
    return 1.6
  }

  /// Outside open groups a text in the level-2 column is the name, and what stands in the name's
  /// column the target: the row is shifted to the left.
  func settleOpenText(
    of row: inout IndicatorRow, _ number: Int, in reading: FormReading
  ) {
    guard let text = row.openText, levels[number].level2 != nil, !levels[number].isOpen,
      row[.name].count == 1, row.isEmpty(.target), let target = row[.name].first,
      !CellFeatures(key: reading.normalized(target).span).endsName
    else { return }
    row[.target] = row[.name]
    row[.name] = [text]
    row.openText = nil
  }

  /// Notes what every row would be if labels stood on the first row of their groups.
  private mutating func noteFaceValues(_ slots: [Int], _ problem: LevelProblem) {
    var last: (slot: Int, row: Int)?
    for row in slots.indices {
      let own = problem.labelledSlots[row]
      if let slot = own.contains(slots[row]) ? slots[row] : own.last { last = (slot, row) }
      levels[row].faceValue = last?.slot
      if let last { levels[row].isFaceValueDisplaced = slots[last.row] != last.slot }
    }
  }

  /// Gives every row the labels on it.
  private mutating func assign(
    _ labelled: LabelledRows, _ problem: LevelProblem, _ rows: [IndicatorRow],
    of reading: FormReading
  ) {
    assign(labelled.slots, problem, rows, reading)
    for row in rows.indices {
      levels[row].faceValue = labelled.slots[row]
      levels[row].alternatives = labelled.alternatives[row].map(reading.slotLabel)
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
    // Rows above the first label are of its group.
    if !slots.isEmpty, slots[0] == 0 { slots[0] = slots.first { $0 != 0 } ?? 1 }
    for row in slots.indices.dropFirst() where slots[row] == 0 { slots[row] = slots[row - 1] }
    let found = slots.map { $0 - 1 }
    assign(found, problem, rows, reading)
    for row in found.indices { levels[row].faceValue = found[row] }
    isTooLong = true
  }

  /// Takes the level 2 from rows whose label is nowhere printed, in a form that has no column for it:
  /// words alone do not give levels.
  mutating func dropUnprintedLevel2() {
    for row in levels.indices where levels[row].level2Token == nil {
      levels[row].level2 = nil
      levels[row].slot = nil
    }
  }

  /// Gives every row the labels of its slot.
  private mutating func assign(
    _ slots: [Int], _ problem: LevelProblem, _ rows: [IndicatorRow], _ reading: FormReading
  ) {
    // The labels of a slot are read once.
    var ofSlots = [Levels](repeating: Levels(), count: problem.slots.count)
    for (row, slot) in slots.enumerated() {
      if ofSlots[slot].slot == nil {
        ofSlots[slot] = Levels(slot: slot, isOpen: problem.slots[slot].isOpen)
        (ofSlots[slot].level1, ofSlots[slot].level2) = labels(of: slot, problem, rows, reading)
      }
      levels[row] = ofSlots[slot]
      if levels[row].isOpen {
        assignOpenLevel2(row, slot, slots, rows, reading)
      } else {
        let label = nearest(problem.slots[slot].labels, to: row)
        levels[row].labelRow = label?.row
        levels[row].level2Token = label?.token
      }
      let group = problem.slots[slot].group
      levels[row].level1Token = nearest(problem.groupLabels[group], to: row)?.token
      if let level2 = levels[row].level2Token,
        let label = problem.outerLabel(of: row, in: group, level2: level2, reading)
      {
        levels[row].level1 = reading.text(label, .value)
        levels[row].level1Token = label
      }
    }
  }

  /// The labels of a slot, as they are printed or else as the layout has them; an open one has none of level
  /// 2.
  private func labels(
    of slot: Int, _ problem: LevelProblem, _ rows: [IndicatorRow], _ reading: FormReading
  ) -> (level1: String, level2: String?) {
    let group = problem.slots[slot].group
    let level1 =
      printed(problem.groupLabels[group], .level1, rows, of: reading)
      ?? reading.layout.taxonomy.groups[group].label
    if problem.slots[slot].isOpen { return (level1, nil) }
    let level2 = printed(problem.slots[slot].labels, .level2, rows, of: reading)
    return (level1, level2 ?? reading.slotLabel(slot))
  }

  /// The label as it is printed; `nil` when it is nowhere printed in full.
  ///
  /// A word that may also be a name counts only where there is no label in full, and what is also a
  /// label of the other level only where there is nothing else.
  private func printed(
    _ labels: [LevelProblem.Label], _ column: Layout.Column, _ rows: [IndicatorRow],
    of reading: FormReading
  ) -> String? {
    var word: IndicatorRow.Label?
    var ofBothLevels: IndicatorRow.Label?
    for label in labels {
      for printed in rows[label.row].labels
      where printed.token == label.token && (!printed.isPart || printed.column == column) {
        let certainty = printed.match.certainty
        guard certainty == .exact || certainty == .word else { continue }
        if !printed.match.groups.isEmpty, !printed.match.states.isEmpty {
          ofBothLevels = ofBothLevels ?? printed
        } else if certainty == .word {
          word = word ?? printed
        } else {
          return reading.text(of: printed)
        }
      }
    }
    return (word ?? ofBothLevels).map { reading.text(of: $0) }
  }

  /// The last label at or above a row, or else the first below it.
  private func nearest(_ labels: [LevelProblem.Label], to row: Int) -> LevelProblem.Label? {
    let below = labels.indices.partitioningIndex { labels[$0].row > row }
    return below > 0 ? labels[below - 1] : labels.first
  }

  /// Gives a row of an open group its level 2: its own text, or that of the rows above or below.
  private mutating func assignOpenLevel2(
    _ row: Int, _ slot: Int, _ slots: [Int], _ rows: [IndicatorRow], _ reading: FormReading
  ) {
    // The neighbours of a row are looked for only where there are not too many.
    let isLong = rows.count > LevelSolver.mostRows
    if isLong, rows[row].openText == nil, row > 0, slots[row - 1] == slot {
      levels[row].level2 = levels[row - 1].level2
      levels[row].level2Token = levels[row - 1].level2Token
      levels[row].labelRow = levels[row - 1].labelRow
      return
    }
    let texts = OpenLevels(rows, slots: slots, slot: slot)
    guard let choice = texts.choice(for: row, isFirstRowPrint: isFirstRowPrint, of: reading) else {
      return
    }
    levels[row].level2 = choice.text
    levels[row].labelRow = choice.row
    levels[row].level2Token = choice.token
    levels[row].suggestions += choice.others
  }

  /// Notes the slots that are nearly as likely for a row: those of the rows beside it, and those
  /// between its segment and the next, or the end of the table, that have no row.
  private mutating func noteDoubt(
    _ row: Int, _ slots: [Int], _ solver: LevelSolver, _ solution: LevelSolver.Solution,
    _ problem: LevelProblem, _ reading: FormReading
  ) {
    let own = slots[row]
    let segment = solution.segments[own]
    let above = segment.lowerBound > 0 ? slots[segment.lowerBound - 1] : nil
    let below = segment.upperBound < slots.count ? slots[segment.upperBound] : nil
    // A merged cell whose label is whole leaves no doubt.
    let isSpanned = problem.isSpanned(row, slot: own)
    // Of two middle rows either may have the label, of level 1 as of level 2.
    let leeway = solution.hypothesis.style.isMiddle ? 2 * LevelHypothesis.otherMiddle : 0
    for other in (above ?? 0)...(below ?? problem.slots.count - 1)
    where other != own && !isSpanned {
      let cost = solver.costOfMoving(row, to: other, in: solution)
      let isTold =
        problem.isPrinted(other) || !solution.segments[other].isEmpty
        || problem.slots[other].frequency == .expected
        || problem.wordsSpeak(row, for: other, asMuchAs: own)
      guard cost < (isTold ? Self.uncertainty : Self.uncertaintyOfUntold) + leeway else { continue }
      let label = reading.slotLabel(other)
      if cost < Self.doubt, other == above || other == below {
        levels[row].alternatives.append(label)
      } else if !problem.isPlainlyLabelled(row, slot: own) {
        levels[row].suggestions.append(label)
      }
    }
    levels[row].suggestions += groupsOfSameLabel(row, own, problem, reading)
    levels[row].suggestions += otherGroups(on: row, slots, problem, reading)
    if problem.isLabelledByRow, !problem.isLabelled(row, slot: own) {
      noteLostLabel(row, [above, below], reading)
    }
    guard !isSpanned, let other = problem.slotWordsSuggest(row, insteadOf: own) else { return }
    let label = reading.slotLabel(other)
    guard !(levels[row].suggestions + levels[row].alternatives).contains(label) else { return }
    levels[row].suggestions.append(label)
  }

  /// In a form with a label on every row, a row without one has lost it.
  private mutating func noteLostLabel(
    _ row: Int, _ neighbours: [Int?], _ reading: FormReading
  ) {
    for other in neighbours.compactMap(\.self) {
      let label = reading.slotLabel(other)
      guard !levels[row].suggestions.contains(label),
        !levels[row].alternatives.contains(label)
      else { continue }
      levels[row].suggestions.append(label)
    }
  }

  /// The level-1 labels that are of another group than a row was given: those on the row, and
  /// those above it in its segment; the last one above it where that of its own is nowhere printed.
  private func otherGroups(
    on row: Int, _ slots: [Int], _ problem: LevelProblem, _ reading: FormReading
  ) -> [String] {
    var first = row
    while first > 0, slots[first - 1] == slots[row] { first -= 1 }
    let own = problem.slots[slots[row]].group
    if problem.groupLabels[own].isEmpty, let last = lastGroup(above: row, problem) {
      return [reading.layout.taxonomy.groups[last].label]
    }
    return problem.groupLabels.indices.filter { group in
      group != problem.slots[slots[row]].group
        && problem.groupLabels[group].contains { $0.row >= first && $0.row <= row }
    }.map { reading.layout.taxonomy.groups[$0].label }
  }

  /// The group whose label is the last one printed on or above a row.
  private func lastGroup(above row: Int, _ problem: LevelProblem) -> Int? {
    let last = problem.groupLabels.indices.max { first, second in
      Self.lastRow(problem.groupLabels[first], upTo: row)
        < Self.lastRow(problem.groupLabels[second], upTo: row)
    }
    return last.flatMap { Self.lastRow(problem.groupLabels[$0], upTo: row) < 0 ? nil : $0 }
  }

  private static func lastRow(_ labels: [LevelProblem.Label], upTo row: Int) -> Int {
    labels.last { $0.row <= row }?.row ?? -1
  }

  /// The other level-1 groups that have the same level-2 label, where none is printed on the row.
  private func groupsOfSameLabel(
    _ row: Int, _ slot: Int, _ problem: LevelProblem, _ reading: FormReading
  ) -> [String] {
    let group = problem.slots[slot].group
    guard !problem.groupLabels[group].contains(where: { $0.row == row }) else { return [] }
    return reading.slots[slot].groupsOfSameLabel
  }
}
