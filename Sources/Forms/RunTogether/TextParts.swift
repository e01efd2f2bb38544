internal import IR

/// The parts of a text between white space and line breaks: where it may be cut, if cells or rows ran together
/// in it.
enum TextParts {
  /// Where the parts of a text stand.
  static func ranges(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = bytes[index] == 0x0A ? 1 : spaceLength(bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      if index > start { parts.append(start..<index) }
      index += length
      start = index
    }
    if start < bytes.endIndex { parts.append(start..<bytes.endIndex) }
    return parts
  }

  /// The length of the white space at an index; 0 where there is none.
  static func spaceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09: 1
    case 0xC2 where bytes[index...].starts(with: [0xC2, 0xA0]): 2
    case 0xE3 where bytes[index...].starts(with: [0xE3, 0x80, 0x80]): 3
    default: 0
    }
  }
}

extension FormReading {
  /// The parts of the text of a token as printed; none where it has fewer than two.
  func parts(of token: Int) -> [String] {
    guard !grid.tokens[token].isPlain else { return [] }
    let bytes = document.bytes(grid.tokens[token].text)
    let parts = TextParts.ranges(of: bytes)
    return parts.count > 1 ? parts.map { String(decoding: bytes[$0], as: UTF8.self) } : []
  }
}
