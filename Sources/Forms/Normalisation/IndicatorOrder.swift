internal import IR

/// The order of the indicators on the way back.
enum IndicatorOrder {
  /// The number in the original form of each indicator that has a place in the target.
  ///
  /// Without a recorded order they go back to the order of the source's levels, and fill the
  /// numbers that carried ones leave.
  ///
  /// - Parameter levels: The levels of the indicators as the source prints them.
  static func restored(
    _ levels: [LevelTranslation.Printed], _ carried: Carried, _ translation: LevelTranslation
  ) -> [Int] {
    let taken = Set(carried.indicators.map(\.index))
    let free = (0..<levels.count + taken.count).lazy.filter { !taken.contains($0) }
    let places = levels.enumerated().map { number, level in
      (number: number, place: translation.placeInSource(level))
    }
    var numbers = Array(repeating: 0, count: levels.count)
    // The sort is stable: indicators of one level keep their order.
    for (item, number) in zip(places.sorted { $0.place < $1.place }, free) {
      numbers[item.number] = number
    }
    return numbers
  }
}

extension Carried {
  /// What a value was printed as.
  func printedText(at pointer: String) -> String? {
    printed.first { $0.pointer == pointer }?.text
  }
}
