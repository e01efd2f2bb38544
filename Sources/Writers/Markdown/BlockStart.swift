internal import IR

/// Finds what makes a line of text look like the start of another block (CommonMark 4 and 5).
enum BlockStart {
  /// The byte that needs a backslash so that a line stays text; `nil` when none does.
  static func escape(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let start = line.lowerBound
    switch text[start] {
    case UInt8(ascii: "#"): return isHeading(text, line) ? start : nil
    case UInt8(ascii: ">"): return start
    case UInt8(ascii: "="): return consists(text, line, of: [UInt8(ascii: "=")]) ? start : nil
    case UInt8(ascii: "|") where text[line.upperBound - 1] == UInt8(ascii: "|"):
      // A row of a table, even alone, to readers of scans.
      return start
    case UInt8(ascii: ":") where isFence(text, line): return start
    case UInt8(ascii: "+") where consists(text, line, of: Array("+-=:".utf8)):
      // The border of a grid, to those who read pandoc's markdown.
      return start
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "|"), UInt8(ascii: ":"):
      return isBulletOrRule(text, line) ? start : nil
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return isFence(text, line) ? start : nil
    case UInt8(ascii: "["): return isDefinition(text, line) ? start : nil
    case 0x30...0x39: return numberEnd(text, line)
    default: return nil
    }
  }

  /// The last of the number signs at the end of a heading, which would be taken for markup.
  static func closingEscape(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let sign = UInt8(ascii: "#")
    guard text[line.upperBound - 1] == sign else { return nil }
    var index = line.upperBound
    while index > line.lowerBound, text[index - 1] == sign { index -= 1 }
    let isMarkup = index == line.lowerBound || text[index - 1] == 0x20 || text[index - 1] < 0x20
    return isMarkup ? line.upperBound - 1 : nil
  }

  private static func isHeading(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
    return index - line.lowerBound <= 6 && (index == line.upperBound || text[index] <= 0x20)
  }

  /// Whether a line begins a list item, is a thematic break, underlines a heading, or separates
  /// the header of a table from its rows.
  private static func isBulletOrRule(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let byte = text[line.lowerBound]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*") {
      let next = line.lowerBound + 1
      if next == line.upperBound || text[next] <= 0x20 { return true }
    }
    if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
      return consists(text, line, of: [byte, 0x20])
    }
    return consists(
      text, line, of: [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"), 0x20])
  }

  private static func isFence(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let byte = text[line.lowerBound]
    var index = line.lowerBound
    while index < line.upperBound, text[index] == byte { index += 1 }
    return index - line.lowerBound >= 3
  }

  /// Whether a line defines a link or a footnote, which would not be shown.
  private static func isDefinition(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line.dropFirst() where text[index] == UInt8(ascii: ":") {
      if text[index - 1] == UInt8(ascii: "]") { return true }
    }
    return false
  }

  /// The full stop or parenthesis after the number of a list item.
  private static func numberEnd(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, text[index].isDigit { index += 1 }
    guard index < line.upperBound, index - line.lowerBound <= 9,
      text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"),
      index + 1 == line.upperBound || text[index + 1] <= 0x20
    else { return nil }
    return index
  }

  private static func consists(
    _ text: Span<UInt8>, _ line: Range<Int>, of bytes: [UInt8]
  ) -> Bool {
    line.allSatisfy { bytes.contains(text[$0]) }
  }
}
