internal import IR

/// A number by its decimal digits, as a spreadsheet stores it: nothing is lost to binary fractions.
struct DecimalNumber: Hashable {
  /// The digits spreadsheets keep; those after are noise of binary fractions.
  private static let keptDigits = 15
  /// Beyond this a double is infinite, or zero.
  private static let highestExponent = 400

  /// Whether it is below zero.
  var isNegative = false
  /// The digits from 0 to 9, without zeros at the ends; none is zero.
  private(set) var digits: [UInt8] = []
  /// Where the decimal point is, counted from the first digit: `12.3` has 2, `0.05` has -1.
  private(set) var point = 0

  /// Reads `xsd:double`; `nil` where it is none, or not finite.
  init?(_ text: Span<UInt8>) {
    var index = 0
    if text.count > 0, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      index = 1
    }
    var hasPoint = false
    var count = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte.isDigit {
        digits.append(byte - UInt8(ascii: "0"))
        if !hasPoint { point += 1 }
        count += 1
      } else {
        break
      }
      index += 1
    }
    guard count > 0, let exponent = Self.exponent(text, from: index) else { return nil }
    point += exponent
    trim()
    round(toSignificant: Self.keptDigits)
    guard abs(point) <= Self.highestExponent else { return nil }
  }

  /// An integer.
  init(_ value: Int) {
    isNegative = value < 0
    digits = String(value.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    point = digits.count
    trim()
  }

  private static func exponent(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return 0 }
    guard text[start] | 0x20 == UInt8(ascii: "e"), start + 1 < text.count else { return nil }
    var digits = start + 1
    let isNegative = text[digits] == UInt8(ascii: "-")
    if isNegative || text[digits] == UInt8(ascii: "+") { digits += 1 }
    guard digits < text.count, text.count - digits <= 4 else { return nil }
    var value = 0
    for index in digits..<text.count {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }

  /// Whether it is zero.
  var isZero: Bool { digits.isEmpty }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// Multiplies by a power of ten.
  mutating func shift(_ power: Int) {
    if !isZero { point += power }
  }

  /// Keeps so many digits, rounded half up, as spreadsheets do.
  mutating func round(toSignificant count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return trim()
    }
    let isUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    if isUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    trim()
  }

  /// Keeps so many decimals.
  mutating func round(toDecimals count: Int) { round(toSignificant: point + count) }

  /// The digits before the decimal point, without leading zeros.
  var integerDigits: [UInt8] {
    guard point > 0 else { return [] }
    return digits.prefix(point) + [UInt8](repeating: 0, count: max(point - digits.count, 0))
  }

  /// The digits after the decimal point, without zeros at the end.
  var fractionDigits: [UInt8] {
    guard point < digits.count else { return [] }
    return [UInt8](repeating: 0, count: max(-point, 0)) + digits.dropFirst(max(point, 0))
  }

  /// The nearest double of the size, sign included; for times and fractions of small numbers.
  var doubleValue: Double {
    var value = 0.0
    for digit in digits { value = value * 10 + Double(digit) }
    let power = point - digits.count
    var scale = 1.0
    for _ in 0..<abs(power) { scale *= 10 }
    value = power < 0 ? value / scale : value * scale
    return isNegative ? -value : value
  }

  /// What a spreadsheet shows without a number format, given room: up to 15 digits.
  ///
  /// A narrow column shows fewer; what is seen when the cell is edited is this.
  var general: [UInt8] {
    var text: [UInt8] = isNegative && !isZero ? [UInt8(ascii: "-")] : []
    if isZero { return [UInt8(ascii: "0")] }
    let zero = UInt8(ascii: "0")
    if point > -5, point <= 21 {
      let integer = integerDigits
      text += integer.isEmpty ? [zero] : integer.map { $0 + zero }
      let fraction = fractionDigits
      if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction.map { $0 + zero } }
      return text
    }
    text.append(digits[0] + zero)
    if digits.count > 1 { text += [UInt8(ascii: ".")] + digits.dropFirst().map { $0 + zero } }
    let exponent = point - 1
    let size = String(exponent.magnitude)
    text += Array("E\(exponent < 0 ? "-" : "+")\(size.count < 2 ? "0" : "")\(size)".utf8)
    return text
  }
}
