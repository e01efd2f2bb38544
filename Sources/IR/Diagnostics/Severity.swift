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

extension Severity {
  /// What the severity is called for a person.
  public var title: LocalizedText {
    switch self {
    case .note: LocalizedText(en: "note", zh: "说明")
    case .repair: LocalizedText(en: "repair", zh: "修复")
    case .warning: LocalizedText(en: "warning", zh: "警告")
    case .error: LocalizedText(en: "error", zh: "错误")
    }
  }
}
