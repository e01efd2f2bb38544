/// Text of SpreadsheetML: `_xHHHH_` stands for a UTF-16 unit (ECMA-376-1, 22.9.2.19).
enum XString {
  private static let escapeCount = 7

  /// Decodes the escapes in the bytes from an index on.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = nextEscape(bytes, from: start) else { return }
    var result = Array(bytes[start..<first])
    var index = first
    while index < bytes.count {
      guard let unit = unit(bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += escapeCount
      var units = [unit]
      // A character beyond U+FFFF is a pair.
      if unit & 0xFC00 == 0xD800, let low = Self.unit(bytes, at: index), low & 0xFC00 == 0xDC00 {
        units.append(low)
        index += escapeCount
      }
      // A half alone becomes U+FFFD.
      result += Array(String(decoding: units, as: UTF16.self).utf8)
    }
    bytes.replaceSubrange(start..., with: result)
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
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 0x30)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - 0x37)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
