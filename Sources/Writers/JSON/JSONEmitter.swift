/// Writes the tokens of canonical JSON (RFC 8785); whoever calls it keeps keys in order.
///
/// Every value is followed by a comma, which the end of its array or object takes back: so what
/// stands before a value need not be looked at.
package struct JSONEmitter: Sendable {
  /// What has been written.
  package var buffer = ByteBuffer()

  private static let comma = UInt8(ascii: ",")

  /// Creates an emitter that has written nothing.
  package init() {}

  /// Begins an object.
  package mutating func beginObject() { buffer.append(UInt8(ascii: "{")) }

  /// Ends an object.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins an array.
  package mutating func beginArray() { buffer.append(UInt8(ascii: "[")) }

  /// Ends an array.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Ends the outermost value.
  package mutating func finish() -> ByteBuffer {
    dropComma()
    return buffer
  }

  /// Writes the key of the next value.
  package mutating func key(_ key: String) {
    buffer.append(string: key.utf8.span, then: UInt8(ascii: ":"))
  }

  /// Writes a key without anything to escape.
  @inline(__always)
  package mutating func key(plain key: String) {
    buffer.append(quoting: key, then: UInt8(ascii: ":"))
  }

  /// Writes a string.
  package mutating func string(_ text: String) { string(text.utf8.span) }

  /// Writes a string from valid UTF-8.
  package mutating func string(_ utf8: Span<UInt8>) {
    buffer.append(string: utf8, then: Self.comma)
  }

  /// Begins a string that is written in pieces.
  package mutating func beginString() { buffer.append(UInt8(ascii: "\"")) }

  /// Ends a string that is written in pieces.
  package mutating func endString() {
    buffer.append(UInt8(ascii: "\""))
    buffer.append(Self.comma)
  }

  /// Writes a whole number.
  package mutating func integer(_ number: Int) {
    buffer.append(ShortText(decimal: number))
    buffer.append(Self.comma)
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { token(value ? "true" : "false") }

  /// Writes a token as it is.
  package mutating func token(_ token: String) {
    buffer.append(token)
    buffer.append(Self.comma)
  }

  /// Writes a value that was written apart.
  package mutating func value(_ other: consuming ByteBuffer) {
    buffer.append(other)
    buffer.append(Self.comma)
  }

  /// Appends values that were written apart.
  package mutating func values(_ other: consuming ByteBuffer) { buffer.append(other) }

  private mutating func end(_ byte: UInt8) {
    dropComma()
    buffer.append(byte)
    buffer.append(Self.comma)
  }

  private mutating func dropComma() {
    if buffer.lastByte == Self.comma { buffer.dropLastByte() }
  }
}
