/// What a layout uses a label for.
struct LabelUse: Sendable {
  /// The label.
  var label: Vocabulary.LabelID
  /// What it stands for.
  var meaning: Meaning
  /// Whether it is the wording the layout itself prints, not a synonym.
  var isOwnWording: Bool
}

extension Layout {
  /// Calls back with each list of a label and its synonyms, and what they stand for.
  func forEachLabel(_ body: ([String], Meaning) -> Void) {
    for field in fields { body(field.labels, .field(field.key)) }
    body(captions, .caption)
    body(totals, .total)
    if let components {
      body(components.name, .componentName)
      body(components.amount, .componentAmount)
    }
    if let fundingTable {
      for (row, spec) in fundingTable.allRows.enumerated() { body(spec.labels, .fundingRow(row)) }
      for column in fundingTable.columns { body(column.labels, .fundingColumn(column.key)) }
    }
    for column in columns + optionalColumns { body(column.labels, .column(column.key)) }
    taxonomy.forEachLabel(body)
  }
}

extension Taxonomy {
  fileprivate func forEachLabel(_ body: ([String], Meaning) -> Void) {
    var state = 0
    for (group, spec) in groups.enumerated() {
      body([spec.label] + spec.synonyms, .group(group))
      for level2 in spec.classes {
        body([level2.label] + level2.synonyms, .state(state))
        state += 1
      }
      if spec.isOpen { state += 1 }
    }
  }
}
