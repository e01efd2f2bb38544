internal import IR

/// Numbers in Chinese numerals, as dates (二〇二五年十二月三十一日) and items of lists may have them.
enum ChineseNumerals {
  private static let digits = Array("〇一二三四五六七八九".unicodeScalars)
  private static let otherZeros: [Unicode.Scalar] = ["零", "○", "Ｏ"]
  private static let ten: Unicode.Scalar = "十"

  /// A text with its Chinese numerals below 100 as digits; `nil` where it has none.
  static func withDigits(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var hasNumeral = false
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if let digit = value(scalar) {
        result.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
      } else if scalar == ten {
        // 二十五 is 25, 二十 is 20, 十五 is 15 and 十 is 10.
        let hasTens = index > 0 && value(scalars[index - 1]) != nil
        let hasOnes = index + 1 < scalars.count && value(scalars[index + 1]) != nil
        if !hasTens { result.append("1") }
        if !hasOnes { result.append("0") }
      } else {
        result.append(scalar)
        continue
      }
      hasNumeral = true
    }
    return hasNumeral ? String(result) : nil
  }

  /// The number from 1 to 10 that one character is.
  static func number(_ scalar: Unicode.Scalar) -> Int? {
    if scalar == ten { return 10 }
    return digits.firstIndex(of: scalar).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether a text begins with a numeral.
  static func begins(_ text: Substring) -> Bool {
    text.unicodeScalars.first.map { $0 == ten || value($0) != nil } ?? false
  }

  /// The digit that bytes begin with, and its length.
  static func leadingDigit(_ bytes: ArraySlice<UInt8>) -> (digit: Int, length: Int)? {
    // All of them are of three bytes, the first of which is none of ASCII's.
    guard let first = bytes.first, first >= 0xE2,
      let number = spelled.firstIndex(where: { bytes.starts(with: $0) })
    else { return nil }
    return (number < 10 ? number : 0, spelled[number].count)
  }

  /// The digits from 0 to 9, and the other signs of 0.
  private static let spelled = (digits + otherZeros).map { Array(String($0).utf8) }

  private static func value(_ scalar: Unicode.Scalar) -> Int? {
    otherZeros.contains(scalar) ? 0 : digits.firstIndex(of: scalar)
  }
}
