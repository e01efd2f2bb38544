internal import IR

/// Decides which layout a form is printed in, by the labels it has.
///
/// Every label speaks for the layouts that know it and against those that do not; a layout's own
/// wording counts a little more than a synonym. The title tells declarations from self-evaluations,
/// unless a layout names it as its own.
struct LayoutDetector {
  /// A decision.
  struct Decision {
    /// The number of the layout.
    var layout: Int
    /// Another layout for which as much speaks.
    var rival: Int?
  }

  private static let unitsPerLabel = 4
  private static let titleUnits = 12

  /// What a title says of the kind of form; 申报 and 自评 say it in so many words.
  private struct Title {
    let key: ArraySlice<UInt8>
    let isEvaluation: Bool
    let units: Int

    init(_ key: ArraySlice<UInt8>) {
      self.key = key
      isEvaluation = TitleRule.isEvaluation(key)
      let isPlain = TitleRule.isSelfEvaluation(key) || TitleRule.isDeclaration(key)
      units = isPlain ? 2 * titleUnits : titleUnits
    }
  }

  /// No form has its fields further down.
  private static let headRows = 24

  /// The layout of the rows of a form; `nil` when they are no form.
  static func detect(
    _ grid: Grid, rows: Range<Int>, title: ArraySlice<UInt8>?, vocabulary: Vocabulary
  ) -> Decision? {
    var seen = [Bool](repeating: false, count: vocabulary.labels.count)
    for row in rows {
      for token in grid.tokens(ofRow: row) where token.label >= 0 { seen[Int(token.label)] = true }
    }
    // Where labels stand in the cells of their values, they do so at the head of the form.
    for token in grid.tokens(ofRows: rows.prefix(headRows)) {
      let label = grid.head(of: token, vocabulary)
      if label >= 0 { seen[Int(label)] = true }
    }
    let printed = seen.indices.filter { seen[$0] }
    guard printed.count >= (title == nil ? 5 : 3) else { return nil }
    let labels = withoutOtherLevels(printed, vocabulary)

    let title = title.map { Title($0) }
    let scores = vocabulary.layouts.indices.map { number in
      score(number, labels: labels, title: title, vocabulary: vocabulary)
    }
    guard let best = scores.max(), let first = scores.firstIndex(of: best), best > 0 else {
      return nil
    }
    // What a form prints in an older layout's own wording tells more than that of a newer one.
    let layout =
      scores.indices.last {
        scores[$0] == best && prints(labels, $0, unlike: first, vocabulary)
      } ?? first
    // A layout whose own wordings the form lacks, and that reads it alike, is no rival; nor is one of
    // self-evaluations where nothing says what was reached.
    let rival = scores.indices.first {
      $0 != layout && scores[$0] == best && saysWhatWasReached(labels, $0, vocabulary)
        && !(reads(labels, $0, as: layout, vocabulary)
          && prints(vocabulary.labels.indices, $0, unlike: layout, vocabulary))
    }
    return Decision(layout: layout, rival: rival)
  }

  /// The labels but those of level 2 that no layout with a label of level 1 here knows: classifications of
  /// departments as a whole have such words too (财务管理, 长效管理).
  private static func withoutOtherLevels(_ labels: [Int], _ vocabulary: Vocabulary) -> [Int] {
    let levels = labels.filter {
      vocabulary.facts(ofAnyLayout: Vocabulary.LabelID($0)).contains(.level)
    }
    let others = vocabulary.facts.indices.filter { layout in
      !levels.contains { vocabulary.facts[layout][$0].contains(.group) }
    }
    guard !others.isEmpty else { return labels }
    let strangers = levels.filter { label in
      !vocabulary.facts.indices.contains { layout in
        vocabulary.facts[layout][label].contains(others.contains(layout) ? .otherThanLevel : .known)
      }
    }
    return strangers.isEmpty ? labels : labels.filter { !strangers.contains($0) }
  }

  /// Whether some of the labels are a layout's own wording and not that of another.
  private static func prints(
    _ labels: some Sequence<Int>, _ layout: Int, unlike other: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    labels.contains {
      vocabulary.isOwnWording($0, of: layout) && !vocabulary.isOwnWording($0, of: other)
    }
  }

  /// Whether a layout is none of self-evaluations, or some of the labels say in it what was reached.
  private static func saysWhatWasReached(
    _ labels: [Int], _ layout: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    vocabulary.layouts[layout].kind != .selfEvaluation
      || labels.contains { vocabulary.facts[layout][$0].contains(.reached) }
  }

  /// Whether all labels mean the same in two layouts, so that a form reads alike in both.
  private static func reads(
    _ labels: [Int], _ layout: Int, as other: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    labels.allSatisfy { label in
      let id = Vocabulary.LabelID(label)
      return Set(vocabulary.meanings(id, in: layout)) == Set(vocabulary.meanings(id, in: other))
    }
  }

  private static func score(
    _ number: Int, labels: [Int], title: Title?, vocabulary: Vocabulary
  ) -> Int {
    var score = 0
    for label in labels {
      let isKnown = vocabulary.facts[number][label].contains(.known)
      score += isKnown ? unitsPerLabel : -unitsPerLabel
      if isKnown, vocabulary.isOwnWording(label, of: number) { score += 1 }
    }
    if let title {
      let isEvaluation = vocabulary.layouts[number].kind == .selfEvaluation
      let fits =
        isEvaluation == title.isEvaluation || vocabulary.isTitle(title.key, of: number)
      score += fits ? title.units : -title.units
    }
    return score
  }
}
