internal import IR

/// Tells units of measures from other texts that follow a number.
///
/// What may stand in a unit: letters, ideographs, `/ · % ‰ ° ℃` and their like; no digits, no
/// relations, no punctuation. A word that qualifies the number (以上, 左右, 月底前) is no unit: such a
/// text says more than a relation, a number and a unit.
enum UnitScanner {
  /// The longest unit in characters.
  private static let longestUnit = 12

  /// A unit without its parentheses, as places in its text.
  struct Unit {
    /// 万 and 亿 before a unit in parentheses; empty where all stands in one piece.
    var scales: Range<Int>
    /// The unit, or the rest of it.
    var body: Range<Int>
  }

  /// The unit that a text is from an index on; `nil` when it is none.
  static func unit(_ text: Span<UInt8>, from start: Int) -> Unit? {
    var index = start
    // 万 and 亿 belong to the unit, also when the rest of it stands in parentheses.
    while let scale = scales.prefixLength(of: text.extracting(index...)) { index += scale }
    let body = DecimalScanner.skipSpaces(text, from: index)
    var unit = Unit(scales: start..<start, body: start..<text.count)
    if body < text.count, text[body] == UInt8(ascii: "(") {
      guard let inside = insideParentheses(text.extracting(body..<text.count)) else { return nil }
      unit.scales = start..<index
      unit.body = body + inside.lowerBound..<body + inside.upperBound
    }
    var count = 0
    return isUnit(text.extracting(unit.scales), &count)
      && isUnit(text.extracting(unit.body), &count) && count > 0 ? unit : nil
  }

  /// The unit as one text.
  static func text(of unit: Unit, in text: Span<UInt8>) -> String {
    let body = text.extracting(unit.body)
    if unit.scales.isEmpty { return String(copying: body) }
    var bytes: [UInt8] = []
    bytes.append(copying: text.extracting(unit.scales))
    bytes.append(copying: body)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The inside, without spaces, of a text that is one pair of parentheses.
  private static func insideParentheses(_ text: Span<UInt8>) -> Range<Int>? {
    guard text.count > 2, text[text.count - 1] == UInt8(ascii: ")") else { return nil }
    let start = DecimalScanner.skipSpaces(text, from: 1)
    var end = text.count - 1
    while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a piece of a text may be one of a unit; counts its characters.
  private static func isUnit(_ text: Span<UInt8>, _ count: inout Int) -> Bool {
    var index = 0
    var isRatio = false
    while index < text.count {
      guard let scalar = text.scalar(at: index)?.value, count < longestUnit else { return false }
      let end = index + text[index].scalarLength
      guard isUnitScalar(scalar), !qualifiers.contains(text.extracting(index..<end)) else {
        return false
      }
      // After a percentage only what it is a percentage of may follow: %/年, but not %以.
      if isRatio, scalar != 0x2F { return false }
      isRatio = scalar == 0x25 || scalar == 0x2030
      count += 1
      index = end
    }
    return true
  }

  private static func isUnitScalar(_ value: UInt32) -> Bool {
    switch value {
    case 0x25, 0x2F, 0x41...0x5A, 0x61...0x7A: true
    case 0xB0, 0xB2, 0xB3, 0xB5, 0xB7, 0x391...0x3A9, 0x3B1...0x3C9: true
    case 0x2030, 0x2031, 0x2032, 0x2033, 0x2103, 0x2109, 0x2126, 0x212A: true
    case 0x3007, 0x3300...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    case 0x20000...0x3FFFD: true
    default: false
    }
  }

  private static let scales = WordSet("万 亿")

  /// The characters of 以上 以下 以内 左右 上下 之间 前 后 底 约 余 多 不 达 至 到 或 及 和 完成 and the like.
  private static let qualifiers = WordSet(
    "以 上 下 内 左 右 前 后 底 初 约 余 多 不 达 至 到 或 及 和 与 的 为 无 有 已 完")
}
