internal import IR

/// Finds the printed parts of readings in UTF-8 text whose full-width forms are folded.
enum DecimalScanner {
  /// A number at the start of a text.
  struct Number {
    /// Where it stands, grouping included.
    var place: Range<Int>
    /// Whether its digits are grouped by commas.
    var isGrouped: Bool
  }

  /// Reads digits, with correct grouping in threes or none, and decimals.
  ///
  /// Returns `nil` where there is no number, where its grouping is wrong, and where it is cut short.
  static func number(_ text: Span<UInt8>, from start: Int) -> Number? {
    var index = start
    while index < text.count, text[index].isDigit { index += 1 }
    guard index > start else { return nil }
    let isGrouped = index < text.count && text[index] == comma
    if isGrouped {
      guard index - start <= 3, text[start] != zero else { return nil }
      while index < text.count, text[index] == comma {
        guard index + 3 < text.count, text[index + 1].isDigit, text[index + 2].isDigit,
          text[index + 3].isDigit
        else { return nil }
        index += 4
      }
      if index < text.count, text[index].isDigit { return nil }
    }
    if index < text.count, text[index] == point {
      let firstDecimal = index + 1
      index = firstDecimal
      while index < text.count, text[index].isDigit { index += 1 }
      if index == firstDecimal { return nil }
    }
    return Number(place: start..<index, isGrouped: isGrouped)
  }

  /// The digits and the decimal point of a number, without grouping.
  static func text(of number: Number, in text: Span<UInt8>) -> String {
    let printed = text.extracting(number.place)
    guard number.isGrouped else { return String(copying: printed) }
    var digits: [UInt8] = []
    for index in printed.indices where printed[index] != comma { digits.append(printed[index]) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads exactly so many digits as a number.
  static func digits(_ text: Span<UInt8>, from start: Int, count: Int) -> Int? {
    guard start >= 0, start + count <= text.count else { return nil }
    var value = 0
    for index in start..<start + count {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int(text[index] - zero)
    }
    return value
  }

  /// The index of the first byte at or after `start` that is no space.
  static func skipSpaces(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  /// Whether a text has these bytes at an index.
  static func hasPrefix(_ text: Span<UInt8>, at start: Int, _ prefix: Span<UInt8>) -> Bool {
    guard start + prefix.count <= text.count else { return false }
    for offset in prefix.indices where text[start + offset] != prefix[offset] { return false }
    return true
  }

  private static let zero = UInt8(ascii: "0")
  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")
}
