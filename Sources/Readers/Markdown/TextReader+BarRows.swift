internal import IR

/// Rows between bars without a row of dashes that fits their header.
///
/// GFM takes them for a paragraph. OCR leaves them where a page break cuts a table, or where it
/// miscounts the dashes, so they are rows here when they can hardly be anything else.
extension TextReader {
  /// No narrower row makes a table of a paragraph.
  private static let leastColumns = 4

  /// Whether all lines of a paragraph are rows of a table.
  ///
  /// Each begins and ends with a bar, and one or more have four cells, rows of dashes aside. A page
  /// break may leave the last row alone.
  func areBarRows(_ text: Span<UInt8>, _ lines: [Range<Int>]) -> Bool {
    guard dialect == .markdown, containers.isEmpty,
      lines.allSatisfy({ isBetweenBars(text, $0) })
    else { return false }
    return lines.contains { line in
      !isDashes(text, line) && PipeRow.cellCount(text, line) >= Self.leastColumns
    }
  }

  /// Reads such lines as a table without a header; rows of dashes are no rows.
  mutating func readBarRows(
    _ text: Span<UInt8>, _ lines: [Range<Int>], into document: inout Document
  ) {
    guard let first = lines.first else { return }
    var rows = TableRows(in: document, at: first.lowerBound, limits: limits)
    var end = first.upperBound
    for line in lines where !isDashes(text, line) {
      end = appendPipeRow(text, line, isHeader: false, to: &rows, in: &document)
    }
    rows.finish(at: end, in: &document)
  }

  private func isBetweenBars(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let content = text.trimmed(line)
    guard content.count > 1, text[content.lowerBound] == UInt8(ascii: "|") else { return false }
    return text[content.upperBound - 1] == UInt8(ascii: "|")
      && text[content.upperBound - 2] != UInt8(ascii: "\\")
  }

  private func isDashes(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { index in
      switch text[index] {
      case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: true
      default: false
      }
    } && line.contains { text[$0] == UInt8(ascii: "-") }
  }
}
