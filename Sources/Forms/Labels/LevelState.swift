/// A pair of level 1 and level 2 an indicator may have, in the order forms print them.
struct LevelState: Sendable {
  /// The number of the level-1 group.
  var group: Int
  /// The level-1 label.
  var level1: String
  /// The level-2 label; `nil` for the state that takes any text of an open group.
  var level2: String?
  /// What its indicators are about; `nil` for the open state of a group.
  var topic: Taxonomy.Topic?
  /// How often a form has it.
  var frequency: Taxonomy.Frequency

  /// Whether any text may be its level 2.
  var isOpen: Bool { level2 == nil }
}

extension Taxonomy {
  /// All states, in printed order; the open state of an open group comes last in it.
  var states: [LevelState] {
    groups.enumerated().flatMap { number, group in
      let closed = group.classes.map {
        LevelState(
          group: number, level1: group.label, level2: $0.label, topic: $0.topic,
          frequency: $0.frequency)
      }
      guard group.isOpen else { return closed }
      let open = LevelState(
        group: number, level1: group.label, level2: nil, topic: nil, frequency: .rare)
      return closed + [open]
    }
  }
}
