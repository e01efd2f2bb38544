/// Shows a number as a date or a time in a section of a number format.
struct DateFormatter {
  private static let secondsPerDay = 86_400
  /// The last day is 9999-12-31.
  private static let lastDay = 2_958_465
  /// Days between the two first days there may be.
  private static let daysTo1904 = 1_462
  /// A thousandth of a second.
  private static let nudge = 1e-3

  private let section: FormatSection
  private let startsIn1904: Bool

  /// Creates a formatter.
  init(_ section: FormatSection, startsIn1904: Bool) {
    self.section = section
    self.startsIn1904 = startsIn1904
  }

  /// What is shown; `nil` for what is no date.
  func text(of number: DecimalNumber) -> [UInt8]? {
    guard !number.isNegative || number.isZero, number.point <= 8 else { return nil }
    let decimalCount =
      section.tokens.lazy.compactMap { token -> Int? in
        if case .date(UInt8(ascii: "."), let count) = token { min(count, 3) } else { nil }
      }.first ?? 0
    let scale = [1, 10, 100, 1_000][decimalCount]
    let value = number.doubleValue
    // Seconds are rounded to what is shown; where none are, minutes are whole ones. The nudge is
    // for times that no double has exactly.
    let exact = value * Double(Self.secondsPerDay * scale)
    var ticks = Int(showsSeconds ? exact.rounded() : (exact + Self.nudge).rounded(.down))
    let ticksPerDay = Self.secondsPerDay * scale
    var day = ticks / ticksPerDay
    if startsIn1904 { day += Self.daysTo1904 }
    guard day <= Self.lastDay else { return nil }
    let elapsed = ticks / scale
    ticks %= ticksPerDay
    let moment = Moment(
      date: CalendarDay(serial: day), seconds: ticks / scale, fraction: ticks % scale,
      decimalCount: decimalCount, elapsed: elapsed,
      showsNoon: section.tokens.contains { if case .noon = $0 { true } else { false } })
    return section.tokens.reduce(into: []) { $0 += piece($1, moment) }
  }

  private var showsSeconds: Bool {
    section.tokens.contains {
      switch $0 {
      case .date(UInt8(ascii: "s"), _), .elapsed(UInt8(ascii: "s"), _): true
      default: false
      }
    }
  }

  private struct Moment {
    var date: CalendarDay
    /// Seconds since midnight.
    var seconds: Int
    /// Parts of a second, and how many digits they have.
    var fraction: Int
    var decimalCount: Int
    /// Seconds since the first day.
    var elapsed: Int
    var showsNoon: Bool

    var hour: Int { seconds / 3_600 }
  }

  private func piece(_ token: FormatSection.Token, _ moment: Moment) -> [UInt8] {
    switch token {
    case .literal(let text): text
    case .point: [UInt8(ascii: ".")]
    case .slash: [UInt8(ascii: "/")]
    case .date(let letter, let count): Array(field(letter, count, moment).utf8)
    case .elapsed(let letter, let count):
      Array(
        Self.padded(
          moment.elapsed
            / (letter == UInt8(ascii: "h") ? 3_600 : letter == UInt8(ascii: "m") ? 60 : 1), count
        ).utf8)
    case .noon(let isChinese, let isShort): Array(noon(moment, isChinese, isShort).utf8)
    case .digit, .percent, .exponent, .general, .text: []
    }
  }

  private func noon(_ moment: Moment, _ isChinese: Bool, _ isShort: Bool) -> String {
    let isMorning = moment.hour < 12
    if isChinese { return isMorning ? "上午" : "下午" }
    return (isMorning ? "A" : "P") + (isShort ? "" : "M")
  }

  private func field(_ letter: UInt8, _ count: Int, _ moment: Moment) -> String {
    let date = moment.date
    switch letter {
    case UInt8(ascii: "y"):
      let year = count <= 2 ? Self.padded(date.year % 100, 2) : Self.padded(date.year, 4)
      return spelled(year)
    case UInt8(ascii: "m"): return month(date.month, count)
    case UInt8(ascii: "d"): return day(date, count)
    case UInt8(ascii: "a"): return (count > 3 ? "星期" : "") + Self.chineseDays[date.weekday]
    case UInt8(ascii: "h"):
      let hour = moment.showsNoon ? (moment.hour + 11) % 12 + 1 : moment.hour
      return number(hour, count)
    case UInt8(ascii: "n"): return number(moment.seconds / 60 % 60, count)
    case UInt8(ascii: "s"): return number(moment.seconds % 60, count)
    case UInt8(ascii: "."):
      return count == 0 ? "." : "." + Self.padded(moment.fraction, moment.decimalCount)
    default: return ""
    }
  }

  private func month(_ month: Int, _ count: Int) -> String {
    if count <= 2 { return number(month, count) }
    if section.isChinese { return ChineseNumerals(.chinese).read(Self.digits(month)) + "月" }
    let name = Self.months[month - 1]
    return count == 3 ? String(name.prefix(3)) : count == 4 ? name : String(name.prefix(1))
  }

  private func day(_ date: CalendarDay, _ count: Int) -> String {
    if count <= 2 { return number(date.day, count) }
    if section.isChinese { return (count > 3 ? "星期" : "周") + Self.chineseDays[date.weekday] }
    let name = Self.days[date.weekday]
    return count == 3 ? String(name.prefix(3)) : name
  }

  /// A month, a day or a part of a time.
  private func number(_ value: Int, _ count: Int) -> String {
    guard section.numerals != .arabic else { return Self.padded(value, count) }
    return ChineseNumerals(section.numerals).read(Self.digits(value))
  }

  private func spelled(_ year: String) -> String {
    guard section.numerals != .arabic else { return year }
    return ChineseNumerals(section.numerals).spelled(year.utf8.map { Int($0) - 0x30 })
  }

  private static func digits(_ value: Int) -> [Int] { String(value).utf8.map { Int($0) - 0x30 } }

  private static func padded(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(count - text.utf8.count, 0)) + text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]
}

/// A day by its number: 1 is 1900-01-01.
struct CalendarDay {
  /// The year.
  let year: Int
  /// The month, from 1.
  let month: Int
  /// The day of the month; 0 for the day before the first.
  let day: Int
  /// The day of the week, 0 for Sunday.
  let weekday: Int

  /// The last day of February 1900 that never was, but that spreadsheets count.
  private static let leapDay1900 = 60

  /// Finds the date of a day.
  init(serial: Int) {
    // Excel counts on from a Sunday, wrongly until the day that never was.
    weekday = (serial + 6) % 7
    switch serial {
    case 0: (year, month, day) = (1900, 1, 0)
    case Self.leapDay1900: (year, month, day) = (1900, 2, 29)
    default:
      // Days since 1 March of the year 0; years that begin in March end with the leap day.
      let days = serial + (serial < Self.leapDay1900 ? 693_900 : 693_899)
      (year, month, day) = Self.date(days: days)
    }
  }

  /// The Gregorian date of a number of days since 0000-03-01.
  private static func date(days: Int) -> (Int, Int, Int) {
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
  }
}
