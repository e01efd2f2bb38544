internal import IR

/// A JSON emitter that knows the source, for the places in it, and the language of messages.
struct FormEmitter: Sendable {
  /// The tokens.
  var json = JSONEmitter()
  /// The places of the source.
  var places: SourcePlaces
  /// The language of messages.
  let language: Language

  /// Writes values as further elements of an array that is written apart.
  mutating func append<Value>(
    _ values: [Value], _ shape: ObjectShape<Value>, to buffer: inout ByteBuffer
  ) {
    swap(&json.buffer, &buffer)
    for value in values {
      shape.write(value, to: &self)
      json.buffer.closeFullChunk()
    }
    swap(&json.buffer, &buffer)
  }

  /// Puts a document together.
  mutating func finish(
    _ parts: DocumentParts, _ shape: ObjectShape<DocumentParts>, options: JSONOptions
  ) -> ByteBuffer {
    shape.write(parts, to: &self)
    let json = json.buffer
    return options.isIndented ? ByteBuffer(indenting: json) : json
  }
}
