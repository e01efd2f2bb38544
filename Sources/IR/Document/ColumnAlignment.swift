/// How the texts of a column are aligned.
public enum ColumnAlignment: String, Sendable, Hashable, CaseIterable {
  /// The source does not say.
  case none
  case left, center, right
}

extension [ColumnAlignment] {
  /// The alignments up to the last column that has one.
  public var trimmed: [ColumnAlignment] {
    let last = lastIndex { $0 != .none }
    return last.map { Array(self[...$0]) } ?? []
  }
}
