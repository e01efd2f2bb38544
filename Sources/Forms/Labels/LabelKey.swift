/// Keys labels are compared by: the text without white space, with full-width forms folded.
enum LabelKey {
  /// The key of a string.
  static func key(of text: String) -> [UInt8] {
    var key: [UInt8] = []
    append(Array(text.utf8).span, to: &key)
    return key
  }

  /// Appends the key of a text: U+FF01–FF5E become ASCII, all white space goes.
  static func append(_ text: Span<UInt8>, to key: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte > 0x20 { key.append(byte) }
        index += 1
      } else if byte == 0xEF, index + 2 < text.count, let ascii = folded(text, index) {
        key.append(ascii)
        index += 3
      } else if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x80
      {
        index += 3
      } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else {
        key.append(byte)
        index += 1
      }
    }
  }

  /// The ASCII form of the full-width form at an index.
  @inline(__always)
  private static func folded(_ text: Span<UInt8>, _ index: Int) -> UInt8? {
    let scalar = UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F) | 0xF000
    guard scalar >= 0xFF01, scalar <= 0xFF5E else { return nil }
    return UInt8(scalar - 0xFEE0)
  }

  /// FNV-1a, 64 bits wide: keys are short and the table is verified.
  static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01b3 }
    return hash
  }

  /// The scalars of valid UTF-8.
  static func scalars(_ utf8: Span<UInt8>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(utf8.count / 3 + 1)
    for index in utf8.indices {
      let byte = utf8[index]
      if byte & 0xC0 == 0x80 {
        guard let last = result.indices.last else { continue }
        result[last] = result[last] << 6 | UInt32(byte & 0x3F)
      } else {
        let bits: UInt8 = byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07
        result.append(UInt32(bits))
      }
    }
    return result
  }

  /// Whether two texts differ by one scalar: one is wrong, missing or surplus.
  static func differByOne(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var prefix = 0
    while prefix < short.count, short[prefix] == long[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < short.count - prefix,
      short[short.count - 1 - suffix] == long[long.count - 1 - suffix]
    {
      suffix += 1
    }
    return prefix + suffix + 1 == long.count
  }
}
