internal import IR

/// Says where the cause of a failed sum or rate probably is, when the numbers tell.
enum SumExplanation {
  /// One missing number: the total tells what it was.
  static func explainMissing(
    _ parts: [ScoredPart], _ total: ExactDecimal, _ sum: ExactDecimal,
    _ findings: inout [CheckFinding]
  ) {
    let missing = parts.filter { $0.value == nil }
    guard let rest = total.subtracting(sum) else { return }
    if missing.count == 1, let part = missing.first {
      guard rest >= .zero, part.limit.map({ rest <= $0 }) ?? true else { return }
      // Where all others are whole the missing one is too: it is another number that is wrong.
      guard rest.rounded(toDecimals: 0) == rest || parts.contains(where: \.hasDecimals) else {
        return
      }
      findings.append(
        CheckFinding(
          .numberImplied, part.path, .text("name", part.name), .text("value", "\(rest)"),
          .text("total", "\(total)")))
    } else if missing.isEmpty {
      explainOne(parts, rest, &findings)
    }
  }

  /// One number that would make the sum hold if it were its limit: a full score misread.
  private static func explainOne(
    _ parts: [ScoredPart], _ rest: ExactDecimal, _ findings: inout [CheckFinding]
  ) {
    let candidates = parts.filter { part in
      guard let value = part.value, let limit = part.limit, value != limit else { return false }
      return value.adding(rest) == limit
    }
    guard candidates.count == 1, let part = candidates.first, let limit = part.limit,
      let value = part.value
    else { return }
    findings.append(
      CheckFinding(
        .numberSuspect, part.path, .text("name", part.name), .text("value", "\(value)"),
        .text("other", "\(limit)")))
  }

  /// A difference no larger than rounding each part leaves.
  static func explainRounding(
    _ total: ExactDecimal, _ sum: ExactDecimal, _ count: Int, _ path: FormPath,
    _ findings: inout [CheckFinding]
  ) {
    guard let difference = total < sum ? sum.subtracting(total) : total.subtracting(sum),
      // Half a unit for each part and one for the total; the unit is that of the last digit.
      let units = difference.shifted(byDecimals: max(total.scale, sum.scale)),
      units <= ExactDecimal((count + 1) / 2)
    else { return }
    findings.append(CheckFinding(.roundingLikely, path, .text("difference", "\(difference)")))
  }

  /// A rate that is cut off after its digits, or rounded up, instead of being rounded.
  static func explainRate(
    _ printed: ExactDecimal, _ executed: ExactDecimal, _ budget: ExactDecimal, _ path: FormPath,
    _ findings: inout [CheckFinding]
  ) {
    guard let exact = executed.percentage(of: budget, decimals: printed.scale + 6),
      let difference = exact < printed ? printed.subtracting(exact) : exact.subtracting(printed),
      let units = difference.shifted(byDecimals: printed.scale), units < ExactDecimal(1)
    else { return }
    findings.append(
      CheckFinding(
        .rateRounded, path,
        .text("exact", "\(exact.rounded(toDecimals: printed.scale + 2) ?? exact)%")))
  }
}
