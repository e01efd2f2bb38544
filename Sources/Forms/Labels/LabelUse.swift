/// What a layout uses a label and its synonyms for.
struct LabelUse: Sendable {
  /// Where the labels stand in the collector's ``LabelUseCollector/labels``, the layout's own wording first.
  var labels: Range<Int>
  /// What they stand for.
  var meaning: Meaning

  /// What rows are told by of each label, by what a layout uses labels for.
  static func facts(
    of uses: ArraySlice<LabelUse>, _ labels: [Vocabulary.LabelID], labelCount: Int
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
  /// The synonyms of a label in one layout or in several.
  private struct Synonyms {
    var texts: ArraySlice<String>
    /// Where the label and they stand in ``labels``.
    var labels: Range<Int>
    /// The number of other synonyms of the same label, or -1.
    var previous: Int
  }

  /// The labels so far, each once.
  private(set) var list = LabelList()
  /// What the layouts so far use them for.
  private(set) var uses: [LabelUse] = []
  /// The labels, each with its synonyms, one list after the other.
  private(set) var labels: [Vocabulary.LabelID] = []
  private var synonyms: [Synonyms] = []
  /// The number of the last synonyms of a label, by the number of the label; -1 where it has none.
  private var lists: [Int] = []

  /// A collector without labels; it has room for those of the library's own layouts.
  init() {
    uses.reserveCapacity(256)
    labels.reserveCapacity(2048)
    synonyms.reserveCapacity(256)
    lists.reserveCapacity(1024)
  }

  /// Adds what a layout uses labels for; that is where in ``uses``.
  mutating func add(_ layout: Layout) -> Range<Int> {
    let start = uses.count
    layout.forEachLabel { label, synonyms, meaning in
      uses.append(LabelUse(labels: add(label, synonyms), meaning: meaning))
    }
    return start..<uses.count
  }

  /// Where a label and its synonyms stand in ``labels``.
  ///
  /// Layouts share most lists, which are told by one look then.
  private mutating func add(_ first: String, _ others: ArraySlice<String>) -> Range<Int> {
    let head = list.add(first)
    while lists.count <= head { lists.append(-1) }
    var known = lists[Int(head)]
    while known >= 0 {
      if synonyms[known].texts == others { return synonyms[known].labels }
      known = synonyms[known].previous
    }
    let start = labels.count
    labels.append(head)
    for text in others { labels.append(list.add(text)) }
    synonyms.append(
      Synonyms(texts: others, labels: start..<labels.count, previous: lists[Int(head)]))
    lists[Int(head)] = synonyms.count - 1
    return start..<labels.count
  }
}

extension Layout {
  /// Calls back with each label that the layout prints, its synonyms, and what they stand for.
  fileprivate func forEachLabel(_ body: (String, ArraySlice<String>, Meaning) -> Void) {
    func add(_ labels: [String], _ meaning: Meaning) {
      if let first = labels.first { body(first, labels.dropFirst(), meaning) }
    }
    for field in fields { add(field.labels, .field(field.key)) }
    add(captions, .caption)
    add(totals, .total)
    if let components {
      add(components.name, .componentName)
      add(components.amount, .componentAmount)
    }
    if let fundingTable {
      for (row, spec) in fundingTable.allRows.enumerated() { add(spec.labels, .fundingRow(row)) }
      for column in fundingTable.columns { add(column.labels, .fundingColumn(column.key)) }
    }
    for column in columns { add(column.labels, .column(column.key)) }
    for column in optionalColumns { add(column.labels, .column(column.key)) }
    var state = 0
    for (group, spec) in taxonomy.groups.enumerated() {
      body(spec.label, spec.synonyms[...], .group(group))
      for level2 in spec.classes {
        body(level2.label, level2.synonyms[...], .state(state))
        state += 1
      }
      if spec.isOpen { state += 1 }
    }
  }
}
