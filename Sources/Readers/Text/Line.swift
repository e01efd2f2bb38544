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
    while index < count {
      let byte = self[index]
      if byte < 0x0E, byte == 0x0A || byte == 0x0D { return index }
      // Most characters are Chinese and have three bytes.
      index += byte >= 0xE0 ? 3 : 1
    }
    return count
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
    while start < end, TagScanner.isSpace(self[start]) { start += 1 }
    while end > start, TagScanner.isSpace(self[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a word of ASCII letters stands at an offset, in any case.
  func hasWord(_ word: StaticString, at start: Int) -> Bool {
    let end = start + word.utf8CodeUnitCount
    return end <= count && TagScanner.equals(self, start..<end, word)
  }
}
