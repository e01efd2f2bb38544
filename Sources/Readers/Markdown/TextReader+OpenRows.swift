internal import IR

/// Rows without borders as html2text writes them: a bar at an end of a row stands beside an empty cell.
///
/// GFM takes that bar for a border, so that rows with an empty first cell would be moved by a column.
/// The delimiter row tells these tables: it has no borders, and two spaces end it.
extension TextReader {
  /// How many bars the rows of such a table have; `nil` for any other table.
  func openBars(_ text: Span<UInt8>, header: Range<Int>, delimiter: Line) -> Int? {
    let line = delimiter.content..<delimiter.end
    guard line.count > 3, text[line.lowerBound] == UInt8(ascii: "-"),
      text[line.upperBound - 1] == 0x20, text[line.upperBound - 2] == 0x20,
      text[line.upperBound - 3] == UInt8(ascii: "-")
    else { return nil }
    let bars = PipeRow.barCount(text, line)
    return bars > 0 && PipeRow.barCount(text, header) == bars ? bars : nil
  }

  /// Reads the rows of such a table from its header on; one with more or fewer bars is read as in GFM.
  mutating func readOpenRows(
    _ text: Span<UInt8>, header: Range<Int>, after delimiter: Line, bars: Int,
    to rows: inout TableRows, in document: inout Document
  ) {
    appendOpenRow(text, header, isHeader: true, to: &rows, in: &document)
    var overlong = OverlongRows(width: rows.columnCount)
    position = delimiter.next
    var end = delimiter.end
    while position < text.count {
      let line = peekLine(text, at: position)
      guard !line.isBlank, line.isContained, !endsTable(text, line) else { break }
      let range = line.content..<line.end
      if PipeRow.barCount(text, range) == bars {
        appendOpenRow(text, range, isHeader: false, to: &rows, in: &document)
      } else if hasNoCells(text, at: line.content) {
        break
      } else {
        _ = appendPipeRow(text, range, isHeader: false, to: &rows, in: &document)
      }
      overlong.add(range, count: rows.lastCount)
      (position, end) = (line.next, line.end)
    }
    overlong.report(in: &document)
    rows.finish(at: end, in: &document)
  }

  private mutating func appendOpenRow(
    _ text: Span<UInt8>, _ range: Range<Int>, isHeader: Bool, to rows: inout TableRows,
    in document: inout Document
  ) {
    _ = appendPipeRow(text, range, ends: .cells, isHeader: isHeader, to: &rows, in: &document)
  }
}
