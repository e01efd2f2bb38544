internal import IR

/// Labels of both levels in one cell: 产出指标-数量指标, 产出（数量）, 产出指标数量指标.
extension FormReading {
  /// Reads a key as a level-1 label and a level-2 label of its group; `nil` where it is not that.
  ///
  /// One of the two may be damaged. With nothing between them both must be labels in full: 产出数量 is a
  /// word of its own.
  func levelPair(_ key: Span<UInt8>) -> LevelMatch? {
    guard key.count <= LevelSeparators.longestPair, labels.mayBeginWithGroup(key) else {
      return nil
    }
    for end in LevelSeparators.shortestLabel..<max(key.count, LevelSeparators.shortestLabel)
    // No character is cut in two.
    where !key[end].isContinuation {
      if let pair = levelPair(key, cutAt: end) { return pair }
    }
    return nil
  }

  private func levelPair(_ key: Span<UInt8>, cutAt end: Int) -> LevelMatch? {
    let rest = LevelSeparators.label(in: key, behind: end)
    var level1 = levelMatch(ofKey: key.extracting(first: end))
    var level2 = levelMatch(ofKey: key.extracting(rest))
    guard level1 != nil || level2 != nil else { return nil }
    level1 = level1 ?? labels.damagedLevel(key.extracting(first: end))
    level2 = level2 ?? labels.damagedLevel(key.extracting(rest))
    guard let level1, let level2,
      rest.lowerBound > end || level1.certainty != .word && level2.certainty != .word
    else { return nil }
    return LevelMatch(level1, level2, states)
  }

  /// The text of a level label: of two in one cell each has its own.
  func text(of label: IndicatorRow.Label) -> String {
    label.isPart ? vocabulary.labels[Int(label.match.label)].text : text(label.token, .value)
  }
}

/// What stands between two labels in one cell.
enum LevelSeparators {
  /// No label has fewer bytes, and no two with a mark between them have more.
  static let shortestLabel = 6
  static let longestPair = 96

  private static let marks = WordSet("- — – ― － / \\ | : > → · • , 、 _ ~ + &")

  /// Where the label behind the marks at a place of a text is, without parentheses around it.
  static func label(in text: Span<UInt8>, behind end: Int) -> Range<Int> {
    var start = end
    while let length = marks.prefixLength(of: text.extracting(start...)) { start += length }
    guard start + 1 < text.count, text[start] == UInt8(ascii: "("),
      text[text.count - 1] == UInt8(ascii: ")")
    else { return start..<text.count }
    return start + 1..<text.count - 1
  }
}
