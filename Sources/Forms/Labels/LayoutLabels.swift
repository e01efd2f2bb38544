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
  /// What each label says as a level label.
  let levelMatches: [LevelMatch?]
  /// What each label may be in a row above the indicators.
  let roles: [RowLabels.Role?]
  /// The first characters of the level-1 labels.
  private let groupHeads: [UInt32]

  /// Sorts the labels of a list by what a layout with a taxonomy uses them for.
  init(_ list: LabelList, _ uses: [LabelUse], _ taxonomy: Taxonomy) {
    meanings = LabelMeanings(uses, labelCount: list.labels.count)
    states = taxonomy.states
    slots = LevelSlot.all(of: states, in: taxonomy)
    let openStates = slots.filter(\.isOpen).reduce(into: SmallSet()) { $0.formUnion($1.members) }
    var levels: [Vocabulary.LabelID] = []
    var openLevels: [Vocabulary.LabelID] = []
    var columns: [Vocabulary.LabelID] = []
    var fields: [Vocabulary.LabelID] = []
    levels.reserveCapacity(uses.count)
    fields.reserveCapacity(uses.count)
    var groupHeads: [UInt32] = []
    var roles = [RowLabels.Role?](repeating: nil, count: list.labels.count)
    var levelMatches = [LevelMatch?](repeating: nil, count: list.labels.count)
    // Synonyms stand side by side, and share the part they play.
    var last: (meanings: ArraySlice<Meaning>, role: RowLabels.Role?) = ([], nil)
    for number in list.labels.indices {
      let id = Vocabulary.LabelID(number)
      // Most labels are those of other layouts.
      let meanings = self.meanings[id]
      guard !meanings.isEmpty else { continue }
      let text = list.labels[number].text
      for meaning in meanings {
        switch meaning {
        case .state(let state) where openStates.contains(state): openLevels.append(id)
        case .group, .state: if LevelMatch.isFull(text) { levels.append(id) }
        case .column: columns.append(id)
        case .total: break
        case .field, .caption, .componentName, .componentAmount, .fundingRow, .fundingColumn:
          fields.append(id)
        }
      }
      if last.meanings != meanings { last = (meanings, RowLabels.role(for: meanings)) }
      roles[number] = last.role
      levelMatches[number] = LevelMatch(id, meanings: meanings, text)
      if levelMatches[number]?.groups.isEmpty == false {
        let head = LabelKey.firstScalar(list.key(of: id).span)
        if !groupHeads.contains(head) { groupHeads.append(head) }
      }
    }
    nearLevels = NearLabels(levels, of: list)
    nearFields = NearLabels(fields, of: list)
    self.list = list
    self.openLevels = openLevels
    self.columns = columns
    self.roles = roles
    self.groupHeads = groupHeads
    self.levelMatches = levelMatches
  }

  /// The level-2 labels that open groups are known to have; few forms have an open group.
  var nearOpenLevels: NearLabels {
    preparedOpenLevels.value { NearLabels(openLevels, of: list) }
  }

  /// The headers of the indicator table; few forms have one that is damaged.
  var nearColumns: NearLabels { preparedColumns.value { NearLabels(columns, of: list) } }

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
    guard let first = found.first, var match = levelMatches[Int(first)] else { return nil }
    match.certainty = certainty
    for other in found.dropFirst() { match.add(levelMatches[Int(other)]) }
    return match
  }
}
