internal import IR

/// What is known about the levels of the rows of an indicator table.
struct LevelProblem {
  /// A printed label.
  struct Label {
    /// The row, from 0.
    var row: Int
    /// The token it is.
    var token: Int
    /// The rows it covers, where the source has spans; else 1.
    var rowSpan: Int
    /// What it is worth when it is used where it stands.
    var credit: Float
    /// Whether a level-2 label of the same group stands on its row: the two were displaced
    /// together if at all, so that the level-1 label says nothing more.
    var isPaired = false
  }

  /// A run of states rows may be in: one closed state, or an open group as a whole.
  struct Slot {
    var group: Int
    var states: Range<Int>
    var isOpen: Bool
    var frequency: Taxonomy.Frequency
    /// The labels printed for it, from top to bottom.
    var labels: [Label] = []
  }

  /// The number of rows.
  let rowCount: Int
  /// The slots, in printed order.
  private(set) var slots: [Slot]
  /// The slots of each group.
  let slotsOfGroup: [Range<Int>]
  /// The level-1 labels of each group.
  private(set) var groupLabels: [[Label]]
  /// What the words of a row say against a slot, by `row * slots.count + slot`.
  private(set) var wordCosts: [Float]
  /// Whether a row is the first of its table.
  let beginsTable: [Bool]
  /// The share of what words say against a label that is dropped on the row it is printed on.
  ///
  /// Forms that print a label on every row leave words little to say.
  private(set) var printBeforeWords: Float = 0.15
  /// Whether any level label is printed.
  private(set) var hasLabels = false

  private static let mostWordCost: Float = 2.6
  private static let weightOfWords: Float = 0.9

  /// Gathers what is known about aligned rows.
  init(_ rows: [IndicatorRow], of reading: FormReading) {
    rowCount = rows.count
    slots = []
    var ranges: [Range<Int>] = []
    let states = reading.states
    for group in reading.layout.taxonomy.groups.indices {
      let members = states.indices.filter { states[$0].group == group }
      let first = slots.count
      if reading.layout.taxonomy.groups[group].isOpen, let low = members.first {
        slots.append(
          Slot(
            group: group, states: low..<low + members.count, isOpen: true, frequency: .common))
      } else {
        slots += members.map {
          Slot(
            group: group, states: $0..<$0 + 1, isOpen: false, frequency: states[$0].frequency)
        }
      }
      ranges.append(first..<slots.count)
    }
    slotsOfGroup = ranges
    groupLabels = Array(repeating: [], count: ranges.count)
    beginsTable = rows.map(\.beginsTable)
    wordCosts = Array(repeating: 0, count: rows.count * slots.count)
    for (number, row) in rows.enumerated() { addLabels(of: row, number, reading) }
    for (number, row) in rows.enumerated() { addWords(of: row, number, reading) }
    let labelled = rows.count { row in
      row.openText != nil || row.labels.contains { $0.column == .level2 }
    }
    if labelled * 10 >= rows.count * 7 { printBeforeWords = 0.8 }
  }

  /// The slot of a state.
  func slot(ofState state: Int) -> Int? { slots.firstIndex { $0.states.contains(state) } }

  private mutating func addLabels(of row: IndicatorRow, _ number: Int, _ reading: FormReading) {
    for label in row.labels {
      let credit: Float =
        switch label.match.certainty {
        case .exact: 6
        case .near, .clipped: 5
        case .word: 4
        }
      var printed = Label(
        row: number, token: label.token, rowSpan: reading.grid.tokens[label.token].rowSpan, credit: credit)
      hasLabels = true
      if label.column == .level1, !label.match.groups.isEmpty {
        for group in label.match.groups {
          printed.isPaired = row.labels.contains { other in
            other.column == .level2
              && other.match.states.contains { reading.states[$0].group == group }
          }
          groupLabels[group].append(printed)
        }
      } else {
        for state in label.match.states {
          if let slot = slot(ofState: state) { slots[slot].labels.append(printed) }
        }
      }
    }
  }

  private mutating func addWords(of row: IndicatorRow, _ number: Int, _ reading: FormReading) {
    let evidence = Self.evidence(row, reading)
    var strengths = slots.map { slot in
      slot.states.map { reading.states[$0].topic.map { evidence[$0] } ?? 0 }.max() ?? 0
    }
    for slot in slots.indices where slots[slot].isOpen {
      if row.openText != nil { strengths[slot] += 3 }
    }
    let strongest = strengths.max() ?? 0
    for slot in slots.indices {
      var cost = min(strongest - strengths[slot], Self.mostWordCost) * Self.weightOfWords
      let topic = slots[slot].isOpen ? nil : reading.states[slots[slot].states.lowerBound].topic
      if topic == .timeliness, evidence[.timeliness] == 0 { cost += 1.2 }
      if topic == .satisfaction, evidence[.satisfaction] == 0 { cost += 2.6 }
      if row.openText != nil, !slots[slot].isOpen { cost += 4 }
      wordCosts[number * slots.count + slot] = row.hasContent ? cost : 0
    }
  }

  private static func evidence(_ row: IndicatorRow, _ reading: FormReading) -> TopicEvidence {
    var name: [UInt8] = []
    var target: [UInt8] = []
    for token in row[.name] + (row.openText.map { [$0] } ?? []) { key(token, reading, &name) }
    for token in row[.target] { key(token, reading, &target) }
    var evidence = TopicEvidence(name: name.span, target: target.span)
    evidence.addLook(of: Measure(reading: target.span))
    return evidence
  }

  private static func key(_ token: Int, _ reading: FormReading, _ key: inout [UInt8]) {
    let range = reading.grid.tokens[token].key
    if range.isEmpty {
      LabelKey.append(reading.normalized(token).span, to: &key)
    } else {
      key += reading.grid.keys[range]
    }
  }
}
