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
  /// The label of the taxonomy, where the text is not one in full.
  var label: Vocabulary.LabelID

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

  /// Adds what another label says that the text may be as well.
  mutating func add(_ other: LevelMatch?) {
    guard let other else { return }
    groups.formUnion(other.groups)
    states.formUnion(other.states)
  }

  /// Whether a label is printed in full, so that it can hardly be a name.
  static func isFull(_ text: String) -> Bool {
    // By bytes: `hasSuffix` compares characters by their canonical equivalence.
    let end = text.utf8.suffix(6)
    return end.elementsEqual("指标".utf8) || end.elementsEqual("目标".utf8)
  }
}

extension FormReading {
  /// Reads a token as a level label.
  func levelMatch(_ token: Int) -> LevelMatch? {
    let label = grid.tokens[token].label
    if label >= 0 { return labels.levelMatches[Int(label)] }
    return labels.damagedLevel(grid.keys.span.extracting(grid.tokens[token].key))
  }
}
