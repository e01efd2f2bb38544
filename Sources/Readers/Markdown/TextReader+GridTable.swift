internal import IR

/// Grid tables (reStructuredText, pandoc): cells between bars, rows between lines `+---+---+`.
///
/// Only full grids are tables: one in which a line has another number of cells stays text.
extension TextReader {
  /// Reads the grid table that begins at a line; `false`, with nothing read, for any other line.
  mutating func readGridTable(
    _ text: Span<UInt8>, _ first: Line, into document: inout Document
  ) -> Bool {
    guard dialect == .markdown, containers.isEmpty, let top = gridBorder(text, first) else {
      return false
    }
    var lines = LinedRows()
    var alignments = top.alignments
    var end: Int?
    var next = first.next
    while next < text.count {
      let line = peekLine(text, at: next)
      if line.isBlank { break }
      if let border = gridBorder(text, line) {
        guard border.count == top.count else { return false }
        if border.isBelowHeader {
          lines.endHeader()
          alignments = border.alignments
        } else {
          lines.endRow()
        }
        end = line.end
      } else if let cells = gridCells(text, line), cells.count == top.count {
        lines.current.append(cells)
        end = nil
      } else {
        break
      }
      next = line.next
    }
    guard let end, !lines.rows.isEmpty else { return false }
    append(lines, text, first.content..<end, alignments: alignments.trimmed, to: &document)
    return true
  }

  /// A line that separates rows.
  private struct GridBorder {
    /// How the colons between the plus signs align the columns.
    var alignments: [ColumnAlignment] = []
    /// Whether it ends the header.
    var isBelowHeader = false

    /// The number of columns.
    var count: Int { alignments.count }
  }

  /// The line that separates rows; `nil` for any other line.
  private func gridBorder(_ text: Span<UInt8>, _ line: Line) -> GridBorder? {
    let content = text.trimmed(line.content..<line.end)
    guard line.indent < 4, content.count >= 3, text[content.lowerBound] == UInt8(ascii: "+"),
      text[content.upperBound - 1] == UInt8(ascii: "+")
    else { return nil }
    var border = GridBorder()
    var start = content.lowerBound + 1
    for index in content.dropFirst() {
      switch text[index] {
      case UInt8(ascii: "+"):
        border.alignments.append(
          start < index ? ColumnAlignment(text, delimiter: start..<index) : .none)
        start = index + 1
      case UInt8(ascii: "="): border.isBelowHeader = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"): break
      default: return nil
      }
    }
    return border
  }

  /// The parts of a line between its bars, those after a backslash aside.
  private func gridCells(_ text: Span<UInt8>, _ line: Line) -> [Range<Int>]? {
    let content = text.trimmed(line.content..<line.end)
    guard text[content.lowerBound] == UInt8(ascii: "|") else { return nil }
    var cells: [Range<Int>] = []
    var start = content.lowerBound + 1
    for index in content.dropFirst()
    where text[index] == UInt8(ascii: "|") && text[index - 1] != UInt8(ascii: "\\") {
      cells.append(text.trimmed(start..<index))
      start = index + 1
    }
    return start == content.upperBound ? cells : nil
  }
}
