internal import IR

/// Grid tables (reStructuredText, pandoc): cells between bars, rows between lines `+---+---+`.
///
/// Only full grids are tables: one in which a line has another number of cells stays text.
extension TextReader {
  /// Reads the grid table that begins at a line; `false`, with nothing read, for any other line.
  mutating func readGridTable(
    _ text: Span<UInt8>, _ first: Line, into document: inout Document
  ) -> Bool {
    guard dialect == .markdown, containers.isEmpty, let count = gridBorder(text, first)?.count
    else {
      return false
    }
    var lines = LinedRows()
    var end: Int?
    var next = first.next
    while next < text.count {
      let line = peekLine(text, at: next)
      if line.isBlank { break }
      if let border = gridBorder(text, line) {
        guard border.count == count else { return false }
        if border.isBelowHeader { lines.endHeader() } else { lines.endRow() }
        end = line.end
      } else if let cells = gridCells(text, line), cells.count == count {
        lines.current.append(cells)
        end = nil
      } else {
        break
      }
      next = line.next
    }
    guard let end, !lines.rows.isEmpty else { return false }
    append(lines, text, first.content..<end, to: &document)
    return true
  }

  /// The number of cells between the plus signs of a line that separates rows, and whether it ends the
  /// header.
  private func gridBorder(
    _ text: Span<UInt8>, _ line: Line
  ) -> (count: Int, isBelowHeader: Bool)? {
    let border = text.trimmed(line.content..<line.end)
    guard line.indent < 4, border.count >= 3, text[border.lowerBound] == UInt8(ascii: "+"),
      text[border.upperBound - 1] == UInt8(ascii: "+")
    else { return nil }
    var count = 0
    var isBelowHeader = false
    for index in border {
      switch text[index] {
      case UInt8(ascii: "+"): count += 1
      case UInt8(ascii: "="): isBelowHeader = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"): break
      default: return nil
      }
    }
    return (count - 1, isBelowHeader)
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
