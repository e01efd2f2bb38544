internal import IR

/// A line of dashes in groups, one above each column of a table, as pandoc writes simple and multiline
/// tables: `  ------ ---------`.
///
/// Columns are counted as a terminal shows them, where Chinese characters take two.
struct ColumnRule: Equatable {
  /// Where the groups begin and where the last one ends.
  private let starts: [Int]
  private let end: Int

  /// The number of columns.
  var count: Int { starts.count }

  /// Reads the rule in a line; `nil` for any other line, such as `---` and `- - -`.
  init?(_ text: Span<UInt8>, _ line: Line) {
    guard line.indent < 4, !line.isBlank, text[line.content] == UInt8(ascii: "-") else {
      return nil
    }
    var starts: [Int] = []
    var end = 0
    var index = line.content
    while index < line.end {
      let start = index
      while index < line.end, text[index] == UInt8(ascii: "-") { index += 1 }
      guard index - start >= 2 else { return nil }
      starts.append(start - line.start)
      end = index - line.start
      while index < line.end, text[index] == 0x20 { index += 1 }
      guard index == line.end || text[index] == UInt8(ascii: "-") else { return nil }
    }
    guard starts.count > 1 else { return nil }
    self.starts = starts
    self.end = end
  }

  /// Whether a line is one run of dashes as wide as the rule: it stands above the header and below the
  /// last row of a multiline table.
  func isSpanned(_ text: Span<UInt8>, by line: Line) -> Bool {
    line.content - line.start == starts[0]
      && text.trimmed(line.content..<line.end).count == end - starts[0]
      && Self.isRun(text, line)
  }

  /// Whether a line is one run of dashes.
  static func isRun(_ text: Span<UInt8>, _ line: Line) -> Bool {
    let dashes = text.trimmed(line.content..<line.end)
    return dashes.count >= 3 && dashes.allSatisfy { text[$0] == UInt8(ascii: "-") }
  }

  /// The parts of a line in each column, without padding; `nil` where a word goes on over a border.
  func cells(_ text: Span<UInt8>, _ line: Line) -> [Range<Int>]? {
    var cells: [Range<Int>] = []
    var start = line.start
    var column = 0
    var index = line.start
    for border in starts.dropFirst() {
      while index < line.end, column < border {
        column += EastAsianWidth.columns(of: text.scalar(at: index) ?? "\u{FFFD}")
        index += text[index].scalarLength
      }
      guard index == line.end || text[index - 1] == 0x20 || text[index] == 0x20 else { return nil }
      cells.append(text.trimmed(start..<index))
      start = index
    }
    cells.append(text.trimmed(start..<line.end))
    return cells
  }
}
