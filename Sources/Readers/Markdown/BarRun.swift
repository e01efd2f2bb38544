internal import IR

/// Lines of a paragraph, one below the other, that are rows with bars or are not.
struct BarRun {
  /// The lines of each row, more than one where a cell goes on in the next line; without rows of dashes.
  private(set) var rows: [[Range<Int>]] = []
  /// All lines.
  private(set) var lines: [Range<Int>] = []
  /// Whether the lines are rows at all.
  let hasRows: Bool
  /// Whether each row begins with a bar: that of its border.
  private(set) var isBordered = true
  /// Whether the last row goes on in the next line.
  private var isOpen = false
  /// The most cells that a row of one line has.
  private(set) var columnCount = 0

  /// No narrower row makes a table of a paragraph.
  private static let leastColumns = 4

  init(hasRows: Bool) { self.hasRows = hasRows }

  /// Whether the rows are a table, in a paragraph of so many lines: at the end of a page one row may be alone.
  func isTable(lineCount: Int) -> Bool {
    hasRows && columnCount >= Self.leastColumns
      && (rows.count > 1 || isBordered && lines.count == lineCount)
  }

  /// Takes a line that is no part of a row.
  mutating func append(text line: Range<Int>) { lines.append(line) }

  /// Takes a line that is a row, a part of one, or between rows.
  mutating func append(_ line: Range<Int>, of text: Span<UInt8>) {
    lines.append(line)
    let content = text.trimmed(line)
    guard !text.isDashedRow(content) else { return }
    if isOpen {
      rows[rows.count - 1].append(line)
    } else {
      rows.append([line])
      isBordered = isBordered && text[content.lowerBound] == UInt8(ascii: "|")
    }
    isOpen = !text.endsWithBar(content)
    if !isOpen { columnCount = max(columnCount, PipeRow.cellCount(text, line)) }
  }

  /// The lines of a paragraph, cut where rows begin and end; none where no line is a row.
  ///
  /// A row that has no bar at its end goes on in the lines below, up to one that has.
  static func runs(of lines: [Range<Int>], _ text: Span<UInt8>) -> [BarRun] {
    // Below the last bar at the end of a line no row ends.
    guard let end = lines.lastIndex(where: { text.endsWithBar(text.trimmed($0)) }) else {
      return []
    }
    var runs: [BarRun] = []
    for (index, line) in lines.enumerated() {
      let content = text.trimmed(line)
      let isWithin = runs.last?.hasRows == true && index <= end
      let isRow =
        text.endsWithBar(content)
        || isWithin && (runs.last?.isOpen == true || PipeRow.barCount(text, content) > 0)
      if runs.last?.hasRows != isRow { runs.append(BarRun(hasRows: isRow)) }
      if isRow {
        runs[runs.count - 1].append(line, of: text)
      } else {
        runs[runs.count - 1].append(text: line)
      }
    }
    return runs
  }
}

extension Span<UInt8> {
  /// Whether a line without white space around it ends with a bar, and is more than that.
  func endsWithBar(_ line: Range<Int>) -> Bool {
    line.count > 1 && self[line.upperBound - 1] == UInt8(ascii: "|")
      && self[line.upperBound - 2] != UInt8(ascii: "\\")
  }

  /// Whether there are only dashes, colons and bars in a line.
  fileprivate func isDashedRow(_ line: Range<Int>) -> Bool {
    line.allSatisfy { index in
      switch self[index] {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: true
      default: false
      }
    } && line.contains { self[$0] == UInt8(ascii: "-") }
  }
}
