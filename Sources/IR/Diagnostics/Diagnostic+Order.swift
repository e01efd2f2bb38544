extension [Diagnostic] {
  /// Puts the diagnostics from an index on in the order of the source; those of one place keep
  /// theirs, one about a form that has no place follows the others of the form, and those about
  /// the whole document come last.
  ///
  /// So the order does not depend on how much of the source is looked at together.
  package mutating func sortBySource(from first: Int = 0) {
    let starts = self.starts(from: first)
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

  /// Where each diagnostic from an index on comes.
  private func starts(from first: Int) -> [UInt64] {
    var starts = indices[first...].map { UInt64(self[$0].source?.start ?? .max) }
    guard starts.contains(UInt64(UInt32.max)) else { return starts }
    var lastStarts: [Int: UInt64] = [:]
    for (index, start) in starts.enumerated() where self[first + index].source != nil {
      guard let form = self[first + index].formIndex else { continue }
      lastStarts[form] = Swift.max(lastStarts[form] ?? 0, start)
    }
    for index in starts.indices where self[first + index].source == nil {
      guard let form = self[first + index].formIndex else { continue }
      // A form without any place comes after the one before it.
      starts[index] =
        lastStarts[form] ?? lastStarts.lazy.filter { $0.key < form }.map(\.value).max() ?? 0
    }
    return starts
  }
}

extension Diagnostic {
  private static let formsPath: [UInt8] = Array("/forms/".utf8)

  /// The number of the form that the pointer leads into.
  package var formIndex: Int? {
    guard let pointer else { return nil }
    let bytes = pointer.utf8Span.span
    let start = Self.formsPath.count
    guard bytes.count > start else { return nil }
    for index in 0..<start where bytes[index] != Self.formsPath[index] { return nil }
    var number = 0
    for index in start..<bytes.count {
      guard bytes[index].isDigit else { break }
      number = number &* 10 &+ Int(bytes[index] - 0x30)
    }
    return number
  }
}
