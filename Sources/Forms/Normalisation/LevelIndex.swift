/// Finds levels of a taxonomy by their labels or synonyms.
struct LevelIndex: Sendable {
  /// A level-2 label of a taxonomy.
  struct Place: Sendable, Hashable, Comparable {
    /// The number of the group.
    var group: Int
    /// The number of the class in it.
    var member: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.group, left.member) < (right.group, right.member)
    }
  }

  private var groups: [[UInt8]: Int] = [:]
  private var members: [[[UInt8]: Int]] = []

  /// Indexes a taxonomy.
  init(_ taxonomy: Taxonomy) {
    for (number, group) in taxonomy.groups.enumerated() {
      for label in [group.label] + group.synonyms { Self.add(label, number, to: &groups) }
      var found: [[UInt8]: Int] = [:]
      for (member, level2) in group.classes.enumerated() {
        for label in [level2.label] + level2.synonyms { Self.add(label, member, to: &found) }
      }
      members.append(found)
    }
  }

  /// The place of two printed labels; `nil` where the taxonomy has them not.
  func place(_ level1: String?, _ level2: String?) -> Place? {
    guard let level1, let level2, let group = groups[LabelKey.key(of: level1)],
      let member = members[group][LabelKey.key(of: level2)]
    else { return nil }
    return Place(group: group, member: member)
  }

  private static func add(_ label: String, _ number: Int, to index: inout [[UInt8]: Int]) {
    let key = LabelKey.key(of: label)
    if index[key] == nil { index[key] = number }
  }
}
