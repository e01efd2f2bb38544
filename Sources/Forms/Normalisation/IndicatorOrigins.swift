internal import IR

/// What the indicators of a form said in the original: their levels and targets as printed there.
///
/// What was printed is known by the number an indicator had in the new form. Whoever edits that
/// form adds, removes and moves indicators, so a number alone proves nothing: a printed text goes
/// to the indicator with that number only if it still gives what the indicator says now, else to
/// another of which that is true, else nowhere.
struct IndicatorOrigins {
  private let indicators: [Indicator]
  private let mapping: PreparedMapping
  private var levels: [Int: LevelTranslation.Printed] = [:]
  private var names: [Int: String] = [:]
  private var targets: [Int: Measure] = [:]
  private let byName: [String: [Int]]
  private let byText: [String: [Int]]

  /// The indicators of a form as they were printed in the original, in the order of the form.
  static func indicators(
    of form: Form, _ carried: Carried, _ mapping: PreparedMapping
  ) -> [Indicator] {
    let origins = IndicatorOrigins(form, carried, mapping)
    var indicators = form.indicators
    for number in indicators.indices {
      let levels = indicators[number].levels
      indicators[number].levels = mapping.levels.restored(levels) ?? levels
    }
    origins.restoreLevels(&indicators)
    origins.restoreTargets(&indicators)
    return indicators
  }

  private init(_ form: Form, _ carried: Carried, _ mapping: PreparedMapping) {
    indicators = form.indicators
    self.mapping = mapping
    byName = Self.places(of: form.indicators) { $0.name }
    byText = Self.places(of: form.indicators) { $0.target?.text }
    for value in carried.printed {
      let parts = value.pointer.split(separator: "/")
      guard parts.count == 3, parts[0] == "indicators", let number = Int(parts[1]) else { continue }
      switch parts[2] {
      case "level1": levels[number, default: .init()].level1 = value.text
      case "level2": levels[number, default: .init()].level2 = value.text
      case "name": names[number] = value.text
      case "target": targets[number] = Measure(reading: value.text.utf8Span.span)
      default: break
      }
    }
  }

  /// More indicators of one text are not told apart by it, and would take quadratic time.
  private static let mostAlike = 1_000

  /// The places of indicators by a text of theirs.
  private static func places(
    of indicators: [Indicator], by text: (Indicator) -> String?
  ) -> [String: [Int]] {
    Dictionary(grouping: indicators.indices) { text(indicators[$0]) ?? "" }
      .filter { $0.value.count <= mostAlike }
  }

  private func restoreLevels(_ restored: inout [Indicator]) {
    let settled = settled(levels.keys) { number, place in
      levels[number].flatMap(mapping.levels.translated) == indicators[place].levels
    }
    for (number, place) in settled { restored[place].levels = levels[number] ?? .init() }
  }

  private func restoreTargets(_ restored: inout [Indicator]) {
    let styled = targets.mapValues { ValueStyles.reversible($0, mapping.rules.targets).text }
    let settled = settled(targets.keys) { number, place in
      styled[number] == indicators[place].target?.text
    } among: { number in
      names[number] == nil ? byText[styled[number] ?? ""] ?? [] : []
    }
    for (number, place) in settled { restored[place].target = targets[number] }
  }

  /// Finds the indicators printed texts belong to.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the indicators the texts were printed for.
  ///   - fits: Whether the text of a number gives what an indicator says now.
  ///   - candidates: Where else the text of a number may belong.
  private func settled(
    _ numbers: some Sequence<Int>, where fits: (Int, Int) -> Bool,
    among candidates: (Int) -> [Int] = { _ in [] }
  ) -> [(number: Int, place: Int)] {
    var places = Places(numbers: numbers, count: indicators.count)
    // An indicator is known by its name, where that was recorded; one that was renamed, by its
    // place.
    places.settle { number, place in
      fits(number, place) && (names[number].map { $0 == indicators[place].name } ?? true)
    }
    places.settle(among: { names[$0].flatMap { byName[$0] } ?? [] }, where: fits)
    places.settle(where: fits)
    places.settle(among: candidates, where: fits)
    return places.settled
  }
}

/// Which indicator each printed text belongs to.
private struct Places {
  /// The printed texts without an indicator, by their numbers.
  private var open: [Int]
  private var isTaken: [Bool]
  /// The printed texts with the places of their indicators.
  private(set) var settled: [(number: Int, place: Int)] = []

  init(numbers: some Sequence<Int>, count: Int) {
    open = numbers.sorted()
    isTaken = Array(repeating: false, count: count)
  }

  /// Settles those whose own places will do.
  mutating func settle(where isRight: (Int, Int) -> Bool) {
    settle(among: { [$0] }, where: isRight)
  }

  /// Settles those that have a free place among some, taken in order.
  mutating func settle(among candidates: (Int) -> [Int], where isRight: (Int, Int) -> Bool) {
    var rest: [Int] = []
    for number in open {
      let place = candidates(number).first {
        isTaken.indices.contains($0) && !isTaken[$0] && isRight(number, $0)
      }
      if let place {
        isTaken[place] = true
        settled.append((number, place))
      } else {
        rest.append(number)
      }
    }
    open = rest
  }
}
