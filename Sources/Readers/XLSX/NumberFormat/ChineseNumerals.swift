internal import IR

/// Digits in Chinese, as `[DBNum1]` and `[DBNum2]` show them.
struct ChineseNumerals {
  private static let usualDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let formalDigits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let usualUnits = ["", "十", "百", "千"]
  private static let formalUnits = ["", "拾", "佰", "仟"]
  private static let groups = ["", "万", "亿", "万亿"]

  private let digits: [String]
  private let units: [String]

  /// Creates numerals.
  init(_ numerals: FormatSection.Numerals) {
    let isFormal = numerals == .formal
    digits = isFormal ? Self.formalDigits : Self.usualDigits
    units = isFormal ? Self.formalUnits : Self.usualUnits
  }

  /// A text whose runs of digits are read as numbers; those after a decimal point digit by digit.
  func text(of text: [UInt8]) -> [UInt8] {
    var result = ""
    var rest = text[...]
    var isFraction = false
    while let byte = rest.first {
      let run = rest.prefix { $0.isDigit }
      if run.isEmpty {
        let other = rest.prefix { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") }
        result += String(decoding: other, as: UTF8.self)
        isFraction = byte == UInt8(ascii: ".") && other.count == 1
        rest = rest.dropFirst(other.count)
      } else {
        let values = run.map { Int($0 - UInt8(ascii: "0")) }
        result += isFraction || run.count > 16 ? spelled(values) : read(values)
        rest = rest.dropFirst(run.count)
      }
    }
    return Array(result.utf8)
  }

  /// Digit by digit, as in years.
  func spelled(_ values: [Int]) -> String { values.map { digits[$0] }.joined() }

  /// As a number: 一百二十.
  func read(_ values: [Int]) -> String {
    var result = ""
    var skipsZero = false
    for (index, value) in values.enumerated() {
      let power = values.count - 1 - index
      if value == 0 {
        skipsZero = !result.isEmpty
      } else {
        if skipsZero { result += digits[0] == "〇" ? "〇" : digits[0] }
        skipsZero = false
        // 十二, not 一十二, in everyday figures.
        let isTen = power % 4 == 1 && value == 1 && result.isEmpty && units[1] == "十"
        result += (isTen ? "" : digits[value]) + units[power % 4]
      }
      let group = values[max(index - 3, 0)...index]
      if power % 4 == 0, group.contains(where: { $0 != 0 }) { result += Self.groups[power / 4] }
    }
    return result.isEmpty ? digits[0] : result
  }
}
