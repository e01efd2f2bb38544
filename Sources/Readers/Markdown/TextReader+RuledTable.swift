internal import IR

/// Simple and multiline tables, as pandoc writes tables into its own markdown.
///
/// Lines of dashes stand around the rows, and rows of several lines are separated by blank ones. GFM
/// takes all this for text between thematic breaks.
extension TextReader {
  /// What of a table was found so far.
  fileprivate struct RuledTable {
    let rule: ColumnRule
    var lines: LinedRows
    /// Where the table ends; `nil` where the text ends first.
    var end: Int?

    /// A table with the lines of its header, if it has one.
    init(rule: ColumnRule, header: [[Range<Int>]] = []) {
      self.rule = rule
      lines = LinedRows(header: header)
    }
  }

  /// A table is given up where its end is not found within so many bytes.
  private static let longestTable = 1 << 20

  /// Reads a table that begins with a rule: one without a header, or whose header stands between two
  /// rules; `false`, with nothing read, for any other line.
  mutating func readRuledTable(
    _ text: Span<UInt8>, _ line: Line, into document: inout Document
  ) -> Bool {
    guard dialect == .markdown, containers.isEmpty, text[line.content] == UInt8(ascii: "-") else {
      return false
    }
    let table =
      if let rule = ColumnRule(text, line) {
        rows(text, after: line, RuledTable(rule: rule))
      } else {
        multilineTable(text, line)
      }
    guard let table else { return false }
    guard let end = table.end else {
      // The rest may be in the next piece of the file.
      needsText = !isLastPiece && text.count - line.end < Self.longestTable
      return needsText
    }
    guard !table.lines.rows.isEmpty else { return false }
    append(table.lines, text, line.start..<end, to: &document)
    return true
  }

  /// Reads a simple table whose header is the only line of a paragraph and whose rule is the next one.
  mutating func readRuledTable(
    _ text: Span<UInt8>, header: Range<Int>, _ line: Line, into document: inout Document
  ) -> Bool {
    guard dialect == .markdown, containers.isEmpty, let rule = ColumnRule(text, line) else {
      return false
    }
    let headerLine = peekLine(text, at: position)
    guard headerLine.content == header.lowerBound, let cells = rule.cells(text, headerLine) else {
      return false
    }
    var table = RuledTable(rule: rule, header: [cells])
    table.lines.endRow()
    guard let table = simpleRows(text, after: line, table), let end = table.end else {
      return false
    }
    append(table.lines, text, header.lowerBound..<end, to: &document)
    return true
  }

  /// A multiline table with a header, whose first line is one run of dashes.
  private func multilineTable(_ text: Span<UInt8>, _ first: Line) -> RuledTable? {
    guard ColumnRule.isRun(text, first) else { return nil }
    var lines: [Line] = []
    var next = first.next
    while next < text.count, lines.count < 16 {
      let line = peekLine(text, at: next)
      guard !line.isBlank else { return nil }
      if let rule = ColumnRule(text, line) {
        let header = lines.compactMap { rule.cells(text, $0) }
        guard rule.isSpanned(text, by: first), !header.isEmpty, header.count == lines.count else {
          return nil
        }
        return rows(text, after: line, RuledTable(rule: rule, header: header))
      }
      lines.append(line)
      next = line.next
    }
    return nil
  }

  /// The rows down to the rule that ends the table; `nil` where it is none.
  private func rows(
    _ text: Span<UInt8>, after first: Line, _ table: RuledTable
  ) -> RuledTable? {
    var table = table
    var next = first.next
    var hasBlank = false
    while next < min(text.count, first.end + Self.longestTable) {
      let line = peekLine(text, at: next)
      if line.isBlank {
        table.lines.endRow()
        hasBlank = true
      } else if table.isEnd(text, line) {
        if hasBlank { table.lines.endRow() } else { table.lines.endRows() }
        table.end = line.end
        return table
      } else {
        // The rule of another table: this one has no end.
        guard ColumnRule(text, line) == nil, let cells = table.rule.cells(text, line) else {
          return nil
        }
        table.lines.current.append(cells)
      }
      next = line.next
    }
    return table
  }

  /// The rows down to a blank line, each of one line; `nil` where the table is none with a header.
  private func simpleRows(
    _ text: Span<UInt8>, after rule: Line, _ table: RuledTable
  ) -> RuledTable? {
    var table = table
    table.end = rule.end
    var next = rule.next
    while next < text.count {
      let line = peekLine(text, at: next)
      guard !line.isBlank else { break }
      // A rule at the end too: what stands above the first is no header.
      guard !table.isEnd(text, line), let cells = table.rule.cells(text, line) else { return nil }
      table.lines.current.append(cells)
      table.end = line.end
      next = line.next
    }
    guard !table.lines.current.isEmpty else { return nil }
    table.lines.endRows()
    return table
  }
}

extension TextReader.RuledTable {
  /// Whether a line ends the table: the rule again, or one run of dashes as wide.
  fileprivate func isEnd(_ text: Span<UInt8>, _ line: Line) -> Bool {
    text[line.content] == UInt8(ascii: "-")
      && (ColumnRule(text, line) == rule || lines.hasHeader && rule.isSpanned(text, by: line))
  }
}
