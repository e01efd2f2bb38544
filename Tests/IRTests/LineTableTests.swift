import IR
import Testing

/// Lines and columns.
struct LineTableTests {
  private func position(_ text: String, _ offset: UInt32) -> [Int] {
    let bytes = Array(text.utf8)
    let position = LineTable(bytes).position(at: offset, in: bytes)
    return [position.line, position.column]
  }

  @Test func everyKindOfLineEnd() {
    let text = "a\nb\r\nc\rd"
    #expect(position(text, 0) == [1, 1])
    #expect(position(text, 2) == [2, 1])
    #expect(position(text, 5) == [3, 1])
    #expect(position(text, 7) == [4, 1])
    #expect(position("a\r", 2) == [2, 1])
    #expect(position("", 0) == [1, 1])
  }

  /// Each of the three scalars has another number of bytes: 2, 3 and 4.
  @Test func columnsCountScalars() {
    #expect(position("é表𠮷x", 9) == [1, 4])
    #expect(position("x\né表𠮷x", 11) == [2, 4])
  }

  @Test(arguments: [0, 1, 170, 171, 511, 512, 513, 1000, 2000, 99_999])
  func columnsInLongLines(_ scalar: Int) {
    let text = "first\n" + String(repeating: "表", count: 100_000)
    #expect(position(text, UInt32(6 + 3 * scalar)) == [2, scalar + 1])
  }

  /// Line ends at every place of a word of eight bytes and across words and blocks.
  @Test func everyPlaceAgreesWithASlowCount() {
    let lines = ["", "a", "表", "é𠮷", "ab表cd", String(repeating: "x", count: 700), "\n\r\n\r"]
    var text = "\r"
    for index in 0..<300 {
      text += lines[index % lines.count] + ["\n", "\r\n", "\r"][index % 3] + "y"
    }
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var expected = LineTable.Position(line: 1, column: 1)
    var previous = 1
    for (offset, byte) in bytes.enumerated() {
      // A place in a scalar is that of the next scalar: it has begun before.
      let isInScalar = byte & 0xC0 == 0x80
      #expect(table.position(at: UInt32(offset), in: bytes) == expected)
      #expect(table.line(at: UInt32(offset), after: previous) == expected.line)
      previous = offset % 7 == 0 ? 1 + offset % 90 : expected.line
      if byte == 0x0A || byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A) {
        expected = LineTable.Position(line: expected.line + 1, column: 1)
      } else if !isInScalar {
        expected.column += 1
      }
    }
  }

  /// Of the beginning of a text, line ends of all three kinds among more bytes than are counted at once.
  @Test func linesThatEnd() {
    let kinds = ["\n", "\r\n", "\r", "\n\n"]
    var text: [UInt8] = []
    var count = 0
    for index in 0..<200 {
      text += Array(String(repeating: "表", count: index % 61).utf8) + Array(kinds[index % 4].utf8)
      text.append(UInt8(ascii: "x"))
      count += index % 4 == 3 ? 2 : 1
      if index % 9 == 0 { #expect(LineTable.endedLineCount(in: text.span) == count) }
    }
    #expect(LineTable.endedLineCount(in: [UInt8](repeating: 0x0A, count: 1_000).span) == 1_000)
  }

  @Test func offsetBeyondTheEnd() {
    #expect(position("ab", 9) == [1, 3])
  }

  /// Places of a source that is one long line must not take the line's length each.
  @Test func manyPlacesInOneLine() {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 4_000_000)
    let table = LineTable(bytes)
    var sum = 0
    for offset in stride(from: 0, to: bytes.count, by: 100) {
      sum += table.position(at: UInt32(offset), in: bytes).column
    }
    // Columns 1, 101, … 3,999,901.
    #expect(sum == 40_000 * (1 + 3_999_901) / 2)
  }
}
