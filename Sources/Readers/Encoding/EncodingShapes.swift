internal import IR

/// How well an input reads as UTF-8.
struct UTF8Shape {
  /// The offset of the first byte that is not valid UTF-8.
  let failure: Int?
  private let bytes: [UInt8]

  /// Validates an input.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    failure = UTF8Validity.isValid(bytes.span) ? nil : Self.firstFault(in: bytes)
  }

  private static func firstFault(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether another encoding that a document declares is to be believed instead.
  ///
  /// Sequences of three bytes are hardly ever valid UTF-8 by accident, those of two are.
  var mayYield: Bool { failure != nil || !counts().hasLong }

  /// Whether the input is UTF-8 with some damage, so that no other encoding is to be tried.
  ///
  /// Nearly all bytes of UTF-8 text read as GB18030 too, as mojibake.
  var isMostlyValid: Bool {
    let found = counts()
    return found.long * 2 > found.nonASCII
  }

  private func counts() -> (nonASCII: Int, long: Int, hasLong: Bool) {
    var nonASCII = 0
    var long = 0
    let text = bytes.span
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let length = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte & 0xF0 == 0xE0 ? 3 : 1
      var matched = 1
      while matched < length, index + matched < text.count, text[index + matched].isContinuation {
        matched += 1
      }
      nonASCII += matched
      if length > 1, matched == length { long += matched }
      index += matched
    }
    return (nonASCII, long, long > 0)
  }
}

/// How well an input reads as UTF-16 without a byte order mark, as Excel's “Unicode text”.
enum UTF16Shape {
  /// The encoding, when the input has the shape of UTF-16.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    if isPlausible(bytes, bigEndian: false) { return .utf16LE }
    if isPlausible(bytes, bigEndian: true) { return .utf16BE }
    return nil
  }

  /// Whether at least every other unit has a NUL, as in ASCII text.
  static func isHalfNUL(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span
    let sampleCount = min(text.count, 1 << 16)
    var count = 0
    for index in 0..<sampleCount where text[index] == 0 { count += 1 }
    return count > 0 && count * 4 >= sampleCount
  }

  /// Whether nine of ten units are characters of Chinese or ASCII text, read in one byte order.
  static func isPlausible(_ bytes: [UInt8], bigEndian: Bool) -> Bool {
    let text = bytes.span
    let unitCount = min(text.count / 2, 1 << 15)
    var good = 0
    var last: UInt16 = 0
    for number in 0..<unitCount {
      let first = UInt16(text[number * 2])
      let second = UInt16(text[number * 2 + 1])
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      if isCommon(unit) { good += 1 }
      if unit & 0xFC00 == 0xDC00, last & 0xFC00 == 0xD800 { good += 2 }
      last = unit
    }
    return unitCount > 0 && good * 10 >= unitCount * 9
  }

  private static func isCommon(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    case 0x00A0...0x00FF, 0x2010...0x203B, 0x2160...0x217F, 0x2200...0x22FF, 0x2460...0x24FF: true
    case 0x25A0...0x2612, 0x3000...0x30FF, 0x3220...0x3243, 0x4E00...0x9FA5, 0xFF01...0xFF5E: true
    default: false
    }
  }
}

/// How well an input reads as GB18030.
enum GB18030Shape {
  /// Whether most two-byte characters are those of GB 2312, which Chinese text hardly leaves.
  ///
  /// Text in Big5 or Latin 1 decodes as GB18030 too, but to rare characters.
  static func isPlausible(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span
    var common = 0
    var rare = 0
    var index = 0
    while index + 1 < text.count {
      let lead = text[index]
      guard lead >= 0x81 else {
        index += 1
        continue
      }
      let trail = text[index + 1]
      if trail.isDigit {
        index += 4
        continue
      }
      if lead >= 0xA1, lead <= 0xF7, trail >= 0xA1 { common += 1 } else { rare += 1 }
      index += 2
    }
    return common * 2 >= rare * 3 || common + rare == 0
  }
}
