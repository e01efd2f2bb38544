package import IR

extension DateReading {
  /// Reads a normalised text as a date of the Gregorian calendar with its printed precision (model,
  /// Readings).
  ///
  /// Read are `2019-1-1`, `2019. 1. 1`, `2019/1/1`, `2019年1月1日`, `20190101`, the same without the day,
  /// the year alone, and each day with a time of day after it, which is not part of the reading; and
  /// `二〇一九年一月一日`.
  package init(reading text: Span<UInt8>) {
    self.init(text: String(copying: text))
    guard text.count <= DateScanner.longestText else { return }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    WidthFolding.append(text, to: &folded)
    date = DateScanner.date(folded.span)
    if date == nil, let year = folded.firstIndex(of: 0xE5), year > 3,
      let digits = ChineseNumerals.withDigits(String(copying: folded.span))
    {
      date = DateScanner.date(digits.utf8Span.span)
    }
  }
}

/// Finds the parts of a date.
enum DateScanner {
  static let longestText = 64

  /// The date, in ISO 8601, that a whole text with folded width says.
  static func date(_ text: Span<UInt8>) -> String? {
    guard let year = DecimalScanner.digits(text, from: 0, count: 4), year >= 1000 else {
      return nil
    }
    if text.count == 4 { return iso(year) }
    if let compact = compact(text, year: year) { return compact }
    if DecimalScanner.hasPrefix(text, at: 4, yearSign.span) { return chinese(text, year: year) }
    return separated(text, year: year)
  }

  /// `201901` and `20190101`.
  private static func compact(_ text: Span<UInt8>, year: Int) -> String? {
    guard let month = DecimalScanner.digits(text, from: 4, count: 2), isMonth(month) else {
      return nil
    }
    if text.count == 6 { return iso(year, month) }
    guard let day = DecimalScanner.digits(text, from: 6, count: 2),
      isDay(day, year: year, month: month), isTimeOrEnd(text, from: 8)
    else { return nil }
    return iso(year, month, day)
  }

  /// `2019年`, `2019年度`, `2019年1月` and `2019年1月1日`.
  private static func chinese(_ text: Span<UInt8>, year: Int) -> String? {
    let afterYear = DecimalScanner.skipSpaces(text, from: 4 + yearSign.count)
    let isWhole = DecimalScanner.hasPrefix(text, at: afterYear, wholeYear.span)
    if afterYear + (isWhole ? wholeYear.count : 0) == text.count { return iso(year) }
    guard let month = shortNumber(text, from: afterYear), isMonth(month.value),
      DecimalScanner.hasPrefix(text, at: month.end, monthSign.span)
    else { return nil }
    let afterMonth = DecimalScanner.skipSpaces(text, from: month.end + monthSign.count)
    if afterMonth == text.count { return iso(year, month.value) }
    guard let day = shortNumber(text, from: afterMonth),
      isDay(day.value, year: year, month: month.value)
    else { return nil }
    for sign in daySigns where DecimalScanner.hasPrefix(text, at: day.end, sign.span) {
      guard isTimeOrEnd(text, from: day.end + sign.count) else { return nil }
      return iso(year, month.value, day.value)
    }
    return nil
  }

  /// `2019-1`, `2019-1-1`, and the same with points or slashes, spaces beside them.
  private static func separated(_ text: Span<UInt8>, year: Int) -> String? {
    let first = DecimalScanner.skipSpaces(text, from: 4)
    guard first < text.count, separators.contains(text[first]),
      let month = shortNumber(text, from: DecimalScanner.skipSpaces(text, from: first + 1)),
      isMonth(month.value)
    else { return nil }
    let second = DecimalScanner.skipSpaces(text, from: month.end)
    if second == text.count { return iso(year, month.value) }
    guard text[second] == text[first],
      let day = shortNumber(text, from: DecimalScanner.skipSpaces(text, from: second + 1)),
      isDay(day.value, year: year, month: month.value), isTimeOrEnd(text, from: day.end)
    else { return nil }
    return iso(year, month.value, day.value)
  }

  /// One or two digits, and the index after them and the spaces that follow.
  private static func shortNumber(
    _ text: Span<UInt8>, from start: Int
  ) -> (value: Int, end: Int)? {
    if let value = DecimalScanner.digits(text, from: start, count: 2) {
      return (value, start + 2)
    }
    guard let value = DecimalScanner.digits(text, from: start, count: 1) else { return nil }
    return (value, start + 1)
  }

  /// Whether nothing follows, or a time of day: `00:00`, `00:00:00`, `00:00:00.0`.
  private static func isTimeOrEnd(_ text: Span<UInt8>, from start: Int) -> Bool {
    if start == text.count { return true }
    let hourStart: Int
    if text[start] == UInt8(ascii: "T") {
      hourStart = start + 1
    } else {
      hourStart = DecimalScanner.skipSpaces(text, from: start)
    }
    guard hourStart > start || text[start - 1] >= 0x80,
      let hour = shortNumber(text, from: hourStart), hour.value < 24,
      var end = minutes(text, from: hour.end)
    else { return false }
    if end == text.count { return true }
    guard let afterSeconds = minutes(text, from: end) else { return false }
    end = afterSeconds
    if end < text.count, text[end] == UInt8(ascii: ".") {
      end += 1
      while end < text.count, text[end].isDigit { end += 1 }
    }
    return end == text.count
  }

  /// The index after a colon and two digits below 60.
  private static func minutes(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: ":"),
      let value = DecimalScanner.digits(text, from: start + 1, count: 2), value < 60
    else { return nil }
    return start + 3
  }

  private static func isMonth(_ month: Int) -> Bool { (1...12).contains(month) }

  private static func isDay(_ day: Int, year: Int, month: Int) -> Bool {
    (1...GregorianCalendar.lastDay(ofMonth: month, year: year)).contains(day)
  }

  private static func iso(_ year: Int, _ parts: Int...) -> String {
    parts.reduce(into: String(year)) { date, part in date += part < 10 ? "-0\(part)" : "-\(part)" }
  }

  private static let separators: [UInt8] = [
    UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
  ]
  private static let yearSign = Array("年".utf8)
  private static let wholeYear = Array("度".utf8)
  private static let monthSign = Array("月".utf8)
  private static let daySigns: [[UInt8]] = ["日", "号"].map { Array($0.utf8) }
}
