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

  private let lineStarts: [UInt32]

  /// Finds the lines of a text; LF, CRLF and a lone CR end a line.
  public init(_ utf8: [UInt8]) {
    var starts: [UInt32] = [0]
    let text = utf8.span
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(truncatingIfNeeded: index))
      } else if byte == 0x0D, index == text.count || text[index] != 0x0A {
        starts.append(UInt32(truncatingIfNeeded: index))
      }
    }
    lineStarts = starts
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

  /// The line and column of the byte at an offset; costs the length of the line.
  public func position(at offset: UInt32, in utf8: [UInt8]) -> Position {
    let line = line(at: offset)
    let end = min(Int(offset), utf8.count)
    let text = utf8.span
    var column = 1
    for index in Int(lineStarts[line - 1])..<max(end, Int(lineStarts[line - 1])) {
      if text[index] & 0xC0 != 0x80 { column += 1 }
    }
    return Position(line: line, column: column)
  }
}
