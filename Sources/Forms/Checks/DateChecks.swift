internal import IR

/// A project starts before it ends, and runs in the year its form is for.
enum DateChecks {
  static func check(_ form: Form, _ findings: inout [CheckFinding]) {
    let start = form.date(.start)
    let end = form.date(.end)
    if let first = start?.date, let last = end?.date, isAfter(first, last) {
      findings.append(
        CheckFinding(
          .datesReversed, .field(.start), .text("start", start?.text ?? ""),
          .text("end", end?.text ?? "")))
      return
    }
    guard let year = form.year else { return }
    if let date = start, let first = date.date.flatMap(Self.year), first > year {
      report(date, .start, year, &findings)
    }
    if let date = end, let last = date.date.flatMap(Self.year), last < year {
      report(date, .end, year, &findings)
    }
  }

  private static func report(
    _ date: DateReading, _ key: FieldKey, _ year: Int, _ findings: inout [CheckFinding]
  ) {
    findings.append(
      CheckFinding(.yearMismatch, .field(key), .text("date", date.text), .number("year", year)))
  }

  /// Whether one ISO date is after another, as far as both are precise.
  private static func isAfter(_ first: String, _ last: String) -> Bool {
    let count = min(first.utf8.count, last.utf8.count)
    return first.prefix(count) > last.prefix(count)
  }

  private static func year(_ date: String) -> Int? { Int(date.prefix(4)) }
}

extension Form {
  /// The date of a field.
  fileprivate func date(_ key: FieldKey) -> DateReading? {
    if case .date(let date) = self[key] { date } else { nil }
  }
}
