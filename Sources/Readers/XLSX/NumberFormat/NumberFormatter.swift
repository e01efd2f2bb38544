/// Shows the size of a number in a section of a number format.
struct NumberFormatter {
  private typealias Token = FormatSection.Token

  private static let zero = UInt8(ascii: "0")
  private let section: FormatSection

  /// Creates a formatter.
  init(_ section: FormatSection) { self.section = section }

  /// What is shown; the sign is the caller's.
  func text(of number: DecimalNumber) -> [UInt8] {
    var number = number
    let tokens = section.tokens
    number.shift(2 * tokens.count { $0 == .percent } - 3 * section.thousands)
    let text =
      if let place = tokens.firstIndex(where: { $0.isExponent }) {
        scientific(number, exponentAt: place)
      } else if let place = tokens.firstIndex(of: .slash) {
        fraction(number, barAt: place)
      } else {
        plain(number, tokens)
      }
    return section.numerals == .arabic ? text : ChineseNumerals(section.numerals).text(of: text)
  }

  // MARK: Decimals

  private func plain(_ number: DecimalNumber, _ tokens: [Token]) -> [UInt8] {
    let point = tokens.firstIndex(of: .point) ?? tokens.count
    var rounded = number
    rounded.round(toDecimals: tokens[point...].count { $0.isDigit })
    var text = integer(rounded.integerDigits, tokens[..<point], general: number)
    if point < tokens.count {
      text.append(UInt8(ascii: "."))
      text += decimals(rounded.fractionDigits, tokens[(point + 1)...])
    }
    return text
  }

  /// Digits fill their places from the right; the first place takes all that are left.
  private func integer(
    _ digits: [UInt8], _ tokens: ArraySlice<Token>, general: DecimalNumber
  ) -> [UInt8] {
    var result: [UInt8] = []
    var rest = digits
    var count = 0
    var places = tokens.count { $0.isDigit }
    func put(_ digit: UInt8) {
      if section.isGrouped, count > 0, count % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit + Self.zero)
      count += 1
    }
    for token in tokens.reversed() {
      switch token {
      case .digit(let place):
        places -= 1
        if let digit = rest.popLast() {
          put(digit)
        } else if place == Self.zero {
          put(0)
        } else if place == UInt8(ascii: "?") {
          result.append(0x20)
        }
        if places == 0 { while let digit = rest.popLast() { put(digit) } }
      case .literal(let text): result += text.reversed()
      case .percent: result.append(UInt8(ascii: "%"))
      case .general, .text: result += general.general.reversed()
      default: break
      }
    }
    return result.reversed()
  }

  private func decimals(_ digits: [UInt8], _ tokens: ArraySlice<Token>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = digits[...]
    for token in tokens {
      switch token {
      case .digit(let place):
        if let digit = rest.popFirst() {
          result.append(digit + Self.zero)
        } else if place == Self.zero {
          result.append(Self.zero)
        } else if place == UInt8(ascii: "?") {
          result.append(0x20)
        }
      case .literal(let text): result += text
      case .percent: result.append(UInt8(ascii: "%"))
      default: break
      }
    }
    return result
  }

  // MARK: Powers of ten

  private func scientific(_ number: DecimalNumber, exponentAt place: Int) -> [UInt8] {
    let mantissaTokens = Array(section.tokens[..<place])
    let point = mantissaTokens.firstIndex(of: .point) ?? mantissaTokens.count
    let places = max(mantissaTokens[..<point].count { $0.isDigit }, 1)
    let decimalPlaces = mantissaTokens[point...].count { $0.isDigit }
    var exponent = number.isZero ? 0 : Self.exponent(of: number, places)
    var mantissa = number
    mantissa.shift(-exponent)
    mantissa.round(toDecimals: decimalPlaces)
    if mantissa.point > places {
      // Rounding made it one digit longer.
      exponent += places
      mantissa = number
      mantissa.shift(-exponent)
    }
    var text = plain(mantissa, mantissaTokens)
    text.append(UInt8(ascii: "E"))
    if exponent < 0 {
      text.append(UInt8(ascii: "-"))
    } else if section.tokens[place] == .exponent(showsPlus: true) {
      text.append(UInt8(ascii: "+"))
    }
    let digits = DecimalNumber(Int(exponent.magnitude)).integerDigits
    return text + integer(digits, section.tokens[(place + 1)...], general: number)
  }

  /// The multiple of the number of places that leaves a mantissa with at most so many digits.
  private static func exponent(of number: DecimalNumber, _ places: Int) -> Int {
    let power = number.point - 1
    return (power >= 0 ? power / places : (power - places + 1) / places) * places
  }

  // MARK: Fractions

  private func fraction(_ number: DecimalNumber, barAt bar: Int) -> [UInt8] {
    let tokens = section.tokens
    var start = bar
    while start > 0, tokens[start - 1].isDigit { start -= 1 }
    let places = tokens[(bar + 1)...].prefix { $0.isDigit }
    let fixed = Self.fixedDenominator(places, tokens[(bar + 1)...])
    let hasInteger = tokens[..<start].contains { $0.isDigit }
    let value = min(number.doubleValue, 1e15)
    var whole = hasInteger ? Int(value) : 0
    let rest = value - Double(whole)
    var (top, bottom) =
      fixed.map { (Int((rest * Double($0)).rounded()), $0) }
      ?? Self.nearest(rest, limit: places.count < 2 ? 9 : places.count == 2 ? 99 : 999)
    if hasInteger, top == bottom {
      whole += 1
      top = 0
    }
    var text =
      hasInteger
      ? integer(DecimalNumber(whole).integerDigits, tokens[..<start], general: number)
      : integer([], tokens[..<start], general: number)
    if top == 0, hasInteger { return whole == 0 ? text + [Self.zero] : text }
    if bottom == 0 { bottom = 1 }
    let above = Array(String(top).utf8)
    let isPadded = tokens[start] == .digit(UInt8(ascii: "?"))
    text += [UInt8](repeating: 0x20, count: isPadded ? max(bar - start - above.count, 0) : 0)
    text += above
    text += Array("/\(bottom)".utf8)
    return text
  }

  /// A denominator that is written out: `# ?/16`.
  private static func fixedDenominator(
    _ places: ArraySlice<Token>, _ tokens: ArraySlice<Token>
  ) -> Int? {
    guard case .literal(let text)? = tokens.first, places.isEmpty else { return nil }
    return Int(String(decoding: text.prefix { $0 >= zero && $0 <= 0x39 }, as: UTF8.self))
  }

  /// The nearest fraction with a denominator up to a limit.
  private static func nearest(_ value: Double, limit: Int) -> (Int, Int) {
    var best = (Int(value.rounded()), 1)
    var error = abs(value - value.rounded())
    for bottom in 2...limit where error > 1e-12 {
      let top = (value * Double(bottom)).rounded()
      let distance = abs(value - top / Double(bottom))
      if distance < error - 1e-12 {
        best = (Int(top), bottom)
        error = distance
      }
    }
    return best
  }
}

extension FormatSection.Token {
  fileprivate var isDigit: Bool {
    if case .digit = self { true } else { false }
  }
  fileprivate var isExponent: Bool {
    if case .exponent = self { true } else { false }
  }
}
