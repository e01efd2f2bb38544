internal import IR

extension NumericText {
  /// The longest text that is taken for a date: `9999年12月31日` in UTF-8.
  private static let longestDate = 17

  /// The date a text is; `nil` where it is none that a format shows as it is printed.
  ///
  /// Taken are year, month and perhaps day with `-`, `/` or `.` between them, or with 年, 月 and 日
  /// after them. A month alone is its first day, shown without the day.
  init?(date text: Span<UInt8>) {
    guard text.count <= Self.longestDate else { return nil }
    var bytes: [UInt8] = []
    bytes.append(copying: text)
    guard let date = PrintedDate(bytes), let serial = date.serial else { return nil }
    value = Array(String(serial).utf8)
    format = date.format
  }
}

/// A date and the way it is printed.
private struct PrintedDate {
  private enum Style: CaseIterable {
    case hyphens, slashes, points, chinese

    /// What follows the year, the month and the day.
    var separators: [String] {
      switch self {
      case .hyphens: ["-", "-", ""]
      case .slashes: ["/", "/", ""]
      case .points: [".", ".", ""]
      case .chinese: ["年", "月", "日"]
      }
    }
  }

  private var style: Style
  /// Year, month and perhaps day, with their numbers of digits.
  private var fields: [(value: Int, digitCount: Int)] = []

  init?(_ text: [UInt8]) {
    for style in Style.allCases {
      self.style = style
      if let fields = Self.fields(of: text, separators: style.separators) {
        self.fields = fields
        guard isShownByOneFormat else { return nil }
        return
      }
    }
    return nil
  }

  private static func fields(
    of text: [UInt8], separators: [String]
  ) -> [(value: Int, digitCount: Int)]? {
    var fields: [(value: Int, digitCount: Int)] = []
    var rest = text[...]
    for separator in separators {
      let digits = rest.prefix { $0.isDigit }
      let isYear = fields.isEmpty
      guard isYear ? digits.count == 4 : digits.count == 1 || digits.count == 2 else { return nil }
      fields.append((digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count))
      rest = rest.dropFirst(digits.count)
      if rest.isEmpty {
        // A whole date, or a month alone; in Chinese 日 or 月 would follow.
        return !isYear && separators[2].isEmpty ? fields : nil
      }
      guard rest.starts(with: separator.utf8) else { return nil }
      rest = rest.dropFirst(separator.utf8.count)
      if rest.isEmpty, !separators[2].isEmpty, fields.count == 2 { return fields }
    }
    return rest.isEmpty ? fields : nil
  }

  private var month: Int { fields[1].value }
  private var day: Int { fields.count > 2 ? fields[2].value : 1 }

  /// Whether months and days are printed as some format shows them: `2024-012` is not.
  private var isShownByOneFormat: Bool {
    fields.dropFirst().allSatisfy { $0.digitCount == 2 || $0.value < 10 }
  }

  /// A field with a leading zero, or a month or day above 9 beside one, needs two letters.
  private func letters(_ letter: String, of field: Int) -> String {
    let isPadded = fields[field].digitCount == 2 && fields[field].value < 10
    let isShort = fields.dropFirst().contains { $0.digitCount == 1 }
    return isPadded || fields[field].digitCount == 2 && !isShort ? letter + letter : letter
  }

  /// The number format; separators that depend on a program's language are quoted.
  var format: String {
    let quoted = style.separators.map { $0.isEmpty || $0 == "-" ? $0 : "\"\($0)\"" }
    var format = "yyyy\(quoted[0])\(letters("m", of: 1))"
    if fields.count > 2 { return format + "\(quoted[1])\(letters("d", of: 2))\(quoted[2])" }
    if style == .chinese { format += quoted[1] }
    return format
  }

  /// The day counted as spreadsheets do: 1 is 1900-01-01, and there is a day 60 that never was.
  ///
  /// There is none before March 1900, where programs disagree about that day.
  var serial: Int? {
    let year = fields[0].value
    guard year >= 1900, (1...12).contains(month), (1...monthLength).contains(day) else {
      return nil
    }
    let serial = Self.dayNumber(year, month, day) - Self.dayNumber(1899, 12, 30)
    return serial > 60 ? serial : nil
  }

  private var monthLength: Int {
    let year = fields[0].value
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from a fixed day on, by the Gregorian calendar with years that begin in March.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (marchMonth * 306 + 5) / 10 + day - 1
  }
}
