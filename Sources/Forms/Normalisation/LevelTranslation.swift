internal import IR

/// Translates the levels of one layout into those of another, and back.
struct LevelTranslation: Sendable {
  /// The levels of an indicator as they are printed.
  struct Printed: Hashable {
    var level1: String?
    var level2: String?
  }

  private let source: LevelIndex
  private let target: LevelIndex
  /// `nil` where both layouts have the same levels.
  private let rules: [LayoutMapping.LevelRule]?
  private var forward: [LevelIndex.Place: LayoutMapping.Levels] = [:]
  private var back: [LevelIndex.Place: LayoutMapping.Levels] = [:]

  /// Prepares the rules of a mapping.
  init(_ rules: [LayoutMapping.LevelRule]?, from source: Taxonomy, to target: Taxonomy) {
    self.source = LevelIndex(source)
    self.target = LevelIndex(target)
    self.rules = rules
    for rule in rules ?? [] {
      if let place = self.source.place(rule.source.level1, rule.source.level2) {
        forward[place] = rule.target
      }
      // Of two levels that become the same, the first is taken on the way back.
      if let place = self.target.place(rule.target.level1, rule.target.level2), back[place] == nil {
        back[place] = rule.source
      }
    }
  }

  /// The levels in the target; `nil` where they have no place there.
  func translated(_ printed: Printed) -> Printed? {
    guard rules != nil else {
      return source.place(printed.level1, printed.level2) == nil ? nil : printed
    }
    return source.place(printed.level1, printed.level2).flatMap { forward[$0] }
      .map { Printed(level1: $0.level1, level2: $0.level2) }
  }

  /// The levels in the source that levels of the target stand for; `nil` where there are none.
  func restored(_ printed: Printed) -> Printed? {
    guard rules != nil else { return printed }
    return target.place(printed.level1, printed.level2).flatMap { back[$0] }
      .map { Printed(level1: $0.level1, level2: $0.level2) }
  }

  /// Where levels stand in the printed order of the source; unknown ones come last.
  func placeInSource(_ printed: Printed) -> LevelIndex.Place {
    source.place(printed.level1, printed.level2) ?? Self.last
  }

  /// Where levels stand in the printed order of the target; unknown ones come last.
  func placeInTarget(_ printed: Printed) -> LevelIndex.Place {
    target.place(printed.level1, printed.level2) ?? Self.last
  }

  private static let last = LevelIndex.Place(group: .max, member: .max)
}

extension Indicator {
  /// The levels as printed.
  var levels: LevelTranslation.Printed {
    get { .init(level1: level1, level2: level2) }
    set {
      level1 = newValue.level1
      level2 = newValue.level2
    }
  }
}

extension EmptyLevel {
  /// The levels as printed.
  var levels: LevelTranslation.Printed { .init(level1: level1, level2: level2) }

  /// Creates an empty level from printed levels.
  init(_ levels: LevelTranslation.Printed) {
    self.init(level1: levels.level1, level2: levels.level2)
  }
}
