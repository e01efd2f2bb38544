extension Range<Int> {
  /// The first number of the range for which something holds, which then holds for all behind it; the
  /// end of the range where it holds for none.
  ///
  /// It is found by halves.
  @inlinable
  package func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
