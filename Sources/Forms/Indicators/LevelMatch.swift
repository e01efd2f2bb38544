internal import IR

/// What the text of a cell says as a level label.
struct LevelMatch: Sendable {
  /// How surely the text is a label.
  enum Certainty: Sendable {
    /// It is a label of the taxonomy, in full: 数量指标.
    case exact
    /// It is a word for a label that may also be a name: 服务对象满意度.
    case word
    /// One character of it is wrong, missing or surplus.
    case near
    /// It is the beginning of a label, clipped at the column's width.
    case clipped
  }

  /// The groups it may stand for.
  var groups = SmallSet()
  /// The states it may stand for.
  var states = SmallSet()
  /// How surely it is a label.
  var certainty: Certainty
  /// The label of the taxonomy.
  var label: Vocabulary.LabelID
  /// The level-1 label before it in the same cell, or -1, and how surely each of the two is one.
  private var outer: Vocabulary.LabelID = -1
  private var outerCertainty = Certainty.exact
  private var innerCertainty = Certainty.exact

  /// A label that no taxonomy has.
  static let ofNoTaxonomy = LevelMatch(certainty: .exact, label: -1)

  private init(certainty: Certainty, label: Vocabulary.LabelID) {
    self.certainty = certainty
    self.label = label
  }

  /// What a label says as a level label; `nil` when it is none.
  init?(_ label: Vocabulary.LabelID, meanings: ArraySlice<Meaning>, _ text: String) {
    for meaning in meanings {
      switch meaning {
      case .group(let group): groups.insert(group)
      case .state(let state): states.insert(state)
      default: break
      }
    }
    guard !groups.isEmpty || !states.isEmpty else { return nil }
    certainty = Self.isFull(text) ? .exact : .word
    self.label = label
  }

  /// What a cell says that holds the labels of both levels; `nil` where the second is none of the
  /// group of the first.
  init?(_ level1: LevelMatch, _ level2: LevelMatch, _ states: [LevelState]) {
    var members = SmallSet()
    for state in level2.states where level1.groups.contains(states[state].group) {
      members.insert(state)
      groups.insert(states[state].group)
    }
    guard !members.isEmpty else { return nil }
    self.states = members
    certainty = .exact
    label = level2.label
    outer = level1.label
    outerCertainty = level1.certainty == .word ? .exact : level1.certainty
    innerCertainty = level2.certainty == .word ? .exact : level2.certainty
  }

  /// The labels of level 1 and of level 2, where a cell holds both.
  var parts: (level1: LevelMatch, level2: LevelMatch)? {
    guard outer >= 0 else { return nil }
    var level1 = LevelMatch(certainty: outerCertainty, label: outer)
    level1.groups = groups
    var level2 = LevelMatch(certainty: innerCertainty, label: label)
    level2.states = states
    return (level1, level2)
  }

  /// Adds what another label says that the text may be as well.
  mutating func add(_ other: LevelMatch?) {
    guard let other else { return }
    groups.formUnion(other.groups)
    states.formUnion(other.states)
  }

  /// Whether a label is printed in full, so that it can hardly be a name.
  static func isFull(_ text: String) -> Bool { endings.containsSuffix(of: text.utf8Span.span) }

  private static let endings = WordSet("指标 目标")
}

extension FormReading {
  /// Reads a token as a level label.
  func levelMatch(_ token: Int) -> LevelMatch? {
    let label = grid.tokens[token].label
    if label >= 0, grid.tokens[token].suffix.isEmpty { return labels.level(label) }
    let key = grid.keys.span.extracting(grid.tokens[token].key)
    if let pair = levelPair(key) { return pair }
    if label >= 0 { return labels.level(label) }
    if let numbered = numberedLabel(token) { return labels.level(numbered) }
    return labels.damagedLevel(
      grid.keys.span.extracting(hasPoints(token) ? labelCore(of: token) : grid.tokens[token].key))
  }

  /// Reads a key as a level label in full.
  func levelMatch(ofKey key: Span<UInt8>) -> LevelMatch? {
    let label = vocabulary.find(key)
    return label < 0 ? nil : labels.level(label)
  }

  /// Whether a text ends with points in parentheses: （30分）, （30）分.
  ///
  /// Names have other things there.
  private func hasPoints(_ token: Int) -> Bool {
    let keys = grid.keys.span
    return labelSuffix(of: token).contains { keys[$0].isDigit }
  }
}
