internal import IR

/// Rows of a table whose cells go over several lines, each with its part of every cell.
struct LinedRows {
  /// Whether the first row is a header.
  private(set) var hasHeader = false
  /// The parts of each cell, by row and column.
  private(set) var rows: [[[Range<Int>]]] = []
  /// The lines that were not taken for rows yet; each has a part for every column.
  var current: [[Range<Int>]]

  /// Begins a table with the lines of its header, if it has one.
  init(header: [[Range<Int>]] = []) {
    current = header
    endHeader()
  }

  /// Takes the lines for one row.
  mutating func endRow() {
    guard let first = current.first else { return }
    rows.append(first.indices.map { column in current.map { $0[column] } })
    current = []
  }

  /// Takes the lines for a row each.
  mutating func endRows() {
    for line in current { rows.append(line.map { [$0] }) }
    current = []
  }

  /// Takes the lines for the header, where there are any.
  mutating func endHeader() {
    if rows.isEmpty, !current.isEmpty { hasHeader = true }
    endRow()
  }
}

extension TextReader {
  /// Appends rows as a table that stands in a range, and goes on below it.
  mutating func append(
    _ lines: LinedRows, _ text: Span<UInt8>, _ range: Range<Int>,
    alignments: [ColumnAlignment] = [], to document: inout Document
  ) {
    var rows = TableRows(in: document, at: range.lowerBound, limits: limits)
    for (number, row) in lines.rows.enumerated() {
      for cell in row {
        append(
          cell, text, isHeader: lines.hasHeader && number == 0, at: range.upperBound, to: &rows,
          in: &document)
      }
      rows.endRow()
    }
    position = text.afterLineEnd(range.upperBound)
    rows.finish(at: range.upperBound, alignments: alignments, in: &document)
  }

  /// Appends a cell that has parts in several lines; without any it is at an offset.
  mutating func append(
    _ cell: [Range<Int>], _ text: Span<UInt8>, isHeader: Bool, at end: Int,
    to rows: inout TableRows, in document: inout Document
  ) {
    let parts = cell.filter { !$0.isEmpty }
    let start = parts.first?.lowerBound ?? end
    let source = start..<(parts.last?.upperBound ?? start)
    rows.append(
      join(parts, text, source, &document), source: source, isHeader: isHeader, to: &document)
  }

  /// The text of the parts of a cell.
  private func join(
    _ parts: [Range<Int>], _ text: Span<UInt8>, _ source: Range<Int>, _ document: inout Document
  ) -> TextRange {
    guard parts.count > 1 else { return document.decodeText(text, source, style: style) }
    let length = document.decodedText.count
    var decoder = InlineDecoder(style: style, out: document.decodedText)
    for (number, part) in parts.enumerated() {
      if number > 0 { decoder.startLine(&document.decodedText) }
      // A backslash says that the line ends here, which it does.
      let isBroken = number + 1 < parts.count && text[part.upperBound - 1] == UInt8(ascii: "\\")
      decoder.append(text, isBroken ? part.dropLast() : part, to: &document.decodedText)
    }
    return document.finish(&decoder, from: length, source: source)
  }
}
