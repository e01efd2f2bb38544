internal import IR

/// The number before an item of a list, such as 2、 (3) (四) ⑥, or 目标7 among goals.
struct ItemNumber {
  /// Which item it is of.
  private(set) var number: Int
  /// Its bytes, the mark behind it included.
  private(set) var length: Int

  /// Finds the number that a key begins with; `nil` where it begins with none.
  init?(beginning key: Span<UInt8>) {
    guard let first = key.scalar(at: 0) else { return nil }
    if Self.circled.contains(first) {
      (number, length) = (Int(first.value - Self.circled.lowerBound.value) + 1, 3)
      return
    }
    let word = Self.words.prefixLength(of: key) ?? 0
    let isOpen = first == "("
    guard let numeral = Self.numeral(key, from: isOpen ? 1 : word) else { return nil }
    number = numeral.number
    length = numeral.end
    if word > 0 { return }
    let rest = key.extracting(numeral.end...)
    let marks = isOpen ? Self.closings : Self.marks
    guard let mark = marks.prefixLength(of: rest) else { return nil }
    // 2.5 is a number of something.
    if rest[0] == UInt8(ascii: "."), rest.count > 1, rest[1].isDigit { return nil }
    length += mark
  }

  /// Whether a key is a number of an item and nothing else; of nine at most, it needs no mark behind it.
  static func isAlone(_ key: Span<UInt8>) -> Bool {
    guard let last = key.count > 0 ? key[key.count - 1] : nil else { return false }
    // With a colon behind it.
    let text = last == UInt8(ascii: ":") ? key.extracting(..<(key.count - 1)) : key
    if text.count == 1 { return text[0].isDigit && text[0] > UInt8(ascii: "0") }
    return ItemNumber(beginning: text)?.length == text.count
  }

  /// One or two digits, or a Chinese one.
  private static func numeral(_ key: Span<UInt8>, from start: Int) -> (number: Int, end: Int)? {
    var end = start
    var number = 0
    while end < key.count, end < start + 2, key[end].isDigit {
      number = number * 10 + Int(key[end] - UInt8(ascii: "0"))
      end += 1
    }
    if end > start { return (number, end) }
    guard let scalar = key.scalar(at: start), let number = ChineseNumerals.number(scalar) else {
      return nil
    }
    return (number, start + 3)
  }

  private static let words = WordSet("目标 任务")
  private static let marks = WordSet(". 、")
  private static let closings = WordSet(")")
  private static let circled: ClosedRange<Unicode.Scalar> = "①"..."⑳"
}
