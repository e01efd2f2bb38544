internal import IR

/// One line of a text, within the containers that hold it.
struct Line {
  /// The offset of its first byte.
  var start: Int
  /// The offset of the first byte that is no container's and no white space; ``end`` if blank.
  var content: Int
  /// The columns of white space before the content, within the containers.
  var indent = 0
  /// The offset after its last byte, the line end excluded.
  var end: Int
  /// The offset of the next line.
  var next: Int
  /// Whether the line is in all containers that were open.
  var isContained = true

  /// Whether there is nothing but white space.
  var isBlank: Bool { content >= end }
  /// Whether it is indented as code is (CommonMark 4.4).
  var isIndentedCode: Bool { indent >= 4 && !isBlank }
}

extension Span<UInt8> {
  /// The offset of the line end at or after an offset.
  func lineEnd(from start: Int) -> Int {
    var index = start
    while index &+ ByteWord.byteCount <= count {
      // Line ends, and the few other bytes such as tabs.
      var places = ByteWord(self, at: index).placesBelowSixteen
      while places != 0 {
        let place = index &+ places.trailingZeroBitCount / 8
        if Self.isLineEnd(self[place]) { return place }
        places &= places &- 1
      }
      index &+= ByteWord.byteCount
    }
    while index < count, !Self.isLineEnd(self[index]) { index &+= 1 }
    return index
  }

  /// Whether a byte is a line end, or the first one of two.
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether a byte is in a range.
  func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index &+ ByteWord.byteCount <= range.upperBound {
      if ByteWord(self, at: index).places(of: byte) != 0 { return true }
      index &+= ByteWord.byteCount
    }
    while index < range.upperBound {
      if self[index] == byte { return true }
      index &+= 1
    }
    return false
  }

  /// The offset after the line end at an offset: LF, CRLF or CR.
  func afterLineEnd(_ end: Int) -> Int {
    guard end < count else { return count }
    let isPair = self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A
    return isPair ? end + 2 : end + 1
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  /// Whether a word of ASCII letters stands at an offset, in any case.
  func hasWord(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    return end <= count && TagScanner.equals(self, start..<end, word)
  }
}
