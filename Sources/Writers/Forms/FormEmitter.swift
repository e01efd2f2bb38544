internal import IR

/// A JSON emitter that knows the source, for the places in it, and the language of messages.
struct FormEmitter: MemberVisitor, Sendable {
  /// The tokens.
  var json = JSONEmitter()
  /// The places of the source.
  var places: SourcePlaces
  /// The language of messages.
  let language: Language

  /// Writes an object.
  mutating func object(_ value: borrowing some JSONObject) {
    json.beginObject()
    value.visitMembers(&self)
    json.endObject()
  }

  /// Writes objects as an array.
  mutating func array(_ values: [some JSONObject]) {
    json.beginArray()
    elements(values)
    json.endArray()
  }

  /// Writes objects one after another.
  private mutating func elements(_ values: [some JSONObject]) {
    let values = values.span
    for index in values.indices {
      json.buffer.closeFullChunk()
      json.beginObject()
      // In place: a copy would count the references to all its texts.
      values[index].visitMembers(&self)
      json.endObject()
    }
  }

  /// Writes objects as further elements of an array that is written apart.
  mutating func append(_ values: [some JSONObject], to buffer: inout ByteBuffer) {
    swap(&json.buffer, &buffer)
    elements(values)
    swap(&json.buffer, &buffer)
  }

  /// Puts a document together.
  mutating func finish(_ root: some JSONObject, options: JSONOptions) -> ByteBuffer {
    object(root)
    let json = json.finish()
    return options.isIndented ? ByteBuffer(indenting: json) : json
  }

  // MARK: - MemberVisitor

  @inline(__always)
  mutating func member(
    _ key: @autoclosure () -> String, _ node: @autoclosure () -> SchemaNode,
    _ text: @autoclosure () -> String,
    isRequired: Bool, isPresent: Bool, _ write: (inout FormEmitter) -> Void
  ) {
    guard isPresent else { return }
    json.key(plain: key())
    write(&self)
  }

  @inline(__always)
  mutating func object<Value: JSONObject>(
    _ key: String, _ value: Value?, _ text: @autoclosure () -> String, isRequired: Bool
  ) {
    guard let value else { return }
    let start = json.buffer.count
    json.key(plain: key)
    json.beginObject()
    let membersStart = json.buffer.count
    value.visitMembers(&self)
    if json.buffer.count == membersStart {
      json.buffer.drop(from: start)
    } else {
      json.endObject()
    }
  }

  func sheetName(of range: SourceRange?) -> String? {
    range.flatMap { places.sheetName(of: $0) }
  }

  mutating func position(of range: SourceRange?) -> LineTable.Position? {
    range.map { places.position(of: $0) }
  }
}
