/// The labels of one layout, sorted by what the texts of its forms are compared with them for.
///
/// A class for the same reason as ``Vocabulary``.
final class LayoutLabels: Sendable {
  /// What each label stands for.
  let meanings: LabelMeanings
  /// The states of the taxonomy.
  let states: [LevelState]
  /// The slots of the taxonomy.
  let slots: [LevelSlot]
  /// The level labels in full.
  let nearLevels: NearLabels
  /// The labels above the indicators.
  let nearFields: NearLabels
  private let list: LabelList
  private let openLevels: [Vocabulary.LabelID]
  private let columns: [Vocabulary.LabelID]
  private let preparedOpenLevels = Lazy<NearLabels>()
  private let preparedColumns = Lazy<NearLabels>()
  /// What the level labels say, and the place of each label among them; -1 where it is none.
  private let levels: [LevelMatch]
  private let levelPlaces: [Int16]
  /// What labels may be in a row above the indicators, by the set of their meanings.
  private let roles: [RowLabels.Role?]
  /// The first characters of the level-1 labels.
  private let groupHeads: [UInt32]

  /// Sorts the labels of a list by what a layout with a taxonomy uses them for, and by what they are told by in it.
  init(_ list: LabelList, _ meanings: LabelMeanings, _ facts: [LabelFacts], _ taxonomy: Taxonomy) {
    self.meanings = meanings
    roles = (0..<meanings.setCount).map { RowLabels.role(for: meanings.meanings(ofSet: $0)) }
    states = taxonomy.states
    slots = LevelSlot.all(of: states, in: taxonomy)
    let openStates = slots.filter(\.isOpen).reduce(into: SmallSet()) { $0.formUnion($1.members) }
    var levels: [LevelMatch] = []
    var levelPlaces = [Int16](repeating: -1, count: facts.count)
    var fullLevels: [Vocabulary.LabelID] = []
    var openLevels: [Vocabulary.LabelID] = []
    var fields: [Vocabulary.LabelID] = []
    var columns: [Vocabulary.LabelID] = []
    fields.reserveCapacity(facts.count)
    var groupHeads: [UInt32] = []
    for label in facts.indices {
      let id = Vocabulary.LabelID(label)
      if facts[label].contains(.aboveIndicators) { fields.append(id) }
      if facts[label].contains(.columnHeader) { columns.append(id) }
      guard facts[label].contains(.level),
        let level = LevelMatch(id, meanings: meanings[id], list.labels[label].text)
      else { continue }
      levelPlaces[label] = Int16(levels.count)
      levels.append(level)
      if level.states.contains(where: openStates.contains) { openLevels.append(id) }
      let isClosed = !level.groups.isEmpty || !level.states.allSatisfy(openStates.contains)
      if isClosed, level.certainty == .exact { fullLevels.append(id) }
      if !level.groups.isEmpty {
        let head = LabelKey.firstScalar(list.key(of: id).span)
        if !groupHeads.contains(head) { groupHeads.append(head) }
      }
    }
    nearLevels = NearLabels(fullLevels, of: list)
    nearFields = NearLabels(fields, of: list)
    self.list = list
    self.openLevels = openLevels
    self.columns = columns
    self.levels = levels
    self.levelPlaces = levelPlaces
    self.groupHeads = groupHeads
  }

  /// The level-2 labels that open groups are known to have; few forms have an open group.
  var nearOpenLevels: NearLabels {
    preparedOpenLevels.value { NearLabels(openLevels, of: list) }
  }

  /// The headers of the indicator table; few forms have one that is damaged.
  var nearColumns: NearLabels { preparedColumns.value { NearLabels(columns, of: list) } }

  /// What a label says as a level label.
  func level(_ label: Vocabulary.LabelID) -> LevelMatch? {
    let place = levelPlaces[Int(label)]
    return place < 0 ? nil : levels[Int(place)]
  }

  /// What a label may be in a row above the indicators.
  func role(of label: Vocabulary.LabelID) -> RowLabels.Role? { roles[meanings.set(of: label)] }

  /// Whether a text begins with the first character of a level-1 label; most begin with none.
  func mayBeginWithGroup(_ key: Span<UInt8>) -> Bool {
    key.count > 0 && groupHeads.contains(LabelKey.firstScalar(key))
  }

  /// The level label that a damaged text may be.
  func damagedLevel(_ key: Span<UInt8>) -> LevelMatch? {
    var found = nearLevels.near(key)
    var certainty = LevelMatch.Certainty.near
    if found.isEmpty {
      found = nearLevels.completions(of: key)
      certainty = .clipped
    }
    guard let first = found.first, var match = level(first) else { return nil }
    match.certainty = certainty
    for other in found.dropFirst() { match.add(level(other)) }
    return match
  }
}
