internal import IR

/// A text that a number with a number format displays exactly.
struct NumericText: Hashable {
  /// The value as `xsd:double`, such as `-0.985`.
  var value: [UInt8]
  /// The format that displays it as it is printed, such as `0.00%`.
  var format: String
}

// MARK: - Numbers

extension NumericText {
  /// The digits a double keeps, whatever they are, and the most that spreadsheets show.
  private static let significantDigits = 15

  /// The number a text is; `nil` where no format shows just this text, or a double loses digits.
  ///
  /// Taken are a sign `-`, digits without leading zeros (perhaps all in groups of three), decimals
  /// and a percent sign. So `007`, `+5`, `-0`, `1E5`, `.5` and identity numbers are no numbers.
  init?(number text: Span<UInt8>) {
    var index = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard let integer = Self.integer(text, &index) else { return nil }
    guard let decimals = Self.decimals(text, &index) else { return nil }
    let isPercent = index < text.count && text[index] == UInt8(ascii: "%")
    if isPercent { index += 1 }
    let digits = integer.digits + decimals
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    // Spreadsheets show a negative zero without its sign.
    guard index == text.count, significant.count <= Self.significantDigits,
      decimals.count <= Self.significantDigits,
      !isNegative || significant.contains(where: { $0 != UInt8(ascii: "0") })
    else { return nil }
    value = Self.value(
      digits: digits, decimalCount: decimals.count + (isPercent ? 2 : 0), isNegative: isNegative)
    format =
      (integer.isGrouped ? "#,##0" : "0")
      + (decimals.isEmpty ? "" : "." + String(repeating: "0", count: decimals.count))
      + (isPercent ? "%" : "")
  }

  /// The digits before the decimal point.
  private static func integer(
    _ text: Span<UInt8>, _ index: inout Int
  ) -> (digits: [UInt8], isGrouped: Bool)? {
    var digits: [UInt8] = []
    var isGrouped = false
    let start = index
    var groupStart = index
    while index < text.count {
      if text[index].isDigit {
        digits.append(text[index])
      } else if text[index] == UInt8(ascii: ",") {
        let length = index - groupStart
        guard isGrouped ? length == 3 : length >= 1 && length <= 3 else { return nil }
        isGrouped = true
        groupStart = index + 1
      } else {
        break
      }
      index += 1
    }
    guard !digits.isEmpty, !isGrouped || index - groupStart == 3 else { return nil }
    guard digits.count == 1 || text[start] != UInt8(ascii: "0") else { return nil }
    return (digits, isGrouped)
  }

  /// The digits after the decimal point; none where there is none.
  private static func decimals(_ text: Span<UInt8>, _ index: inout Int) -> [UInt8]? {
    guard index < text.count, text[index] == UInt8(ascii: ".") else { return [] }
    index += 1
    var digits: [UInt8] = []
    while index < text.count, text[index].isDigit {
      digits.append(text[index])
      index += 1
    }
    return digits.isEmpty ? nil : digits
  }

  /// The shortest decimal text of a value.
  private static func value(
    digits: [UInt8], decimalCount: Int, isNegative: Bool
  ) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    var padded = [UInt8](repeating: zero, count: max(decimalCount + 1 - digits.count, 0)) + digits
    var decimals = Array(padded.suffix(decimalCount))
    padded.removeLast(decimalCount)
    while decimals.last == zero { decimals.removeLast() }
    let integer = padded.drop { $0 == zero }
    var value: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    value += integer.isEmpty ? [zero] : Array(integer)
    if !decimals.isEmpty { value += [UInt8(ascii: ".")] + decimals }
    return value
  }
}
