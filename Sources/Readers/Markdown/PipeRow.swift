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

  /// The offset of a row's first cell: after white space and one bar.
  static func start(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    if index < range.upperBound, text[index] == UInt8(ascii: "|") { index += 1 }
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
    while low < high, TagScanner.isSpace(text[low]) { low += 1 }
    while high > low, TagScanner.isSpace(text[high - 1]) { high -= 1 }
    if low < high, text[low] == UInt8(ascii: "*") { isPlain = false }
    let isLast = index >= end || text[index] != UInt8(ascii: "|")
    if isLast, low == high { return nil }
    return Cell(content: low..<high, isPlain: isPlain, end: index)
  }

  /// The number of cells of a row.
  static func cellCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var index = start(text, range)
    while let cell = cell(text, from: index, end: range.upperBound) {
      count += 1
      index = cell.end + 1
      if index > range.upperBound { break }
    }
    return count
  }
}
