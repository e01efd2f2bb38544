internal import IR

extension String {
  /// The lines, with the scalars that steer a terminal shown as escapes.
  var visibleLines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.visible)
  }

  /// The text broken into lines that are at most so many columns wide.
  func wrapped(at width: Int) -> String {
    lines(ofWidth: width).joined(separator: "\n")
  }

  /// The lines that are at most so many columns wide: broken between words and beside wide
  /// characters, within a word only where it is longer than a line.
  ///
  /// A punctuation mark that must not begin a line may stand beyond the width.
  func lines(ofWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for unit in wrappingUnits(width) {
      let count = EastAsianWidth.columns(of: unit)
      if columns + count > width, !line.isEmpty, !unit.isClosingPunctuation {
        lines.append(line.withoutSpaceAtEnd)
        line = ""
        columns = 0
        if unit == " " { continue }
      }
      line += unit
      columns += count
    }
    return lines + [line.withoutSpaceAtEnd]
  }

  /// Words, spaces and single wide characters; words longer than a line are cut.
  private func wrappingUnits(_ width: Int) -> [String] {
    var units: [String] = []
    var word = ""
    var columns = 0
    func finishWord() {
      if !word.isEmpty { units.append(word) }
      word = ""
      columns = 0
    }
    for character in self {
      let text = String(character)
      let count = EastAsianWidth.columns(of: text)
      if character == " " || count > 1 {
        finishWord()
        units.append(text)
        continue
      }
      if columns + count > width { finishWord() }
      word += text
      columns += count
    }
    finishWord()
    return units
  }

  private var isClosingPunctuation: Bool {
    first.map { "，。；：、！？）」』》〉】”’".contains($0) } ?? false
  }

  private var withoutSpaceAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
