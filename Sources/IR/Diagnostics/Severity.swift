/// How much a diagnostic matters.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing was changed.
  case note
  /// Damage undone where there is one sensible reading.
  case repair
  /// A choice between readings, a value that was inferred, or a sum that fails.
  case warning
  /// Something could not be read.
  case error

  /// Orders severities from the least to the most serious.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .repair: 1
    case .warning: 2
    case .error: 3
    }
  }
}
