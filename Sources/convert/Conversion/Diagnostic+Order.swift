internal import IR

extension [Diagnostic] {
  /// Puts diagnostics in the order of the source; one about a form that has no place follows the
  /// others of the form, and those about the whole document come last.
  ///
  /// Readers and the recogniser each go through the source on their own. The order does not depend
  /// on how much of the source was looked at together.
  mutating func sortBySource() {
    var lastStarts: [Int: UInt32] = [:]
    for diagnostic in self {
      guard let form = diagnostic.formIndex, let start = diagnostic.source?.start else { continue }
      lastStarts[form] = Swift.max(lastStarts[form] ?? 0, start)
    }
    // The sort is stable: equal places keep their order.
    sort { $0.order(lastStarts) < $1.order(lastStarts) }
  }
}

extension Diagnostic {
  /// The form that the pointer leads into.
  fileprivate var formIndex: Int? {
    let start = "/forms/"
    guard let pointer, pointer.hasPrefix(start) else { return nil }
    return Int(pointer.dropFirst(start.count).prefix { $0 != "/" })
  }

  /// Where it comes.
  ///
  /// - Parameter lastStarts: Where the last place of each form begins.
  fileprivate func order(_ lastStarts: [Int: UInt32]) -> UInt32 {
    if let source { return source.start }
    guard let form = formIndex else { return .max }
    // A form without any place comes after the one before it.
    return lastStarts[form] ?? lastStarts.lazy.filter { $0.key < form }.map(\.value).max() ?? 0
  }
}
