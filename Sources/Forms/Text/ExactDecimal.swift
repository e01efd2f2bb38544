internal import IR

/// A decimal number without rounding, for checking printed sums and rates.
///
/// It holds up to 37 digits, decimals included; whatever does not fit is `nil`, never an approximation.
package struct ExactDecimal: Sendable {
  /// The number without its decimal point.
  private var coefficient: Int128
  /// The number of decimals, 0 to ``maximumScale``.
  package private(set) var scale: Int

  /// The most decimals: 10 to this power fits in the coefficient.
  private static let maximumScale = 37

  /// Zero.
  package static let zero = ExactDecimal(unscaled: 0)

  /// A whole number.
  package init(_ value: Int) {
    self.init(unscaled: Int128(value))
  }

  /// Reads a number as in ``Measure/number`` and ``Amount/amount``: digits, a point, decimals.
  package init?(_ text: some StringProtocol) {
    // The first digits fit in a machine word; few numbers have more.
    var word: UInt64 = 0
    var coefficient: Int128?
    var digitCount = 0
    var decimals: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), decimals == nil, digitCount > 0 {
        decimals = 0
        continue
      }
      guard byte.isDigit, (decimals ?? 0) < Self.maximumScale else { return nil }
      let digit = byte - UInt8(ascii: "0")
      if digitCount < Self.digitsPerWord {
        word = word * 10 + UInt64(digit)
      } else {
        guard let longer = Self.appending(digit, to: coefficient ?? Int128(word)) else {
          return nil
        }
        coefficient = longer
      }
      digitCount += 1
      if let count = decimals { decimals = count + 1 }
    }
    guard digitCount > 0, decimals != 0 else { return nil }
    self.init(unscaled: coefficient ?? Int128(word), scale: decimals ?? 0)
  }

  /// However many digits surely fit in 64 bits.
  private static let digitsPerWord = 19

  private static func appending(_ digit: UInt8, to coefficient: Int128) -> Int128? {
    let (product, productOverflow) = coefficient.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflow) = product.addingReportingOverflow(Int128(digit))
    return productOverflow || sumOverflow ? nil : sum
  }

  private init(unscaled coefficient: Int128, scale: Int = 0) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// The sum, with as many decimals as the summand that has more.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let left = scaled(to: common), let right = other.scaled(to: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(unscaled: sum, scale: common)
  }

  /// The difference, with as many decimals as the number that has more.
  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    let (negated, overflow) = Int128.zero.subtractingReportingOverflow(other.coefficient)
    return overflow ? nil : adding(ExactDecimal(unscaled: negated, scale: other.scale))
  }

  /// The number rounded to so many decimals, halves away from zero.
  package func rounded(toDecimals decimals: Int) -> ExactDecimal? {
    guard decimals >= 0, decimals <= Self.maximumScale else { return nil }
    guard decimals < scale else {
      return scaled(to: decimals).map { ExactDecimal(unscaled: $0, scale: decimals) }
    }
    let divisor = Self.powerOfTen(scale - decimals)
    return ExactDecimal(
      unscaled: Self.divideRounding(coefficient, by: divisor), scale: decimals)
  }

  /// What percentage of `whole` this is, rounded to so many decimals, halves away from zero.
  ///
  /// `nil` when `whole` is not above zero or a step does not fit.
  package func percentage(of whole: ExactDecimal, decimals: Int) -> ExactDecimal? {
    guard whole.coefficient > 0, decimals >= 0, decimals <= Self.maximumScale - 2 else {
      return nil
    }
    // coefficient / 10^scale ÷ (whole / 10^wholeScale) × 100 × 10^decimals, as one fraction.
    let exponent = whole.scale - scale + 2 + decimals
    guard abs(exponent) <= Self.maximumScale else { return nil }
    let power = Self.powerOfTen(abs(exponent))
    let (numerator, overflow) = coefficient.multipliedReportingOverflow(
      by: exponent > 0 ? power : 1)
    let (denominator, denominatorOverflow) = whole.coefficient.multipliedReportingOverflow(
      by: exponent < 0 ? power : 1)
    guard !overflow, !denominatorOverflow else { return nil }
    return ExactDecimal(
      unscaled: Self.divideRounding(numerator, by: denominator), scale: decimals)
  }

  /// The sum of numbers; `nil` when it does not fit.
  package static func sum(_ numbers: some Sequence<ExactDecimal>) -> ExactDecimal? {
    numbers.reduce(Optional(zero)) { sum, number in sum?.adding(number) }
  }

  private func scaled(to target: Int) -> Int128? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(
      by: Self.powerOfTen(target - scale))
    return overflow ? nil : product
  }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power &* 10 }
  }

  /// The number times 10 to a power; `nil` when it does not fit.
  package func shifted(byDecimals count: Int) -> ExactDecimal? {
    guard count > scale else { return ExactDecimal(unscaled: coefficient, scale: scale - count) }
    guard count <= Self.maximumScale else { return nil }
    return scaled(to: count).map { ExactDecimal(unscaled: $0) }
  }

  private static func divideRounding(_ dividend: Int128, by divisor: Int128) -> Int128 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    // Compared so, and not doubled, the remainder cannot overflow.
    let isHalfOrMore = remainder.magnitude >= divisor.magnitude - remainder.magnitude
    guard remainder != 0, isHalfOrMore else { return quotient }
    return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }
}

extension ExactDecimal: Comparable {
  /// Whether two numbers have the same value; `1.0` equals `1.00`.
  package static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.scale == right.scale
      ? left.coefficient == right.coefficient : left.parts == right.parts
  }

  /// Whether the value of one number is below another's.
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.scale == right.scale ? left.coefficient < right.coefficient : left.parts < right.parts
  }

  /// The whole part and the decimals at full scale; both carry the sign, so they compare in order.
  private var parts: (whole: Int128, fraction: Int128) {
    let power = Self.powerOfTen(scale)
    let (whole, fraction) = coefficient.quotientAndRemainder(dividingBy: power)
    // Below 10^scale, so the product is below 10^37.
    return (whole, fraction * Self.powerOfTen(Self.maximumScale - scale))
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number with all its decimals: `9100024.20`.
  package var description: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}
