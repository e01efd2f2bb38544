extension [Diagnostic] {
  /// Puts the diagnostics from an index on in the order of the source; those of one place keep
  /// theirs, and those about the whole document come last.
  package mutating func sortBySource(from first: Int = 0) {
    let starts = indices[first...].map { UInt64(self[$0].source?.start ?? .max) }
    guard zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) else { return }
    // Numbers are sorted, and not the diagnostics themselves, which are large.
    var order = starts.indices.map { starts[$0] << 32 | UInt64($0) }.sorted()
      .map { Int($0 & 0xFFFF_FFFF) }
    // Each cycle of places is gone round once.
    for start in order.indices {
      var place = start
      while order[place] != start {
        let next = order[place]
        swapAt(first + place, first + next)
        order[place] = place
        place = next
      }
      order[place] = place
    }
  }
}
