/// The members of one kind of object: what the writer writes and what the schema allows.
///
/// There is one list for both, so they cannot disagree.
struct ObjectShape<Root>: Sendable {
  /// What the schema says.
  let schema: ObjectSchema
  /// Writes the members: a chain of closures, which are called without being counted, as the
  /// elements of an array would be.
  private let writeMembers: @Sendable (Root, inout FormEmitter) -> Void

  /// One member.
  struct Member: Sendable {
    /// What the schema says.
    let property: ObjectSchema.Property
    /// Writes key and value, unless there is nothing to say.
    let write: @Sendable (Root, inout FormEmitter) -> Void
  }

  /// Creates a shape; its members may be given in any order.
  init(_ name: String, _ description: String, _ members: [Member]) {
    let members = members.sorted { precedesInUTF16($0.property.key, $1.property.key) }
    schema = ObjectSchema(
      name: name, description: description, properties: members.map { $0.property })
    var chain: @Sendable (Root, inout FormEmitter) -> Void = { _, _ in }
    for member in members {
      let writeOthers = chain
      let write = member.write
      chain = { root, emitter in
        writeOthers(root, &emitter)
        write(root, &emitter)
      }
    }
    writeMembers = chain
  }

  /// Writes an object.
  func write(_ root: Root, to emitter: inout FormEmitter) {
    emitter.json.beginObject()
    writeMembers(root, &emitter)
    emitter.json.endObject()
  }
}

extension ObjectShape.Member {
  /// Creates a member that is left out when its value is `nil` or says nothing.
  init<Value>(
    _ key: String, _ kind: JSONKind<Value>, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Root) -> Value?
  ) {
    self.init(key, kind, description, isRequired: isRequired, placed: { root, _ in value(root) })
  }

  /// Creates a member whose value takes the places of the source.
  init<Value>(
    _ key: String, _ kind: JSONKind<Value>, _ description: String, isRequired: Bool = false,
    placed value: @escaping @Sendable (Root, inout FormEmitter) -> Value?
  ) {
    let quotedKey = Array("\"\(key)\":".utf8)
    property = ObjectSchema.Property(
      key: key, description: description, isRequired: isRequired, node: kind.node)
    write = { root, emitter in
      guard let value = value(root, &emitter), !kind.isEmpty(value) else { return }
      let start = emitter.json.buffer.count
      emitter.json.key(quoted: quotedKey)
      kind.write(value, &emitter)
      emitter.json.dropEmptyObject(from: start)
    }
  }

  /// Creates a member that is a text, left out when it is empty.
  init(
    _ key: String, _ kind: JSONKind<String>, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Root) -> String?
  ) {
    let quotedKey = Array("\"\(key)\":".utf8)
    property = ObjectSchema.Property(
      key: key, description: description, isRequired: isRequired, node: kind.node)
    // The most frequent kind by far: without the calls a general one takes.
    write = { root, emitter in
      guard let text = value(root), !text.isEmpty else { return }
      emitter.json.member(quotedKey, text)
    }
  }
}
