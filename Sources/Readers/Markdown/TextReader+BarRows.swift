internal import IR

/// Rows with bars, but without a row of dashes that fits their header.
///
/// GFM takes them for a paragraph. OCR leaves them where a page break cuts a table, or where it
/// miscounts the dashes. trafilatura, which takes the text out of pages of the web, has no dashes where a
/// table has no header, no empty line beside a table, and in older versions a bar after each cell but none
/// before the first. They are rows here when they can hardly be anything else.
extension TextReader {
  /// Reads the lines of a paragraph as tables and text, if there are rows among them.
  mutating func readBarRows(
    _ text: Span<UInt8>, _ lines: [Range<Int>], into document: inout Document
  ) -> Bool {
    guard dialect == .markdown, containers.isEmpty else { return false }
    let runs = BarRun.runs(of: lines, text)
    guard runs.contains(where: { $0.isTable(lineCount: lines.count) }) else { return false }
    var between: [Range<Int>] = []
    for run in runs {
      guard run.isTable(lineCount: lines.count) else {
        between += run.lines
        continue
      }
      appendText(text, between, level: 0, into: &document)
      between = []
      append(run, text, to: &document)
    }
    appendText(text, between, level: 0, into: &document)
    return true
  }

  /// Appends rows as a table without a header.
  private mutating func append(_ run: BarRun, _ text: Span<UInt8>, to document: inout Document) {
    guard let first = run.lines.first, let last = run.lines.last else { return }
    var rows = TableRows(in: document, at: first.lowerBound, limits: limits)
    for lines in run.rows {
      if lines.count > 1, appendBrokenRow(text, lines, of: run, to: &rows, in: &document) {
        continue
      }
      for line in lines { appendRow(text, line, of: run, to: &rows, in: &document) }
    }
    rows.finish(at: last.upperBound, in: &document)
  }

  /// Appends a row that has a line of its own.
  private mutating func appendRow(
    _ text: Span<UInt8>, _ line: Range<Int>, of run: BarRun, to rows: inout TableRows,
    in document: inout Document
  ) {
    if run.isBordered {
      _ = appendPipeRow(text, line, isHeader: false, to: &rows, in: &document)
    } else {
      appendClosedRow(text, line, to: &rows, in: &document)
    }
  }

  /// Appends a row with a bar after each cell and none before the first: one there ends an empty cell.
  mutating func appendClosedRow(
    _ text: Span<UInt8>, _ line: Range<Int>, to rows: inout TableRows, in document: inout Document
  ) {
    let cells = PipeRow.withoutLastBar(text, line)
    _ = appendPipeRow(text, cells, ends: .cells, isHeader: false, to: &rows, in: &document)
  }

  /// How many bars a header has where one ends each cell and none stands before the first; `nil` for any other.
  ///
  /// GFM takes a bar at the start of a row for a border also there; one with as many bars as the header would
  /// lose its first cell, which is empty.
  func closingBars(_ text: Span<UInt8>, header: Range<Int>) -> Int? {
    let content = text.trimmed(header)
    guard text.endsWithBar(content), text[content.lowerBound] != UInt8(ascii: "|") else {
      return nil
    }
    return PipeRow.barCount(text, content)
  }

  /// Appends a row whose cells go on in further lines, if it has no more cells than a row may have.
  private mutating func appendBrokenRow(
    _ text: Span<UInt8>, _ lines: [Range<Int>], of run: BarRun, to rows: inout TableRows,
    in document: inout Document
  ) -> Bool {
    var cells: [[Range<Int>]] = []
    for (number, line) in lines.enumerated() {
      let isFirst = number == 0
      let parts = PipeRow.contents(
        text, number + 1 < lines.count ? line : PipeRow.withoutLastBar(text, line),
        isFirst && run.isBordered ? .borders : .cells)
      if !isFirst, let part = parts.first { cells[cells.count - 1].append(part) }
      cells += parts.dropFirst(isFirst ? 0 : 1).map { [$0] }
    }
    guard cells.count <= rows.room else { return false }
    let end = lines[lines.count - 1].upperBound
    for cell in cells {
      append(cell, text, isHeader: false, at: end, to: &rows, in: &document)
    }
    rows.endRow()
    return true
  }
}
