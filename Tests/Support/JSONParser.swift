public import Writers

/// Reads JSON (RFC 8259) for tests: keeps the order and the code points of keys.
public struct JSONParser {
  /// Why a text is no JSON.
  public struct Failure: Error {
    /// The offset of the byte that was not expected.
    public let offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  /// Reads a value.
  public static func parse(_ bytes: [UInt8]) throws -> CanonicalJSON {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.offset == bytes.count else { throw Failure(offset: parser.offset) }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value() throws -> CanonicalJSON {
    skipSpace()
    guard let byte = peek else { throw Failure(offset: offset) }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws -> CanonicalJSON {
    try take("{")
    var members: [CanonicalJSON.Member] = []
    skipSpace()
    while peek != UInt8(ascii: "}") {
      if !members.isEmpty { try take(",") }
      skipSpace()
      let key = try string()
      skipSpace()
      try take(":")
      members.append(.init(key, try value()))
      skipSpace()
    }
    try take("}")
    return .object(members)
  }

  private mutating func array() throws -> CanonicalJSON {
    try take("[")
    var elements: [CanonicalJSON] = []
    skipSpace()
    while peek != UInt8(ascii: "]") {
      if !elements.isEmpty { try take(",") }
      elements.append(try value())
      skipSpace()
    }
    try take("]")
    return .array(elements)
  }

  private mutating func string() throws -> String {
    try take("\"")
    var units: [UInt16] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        units.append(try escape())
      } else {
        let start = offset
        repeat { offset += 1 } while peek.map { $0 & 0xC0 == 0x80 } ?? false
        units += String(decoding: bytes[start..<offset], as: UTF8.self).utf16
      }
    }
    try take("\"")
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escape() throws -> UInt16 {
    offset += 1
    guard let letter = peek else { throw Failure(offset: offset) }
    offset += 1
    let short: [UInt8: UInt16] = [
      UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "f"): 12,
      UInt8(ascii: "r"): 13,
    ]
    if let unit = short[letter] { return unit }
    guard letter == UInt8(ascii: "u") else { return UInt16(letter) }
    guard offset + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw Failure(offset: offset) }
    offset += 4
    return unit
  }

  private mutating func number() throws -> CanonicalJSON {
    let start = offset
    while let byte = peek, "+-.0123456789eE".utf8.contains(byte) { offset += 1 }
    guard let number = Double(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
      throw Failure(offset: start)
    }
    return .number(number)
  }

  private mutating func word(_ word: String, _ value: CanonicalJSON) throws -> CanonicalJSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw Failure(offset: offset) }
    offset += word.utf8.count
    return value
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ character: Unicode.Scalar) throws {
    guard let byte = peek, byte == UInt8(ascii: character) else { throw Failure(offset: offset) }
    offset += 1
  }

  private mutating func skipSpace() {
    while let byte = peek, " \n\r\t".utf8.contains(byte) { offset += 1 }
  }
}

extension CanonicalJSON {
  /// The member of an object.
  public subscript(key: String) -> CanonicalJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The values of an object.
  public var memberValues: [CanonicalJSON]? {
    guard case .object(let members) = self else { return nil }
    return members.map(\.value)
  }

  /// The elements of an array.
  public var elements: [CanonicalJSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The text of a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A number, however it is held.
  public var double: Double? {
    switch self {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }
}
