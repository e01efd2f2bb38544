/// A run of states that rows of the indicator table may be in together: one closed state, or an
/// open group as a whole.
struct LevelSlot: Sendable {
  /// The number of the level-1 group.
  var group: Int
  /// The states, in printed order.
  var states: Range<Int>
  /// The same as a set.
  var members: SmallSet
  /// Whether it is an open group.
  var isOpen: Bool
  /// How often a form has it.
  var frequency: Taxonomy.Frequency
  /// The level-2 label; that of the group where it is open.
  var label: String
  /// What its indicators are about, by ``Taxonomy/Topic/rawValue``.
  var topics = SmallSet()
  /// The labels of the other groups that have a closed slot of the same label.
  var groupsOfSameLabel: [String] = []
}

extension LevelSlot {
  /// All slots of a taxonomy with some states, in printed order.
  static func all(of states: [LevelState], in taxonomy: Taxonomy) -> [LevelSlot] {
    let groups = taxonomy.groups
    var slots: [LevelSlot] = []
    for (number, state) in states.enumerated() {
      let isOpen = groups[state.group].isOpen
      if isOpen, let last = slots.last, last.group == state.group {
        slots[slots.count - 1].states = last.states.lowerBound..<number + 1
        slots[slots.count - 1].members.insert(number)
      } else {
        slots.append(
          LevelSlot(
            group: state.group, states: number..<number + 1,
            members: SmallSet(number..<number + 1), isOpen: isOpen,
            frequency: isOpen ? .common : state.frequency,
            label: isOpen ? state.level1 : state.level2 ?? state.level1))
      }
      if let topic = state.topic { slots[slots.count - 1].topics.insert(topic.rawValue) }
    }
    // By a hash: texts are compared by their canonical equivalence, which takes far longer.
    let hashes = slots.map { TextHash.hash($0.label.utf8Span.span) }
    for index in slots.indices {
      slots[index].groupsOfSameLabel = slots.indices
        .filter { $0 != index && !slots[$0].isOpen && hashes[$0] == hashes[index] }
        .map { groups[slots[$0].group].label }
    }
    return slots
  }
}
