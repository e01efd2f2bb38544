internal import IR

/// Every label of a set of layouts, found by its key: the text without white space, with
/// full-width forms folded.
struct Vocabulary: Sendable {
  /// A label of any layout.
  struct Label: Sendable {
    /// The key as bytes.
    var key: [UInt8]
    /// The key as scalars, for comparing.
    var scalars: [UInt32]
    /// The label as the layout prints it.
    var text: String
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
  /// What each label stands for, by the number of the layout.
  private var meanings: [LabelMeanings] = []
  /// What rows are told by of each label, by the number of the layout.
  private(set) var facts: [[LabelFacts]] = []
  /// What texts of a form are compared with, by the number of the layout.
  private var readings: [Lazy<LayoutLabels>] = []
  /// Which labels may be that of the project's name, or of another field of the project, in any layout.
  private(set) var isName: [Bool] = []
  private(set) var isProjectField: [Bool] = []
  /// The titles each layout names, by its number.
  private let titles: [[[UInt8]]]
  /// Those of them that are not told by their words.
  private let unusualTitles: [[UInt8]]
  /// The most bytes a key of a label has.
  private(set) var longestKey = 0

  /// However short all labels are, the pointers of an appendix have keys.
  private static let leastLongestKey = 32

  /// Collects the labels of layouts.
  init(_ layouts: [Layout]) {
    self.layouts = layouts
    states = layouts.map(\.taxonomy.states)
    slots = layouts.map(\.taxonomy.slots)
    titles = layouts.map { $0.titles.map(LabelKey.key(of:)) }
    unusualTitles = titles.joined().filter { !$0.isEmpty && !TitleRule.isTitle($0[...]) }
    let uses = layouts.map { addLabels(of: $0) }
    meanings = uses.map { LabelMeanings($0, labelCount: labels.count) }
    longestKey = labels.reduce(Self.leastLongestKey) { max($0, $1.key.count) }
    facts = meanings.map { meanings in
      labels.indices.map {
        LabelFacts(meanings[LabelID($0)], isOwnWording: meanings.isOwnWording[$0])
      }
    }
    readings = layouts.map { _ in Lazy() }
    isName = labels.indices.map { label in facts.contains { $0[label].isName } }
    isProjectField = labels.indices.map { label in
      facts.contains { $0[label].isProjectField }
    }
  }

  /// What the texts of a form of a layout are compared with; made when the first one is read.
  func labels(of layout: Int) -> LayoutLabels {
    readings[layout].value { LayoutLabels(labels, meanings[layout]) }
  }

  /// Whether a key is a form's title: by its words, or because a layout names it.
  func isTitle(_ key: ArraySlice<UInt8>) -> Bool {
    if TitleRule.isTitle(key) { return true }
    return !unusualTitles.isEmpty && Self.contains(unusualTitles, TitleRule.core(key))
  }

  /// Whether a layout names a title.
  func isTitle(_ key: ArraySlice<UInt8>, of layout: Int) -> Bool {
    Self.contains(titles[layout], TitleRule.core(key))
  }

  private static func contains(_ titles: [[UInt8]], _ title: ArraySlice<UInt8>) -> Bool {
    titles.contains { $0[...] == title }
  }

  /// What a label stands for in a layout.
  func meanings(_ label: LabelID, in layout: Int) -> ArraySlice<Meaning> {
    label < 0 ? [] : meanings[layout][label]
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

  /// Adds the labels of a layout, and says what it uses them for.
  private mutating func addLabels(of layout: Layout) -> [LabelUse] {
    var uses: [LabelUse] = []
    layout.forEachLabel { texts, meaning in
      for (position, text) in texts.enumerated() {
        uses.append(LabelUse(label: add(text), meaning: meaning, isOwnWording: position == 0))
      }
    }
    return uses
  }

  /// The number of a label, which is added where it is new.
  private mutating func add(_ text: String) -> LabelID {
    let key = LabelKey.key(of: text)
    let hash = TextHash.hash(key.span)
    let known = index.label(of: hash)
    guard known < 0 else { return known }
    let id = LabelID(labels.count)
    index.insert(id, for: hash)
    labels.append(Label(key: key, scalars: LabelKey.scalars(key.span), text: text))
    return id
  }
}
