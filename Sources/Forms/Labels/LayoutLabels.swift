/// The labels of one layout, sorted by what the texts of its forms are compared with them for.
struct LayoutLabels: Sendable {
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

  /// Sorts the labels of a vocabulary for the layout with a number.
  init(_ labels: [Vocabulary.Label], layout: Int) {
    var levels: [NearLabels.Entry] = []
    var columns: [NearLabels.Entry] = []
    var fields: [NearLabels.Entry] = []
    for (id, label) in labels.enumerated() where !label.meanings[layout].isEmpty {
      let entry = NearLabels.Entry(
        Vocabulary.LabelID(id), key: label.key, scalars: label.scalars)
      for meaning in label.meanings[layout] {
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
    roles = labels.map { RowLabels.role(for: $0.meanings[layout]) }
    levelMatches = labels.indices.map {
      LevelMatch(Vocabulary.LabelID($0), meanings: labels[$0].meanings[layout], labels[$0].text)
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
