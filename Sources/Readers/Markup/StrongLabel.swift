internal import IR

/// A label that asterisks make strong, at the beginning of a text or behind white space:
/// **项目名称**：, or **项目名称：** before white space (CommonMark 6.2).
///
/// Asterisks around any other part of a text stay, as in `3*4*5`.
enum StrongLabel {
  /// The length of the asterisks on either side.
  static let markLength = 2
  /// No label is longer, in bytes.
  private static let longestLabel = 96
  private static let star = UInt8(ascii: "*")

  /// Whether a text may begin at a place: at that of its markup, or behind white space or a tag.
  static func mayStart(_ text: Span<UInt8>, at index: Int, of range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return true }
    if text[index - 1].isSpace || text[index - 1] == UInt8(ascii: ">") { return true }
    // U+3000.
    return index >= range.lowerBound + 3 && text[index - 3] == 0xE3 && text[index - 2] == 0x80
      && text[index - 1] == 0x80
  }

  /// The label between the asterisks that begin at a place; `nil` where no colon says that it is one.
  static func label(_ text: Span<UInt8>, at start: Int, end: Int) -> Range<Int>? {
    let first = start + markLength
    guard first < end, text[start + 1] == star, !text[first].isSpace else { return nil }
    var close = first
    let limit = min(end, first + longestLabel)
    while close < limit, text[close] != star {
      guard text[close] >= 0x20, !marks.contains(text[close]) else { return nil }
      close += 1
    }
    let next = close + markLength
    guard close > first, next <= end, text[close] == star, text[close + 1] == star,
      !text[close - 1].isSpace
    else { return nil }
    let isLabel =
      endsWithColon(text, at: close)
      ? next == end || text[next].isSpace : beginsWithColon(text, at: next, end: end)
    return isLabel ? first..<close : nil
  }

  /// What may be other markup.
  private static let marks = Array("\\`$<&".utf8)

  private static func endsWithColon(_ text: Span<UInt8>, at end: Int) -> Bool {
    text[end - 1] == UInt8(ascii: ":") || end >= 3 && isFullColon(text, at: end - 3)
  }

  /// Whether a colon, full width or not, begins at a place.
  private static func beginsWithColon(_ text: Span<UInt8>, at index: Int, end: Int) -> Bool {
    guard index < end else { return false }
    return text[index] == UInt8(ascii: ":") || index + 2 < end && isFullColon(text, at: index)
  }

  /// Whether U+FF1A stands at a place.
  private static func isFullColon(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == 0x9A
  }
}
