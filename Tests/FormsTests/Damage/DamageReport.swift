import IR

/// Sums scores up by layout, format and kind of damage, and prints them.
struct DamageReport: Sendable {
  private(set) var total = DamageScore()
  private var groups: [String: DamageScore] = [:]
  private let title: String

  init(title: String) {
    self.title = title
  }

  /// Adds the score of one variant.
  mutating func add(_ score: DamageScore, of variant: DamageVariant) {
    total.add(score)
    groups["2 format \(variant.format.rawValue)", default: DamageScore()].add(score)
    let style = "\(variant.style.level1.rawValue)/\(variant.style.level2.rawValue)"
    groups["1 style \(style)", default: DamageScore()].add(score)
    for kind in variant.kinds {
      groups["4 with \(kind.rawValue)", default: DamageScore()].add(score)
      if variant.kinds.count == 1 {
        groups["3 only \(kind.rawValue)", default: DamageScore()].add(score)
      }
    }
  }

  /// The table, then the first failing rows: those without a diagnostic first.
  func text(failures limit: Int) -> String {
    var lines = ["", "== \(title)"]
    lines.append(
      Self.pad("", 30) + " variants    rows   exact    told  silent  warned(untouched)")
    lines.append(line("all", total))
    for (name, score) in groups.sorted(by: { $0.key < $1.key }) {
      lines.append(line(String(name.dropFirst(2)), score))
    }
    if !total.warnings.isEmpty {
      let counts = total.warnings.sorted { $0.value > $1.value }
      lines.append(
        "warnings: " + counts.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", "))
    }
    let silent = total.failures.filter(\.isSilent)
    let told = total.failures.filter { !$0.isSilent && !$0.hasLostLevel }
    for failure in (silent.prefix(limit) + told.prefix(limit)) { lines.append(describe(failure)) }
    return lines.joined(separator: "\n")
  }

  private func line(_ name: String, _ score: DamageScore) -> String {
    [
      Self.pad(name, 30), Self.padLeft(String(score.variants), 8),
      Self.padLeft(String(score.rows), 7), Self.padLeft(Self.percent(score.exactShare), 7),
      Self.padLeft(Self.percent(score.exactShareOfTold), 7),
      Self.padLeft(String(score.silentRows), 7), Self.padLeft(Self.percent(score.warnedShare), 7),
    ].joined(separator: " ")
  }

  private func describe(_ failure: DamageScore.Failure) -> String {
    """
    - \(failure.layout.rawValue) seed \(failure.seed) \(failure.format.rawValue)\
    \(failure.isSilent ? " SILENT" : ""): \(failure.log.joined(separator: "; "))
        expected \(failure.expected)
        read     \(failure.read)
    """
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded(.down))
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}
