internal import IR

/// What the text of a cell says as a level label.
struct LevelMatch {
  /// How surely the text is a label.
  enum Certainty: Int {
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
    let label = reading.grid.tokens[token].label
    if label >= 0 {
      let text = vocabulary.labels[Int(label)].text
      self.init(
        label, Self.isFull(text) ? .exact : .word, vocabulary, reading.layoutNumber)
      return
    }
    let key = reading.grid.tokens[token].key
    guard key.count >= 6, key.count <= vocabulary.longestKey + 3 else { return nil }
    let scalars = reading.grid.scalars(reading.grid.tokens[token])
    let near = vocabulary.near(scalars, in: reading.layoutNumber, where: Self.isLevel)
      .filter { Self.isFull(vocabulary.labels[Int($0)].text) }
    if !near.isEmpty {
      self.init(near, .near, vocabulary, reading.layoutNumber)
      return
    }
    let clipped = vocabulary.completions(
      of: scalars, in: reading.layoutNumber, where: Self.isLevel)
    self.init(clipped, .clipped, vocabulary, reading.layoutNumber)
  }

  private init?(
    _ labels: [Vocabulary.LabelID], _ certainty: Certainty, _ vocabulary: Vocabulary, _ layout: Int
  ) {
    let matches = labels.compactMap { LevelMatch($0, certainty, vocabulary, layout) }
    guard let first = matches.first else { return nil }
    self = first
    for match in matches.dropFirst() {
      groups += match.groups.filter { !groups.contains($0) }
      states += match.states.filter { !states.contains($0) }
    }
  }

  private init?(
    _ label: Vocabulary.LabelID, _ certainty: Certainty, _ vocabulary: Vocabulary, _ layout: Int
  ) {
    groups = []
    states = []
    for meaning in vocabulary.meanings(label, in: layout) {
      switch meaning {
      case .group(let group): groups.append(group)
      case .state(let state): states.append(state)
      default: break
      }
    }
    guard !groups.isEmpty || !states.isEmpty else { return nil }
    self.certainty = certainty
    self.label = label
  }

  private static func isLevel(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .group, .state: true
    default: false
    }
  }

  /// Whether a label is printed in full, so that it can hardly be a name.
  private static func isFull(_ text: String) -> Bool {
    text.hasSuffix("指标") || text.hasSuffix("目标")
  }
}
