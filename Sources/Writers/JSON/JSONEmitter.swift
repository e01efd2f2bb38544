/// Writes the tokens of canonical JSON (RFC 8785); whoever calls it keeps keys in order.
struct JSONEmitter: Sendable {
  /// What has been written.
  var buffer = ByteBuffer()

  /// Begins an object.
  mutating func beginObject() {
    separate()
    buffer.open.append(UInt8(ascii: "{"))
  }

  /// Ends an object.
  mutating func endObject() {
    buffer.open.append(UInt8(ascii: "}"))
  }

  /// Begins an array.
  mutating func beginArray() {
    separate()
    buffer.open.append(UInt8(ascii: "["))
  }

  /// Ends an array.
  mutating func endArray() {
    buffer.open.append(UInt8(ascii: "]"))
  }

  /// Writes the key of the next value.
  mutating func key(_ key: String) {
    string(key)
    buffer.open.append(UInt8(ascii: ":"))
  }

  /// Writes a key that is already quoted and followed by its colon.
  mutating func key(quoted key: [UInt8]) {
    separate()
    let key = key.span
    buffer.open.append(addingCapacity: key.count) { output in
      for index in key.indices { output.append(key[index]) }
    }
  }

  /// Takes back what was written from a place on, if it is a key and an object without members.
  mutating func dropEmptyObject(from start: Int) {
    guard buffer.open.last == UInt8(ascii: "}"),
      buffer.open.dropLast().last == UInt8(ascii: "{")
    else { return }
    buffer.open.removeLast(buffer.count - start)
  }

  /// Writes a key that is already quoted and followed by its colon, and a string.
  mutating func member(_ key: [UInt8], _ text: String) {
    separate()
    append(key.span, quoting: text.utf8.span)
  }

  /// Writes a string.
  mutating func string(_ text: String) {
    separate()
    append(Span(), quoting: text.utf8.span)
  }

  /// Writes a string from valid UTF-8.
  mutating func string(_ utf8: ArraySlice<UInt8>) {
    separate()
    append(Span(), quoting: utf8.span)
  }

  /// Writes a whole number.
  mutating func integer(_ number: Int) {
    separate()
    guard number >= 0, number < 100 else { return buffer.append(String(number)) }
    if number >= 10 { buffer.open.append(UInt8(ascii: "0") + UInt8(number / 10)) }
    buffer.open.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Writes `true` or `false`.
  mutating func boolean(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
  }

  /// Writes a token as it is.
  mutating func token(_ token: String) {
    separate()
    buffer.append(token)
  }

  /// Appends values that were written apart.
  mutating func values(_ other: consuming ByteBuffer) {
    guard !other.isEmpty else { return }
    separate()
    buffer.append(other)
  }

  /// Writes the comma before a value or key that is not the first of its array or object.
  ///
  /// Outside strings a value follows `{`, `[`, `:`, or another value, so the last byte tells.
  private mutating func separate() {
    guard let last = buffer.open.last else {
      if !buffer.isEmpty { buffer.open.append(UInt8(ascii: ",")) }
      return
    }
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: buffer.open.append(UInt8(ascii: ","))
    }
  }
}

// MARK: - Strings (RFC 8785, 3.2.2.2)

extension JSONEmitter {
  private static let hexadecimalDigits = Array("0123456789abcdef".utf8)

  private mutating func append(_ prefix: Span<UInt8>, quoting text: Span<UInt8>) {
    let escapes = Self.escapeCount(text)
    let count = prefix.count + text.count + 5 * escapes + 2
    buffer.open.append(addingCapacity: count) { output in
      for index in prefix.indices { output.append(prefix[index]) }
      output.append(UInt8(ascii: "\""))
      if escapes == 0 {
        for index in text.indices { output.append(text[index]) }
      } else {
        Self.escape(text, into: &output)
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  private static func escapeCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { count += 1 }
    }
    return count
  }

  private static func escape(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape(byte, into: &output)
      case 0x08: escape(UInt8(ascii: "b"), into: &output)
      case 0x09: escape(UInt8(ascii: "t"), into: &output)
      case 0x0A: escape(UInt8(ascii: "n"), into: &output)
      case 0x0C: escape(UInt8(ascii: "f"), into: &output)
      case 0x0D: escape(UInt8(ascii: "r"), into: &output)
      case 0x00..<0x20:
        escape(UInt8(ascii: "u"), into: &output)
        output.append(UInt8(ascii: "0"))
        output.append(UInt8(ascii: "0"))
        output.append(hexadecimalDigits[Int(byte >> 4)])
        output.append(hexadecimalDigits[Int(byte & 0xF)])
      default: output.append(byte)
      }
    }
  }

  private static func escape(_ letter: UInt8, into output: inout OutputSpan<UInt8>) {
    output.append(UInt8(ascii: "\\"))
    output.append(letter)
  }
}
