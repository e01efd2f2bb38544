/// How wide characters are set: as wide as a Chinese character, or half that (UAX #11).
public enum EastAsianWidth {
  /// Whether a scalar is wide or full-width.
  public static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    // All below the first range of the table are narrow; most text asks for nothing else.
    guard scalar.value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(scalar.value)
  }

  /// The number of columns a scalar takes on a terminal: 2, 1, or 0 when it combines.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    if isWide(scalar) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// The number of columns a text takes on a terminal.
  public static func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }
}
