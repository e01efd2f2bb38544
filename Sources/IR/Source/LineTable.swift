/// Turns byte offsets of a text into lines and columns.
///
/// Made only when a place has to be shown: it reads the whole text once.
public struct LineTable: Sendable {
  /// A place as people count: line and column from 1, the column in Unicode scalars.
  ///
  /// In a workbook it is a cell: the line is its row, the column its column.
  public struct Position: Sendable, Hashable {
    /// The line, from 1; the row of a cell.
    public var line: Int
    /// The column in Unicode scalars, from 1; the column of a cell.
    public var column: Int
    /// The number of the sheet in a workbook, from 0: ``SheetPlaces/names``.
    public var sheet: Int?

    /// Creates a position.
    public init(line: Int, column: Int, sheet: Int? = nil) {
      self.line = line
      self.column = column
      self.sheet = sheet
    }

    /// The place as messages give it after the name of a file: `12:5`, or `Sheet1!E12`.
    ///
    /// - Parameter sheetNames: The names of the sheets, of a workbook.
    public func text(sheetNames: [String]) -> String {
      guard let sheet, sheetNames.indices.contains(sheet) else { return "\(line):\(column)" }
      var letters = ""
      var rest = column
      while rest > 0 {
        letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
      }
      return "\(sheetNames[sheet])!\(letters)\(line)"
    }
  }

  /// How many bytes lie between two counts of scalars.
  private static let blockByteCount = 512

  private let lineStarts: [UInt32]
  /// The number of scalars that begin before each block of ``blockByteCount`` bytes.
  private let scalarCounts: [UInt32]

  /// Finds the lines of a text; LF, CRLF and a lone CR end a line.
  public init(_ utf8: [UInt8]) {
    var starts: [UInt32] = [0]
    var counts: [UInt32] = []
    counts.reserveCapacity(utf8.count / Self.blockByteCount + 1)
    let text = utf8.span
    var count = 0
    var start = 0
    while start < text.count {
      counts.append(UInt32(truncatingIfNeeded: count))
      let end = min(start + Self.blockByteCount, text.count)
      Self.appendLineStarts(in: start..<end, of: text, to: &starts)
      count += Self.scalarCount(in: start..<end, of: text)
      start = end
    }
    lineStarts = starts
    scalarCounts = counts
  }

  /// The number of lines that end in a text.
  public static func endedLineCount(in text: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while start &+ ByteRun.byteCount <= text.count {
      let end = start &+ ByteRun.byteCount
      count += ByteRun.lineFeedCount(text, from: start)
      if ByteRun.contains(0x0D, text, from: start) {
        count += loneReturnCount(in: start..<end, of: text)
      }
      start = end
    }
    for index in start..<text.count where text[index] == 0x0A { count += 1 }
    return count + loneReturnCount(in: start..<text.count, of: text)
  }

  /// The number of carriage returns that are line ends by themselves.
  private static func loneReturnCount(in range: Range<Int>, of text: Span<UInt8>) -> Int {
    var count = 0
    for index in range where text[index] == 0x0D {
      if index + 1 == text.count || text[index + 1] != 0x0A { count += 1 }
    }
    return count
  }

  private static func appendLineStarts(
    in range: Range<Int>, of text: Span<UInt8>, to starts: inout [UInt32]
  ) {
    var index = range.lowerBound
    while index &+ ByteWord.byteCount <= range.upperBound {
      // Line ends, and the few other bytes such as tabs.
      var places = ByteWord(text, at: index).placesBelowSixteen
      while places != 0 {
        appendLineStart(after: index &+ places.trailingZeroBitCount / 8, of: text, to: &starts)
        places &= places &- 1
      }
      index &+= ByteWord.byteCount
    }
    while index < range.upperBound {
      appendLineStart(after: index, of: text, to: &starts)
      index &+= 1
    }
  }

  /// Appends the start of the line after a CR or LF, unless the CR belongs to a CRLF.
  private static func appendLineStart(
    after index: Int, of text: Span<UInt8>, to starts: inout [UInt32]
  ) {
    guard text[index] == 0x0A || text[index] == 0x0D else { return }
    let next = index &+ 1
    if text[index] == 0x0D, next < text.count, text[next] == 0x0A { return }
    starts.append(UInt32(truncatingIfNeeded: next))
  }

  /// The line, from 1, that holds the byte at an offset.
  ///
  /// - Parameter previous: A line that is looked at first, with those just after it: places are
  ///   mostly asked for in the order of the text.
  public func line(at offset: UInt32, after previous: Int = 1) -> Int {
    var low = min(max(previous, 1), lineStarts.count)
    var high = lineStarts.count
    if lineStarts[low - 1] > offset {
      high = low
      low = 1
    } else {
      // The steps double, so that a line far away is no dearer than without a start.
      var step = 1
      while low + step < high, lineStarts[low + step - 1] <= offset {
        low += step
        step *= 2
      }
      high = min(low + step, high)
    }
    // The line at `low` begins at the offset or before it.
    return (low..<high).partitioningIndex { lineStarts[$0] > offset }
  }

  /// The line and column of the byte at an offset of the text the table was made of.
  ///
  /// - Parameter previous: A line that is looked at first, as in ``line(at:after:)``.
  public func position(at offset: UInt32, in utf8: [UInt8], after previous: Int = 1) -> Position {
    let line = line(at: offset, after: previous)
    let start = Int(lineStarts[line - 1])
    let end = max(min(Int(offset), utf8.count), start)
    // A line may be as long as the text: only the blocks at its ends are looked at.
    let column =
      end - start <= Self.blockByteCount
      ? Self.scalarCount(in: start..<end, of: utf8.span)
      : scalarCount(before: end, in: utf8.span) - scalarCount(before: start, in: utf8.span)
    return Position(line: line, column: column + 1)
  }

  private func scalarCount(before offset: Int, in utf8: Span<UInt8>) -> Int {
    let block = min(offset / Self.blockByteCount, scalarCounts.count - 1)
    return Int(scalarCounts[block])
      + Self.scalarCount(in: block * Self.blockByteCount..<offset, of: utf8)
  }

  private static func scalarCount(in range: Range<Int>, of utf8: Span<UInt8>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index &+ ByteRun.byteCount <= range.upperBound {
      count &+= ByteRun.scalarCount(utf8, from: index)
      index &+= ByteRun.byteCount
    }
    while index < range.upperBound {
      if !utf8[index].isContinuation { count &+= 1 }
      index &+= 1
    }
    return count
  }
}
