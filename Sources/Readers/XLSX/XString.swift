internal import IR

/// Text of SpreadsheetML: `_xHHHH_` stands for a UTF-16 unit (ECMA-376-1, 22.9.2.19).
///
/// Half of a pair alone is no character: its escape stays as it is written.
enum XString {
  private static let escapeCount = 7

  /// Decodes the escapes in the bytes from an index on.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = nextEscape(bytes, from: start) else { return }
    var result = Array(bytes[start..<first])
    var index = first
    while index < bytes.count {
      guard let (scalar, end) = Self.scalar(bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result += Array(String(scalar).utf8)
      index = end
    }
    bytes.replaceSubrange(start..., with: result)
  }

  /// The character that the escapes at an index stand for, and the index after them.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, end: Int)? {
    guard let unit = Self.unit(bytes, at: index) else { return nil }
    let end = index + escapeCount
    if let scalar = Unicode.Scalar(unit) { return (scalar, end) }
    // A character beyond U+FFFF is a pair.
    guard unit & 0xFC00 == 0xD800, let low = Self.unit(bytes, at: end), low & 0xFC00 == 0xDC00
    else { return nil }
    let value = 0x1_0000 + UInt32(unit & 0x3FF) << 10 + UInt32(low & 0x3FF)
    return Unicode.Scalar(value).map { ($0, end + escapeCount) }
  }

  private static func nextEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + escapeCount <= bytes.count {
      if bytes[index] == UInt8(ascii: "_"), unit(bytes, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// The unit that an escape at an index stands for.
  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + escapeCount <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      guard let digit = byte.hexadecimalValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
