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

  private static func checkDuplicates(_ form: Form, _ findings: inout [CheckFinding]) {
    for (number, first) in duplicates(in: form) {
      findings.append(
        CheckFinding(
          .indicatorRepeated, .indicator(number), .text("name", form.indicators[number].name ?? ""),
          .number("number", first + 1)))
    }
  }

  /// The numbers of indicators that are printed before, each with that of the first one.
  private static func duplicates(in form: Form) -> [(number: Int, first: Int)] {
    // Indicators are told apart by a hash of their texts: whole texts would be compared by their
    // canonical equivalence, which takes longer than all other checks.
    let hashes = form.indicators.map { contentHash(of: $0) }
    var indicators = form.indicators.indices.filter { form.indicators[$0].name != nil }
    indicators.sort { (hashes[$0], $0) < (hashes[$1], $1) }
    var duplicates: [(number: Int, first: Int)] = []
    guard var first = indicators.first else { return [] }
    for number in indicators {
      if hashes[number] != hashes[first] { first = number }
      if number != first, isSame(form.indicators[first], form.indicators[number]) {
        duplicates.append((number, first))
      }
    }
    return duplicates.sorted { $0.number < $1.number }
  }

  private static func contentHash(of indicator: borrowing Indicator) -> UInt64 {
    var hash = TextHash()
    hash.add(indicator.level1)
    hash.add(indicator.level2)
    hash.add(indicator.name)
    hash.add(indicator.overallTarget?.text)
    hash.add(indicator.target?.text)
    return hash.value
  }

  private static func isSame(
    _ one: borrowing Indicator, _ other: borrowing Indicator
  ) -> Bool {
    one.name == other.name && one.level1 == other.level1 && one.level2 == other.level2
      && one.overallTarget?.text == other.overallTarget?.text
      && one.target?.text == other.target?.text
  }

  // MARK: Targets

  /// An actual value that misses the target costs points.
  private static func checkTarget(
    _ indicator: borrowing Indicator, _ number: Int, _ findings: inout [CheckFinding]
  ) {
    guard let score = indicator.decimal(.score), let most = indicator.decimal(.weight),
      score == most, score > .zero, let target = indicator.target,
      let actual = indicator.actual, isMissed(target, actual),
      target.relation != nil || !isCost(indicator)
    else { return }
    findings.append(
      CheckFinding(
        .targetMissed, .indicator(number, .actual), .text("target", target.text),
        .text("actual", actual.text), .text("weight", indicator.weight?.text ?? "")))
  }

  /// Whether an indicator is about costs, where less than a target without a relation is no miss.
  private static func isCost(_ indicator: borrowing Indicator) -> Bool {
    [indicator.level1, indicator.level2].contains { $0?.contains("成本") ?? false }
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
