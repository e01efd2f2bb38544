internal import IR

/// Decodes character references (WHATWG HTML, 13.2.5.72 to 13.2.5.80).
enum CharacterReference {
  /// What may end a reference.
  enum Ending {
    /// Only a semicolon, as in CommonMark.
    case semicolon
    /// Nothing, for the names and numbers HTML allows it for.
    case optional
  }

  /// A reference that was decoded.
  struct Decoded {
    /// The offset after it.
    var end: Int
    /// Whether it names no character, and U+FFFD stands for it.
    var isReplaced = false
  }

  /// Appends the characters the reference at an ampersand stands for.
  ///
  /// - Returns: `nil`, with nothing appended, when it is none.
  static func decode(
    _ text: Span<UInt8>, at start: Int, end: Int, ending: Ending, into out: inout [UInt8]
  ) -> Decoded? {
    guard start + 1 < end else { return nil }
    if text[start + 1] == UInt8(ascii: "#") {
      return decodeNumber(text, at: start + 2, end: end, ending: ending, into: &out)
    }
    return decodeName(text, at: start + 1, end: end, ending: ending, into: &out)
      .map { Decoded(end: $0) }
  }

  private static func decodeNumber(
    _ text: Span<UInt8>, at start: Int, end: Int, ending: Ending, into out: inout [UInt8]
  ) -> Decoded? {
    guard start < end else { return nil }
    let isHexadecimal = text[start] | 0x20 == UInt8(ascii: "x")
    let digits = isHexadecimal ? start + 1 : start
    var index = digits
    var value: UInt32 = 0
    while index < end, let digit = text[index].hexadecimalValue, isHexadecimal || digit < 10 {
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    let isEnded = index < end && text[index] == UInt8(ascii: ";")
    guard isEnded || ending == .optional else { return nil }
    let scalar = Self.scalar(value)
    UTF8.encode(scalar ?? "\u{FFFD}", into: &out)
    return Decoded(end: isEnded ? index + 1 : index, isReplaced: scalar == nil)
  }

  /// The character with a number; `nil` where there is none: NUL, halves of pairs, and beyond Unicode.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    if value >= 0x80, value < 0xA0 { return Unicode.Scalar(windows1252[Int(value - 0x80)]) }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static func decodeName(
    _ text: Span<UInt8>, at start: Int, end: Int, ending: Ending, into out: inout [UInt8]
  ) -> Int? {
    var index = start
    // The longest name has 31 letters.
    let limit = min(end, start + 32)
    while index < limit, text[index].isLetterOrDigit { index += 1 }
    guard index > start else { return nil }
    let table = NamedCharacterTable.shared
    if index < end, text[index] == UInt8(ascii: ";"),
      let entry = table.find(text, start..<index)
    {
      table.append(entry, to: &out)
      return index + 1
    }
    guard ending == .optional else { return nil }
    // The longest name that needs no semicolon has six letters.
    var stop = min(index, start + 6)
    while stop > start + 1 {
      if let entry = table.find(text, start..<stop), table.isEndingOptional(entry) {
        table.append(entry, to: &out)
        return stop
      }
      stop -= 1
    }
    return nil
  }
}

/// The named character references, ready for binary search.
struct NamedCharacterTable: Sendable {
  /// The one table.
  static let shared = NamedCharacterTable()

  private let bytes: [UInt8]
  private let starts: [Int]

  private init() {
    bytes = Array(NamedCharacters.list.description.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x20 && index + 1 < bytes.count {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// The number of a name.
  func find(_ text: Span<UInt8>, _ name: Range<Int>) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(text, name, with: starts[middle])
      if order == 0 { return middle }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  /// Whether a name needs no semicolon.
  func isEndingOptional(_ entry: Int) -> Bool {
    var index = starts[entry]
    while bytes[index] != UInt8(ascii: ":"), bytes[index] != UInt8(ascii: "!") { index += 1 }
    return bytes[index] == UInt8(ascii: "!")
  }

  /// Appends the characters a name stands for.
  func append(_ entry: Int, to out: inout [UInt8]) {
    var index = starts[entry]
    while bytes[index] != UInt8(ascii: ":"), bytes[index] != UInt8(ascii: "!") { index += 1 }
    index += 1
    var value: UInt32 = 0
    while index < bytes.count, bytes[index] != 0x20 {
      if bytes[index] == UInt8(ascii: "+") {
        UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}", into: &out)
        value = 0
      } else {
        value = value * 16 + UInt32(bytes[index].hexadecimalValue ?? 0)
      }
      index += 1
    }
    UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}", into: &out)
  }

  /// Compares a name with the one that starts at an offset of the table.
  private func compare(_ text: Span<UInt8>, _ name: Range<Int>, with start: Int) -> Int {
    var offset = 0
    while true {
      let other = bytes[start + offset]
      let isOtherOver = other == UInt8(ascii: ":") || other == UInt8(ascii: "!")
      guard name.lowerBound + offset < name.upperBound else { return isOtherOver ? 0 : -1 }
      guard !isOtherOver else { return 1 }
      let byte = text[name.lowerBound + offset]
      if byte != other { return byte < other ? -1 : 1 }
      offset += 1
    }
  }
}
