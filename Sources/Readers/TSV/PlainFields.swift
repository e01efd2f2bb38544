internal import IR

/// The fast way through tab-separated text: most fields are nothing but their bytes, which is found out
/// eight bytes at a time, and the cells of a row are put down at once.
///
/// A field is left to ``TextReader`` that begins with a quote or has something before its end that may
/// be markup, or is a control character.
struct PlainFields {
  /// The fewest cells that there is room for.
  private static let leastRoom = 16

  /// Where the first field begins that is not plain; or the line end after all fields.
  private(set) var index: Int
  /// Whether that is the line end.
  private(set) var isRowEnd = false

  /// Appends the plain fields from an offset on to a row.
  @inline(__always)
  init(_ text: Span<UInt8>, from start: Int, to rows: inout TableRows, in document: inout Document)
  {
    index = start
    // The row before is mostly as long.
    let room = min(max(rows.lastCount - rows.column, Self.leastRoom), rows.room)
    guard room > 0 else { return }
    var index = start
    var isRowEnd = false
    rows.append(upTo: room, to: &document) { output, row, firstColumn in
      var column = firstColumn
      while !output.isFull, index < text.count, text[index] != UInt8(ascii: "\"") {
        let end = Self.end(text, from: index)
        guard end < text.count, text[end] == 0x09 || Span.isLineEnd(text[end]) else { return }
        // Most fields have no white space at their ends.
        let isBare = index < end && text[index] > 0x20 && text[end &- 1] > 0x20
        let content = isBare ? index..<end : text.trimmed(index..<end)
        output.append(
          Cell(
            text: TextRange(source: content), source: SourceRange(content), row: row,
            column: column))
        column &+= 1
        isRowEnd = text[end] != 0x09
        index = isRowEnd ? end : end &+ 1
        if isRowEnd { return }
      }
    }
    self.index = index
    self.isRowEnd = isRowEnd
  }

  /// The offset of the first byte that may end a field or may be markup.
  @inline(__always)
  private static func end(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ ByteWord.byteCount <= text.count {
      let word = ByteWord(text, at: index)
      // Only the lowest place counts, and up to that one all are right.
      let places =
        word.anyByte(below: 0x0E) | word.anyByte(UInt8(ascii: "&"))
        | word.anyByte(UInt8(ascii: "<"))
      if places != 0 { return index &+ places.trailingZeroBitCount / 8 }
      index &+= ByteWord.byteCount
    }
    while index < text.count, text[index] >= 0x0E, text[index] != UInt8(ascii: "&"),
      text[index] != UInt8(ascii: "<")
    {
      index &+= 1
    }
    return index
  }
}
