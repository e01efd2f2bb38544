internal import IR

/// One of the parts of a number format that semicolons divide (ECMA-376-1, 18.8.31).
struct FormatSection {
  /// A piece of a section.
  enum Token: Hashable {
    /// Text that is shown as it is.
    case literal([UInt8])
    /// A place of a digit: `0`, `#` or `?`.
    case digit(UInt8)
    /// The decimal point.
    case point
    /// The percent sign.
    case percent
    /// The exponent; with a plus sign where it is not negative.
    case exponent(showsPlus: Bool)
    /// The bar of a fraction.
    case slash
    /// The number as it is without a format.
    case general
    /// The text of the cell.
    case text
    /// A part of a date or a time, by its letter in lower case and the number of letters.
    case date(UInt8, Int)
    /// Hours, minutes or seconds that go on beyond a day, an hour or a minute.
    case elapsed(UInt8, Int)
    /// Before or after noon: whether in Chinese, and whether as one letter.
    case noon(isChinese: Bool, isShort: Bool)
  }

  /// What the section is for, where it says so: `[>=100]`.
  struct Condition {
    var sign: String
    var limit: Double

    func holds(for value: Double) -> Bool {
      switch sign {
      case "<": value < limit
      case "<=": value <= limit
      case ">": value > limit
      case ">=": value >= limit
      case "<>": value != limit
      default: value == limit
      }
    }
  }

  /// How digits are written: `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁.
  enum Numerals {
    case arabic, chinese, formal
  }

  /// The pieces in order.
  var tokens: [Token] = []
  /// What it is for.
  var condition: Condition?
  /// How digits are written.
  var numerals = Numerals.arabic
  /// Whether names of months and days are Chinese.
  var isChinese = false
  /// Whether digits are grouped by thousands.
  var isGrouped = false
  /// By how many thousands the number is divided.
  var thousands = 0

  /// Whether it shows dates or times.
  var isDate: Bool {
    tokens.contains {
      switch $0 {
      case .date, .elapsed, .noon: true
      default: false
      }
    }
  }

  /// Whether it shows a number.
  var isNumber: Bool {
    tokens.contains {
      switch $0 {
      case .digit, .general: true
      default: false
      }
    }
  }

  /// Reads a section.
  init(_ code: ArraySlice<UInt8>) {
    var parser = FormatParser(code: Array(code))
    parser.parse(into: &self)
  }
}

/// Reads one section of a number format.
private struct FormatParser {
  let code: [UInt8]
  var index = 0

  mutating func parse(into section: inout FormatSection) {
    while index < code.count { step(&section) }
    resolveMinutes(&section)
  }

  private mutating func step(_ section: inout FormatSection) {
    let byte = code[index]
    switch byte {
    case UInt8(ascii: "\""): quoted(&section)
    case UInt8(ascii: "\\"), UInt8(ascii: "!"):
      index += 1
      literal(&section)
    case UInt8(ascii: "_"):
      // A blank as wide as the next character.
      index += 1
      skipCharacter()
      section.append([0x20])
    case UInt8(ascii: "*"):
      // The next character fills the cell; how often is a matter of its width.
      index += 1
      skipCharacter()
    case UInt8(ascii: "["): bracket(&section)
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): take(.digit(byte), &section)
    case UInt8(ascii: "."): point(&section)
    case UInt8(ascii: ","): comma(&section)
    case UInt8(ascii: "%"): take(.percent, &section)
    case UInt8(ascii: "@"): take(.text, &section)
    case UInt8(ascii: "/"): slash(&section)
    default: letter(byte, &section)
    }
  }

  private mutating func take(_ token: FormatSection.Token, _ section: inout FormatSection) {
    section.tokens.append(token)
    index += 1
  }

  private mutating func quoted(_ section: inout FormatSection) {
    let start = index + 1
    let end = code[start...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
    section.append(Array(code[start..<end]))
    index = end + 1
  }

  private mutating func literal(_ section: inout FormatSection) {
    let start = index
    skipCharacter()
    section.append(Array(code[start..<index]))
  }

  private mutating func skipCharacter() {
    guard index < code.count else { return }
    index += 1
    while index < code.count, code[index].isContinuation { index += 1 }
  }

  private mutating func point(_ section: inout FormatSection) {
    take(.point, &section)
    guard case .date(UInt8(ascii: "s"), _)? = section.tokens.dropLast().last else { return }
    // Parts of a second: they stay with the point.
    var count = 0
    while index < code.count, code[index] == UInt8(ascii: "0") {
      count += 1
      index += 1
    }
    section.tokens.removeLast()
    section.tokens.append(.date(UInt8(ascii: "."), count))
  }

  /// Between digits it groups them; after them it divides by a thousand.
  private mutating func comma(_ section: inout FormatSection) {
    index += 1
    guard case .digit? = section.tokens.last else { return section.append([UInt8(ascii: ",")]) }
    var next = index
    while next < code.count, code[next] == UInt8(ascii: ",") { next += 1 }
    let isInside = next < code.count && [0x30, 0x23, 0x3F].contains(code[next])
    if isInside {
      section.isGrouped = true
    } else {
      section.thousands += next - index + 1
    }
    index = next
  }

  private mutating func slash(_ section: inout FormatSection) {
    if case .digit? = section.tokens.last { return take(.slash, &section) }
    literal(&section)
  }

  private mutating func letter(_ byte: UInt8, _ section: inout FormatSection) {
    if takeWord("General", .general, &section) { return }
    if takeWord("AM/PM", .noon(isChinese: section.isChinese, isShort: false), &section) { return }
    if takeWord("A/P", .noon(isChinese: false, isShort: true), &section) { return }
    if takeWord("上午/下午", .noon(isChinese: true, isShort: false), &section) { return }
    if takeWord("E+", .exponent(showsPlus: true), &section) { return }
    if takeWord("E-", .exponent(showsPlus: false), &section) { return }
    let lower = byte | 0x20
    guard "ymdhsaebg".utf8.contains(lower) else { return literal(&section) }
    let start = index
    while index < code.count, code[index] | 0x20 == lower { index += 1 }
    // Eras of other calendars are not shown; `e` is the year where there are none.
    if lower == UInt8(ascii: "g") || lower == UInt8(ascii: "b") { return }
    if lower == UInt8(ascii: "a"), index - start < 3 {
      return section.append(Array(code[start..<index]))
    }
    let isYear = lower == UInt8(ascii: "e")
    section.tokens.append(
      isYear ? .date(UInt8(ascii: "y"), 4) : .date(lower, index - start))
  }

  private mutating func takeWord(
    _ word: String, _ token: FormatSection.Token, _ section: inout FormatSection
  ) -> Bool {
    let bytes = Array(word.utf8)
    guard index + bytes.count <= code.count else { return false }
    for (offset, byte) in bytes.enumerated() {
      let other = code[index + offset]
      guard other == byte || byte.isLetter && other | 0x20 == byte | 0x20 else { return false }
    }
    section.tokens.append(token)
    index += bytes.count
    return true
  }

  /// `[h]`, `[>=100]`, `[$¥-804]`, `[DBNum1]`, `[Red]`.
  private mutating func bracket(_ section: inout FormatSection) {
    let start = index + 1
    let end = code[start...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
    let content = Array(code[start..<end])
    index = end + 1
    guard let first = content.first else { return }
    if "hms".utf8.contains(first | 0x20), content.allSatisfy({ $0 | 0x20 == first | 0x20 }) {
      section.tokens.append(.elapsed(first | 0x20, content.count))
    } else if first == UInt8(ascii: "$") {
      currency(content.dropFirst(), &section)
    } else if "<>=".utf8.contains(first) {
      condition(content, &section)
    } else {
      switch String(decoding: content, as: UTF8.self).lowercased() {
      case "dbnum1": section.numerals = .chinese
      case "dbnum2": section.numerals = .formal
      // Colours and anything unknown change nothing that is text.
      default: break
      }
    }
  }

  /// A currency sign, and a language by its number.
  private func currency(_ content: ArraySlice<UInt8>, _ section: inout FormatSection) {
    let dash = content.firstIndex(of: UInt8(ascii: "-")) ?? content.endIndex
    if dash > content.startIndex { section.append(Array(content[..<dash])) }
    let language = String(decoding: content[dash...].dropFirst(), as: UTF8.self).lowercased()
    // The low ten bits of 0804, 0404, 0C04, 1004 and 1404 are 4: Chinese.
    if let number = Int(language, radix: 16), number & 0x3FF == 4 { section.isChinese = true }
    if language.hasPrefix("zh") { section.isChinese = true }
  }

  private func condition(_ content: [UInt8], _ section: inout FormatSection) {
    let sign = content.prefix { "<>=".utf8.contains($0) }
    let rest = Array(content.dropFirst(sign.count))
    guard let limit = DecimalNumber(rest.span) else { return }
    section.condition = .init(
      sign: String(decoding: sign, as: UTF8.self), limit: limit.doubleValue)
  }

  /// An `m` is minutes after hours and before seconds.
  private func resolveMinutes(_ section: inout FormatSection) {
    let h = UInt8(ascii: "h")
    let s = UInt8(ascii: "s")
    let fields = section.tokens.indices.filter {
      switch section.tokens[$0] {
      case .date(let letter, _): letter != UInt8(ascii: ".")
      case .elapsed: true
      default: false
      }
    }
    for (place, index) in fields.enumerated() {
      guard case .date(UInt8(ascii: "m"), let count) = section.tokens[index], count <= 2 else {
        continue
      }
      let previous = place > 0 ? section.tokens[fields[place - 1]].timeLetter : nil
      let next = place + 1 < fields.count ? section.tokens[fields[place + 1]].timeLetter : nil
      // `n` stands for minutes from here on.
      if previous == h || next == s { section.tokens[index] = .date(UInt8(ascii: "n"), count) }
    }
  }
}

extension FormatSection.Token {
  fileprivate var timeLetter: UInt8? {
    switch self {
    case .date(let letter, _), .elapsed(let letter, _): letter
    default: nil
    }
  }
}

extension FormatSection {
  fileprivate mutating func append(_ text: [UInt8]) {
    if case .literal(let before)? = tokens.last {
      tokens[tokens.count - 1] = .literal(before + text)
    } else {
      tokens.append(.literal(text))
    }
  }
}
