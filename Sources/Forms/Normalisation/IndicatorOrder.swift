internal import IR

/// The order of the indicators on the way back.
enum IndicatorOrder {
  /// The number in the original form of each indicator that has a place in the target.
  ///
  /// Without a recorded order they go back to the order of the source's levels, and fill the
  /// numbers that carried ones leave.
  static func restored(
    _ levels: [LevelTranslation.Printed], _ carried: Carried, _ translation: LevelTranslation
  ) -> [Int] {
    let taken = Set(carried.indicators.map(\.index))
    let free = (0..<levels.count + taken.count).lazy.filter { !taken.contains($0) }
    let places = levels.enumerated().map { number, level in
      (
        number: number,
        place: translation.placeInSource(originalLevels(number, level, carried, translation))
      )
    }
    var numbers = Array(repeating: 0, count: levels.count)
    // The sort is stable: indicators of one level keep their order.
    for (item, number) in zip(places.sorted { $0.place < $1.place }, free) {
      numbers[item.number] = number
    }
    return numbers
  }

  /// The levels an indicator had in the source: as they were printed where that still gives what
  /// it has now.
  static func originalLevels(
    _ number: Int, _ levels: LevelTranslation.Printed, _ carried: Carried,
    _ translation: LevelTranslation
  ) -> LevelTranslation.Printed {
    let pointer = "/indicators/\(number)/"
    let printed = LevelTranslation.Printed(
      level1: carried.printedText(at: pointer + "level1"),
      level2: carried.printedText(at: pointer + "level2"))
    if translation.translated(printed) == levels { return printed }
    return translation.restored(levels) ?? levels
  }
}

extension Carried {
  /// What a value was printed as.
  func printedText(at pointer: String) -> String? {
    printed.first { $0.pointer == pointer }?.text
  }
}
