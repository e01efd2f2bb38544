internal import IR

/// No indicator is printed twice, and none has its full score although it missed its target.
enum IndicatorChecks {
  static func check(_ form: Form, _ findings: inout [CheckFinding]) {
    checkDuplicates(form, &findings)
    guard form.kind == .selfEvaluation else { return }
    for number in form.indicators.indices {
      checkTarget(form.indicators[number], number, &findings)
    }
  }

  // MARK: Duplicates

  private struct Content: Hashable {
    var level1: String?
    var level2: String?
    var name: String
    var target: String?
  }

  private static func checkDuplicates(_ form: Form, _ findings: inout [CheckFinding]) {
    var seen: [Content: Int] = [:]
    for (number, indicator) in form.indicators.enumerated() {
      guard let name = indicator.name else { continue }
      let content = Content(
        level1: indicator.level1, level2: indicator.level2, name: name,
        target: indicator.target?.text)
      if let first = seen[content] {
        findings.append(
          CheckFinding(
            .indicatorRepeated, .indicator(number), .text("name", name),
            .number("number", first + 1)))
      } else {
        seen[content] = number
      }
    }
  }

  // MARK: Targets

  /// An actual value that misses the target costs points.
  private static func checkTarget(
    _ indicator: Indicator, _ number: Int, _ findings: inout [CheckFinding]
  ) {
    guard let target = indicator.target, let actual = indicator.actual,
      let weight = indicator.weight, let score = indicator.score?.decimal,
      let most = weight.decimal, score == most, score > .zero,
      isMissed(target, actual)
    else { return }
    findings.append(
      CheckFinding(
        .targetMissed, .indicator(number, .actual), .text("target", target.text),
        .text("actual", actual.text), .text("weight", weight.text)))
  }

  /// Whether an actual value is on the wrong side of its target; where a target says `=`, or
  /// nothing, more is no miss.
  private static func isMissed(_ target: Measure, _ actual: Measure) -> Bool {
    guard let wanted = target.decimal, let reached = actual.decimal,
      isComparable(target.unit, actual.unit), actual.relation == nil || actual.relation == "="
    else { return false }
    return switch target.relation {
    case "≤": wanted < reached
    case "<": wanted <= reached
    case ">": reached <= wanted
    case "≠": reached == wanted
    default: reached < wanted
    }
  }

  /// Whether numbers with these units can be compared; a share without its sign cannot be told
  /// from a fraction.
  private static func isComparable(_ target: String?, _ actual: String?) -> Bool {
    if target == actual { return true }
    guard target == nil || actual == nil else { return false }
    return (target ?? actual).map { !scales.contains($0.unicodeScalars.first) } ?? true
  }

  /// What a unit begins with that changes the number.
  private static let scales: Set<Unicode.Scalar?> = ["%", "‰", "万", "亿", "千", "百"]
}
