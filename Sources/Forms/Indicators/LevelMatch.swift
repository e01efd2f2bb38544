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
  var groups: [Int]
  /// The states it may stand for.
  var states: [Int]
  /// How surely it is a label.
  var certainty: Certainty
  /// The label of the taxonomy, where the text is not one in full.
  var label: Vocabulary.LabelID

  /// Reads a token as a level label.
  init?(_ token: Int, of reading: FormReading) {
    let vocabulary = reading.vocabulary
    let matches = vocabulary.levelMatches[reading.layoutNumber]
    let label = reading.grid.tokens[token].label
    if label >= 0 {
      guard let match = matches[Int(label)] else { return nil }
      self = match
      return
    }
    let key = reading.grid.keys.span.extracting(reading.grid.tokens[token].key)
    let near = vocabulary.nearLevels[reading.layoutNumber]
    var found = near.near(key)
    var certainty = Certainty.near
    if found.isEmpty {
      found = near.completions(of: key)
      certainty = .clipped
    }
    guard let first = found.first, var match = matches[Int(first)] else { return nil }
    match.certainty = certainty
    for other in found.dropFirst() { match.add(matches[Int(other)]) }
    self = match
  }

  /// What a label says as a level label; `nil` when it is none.
  init?(_ label: Vocabulary.LabelID, meanings: [Meaning], _ text: String) {
    groups = []
    states = []
    for meaning in meanings {
      switch meaning {
      case .group(let group): groups.append(group)
      case .state(let state): states.append(state)
      default: break
      }
    }
    guard !groups.isEmpty || !states.isEmpty else { return nil }
    certainty = Self.isFull(text) ? .exact : .word
    self.label = label
  }

  /// Adds what another label says that the text may be as well.
  private mutating func add(_ other: LevelMatch?) {
    guard let other else { return }
    groups += other.groups.filter { !groups.contains($0) }
    states += other.states.filter { !states.contains($0) }
  }

  /// Whether a label is printed in full, so that it can hardly be a name.
  static func isFull(_ text: String) -> Bool {
    text.hasSuffix("指标") || text.hasSuffix("目标")
  }
}
