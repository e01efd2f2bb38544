/// Characters that formats, programs and libraries are known to drop, to change or to refuse.
public enum RareCharacters {
  /// Control and format characters, white space of every kind, line and paragraph separators,
  /// noncharacters, and the ends of the ranges of Unicode.
  public static let all: [Unicode.Scalar] = (UInt32(0)...0x10_FFFF).lazy
    .compactMap { Unicode.Scalar($0) }.filter { isRare($0) }

  private static func isRare(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isNoncharacterCodePoint || scalar.properties.isWhitespace { return true }
    if scalar.properties.isVariationSelector { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default:
      return [0xD7FF, 0xE000, 0xF8FF, 0xFFFC, 0xFFFD, 0x1_0000, 0x10_FFFD].contains(scalar.value)
    }
  }

  /// Each of them alone, at the ends of a text, within one, twice, and behind what may become an
  /// escape of a workbook's text with it.
  public static let texts: [String] = all.flatMap { scalar in
    let text = String(scalar)
    return [
      text, "甲" + text, text + "甲", "甲" + text + "乙", "a" + text + text + "b", "_x0041" + text,
    ]
  }

  /// A text with its rare characters told by number.
  public static func described(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      isRare(scalar) ? "<" + String(scalar.value, radix: 16, uppercase: true) + ">" : String(scalar)
    }.joined()
  }
}
