internal import IR

/// Start and end that one text gives, such as 2024年1月至2024年12月 or 2024年1月—12月.
struct Period {
  /// The first date, as printed.
  private(set) var start: DateReading
  /// What stands between the dates, and behind the last.
  private(set) var separator: String
  /// The last date, as printed; the year of the first where it has none of its own.
  private(set) var end: DateReading

  /// Reads a normalised text; `nil` when it is no period.
  init?(reading text: String) {
    // Nearly every value is one date.
    guard DateReading(reading: text.utf8Span.span).date == nil else { return nil }
    for separator in Self.separators {
      for place in text.ranges(of: separator) {
        let start = text[..<place.lowerBound].trimmed
        let (end, ending) = Self.withoutEnding(text[place.upperBound...].trimmed)
        guard let first = Self.start(start, before: end), let last = Self.end(end, after: first)
        else { continue }
        self.start = first
        self.separator = separator + ending
        self.end = last
        return
      }
    }
    return nil
  }

  /// Longer ones first; a hyphen may also stand inside a date.
  private static let separators = ["起至", "至", "到", "~", "～", "——", "—", "–", "－", "--", "-"]

  /// Whether a text is a length of time and no date: 1年, 36个月.
  static func isLength(_ text: String) -> Bool {
    let measure = Measure(reading: text.utf8Span.span)
    return measure.number.map { $0.utf8.count <= 3 } ?? false
      && ["年", "个月", "月", "天", "日"].contains(measure.unit)
  }

  /// A text without 止 at its end, and that.
  private static func withoutEnding(_ text: Substring) -> (Substring, String) {
    text.hasSuffix("止") ? (text.dropLast(), "止") : (text, "")
  }

  /// The first date; of 2024年1-12月 the month stands behind the last.
  private static func start(_ text: Substring, before end: Substring) -> DateReading? {
    let reading = DateReading(reading: text.utf8Span.span)
    // A year alone is one that a hyphen inside a date cut off, unless another year follows.
    if let date = reading.date {
      return date.utf8.count > 4 || DateReading(reading: end.utf8Span.span).date != nil
        ? reading : nil
    }
    guard end.hasSuffix("月"), let date = date(String(text) + "月") else { return nil }
    return DateReading(text: String(text), date: date)
  }

  /// The last date; one without a year is of the year of the first.
  private static func end(_ text: Substring, after start: DateReading) -> DateReading? {
    let reading = DateReading(reading: text.utf8Span.span)
    if reading.date != nil { return reading }
    guard let year = start.date?.prefix(4),
      text.first?.isASCII == true || ChineseNumerals.begins(text)
    else { return nil }
    let mark = text.hasSuffix("月") || text.hasSuffix("日") ? "年" : "-"
    guard let date = date(year + mark + text) else { return nil }
    return DateReading(text: String(text), date: date)
  }

  private static func date(_ text: String) -> String? {
    DateReading(reading: text.utf8Span.span).date
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
