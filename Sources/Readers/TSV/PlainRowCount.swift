internal import IR

/// The fast way to count the cells of a row of tab-separated text of which every field is nothing but
/// its bytes: no cell is made, and eight bytes are looked at at a time.
///
/// The first time a large file is gone through only the sizes of its tables are wanted. It counts what
/// ``PlainFields`` would append; a row with markup, quotes or control characters is left to
/// ``TextReader``.
struct PlainRowCount {
  /// What counts of the row.
  let row: RowRegularity.Row
  /// The number of columns up to the last one with text.
  let textColumnCount: Int
  /// The offset of its line end.
  let end: Int

  /// Counts the row that begins at an offset.
  ///
  /// - Parameter room: The most cells it may have.
  /// - Returns: `nil` where it is not plain, or its line end is beyond the text.
  @inline(__always)
  init?(_ text: Span<UInt8>, from start: Int, room: Int) {
    guard let (end, tabCount) = Self.lineEnd(text, from: start), tabCount < room,
      !Self.hasMarks(text, start..<end)
    else { return nil }
    var last = end
    var emptyCount = 0
    while last > start, text[last &- 1].isSpace {
      if text[last &- 1] == 0x09 { emptyCount &+= 1 }
      last &-= 1
    }
    var first = start
    while first < last, text[first] != 0x09, text[first].isSpace { first &+= 1 }
    self.end = end
    row = RowRegularity.Row(
      cellCount: tabCount + 1, beginsWithText: first < last && text[first] != 0x09,
      endsWithText: last > start && emptyCount == 0)
    textColumnCount = last > start ? tabCount + 1 - emptyCount : 0
  }

  /// The offset of the line end, and how many tabs are before it; `nil` where there are other control
  /// characters.
  @inline(__always)
  private static func lineEnd(_ text: Span<UInt8>, from start: Int) -> (Int, tabCount: Int)? {
    var tabCount = 0
    var index = start
    while index &+ ByteWord.byteCount <= text.count {
      // One count for each place in a word, as long as none is too large for a byte.
      let limit = min(
        text.count &- ByteWord.byteCount,
        index &+ (ByteWord.mostPlaces &- 1) &* ByteWord.byteCount)
      var counts: UInt64 = 0
      while index <= limit {
        let word = ByteWord(text, at: index)
        let tabs = word.places(of: 0x09)
        let others = word.placesBelowSixteen ^ tabs
        guard others == 0 else {
          let place = others.trailingZeroBitCount
          let end = index &+ place / 8
          guard text[end] == 0x0A || text[end] == 0x0D else { return nil }
          let tabsBefore = tabs & (1 &<< UInt64(place) &- 1)
          counts &+= tabsBefore &>> 7
          return (end, tabCount &+ ByteWord(bits: counts).sum)
        }
        counts &+= tabs &>> 7
        index &+= ByteWord.byteCount
      }
      tabCount &+= ByteWord(bits: counts).sum
    }
    return nil
  }

  /// How many bytes are looked at together; a number the compiler knows, which does sixteen at a time.
  private static let runByteCount = 64

  /// Whether there are quotes, or what may be markup.
  @inline(__always)
  private static func hasMarks(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index &+ runByteCount <= range.upperBound {
      let run = text.extracting(index..<index &+ runByteCount)
      var least = UInt8.max
      for place in 0..<runByteCount {
        let byte = run[place]
        least = min(
          min(least, byte ^ UInt8(ascii: "\"")),
          min(byte ^ UInt8(ascii: "&"), byte ^ UInt8(ascii: "<")))
      }
      if least == 0 { return true }
      index &+= runByteCount
    }
    // The last word may go on behind the line end, as that in which the line end was found.
    while index < range.upperBound {
      let word = ByteWord(text, at: index)
      let marks =
        word.anyByte(UInt8(ascii: "\"")) | word.anyByte(UInt8(ascii: "&"))
        | word.anyByte(UInt8(ascii: "<"))
      if marks != 0 { return true }
      index &+= ByteWord.byteCount
    }
    return false
  }
}
