internal import IR

/// Cuts a line of text that holds several captions, such as `（2024年度）　单位：万元`.
enum CaptionLine {
  /// Longer lines, in bytes, are prose.
  private static let longestLine = 240
  /// No label before a colon is longer, in bytes.
  private static let longestLabel = 36

  /// The pieces of a line: it is cut at white space that a label with a colon follows, or a year behind a
  /// label, and behind a caption in parentheses.
  static func pieces(_ bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    guard bytes.count <= longestLine else { return [bytes.startIndex..<bytes.endIndex] }
    var pieces: [Range<Int>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let space = TextParts.spaceLength(bytes, at: index)
      guard space > 0 || isClosed(bytes, from: start, to: index) else {
        index += 1
        continue
      }
      var next = index
      while next < bytes.endIndex {
        let more = TextParts.spaceLength(bytes, at: next)
        if more == 0 { break }
        next += more
      }
      if index > start,
        beginsWithLabel(bytes[next...])
          || beginsWithYear(bytes[next...]) && beginsWithLabel(bytes[start...])
      {
        pieces.append(start..<index)
        start = next
      }
      index = max(next, index + 1)
    }
    if start < bytes.endIndex { pieces.append(start..<bytes.endIndex) }
    return pieces
  }

  /// Whether a key is a caption that forms are known to print: the year, the unit of amounts, or a
  /// label with a colon.
  static func isKnown(_ key: ArraySlice<UInt8>, _ vocabulary: Vocabulary) -> Bool {
    for end in key.indices where key[end] == UInt8(ascii: ":") {
      let label = key[..<end]
      if vocabulary.find(label.span) >= 0 { return true }
    }
    return UnitCaption.unit(ofLine: key) != nil || TitleRule.year(ofLine: key) != nil
  }

  /// Whether a piece is a caption in parentheses, which needs no white space behind it:
  /// （2024年度）单位：万元.
  @inline(__always)
  private static func isClosed(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
    let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    // Most places are dismissed by one byte.
    guard end > start, bytes[end - 1] == close || bytes[end - 1] == fullParentheses.close[2] else {
      return false
    }
    let piece = bytes[start..<end]
    guard piece.last == close || piece.hasSuffix(fullParentheses.close) else { return false }
    return piece.first == open || piece.starts(with: fullParentheses.open)
  }

  private static let fullColon = Array("：".utf8)
  private static let fullParentheses = (open: Array("（".utf8), close: Array("）".utf8))

  /// Whether a text begins with a year that white space or its end follows.
  private static func beginsWithYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == 0x31 || first == 0x32 else { return false }
    let end = bytes.indices.first { TextParts.spaceLength(bytes, at: $0) > 0 } ?? bytes.endIndex
    return TitleRule.year(ofLine: bytes[..<end]) != nil
  }

  /// Whether a text begins with a short word and a colon, which is not the end of an address.
  private static func beginsWithLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0x80, !bytes.starts(with: fullColon) else {
      return false
    }
    var index = bytes.startIndex
    while index < bytes.endIndex, index - bytes.startIndex <= longestLabel {
      if bytes[index] == UInt8(ascii: ":") { return true }
      if bytes[index...].starts(with: fullColon) { return true }
      if TextParts.spaceLength(bytes, at: index) > 0 { return false }
      index += 1
    }
    return false
  }
}
