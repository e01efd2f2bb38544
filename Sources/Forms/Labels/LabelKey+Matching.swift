internal import IR

/// Finding and comparing labels by their keys.
extension LabelKey {
  /// The key of a string.
  package static func key(of text: String) -> [UInt8] {
    var key: [UInt8] = []
    make(text.utf8Span.span, into: &key)
    return key
  }

  /// The bytes of the first character of a key, packed into a number.
  static func firstScalar(_ key: Span<UInt8>) -> UInt32 { packed(key, from: 0) }

  /// The bytes of the last character of a key, packed into a number.
  static func lastScalar(_ key: Span<UInt8>) -> UInt32 {
    var start = key.count - 1
    while start > 0, key[start].isContinuation { start -= 1 }
    return packed(key, from: start)
  }

  private static func packed(_ key: Span<UInt8>, from start: Int) -> UInt32 {
    var packed = UInt32(key[start])
    var index = start + 1
    while index < key.count, key[index].isContinuation {
      packed = packed << 8 | UInt32(key[index])
      index += 1
    }
    return packed
  }

  /// The scalars of valid UTF-8.
  static func scalars(_ utf8: Span<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(utf8.count / 3 + 1)
    var index = 0
    while let scalar = utf8.scalar(at: index) {
      result.append(scalar.value)
      index += utf8[index].scalarLength
    }
    return result
  }

  /// How many scalars of a text are wrong, missing or surplus beside another.
  static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var line = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var before = row
      line[0] = row + 1
      for (column, other) in right.enumerated() {
        let cost = min(before + (scalar == other ? 0 : 1), line[column] + 1, line[column + 1] + 1)
        before = line[column + 1]
        line[column + 1] = cost
      }
    }
    return line[right.count]
  }

  /// Whether two UTF-8 texts differ by one character: one is wrong, missing or surplus.
  static func differByOne(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let common = min(left.count, right.count)
    var start = 0
    while start < common, left[start] == right[start] { start += 1 }
    // Characters may begin with the same bytes, or end with them.
    while start > 0, isInside(left, start) || isInside(right, start) { start -= 1 }
    var length = 0
    while length < common - start,
      left[left.count - 1 - length] == right[right.count - 1 - length]
    {
      length += 1
    }
    while length > 0, isInside(left, left.count - length) { length -= 1 }
    let leftRest = characterCount(left.extracting(start..<left.count - length))
    let rightRest = characterCount(right.extracting(start..<right.count - length))
    return max(leftRest, rightRest) == 1
  }

  /// Whether a character goes on at an index.
  private static func isInside(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index < text.count && text[index].isContinuation
  }

  /// Whether a UTF-8 text has three characters or more; nearly always its length tells.
  static func hasThreeCharacters(_ text: Span<UInt8>) -> Bool {
    text.count > 2 * longestCharacter || characterCount(text) >= 3
  }

  /// No character has more bytes.
  static let longestCharacter = 4

  /// How many characters a UTF-8 text has.
  static func characterCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where !text[index].isContinuation { count += 1 }
    return count
  }
}
