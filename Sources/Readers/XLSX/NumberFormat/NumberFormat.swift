/// A number format: how a number is shown (ECMA-376-1, 18.8.30 and 18.8.31).
struct NumberFormat {
  /// What a number turned out to be.
  enum Kind {
    case number, date, text
  }

  private var sections: [FormatSection] = []
  /// Whether it changes no text.
  private(set) var showsTextAsItIs = true

  /// Reads a format.
  init(_ code: [UInt8]) {
    readSections(of: code)
    showsTextAsItIs = textSection.map { $0.tokens == [.text] } ?? true
  }

  private mutating func readSections(of code: [UInt8]) {
    var start = 0
    var index = 0
    var isQuoted = false
    while index < code.count {
      switch code[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where !isQuoted: index += 1
      case UInt8(ascii: ";") where !isQuoted:
        sections.append(FormatSection(code[start..<index]))
        start = index + 1
      default: break
      }
      index += 1
    }
    sections.append(FormatSection(code[min(start, code.count)...]))
  }

  /// Reads a format.
  init(_ code: String) { self.init(Array(code.utf8)) }

  /// The format of cells that have none.
  static let general = NumberFormat("General")

  /// Whether it shows numbers as dates or times.
  var isDate: Bool { sections.first?.isDate ?? false }

  /// What is shown for a number.
  func text(of number: DecimalNumber, startsIn1904: Bool) -> (text: [UInt8], kind: Kind) {
    let (section, showsSign) = section(for: number)
    guard let section else {
      // No section is for it: Excel fills the cell with hash signs.
      return (number.general, .number)
    }
    var size = number
    size.isNegative = false
    if section.isDate {
      guard let text = DateFormatter(section, startsIn1904: startsIn1904).text(of: number) else {
        // Dates before the first day: as above.
        return (number.general, .number)
      }
      return (text, .date)
    }
    let text = NumberFormatter(section).text(of: size)
    let sign: [UInt8] = showsSign && number.isNegative && !number.isZero ? [UInt8(ascii: "-")] : []
    return (sign + text, section.isNumber ? .number : .text)
  }

  /// What is shown for a text.
  func text(of text: [UInt8]) -> [UInt8] {
    guard let section = textSection, !showsTextAsItIs else { return text }
    return section.tokens.reduce(into: []) { result, token in
      switch token {
      case .text: result += text
      case .literal(let literal): result += literal
      default: break
      }
    }
  }

  /// The fourth section is for text, or the only one that names it.
  private var textSection: FormatSection? {
    sections.count > 3 ? sections[3] : sections.last { $0.tokens.contains(.text) }
  }

  /// The section for a number, and whether a negative number needs a sign of its own there.
  private func section(for number: DecimalNumber) -> (section: FormatSection?, showsSign: Bool) {
    let numeric = sections.prefix(3)
    if numeric.contains(where: { $0.condition != nil }) {
      let value = number.doubleValue
      for (index, section) in numeric.enumerated() {
        guard let condition = section.condition else { return (section, index == 0) }
        if condition.holds(for: value) { return (section, value < 0 && index == 0) }
      }
      return (nil, true)
    }
    if number.isNegative, !number.isZero, numeric.count > 1 { return (numeric[1], false) }
    if number.isZero, numeric.count > 2 { return (numeric[2], false) }
    return (numeric.first, true)
  }
}

extension NumberFormat {
  /// The formats that files name by number only, as Chinese programs show them.
  ///
  /// Those for dates and money depend on a program's language; 27 to 36 and 50 to 58 exist for
  /// East Asian languages alone.
  static func builtIn(_ number: Int) -> String? {
    switch number {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5: ##""¥"#,##0;"¥"\-#,##0"##
    case 6: ##""¥"#,##0;[Red]"¥"\-#,##0"##
    case 7: ##""¥"#,##0.00;"¥"\-#,##0.00"##
    case 8: ##""¥"#,##0.00;[Red]"¥"\-#,##0.00"##
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "yyyy/m/d"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "yyyy/m/d h:mm"
    case 27, 36, 50, 52, 57: #"yyyy"年"m"月""#
    case 28, 29, 51, 53, 54, 58: #"m"月"d"日""#
    case 30: "m-d-yy"
    case 31: #"yyyy"年"m"月"d"日""#
    case 32: #"h"时"mm"分""#
    case 33: #"h"时"mm"分"ss"秒""#
    case 34, 55: #"上午/下午h"时"mm"分""#
    case 35, 56: #"上午/下午h"时"mm"分"ss"秒""#
    case 37: "#,##0_);(#,##0)"
    case 38: "#,##0_);[Red](#,##0)"
    case 39: "#,##0.00_);(#,##0.00)"
    case 40: "#,##0.00_);[Red](#,##0.00)"
    case 41: #"_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ "#
    case 42: #"_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ "#
    case 43: #"_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ "#
    case 44: #"_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ "#
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
