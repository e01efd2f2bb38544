internal import IR

/// What is known about the levels of the rows of an indicator table, as costs.
struct LevelProblem {
  /// A printed label.
  struct Label {
    /// The row, from 0.
    var row: Int
    /// The token it is.
    var token: Int
    /// The rows it covers, where the source has spans; else 0.
    var rowSpan: Int
    /// Whether its row is the first of its table.
    var beginsTable: Bool
    /// What it is worth when it is used where it stands.
    var credit: Float
    /// Whether it is more likely of another group: it counts only where it is inside its segment.
    var isDoubtful = false
    /// What the words of its row say against it and do not count: print comes before words.
    var wordsOutweighed: Float = 0
  }

  /// A slot of the layout with the labels that are printed for it.
  struct Slot {
    let group: Int
    /// The states, in printed order.
    let states: Range<Int>
    /// The same as a set.
    let members: SmallSet
    let isOpen: Bool
    let frequency: Taxonomy.Frequency
    /// What its indicators are about, by ``Taxonomy/Topic/rawValue``.
    let topics: SmallSet
    /// The labels printed for it, from top to bottom; those of an open group are texts of their
    /// own rows and count there.
    var labels: [Label] = []
    /// The first of them, which are weighed by where they stand in their segment.
    var placed: [Label] = []

    /// A slot without labels.
    init(_ slot: LevelSlot) {
      group = slot.group
      states = slot.states
      members = slot.members
      isOpen = slot.isOpen
      frequency = slot.frequency
      topics = slot.topics
    }

    /// What it costs that the form has no row for it.
    var costOfAbsence: Float {
      switch frequency {
      case .expected: 0.8
      case .common: 0.2
      case .rare: 0
      }
    }

    /// Whether a label is printed that is no more likely that of another group.
    var isNamed = false

    /// What it costs that rows are given to it although its label is not printed.
    var costWithoutLabel: Float {
      guard !isNamed, !isOpen else { return 0 }
      return frequency == .rare ? 3.2 : 1.2
    }
  }

  /// The number of rows.
  let rowCount: Int
  /// The slots, in printed order.
  private(set) var slots: [Slot]
  /// The level-1 labels of each group.
  private(set) var groupLabels: [[Label]]
  /// What it costs to give a row to a slot, labels of level 2 aside; by
  /// `row * slots.count + slot`.
  private(set) var rowCosts: [Float]
  /// Whether a row is the first of its table.
  let beginsTable: [Bool]
  /// What each further copy of a label inside its group is worth.
  let creditOfCopy: Float = 3
  /// The slots that have a label on each row.
  private(set) var labelledSlots: [SmallSet]
  /// The slots of open groups.
  private let openSlots: SmallSet
  /// Whether cells cover several rows, so that the groups are as printed.
  private(set) var hasSpans = false
  /// Whether any level label is printed.
  private(set) var hasLabels = false

  /// Whether a level-2 label stands on most rows.
  private(set) var isLabelledByRow = false

  /// Gathers what is known about aligned rows.
  init(_ rows: [IndicatorRow], of reading: borrowing FormReading) {
    rowCount = rows.count
    slots = reading.slots.map(Slot.init)
    var openSlots = SmallSet()
    for (number, slot) in slots.enumerated() where slot.isOpen { openSlots.insert(number) }
    self.openSlots = openSlots
    labelledSlots = Array(repeating: SmallSet(), count: rows.count)
    groupLabels = Array(repeating: [], count: reading.layout.taxonomy.groups.count)
    beginsTable = rows.map(\.beginsTable)
    rowCosts = Array(repeating: 0, count: rows.count * slots.count)
    var keys = Keys()
    for number in rows.indices {
      addLabels(of: rows[number...], number, reading)
      addWords(of: rows[number], number, reading, &keys)
    }
    weighPrint(rows)
    weighLabelsAlone(rows)
    weighFurtherCopies()
    addGroups(rows, reading)
  }

  /// Whether a label of a slot stands on a row; the rows of an open group have their own texts.
  func isLabelled(_ row: Int, slot: Int) -> Bool {
    labelledSlots[row].contains(slot)
  }

  /// Whether the label of a slot, and no other, stands on a row.
  func isPlainlyLabelled(_ row: Int, slot: Int) -> Bool {
    labelledSlots[row].contains(slot) && labelledSlots[row].count == 1
  }

  /// Whether a label of a slot is printed that is no more likely that of another group.
  func isPrinted(_ slot: Int) -> Bool { slots[slot].isNamed }

  /// Whether the words of a row speak no less for a slot than for another.
  func wordsSpeak(_ row: Int, for slot: Int, asMuchAs other: Int) -> Bool {
    rowCosts[row * slots.count + slot] <= rowCosts[row * slots.count + other]
  }

  /// Whether a merged cell with the label of a slot, in full, covers a row.
  func isSpanned(_ row: Int, slot: Int) -> Bool {
    hasSpans
      && slots[slot].labels.contains { label in
        label.credit >= 6 && !label.isDoubtful && row >= label.row
          && row < label.row + max(label.rowSpan, 1)
      }
  }

  /// The slot that the words of a row speak for, of some groups or, without any, of all.
  func likeliestSlot(_ row: Int, among groups: SmallSet) -> Int {
    let costs = rowCosts[row * slots.count..<(row + 1) * slots.count]
    let likeliest = zip(slots.indices, costs)
      .filter { groups.isEmpty || groups.contains(slots[$0.0].group) }
      .min { $0.1 < $1.1 }
    return likeliest?.0 ?? 0
  }

  /// The slot that the words of a row speak for, where they clearly speak against its own.
  func slotWordsSuggest(_ row: Int, insteadOf own: Int) -> Int? {
    let costs = rowCosts[row * slots.count..<(row + 1) * slots.count]
    guard let least = costs.min(), rowCosts[row * slots.count + own] - least > 1 else { return nil }
    return costs.firstIndex(of: least).map { $0 - row * slots.count }
  }

  // MARK: Labels

  /// Adds the labels of the first of some rows.
  private mutating func addLabels(
    of rows: ArraySlice<IndicatorRow>, _ number: Int, _ reading: FormReading
  ) {
    guard let row = rows.first else { return }
    if row.openText != nil { labelledSlots[number].formUnion(openSlots) }
    for label in row.labels {
      hasLabels = true
      let printed = Label(
        row: number, token: label.token, rowSpan: Self.span(of: label.token, in: rows, reading),
        beginsTable: row.beginsTable, credit: Self.credit(label.match.certainty))
      if label.column == .level1, !label.match.groups.isEmpty {
        for group in label.match.groups { groupLabels[group].append(printed) }
        continue
      }
      let isShared = label.match.states.count > 1
      for slot in slots.indices where !slots[slot].members.isDisjoint(with: label.match.states) {
        if slots[slot].isOpen {
          rowCosts[number * slots.count + slot] -= creditOfCopy
          labelledSlots[number].formUnion(openSlots)
        } else {
          labelledSlots[number].insert(slot)
          add(printed, to: slot, isShared: isShared)
        }
      }
    }
  }

  /// How many of some rows a merged cell of the first covers: those without an indicator are none of them.
  private static func span(
    of token: Int, in rows: ArraySlice<IndicatorRow>, _ reading: FormReading
  ) -> Int {
    let span = reading.grid.tokens[token].rowSpan
    guard span > 1 else { return span }
    let end = reading.grid.tokens[token].row + span
    return max(rows.prefix { $0.row < end }.count, 1)
  }

  /// Adds a label to a slot.
  ///
  /// Of two groups that have the label, the one that seldom has it needs more evidence, and is named
  /// by it only where the label is used.
  private mutating func add(_ label: Label, to slot: Int, isShared: Bool) {
    var label = label
    label.isDoubtful = isShared && slots[slot].frequency == .rare
    if label.isDoubtful { label.credit -= 1.5 } else { slots[slot].isNamed = true }
    slots[slot].labels.append(label)
  }

  private static func credit(_ certainty: LevelMatch.Certainty) -> Float {
    switch certainty {
    case .exact: 6
    case .near, .clipped: 5
    case .word: 4
    }
  }

  /// On the row a label is printed on, words count less against it; where a form prints one on
  /// every row they leave words little to say.
  private mutating func weighPrint(_ rows: [IndicatorRow]) {
    let labelled = rows.count { row in
      row.openText != nil || row.labels.contains { $0.column == .level2 }
    }
    isLabelledByRow = labelled * 10 >= rows.count * 7
    hasSpans = (slots.map(\.labels) + groupLabels).joined().contains { $0.rowSpan > 1 }
    let share: Float = isLabelledByRow ? 0.8 : 0.25
    for slot in slots.indices {
      // What is paid where none of the labels is used comes back where one is.
      let refund = slots[slot].costWithoutLabel
      for index in slots[slot].labels.indices {
        slots[slot].labels[index].credit += refund
        let label = slots[slot].labels[index]
        if hasSpans {
          weighSpan(of: label, slot: slot)
        } else {
          slots[slot].labels[index].rowSpan = 0
          slots[slot].labels[index].wordsOutweighed =
            share * max(rowCosts[label.row * slots.count + slot], 0)
        }
      }
    }
  }

  /// A label on a row of its own, between two rows without any, stands in the middle of an even number of rows: so
  /// the row above is of its group too.
  private mutating func weighLabelsAlone(_ rows: [IndicatorRow]) {
    for row in rows.indices.dropFirst().dropLast()
    where !rows[row].hasContent && rows[row].openText == nil {
      guard [row - 1, row + 1].allSatisfy({ rows[$0].hasContent && rows[$0].labels.isEmpty })
      else { continue }
      for slot in labelledSlots[row] {
        rowCosts[(row - 1) * slots.count + slot] -= Self.creditOfRowAbove
      }
    }
  }

  /// What it is worth that the row above such a label is of its group.
  private static let creditOfRowAbove: Float = 3

  /// Of many copies of a label the further ones count where they stand, as a part of their rows:
  /// the time the best path takes grows with the labels of a slot.
  private mutating func weighFurtherCopies() {
    for slot in slots.indices {
      for label in slots[slot].labels.dropFirst(Self.mostPlacedLabels) {
        rowCosts[label.row * slots.count + slot] -= creditOfCopy
      }
      slots[slot].placed = Array(slots[slot].labels.prefix(Self.mostPlacedLabels))
    }
  }

  private static let mostPlacedLabels = 16

  /// In the rows that a cell covers words count for little.
  private mutating func weighSpan(of label: Label, slot: Int) {
    for row in label.row..<min(label.row + label.rowSpan, rowCount) {
      let cost = rowCosts[row * slots.count + slot]
      if cost > 0 { rowCosts[row * slots.count + slot] = 0.1 * cost }
    }
  }

  /// A level-1 label keeps its row in its group, and the row above out of it; one that stands
  /// beside a level-2 label of its group was displaced with it if at all, and says little more.
  private mutating func addGroups(_ rows: [IndicatorRow], _ reading: FormReading) {
    for (group, labels) in groupLabels.enumerated() {
      for label in labels {
        let isPaired = rows[label.row].labels.contains { other in
          other.column == .level2
            && other.match.states.allSatisfy { reading.states[$0].group == group }
        }
        let isSpoken = isSpoken(for: group, row: label.row)
        addToGroup(group, row: label.row, isPaired ? -1 : isSpoken ? -4.6 : -3.3)
        guard !isPaired, label.row > 0, !beginsTable[label.row] else { continue }
        addToGroup(group, row: label.row - 1, 0.6)
      }
    }
  }

  /// Whether the words of a row speak for a group more than for any other.
  private func isSpoken(for group: Int, row: Int) -> Bool {
    var own = Float.infinity
    var others = Float.infinity
    for slot in slots.indices {
      let cost = rowCosts[row * slots.count + slot]
      if slots[slot].group == group { own = min(own, cost) } else { others = min(others, cost) }
    }
    return own + 0.5 < others
  }

  private mutating func addToGroup(_ group: Int, row: Int, _ cost: Float) {
    for slot in slots.indices where slots[slot].group == group {
      rowCosts[row * slots.count + slot] += cost
    }
  }

  // MARK: Words

  /// The keys of a name and a target, and how strongly they speak for each slot; the buffers
  /// serve for all rows.
  private struct Keys {
    var name: [UInt8] = []
    var target: [UInt8] = []
    var strengths: [Float] = []
  }

  private mutating func addWords(
    of row: IndicatorRow, _ number: Int, _ reading: FormReading, _ keys: inout Keys
  ) {
    let hasOpenText = row.openText != nil
    guard row.hasContent || hasOpenText else { return }
    let evidence = Self.evidence(row, reading, &keys)
    let base = number * slots.count
    keys.strengths.removeAll(keepingCapacity: true)
    for slot in slots.indices {
      keys.strengths.append(
        Self.strength(
          slots[slot].topics, isOpen: slots[slot].isOpen, evidence, hasOpenText: hasOpenText))
    }
    let strongest = keys.strengths.reduce(0, max)
    for slot in slots.indices {
      var cost = Self.costOfWords(strongest - keys.strengths[slot])
      if !slots[slot].isOpen {
        let topics = slots[slot].topics
        if topics.contains(.timeliness), evidence[.timeliness] == 0 { cost += 1.2 }
        if topics.contains(.satisfaction), evidence[.satisfaction] == 0 { cost += 3.2 }
        if hasOpenText { cost += 4 }
      }
      rowCosts[base + slot] += cost
    }
  }

  /// What it costs that words speak so much more for another slot: the first doubts count most.
  private static func costOfWords(_ lag: Float) -> Float { mostCostOfWords * lag / (lag + 1.8) }

  /// The most that the words of a row may cost, as they come near to it.
  static let mostCostOfWords: Float = 3

  @inline(__always)
  private static func strength(
    _ topics: SmallSet, isOpen: Bool, _ evidence: TopicEvidence, hasOpenText: Bool
  ) -> Float {
    var strength: Float = 0
    for topic in topics { strength = max(strength, evidence.strengths[topic]) }
    return isOpen && hasOpenText ? strength + 3 : strength
  }

  private static func evidence(
    _ row: IndicatorRow, _ reading: FormReading, _ keys: inout Keys
  ) -> TopicEvidence {
    keys.name.removeAll(keepingCapacity: true)
    keys.target.removeAll(keepingCapacity: true)
    for token in row[.name] { reading.appendKey(token, to: &keys.name) }
    if let text = row.openText { reading.appendKey(text, to: &keys.name) }
    for token in row[.target] { reading.appendKey(token, to: &keys.target) }
    var evidence = TopicEvidence(name: keys.name.span, target: keys.target.span)
    evidence.addLook(of: keys.target.span)
    return evidence
  }
}

extension FormReading {
  /// Appends the key of a token, however long.
  fileprivate func appendKey(_ token: Int, to key: inout [UInt8]) {
    let range = grid.tokens[token].key
    if range.isEmpty {
      LabelKey.append(normalized(token).span, to: &key)
    } else {
      key.append(copying: grid.keys.span.extracting(range))
    }
  }
}

extension SmallSet {
  /// Whether a topic is in a set of topics.
  func contains(_ topic: Taxonomy.Topic) -> Bool { contains(topic.rawValue) }
}
