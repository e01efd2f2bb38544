/// What a layout uses a label for.
struct LabelUse: Sendable {
  /// The label.
  var label: Vocabulary.LabelID
  /// What rows are told by of it.
  var facts: LabelFacts
  /// What it stands for.
  var meaning: Meaning

  /// What rows are told by of each label, by its uses in some layouts.
  static func facts(of layouts: [[LabelUse]], labelCount: Int) -> [LabelFacts] {
    var facts = [LabelFacts](repeating: [], count: labelCount)
    for uses in layouts {
      for use in uses { facts[Int(use.label)].formUnion(use.facts) }
    }
    return facts
  }
}

/// Collects what layouts use labels for.
struct LabelUseCollector {
  /// The labels so far.
  private(set) var list = LabelList()
  /// The lists of a label and its synonyms so far, each with the numbers of its labels, and the list before it
  /// that begins with the same label, or -1.
  private var known: [(texts: [String], numbers: Range<Int>, previous: Int)] = []
  private var numbers: [Vocabulary.LabelID] = []
  /// The last list that begins with a label, by the number of the label; -1 where none does.
  private var lists: [Int] = []

  /// A collector without labels; it has room for those of the library's own layouts.
  init() {
    known.reserveCapacity(512)
    numbers.reserveCapacity(2048)
    lists.reserveCapacity(1024)
  }

  /// What a layout uses labels for.
  mutating func uses(in layout: Layout) -> [LabelUse] {
    var uses: [LabelUse] = []
    uses.reserveCapacity(numbers.count)
    layout.forEachLabel { texts, meaning in
      // The first is the layout's own wording, the others are synonyms.
      var facts = LabelFacts(meaning).union(.ownWording)
      for number in add(texts) {
        uses.append(LabelUse(label: numbers[number], facts: facts, meaning: meaning))
        facts.remove(.ownWording)
      }
    }
    return uses
  }

  /// Where the numbers of the labels of a list stand in ``numbers``.
  ///
  /// Layouts share most lists, which are told by one look then.
  private mutating func add(_ texts: [String]) -> Range<Int> {
    guard let first = texts.first else { return 0..<0 }
    let head = Int(list.add(first))
    while lists.count <= head { lists.append(-1) }
    var other = lists[head]
    while other >= 0 {
      if known[other].texts == texts { return known[other].numbers }
      other = known[other].previous
    }
    let start = numbers.count
    for text in texts { numbers.append(list.add(text)) }
    known.append((texts, start..<numbers.count, lists[head]))
    lists[head] = known.count - 1
    return start..<numbers.count
  }
}

extension Layout {
  /// Calls back with each list of a label and its synonyms, and what they stand for.
  func forEachLabel(_ body: ([String], Meaning) -> Void) {
    for field in fields { body(field.labels, .field(field.key)) }
    body(captions, .caption)
    body(totals, .total)
    if let components {
      body(components.name, .componentName)
      body(components.amount, .componentAmount)
    }
    if let fundingTable {
      for (row, spec) in fundingTable.allRows.enumerated() { body(spec.labels, .fundingRow(row)) }
      for column in fundingTable.columns { body(column.labels, .fundingColumn(column.key)) }
    }
    for column in columns + optionalColumns { body(column.labels, .column(column.key)) }
    taxonomy.forEachLabel(body)
  }
}

extension Taxonomy {
  fileprivate func forEachLabel(_ body: ([String], Meaning) -> Void) {
    var state = 0
    for (group, spec) in groups.enumerated() {
      body([spec.label] + spec.synonyms, .group(group))
      for level2 in spec.classes {
        body([level2.label] + level2.synonyms, .state(state))
        state += 1
      }
      if spec.isOpen { state += 1 }
    }
  }
}
