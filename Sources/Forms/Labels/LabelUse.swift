/// What a layout uses a label and its synonyms for.
struct LabelUse: Sendable {
  /// Where the labels stand in the collector's ``LabelUseCollector/labels``, the layout's own wording first.
  var labels: Range<Int>
  /// What they stand for.
  var meaning: Meaning

  /// What rows are told by of each label, by what a layout uses labels for.
  static func facts(
    of uses: [LabelUse], _ labels: [Vocabulary.LabelID], labelCount: Int
  ) -> [LabelFacts] {
    var facts = [LabelFacts](repeating: [], count: labelCount)
    for use in uses {
      let told = LabelFacts(use.meaning)
      for label in labels[use.labels] { facts[Int(label)].formUnion(told) }
      if let first = use.labels.first { facts[Int(labels[first])].insert(.ownWording) }
    }
    return facts
  }
}

/// Collects what layouts use labels for.
struct LabelUseCollector {
  /// A list of a label and its synonyms.
  private struct Synonyms {
    var texts: [String]
    /// Where its labels stand in ``labels``.
    var labels: Range<Int>
    /// The list before it that begins with the same label, or -1.
    var previous: Int
  }

  /// The labels so far, each once.
  private(set) var list = LabelList()
  /// The labels of each list, one list after the other.
  private(set) var labels: [Vocabulary.LabelID] = []
  private var known: [Synonyms] = []
  /// The last list that begins with a label, by the number of the label; -1 where none does.
  private var lists: [Int] = []

  /// A collector without labels; it has room for those of the library's own layouts.
  init() {
    labels.reserveCapacity(2048)
    known.reserveCapacity(256)
    lists.reserveCapacity(1024)
  }

  /// What a layout uses labels for.
  mutating func uses(in layout: Layout) -> [LabelUse] {
    var uses: [LabelUse] = []
    uses.reserveCapacity(128)
    layout.forEachLabel { texts, meaning in
      if !texts.isEmpty { uses.append(LabelUse(labels: add(texts), meaning: meaning)) }
    }
    return uses
  }

  /// Where the labels of a list stand in ``labels``.
  ///
  /// Layouts share most lists, which are told by one look then.
  private mutating func add(_ texts: [String]) -> Range<Int> {
    let head = Int(list.add(texts[0]))
    while lists.count <= head { lists.append(-1) }
    var other = lists[head]
    while other >= 0 {
      if known[other].texts == texts { return known[other].labels }
      other = known[other].previous
    }
    let start = labels.count
    for text in texts { labels.append(list.add(text)) }
    known.append(Synonyms(texts: texts, labels: start..<labels.count, previous: lists[head]))
    lists[head] = known.count - 1
    return start..<labels.count
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
