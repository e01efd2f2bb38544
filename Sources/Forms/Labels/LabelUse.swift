/// What a layout uses a label for.
struct LabelUse: Sendable {
  /// The label.
  var label: Vocabulary.LabelID
  /// What rows are told by of it.
  var facts: LabelFacts
  /// What it stands for.
  var meaning: Meaning

  /// Adds the labels of a layout to a list, and gives what it uses them for.
  static func all(in layout: Layout, addingTo list: inout LabelList) -> [LabelUse] {
    var uses: [LabelUse] = []
    layout.forEachLabel { texts, meaning in
      // The first is the layout's own wording, the others are synonyms.
      var facts = LabelFacts(meaning).union(.ownWording)
      for text in texts {
        uses.append(LabelUse(label: list.add(text), facts: facts, meaning: meaning))
        facts.remove(.ownWording)
      }
    }
    return uses
  }

  /// What rows are told by of each label, by its uses in some layouts.
  static func facts(of layouts: [[LabelUse]], labelCount: Int) -> [LabelFacts] {
    var facts = [LabelFacts](repeating: [], count: labelCount)
    for uses in layouts {
      for use in uses { facts[Int(use.label)].formUnion(use.facts) }
    }
    return facts
  }
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
