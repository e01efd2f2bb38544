/// Turns byte offsets of a text into lines and columns.
///
/// Made only when a place has to be shown: it reads the whole text once.
public struct LineTable: Sendable {
  /// A place as people count: line and column from 1, the column in Unicode scalars.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
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
    let text = utf8.span
    var count: UInt32 = 0
    for index in text.indices {
      if index % Self.blockByteCount == 0 { counts.append(count) }
      let byte = text[index]
      if byte & 0xC0 != 0x80 { count &+= 1 }
      let isEnd =
        byte == 0x0A || byte == 0x0D && (index + 1 == text.count || text[index + 1] != 0x0A)
      if isEnd { starts.append(UInt32(truncatingIfNeeded: index + 1)) }
    }
    lineStarts = starts
    scalarCounts = counts
  }

  /// The line, from 1, that holds the byte at an offset.
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The line and column of the byte at an offset of the text the table was made of.
  public func position(at offset: UInt32, in utf8: [UInt8]) -> Position {
    let line = line(at: offset)
    let start = Int(lineStarts[line - 1])
    let end = max(min(Int(offset), utf8.count), start)
    // A line may be as long as the text: only the blocks at its ends are looked at.
    let column =
      end - start <= Self.blockByteCount
      ? scalarCount(in: start..<end, of: utf8.span)
      : scalarCount(before: end, in: utf8.span) - scalarCount(before: start, in: utf8.span)
    return Position(line: line, column: column + 1)
  }

  private func scalarCount(before offset: Int, in utf8: Span<UInt8>) -> Int {
    let block = min(offset / Self.blockByteCount, scalarCounts.count - 1)
    return Int(scalarCounts[block])
      + scalarCount(in: block * Self.blockByteCount..<offset, of: utf8)
  }

  private func scalarCount(in range: Range<Int>, of utf8: Span<UInt8>) -> Int {
    var count = 0
    for index in range where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
