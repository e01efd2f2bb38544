internal import IR

/// The cells of a line of a pipe table (GFM 4.10).
enum PipeRow {
  /// One cell.
  struct Cell {
    /// The content without padding.
    var content: Range<Int>
    /// Whether anything in it may have to be decoded.
    var isPlain: Bool
    /// The offset of the bar or line end after the cell.
    var end: Int
  }

  /// What a bar at an end of a row is.
  enum Ends {
    /// The border of the table (GFM 4.10).
    case borders
    /// What separates an empty cell from the next one, as html2text writes rows.
    case cells
  }

  /// The offset of a row's first cell: after white space and a bar that is a border.
  static func start(_ text: Span<UInt8>, _ range: Range<Int>, _ ends: Ends) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    if ends == .borders, index < range.upperBound, text[index] == UInt8(ascii: "|") { index += 1 }
    return index
  }

  /// The cell that starts at an offset; `nil` when only white space is left of the line.
  @inline(__always)
  static func cell(_ text: Span<UInt8>, from start: Int, end: Int) -> Cell? {
    var isPlain = true
    var index = start
    scan: while index < end {
      let byte = text[index]
      if byte > 0x7C {
        // Most characters are Chinese and have three bytes.
        index += byte >= 0xE0 ? 3 : 1
        continue
      }
      switch byte {
      case UInt8(ascii: "|"):
        // The bar is text after a backslash, in code spans too.
        if index == start || text[index - 1] != UInt8(ascii: "\\") { break scan }
      case 0x0A, 0x0D: break scan
      case 0, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
        isPlain = false
      default: break
      }
      index += 1
    }
    index = min(index, end)
    var low = start
    var high = index
    while low < high, text[low].isSpace { low += 1 }
    while high > low, text[high - 1].isSpace { high -= 1 }
    if low < high, text[low] == UInt8(ascii: "*") { isPlain = false }
    let isLast = index >= end || text[index] != UInt8(ascii: "|")
    if isLast, low == high { return nil }
    return Cell(content: low..<high, isPlain: isPlain, end: index)
  }

  /// The number of cells of a row.
  static func cellCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var index = start(text, range, .borders)
    while let cell = cell(text, from: index, end: range.upperBound) {
      count += 1
      index = cell.end + 1
      if index > range.upperBound { break }
    }
    return count
  }

  /// The contents of the cells of a line or a part of one; what a bar leaves open at its end is a cell too.
  static func contents(_ text: Span<UInt8>, _ range: Range<Int>, _ ends: Ends) -> [Range<Int>] {
    var contents: [Range<Int>] = []
    var index = start(text, range, ends)
    while let cell = cell(text, from: index, end: range.upperBound) {
      contents.append(cell.content)
      guard cell.end < range.upperBound else { return contents }
      index = cell.end + 1
    }
    contents.append(index..<index)
    return contents
  }

  /// A line up to the bar at its end.
  static func withoutLastBar(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    let end = text.trimmed(line).upperBound
    return line.lowerBound..<max(line.lowerBound, end - 1)
  }

  /// The number of bars of a line, those after a backslash aside.
  static func barCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    range.count { index in
      text[index] == UInt8(ascii: "|")
        && (index == range.lowerBound || text[index - 1] != UInt8(ascii: "\\"))
    }
  }
}
