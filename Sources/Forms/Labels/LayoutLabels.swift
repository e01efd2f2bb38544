/// The labels of one layout, sorted by what the texts of its forms are compared with them for.
///
/// A class for the same reason as ``Vocabulary``.
final class LayoutLabels: Sendable {
  /// The level labels in full.
  let nearLevels: NearLabels
  /// The labels above the indicators.
  let nearFields: NearLabels
  /// The headers of the indicator table.
  let nearColumns: NearLabels
  /// What each label says as a level label.
  let levelMatches: [LevelMatch?]
  /// What each label may be in a row above the indicators.
  let roles: [RowLabels.Role?]

  /// Sorts the labels of a vocabulary by what they stand for in a layout.
  init(_ labels: [LabelList.Label], _ meanings: LabelMeanings) {
    var levels: [NearLabels.Entry] = []
    var columns: [NearLabels.Entry] = []
    var fields: [NearLabels.Entry] = []
    let ids = labels.indices.map { Vocabulary.LabelID($0) }
    for (id, label) in zip(ids, labels) where !meanings[id].isEmpty {
      let entry = NearLabels.Entry(id, key: label.key, scalars: label.scalars)
      for meaning in meanings[id] {
        switch meaning {
        case .group, .state:
          if LevelMatch.isFull(label.text) { levels.append(entry) }
        case .column: columns.append(entry)
        case .total: break
        case .field, .caption, .componentName, .componentAmount, .fundingRow, .fundingColumn:
          fields.append(entry)
        }
      }
    }
    nearLevels = NearLabels(levels)
    nearColumns = NearLabels(columns)
    nearFields = NearLabels(fields)
    roles = ids.map { RowLabels.role(for: meanings[$0]) }
    levelMatches = zip(ids, labels).map { id, label in
      LevelMatch(id, meanings: meanings[id], label.text)
    }
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
