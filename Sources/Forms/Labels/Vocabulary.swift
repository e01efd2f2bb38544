internal import IR

/// Every label of a set of layouts, found by its key: the text without white space, with
/// full-width forms folded.
struct Vocabulary: Sendable {
  /// A label and what it stands for in each layout.
  struct Label: Sendable {
    /// The key as bytes.
    var key: [UInt8]
    /// The key as scalars, for comparing.
    var scalars: [UInt32]
    /// The label as the layout prints it.
    var text: String
    /// What it stands for, by the number of the layout.
    var meanings: [[Meaning]]
    /// Whether it is the wording a layout itself prints, not a synonym; by the number of the layout.
    var isOwn: [Bool]
  }

  /// The number of a label; it fits the tokens of a grid.
  typealias LabelID = Int16

  /// The layouts, in the order meanings are numbered by.
  let layouts: [Layout]
  /// The states of each layout's taxonomy.
  let states: [[LevelState]]
  /// The slots of each layout's taxonomy.
  let slots: [[LevelSlot]]
  private(set) var labels: [Label] = []
  private var index = LabelIndex()
  /// What rows are told by of each label, by the number of the layout.
  private(set) var facts: [[LabelFacts]] = []
  /// What texts of a form are compared with, by the number of the layout.
  private var readings: [Lazy<LayoutLabels>] = []
  /// Which labels may be that of the project's name, or of another field of the project, in any layout.
  private(set) var isName: [Bool] = []
  private(set) var isProjectField: [Bool] = []
  /// The titles each layout names, by its number.
  private let titles: [Set<[UInt8]>]
  /// Those of them that are not told by their words.
  private let unusualTitles: Set<[UInt8]>
  /// The most bytes a key of a label has.
  private(set) var longestKey = 0

  /// However short all labels are, the pointers of an appendix have keys.
  private static let leastLongestKey = 32

  /// Collects the labels of layouts.
  init(_ layouts: [Layout]) {
    self.layouts = layouts
    states = layouts.map(\.taxonomy.states)
    slots = layouts.map(\.taxonomy.slots)
    titles = layouts.map { Set($0.titles.map(LabelKey.key(of:))) }
    unusualTitles = titles.reduce(into: []) { unusual, titles in
      unusual.formUnion(titles.filter { !$0.isEmpty && !TitleRule.isTitle($0[...]) })
    }
    for (number, layout) in layouts.enumerated() { add(layout, number: number) }
    longestKey = labels.reduce(Self.leastLongestKey) { max($0, $1.key.count) }
    facts = layouts.indices.map { number in
      labels.map { LabelFacts($0.meanings[number], isOwnWording: $0.isOwn[number]) }
    }
    readings = layouts.map { _ in Lazy() }
    isName = labels.indices.map { label in facts.contains { $0[label].isName } }
    isProjectField = labels.indices.map { label in
      facts.contains { $0[label].isProjectField }
    }
  }

  /// What the texts of a form of a layout are compared with; made when the first one is read.
  func labels(of layout: Int) -> LayoutLabels {
    readings[layout].value { LayoutLabels(labels, layout: layout) }
  }

  /// Whether a key is a form's title: by its words, or because a layout names it.
  func isTitle(_ key: ArraySlice<UInt8>) -> Bool {
    if TitleRule.isTitle(key) { return true }
    return !unusualTitles.isEmpty && unusualTitles.contains(Array(TitleRule.core(key)))
  }

  /// Whether a layout names a title.
  func isTitle(_ key: ArraySlice<UInt8>, of layout: Int) -> Bool {
    titles[layout].contains(Array(TitleRule.core(key)))
  }

  /// What a label stands for in a layout.
  func meanings(_ label: LabelID, in layout: Int) -> [Meaning] {
    label < 0 ? [] : labels[Int(label)].meanings[layout]
  }

  /// Whether a label is what a layout itself prints.
  func isOwnWording(_ label: Int, of layout: Int) -> Bool { facts[layout][label].isOwnWording }

  /// The label with a key, or -1.
  func find(_ key: Span<UInt8>) -> LabelID {
    guard key.count > 0, key.count <= longestKey else { return -1 }
    let id = index.label(of: TextHash.hash(key))
    guard id >= 0 else { return -1 }
    let known = labels[Int(id)].key
    guard known.count == key.count else { return -1 }
    for position in known.indices where known[position] != key[position] { return -1 }
    return id
  }

  private mutating func add(_ layout: Layout, number: Int) {
    for field in layout.fields { add(field.labels, .field(field.key), to: number) }
    add(layout.captions, .caption, to: number)
    add(layout.totals, .total, to: number)
    if let components = layout.components {
      add(components.name, .componentName, to: number)
      add(components.amount, .componentAmount, to: number)
    }
    if let table = layout.fundingTable {
      for (row, spec) in table.rows.enumerated() { add(spec.labels, .fundingRow(row), to: number) }
      for column in table.columns { add(column.labels, .fundingColumn(column.key), to: number) }
    }
    for column in layout.columns { add(column.labels, .column(column.key), to: number) }
    addLevels(layout.taxonomy, to: number)
  }

  private mutating func addLevels(_ taxonomy: Taxonomy, to number: Int) {
    var state = 0
    for (group, spec) in taxonomy.groups.enumerated() {
      add([spec.label] + spec.synonyms, .group(group), to: number)
      for level2 in spec.classes {
        add([level2.label] + level2.synonyms, .state(state), to: number)
        state += 1
      }
      if spec.isOpen { state += 1 }
    }
  }

  private mutating func add(_ texts: [String], _ meaning: Meaning, to layout: Int) {
    for (position, text) in texts.enumerated() {
      let key = LabelKey.key(of: text)
      let hash = TextHash.hash(key.span)
      if index.label(of: hash) < 0 {
        index.insert(LabelID(labels.count), for: hash)
        labels.append(
          Label(
            key: key, scalars: LabelKey.scalars(key.span), text: text,
            meanings: Array(repeating: [], count: layouts.count),
            isOwn: Array(repeating: false, count: layouts.count)))
      }
      let id = Int(index.label(of: hash))
      if position == 0 { labels[id].isOwn[layout] = true }
      if !labels[id].meanings[layout].contains(meaning) {
        labels[id].meanings[layout].append(meaning)
      }
    }
  }
}
