/// The members of one kind of object: what the writer writes and what the schema allows.
///
/// There is one list for both, so they cannot disagree.
struct ObjectShape<Root>: Sendable {
  /// What the schema says.
  let schema: ObjectSchema
  /// Writes the members: a chain of closures, which are called without being counted, as the
  /// elements of an array would be.
  private let writeMembers: @Sendable (Root, inout FormEmitter) -> Void
  private let absences: [@Sendable (Root) -> Bool]

  /// One member.
  struct Member: Sendable {
    /// What the schema says.
    let property: ObjectSchema.Property
    /// Writes key and value, unless there is nothing to say.
    let write: @Sendable (Root, inout FormEmitter) -> Void
    /// Whether there is nothing to say.
    let isAbsent: @Sendable (Root) -> Bool
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
    absences = members.map { $0.isAbsent }
  }

  /// Writes an object.
  func write(_ root: Root, to emitter: inout FormEmitter) {
    emitter.json.beginObject()
    writeMembers(root, &emitter)
    emitter.json.endObject()
  }

  /// Whether an object would have no members.
  func isEmpty(_ root: Root) -> Bool { absences.allSatisfy { $0(root) } }

  /// The objects of this shape, left out when they have no members.
  var kind: JSONKind<Root> {
    JSONKind(.object(schema), isEmpty: isEmpty) { root, emitter in write(root, to: &emitter) }
  }
}

extension ObjectShape.Member {
  /// Creates a member that is left out when its value is `nil` or says nothing.
  init<Value>(
    _ key: String, _ kind: JSONKind<Value>, _ description: String, isRequired: Bool = false,
    _ value: @escaping @Sendable (Root) -> Value?
  ) {
    self.init(
      key, kind, description, isRequired: isRequired,
      isAbsent: { root in
        value(root).map(kind.isEmpty) ?? true
      }, placed: { root, _ in value(root) })
  }

  /// Creates a member whose value takes the places of the source.
  init<Value>(
    _ key: String, _ kind: JSONKind<Value>, _ description: String, isRequired: Bool = false,
    isAbsent: @escaping @Sendable (Root) -> Bool,
    placed value: @escaping @Sendable (Root, inout FormEmitter) -> Value?
  ) {
    let quotedKey = Array("\"\(key)\":".utf8)
    property = ObjectSchema.Property(
      key: key, description: description, isRequired: isRequired, node: kind.node)
    self.isAbsent = isAbsent
    write = { root, emitter in
      guard let value = value(root, &emitter), !kind.isEmpty(value) else { return }
      emitter.json.key(quoted: quotedKey)
      kind.write(value, &emitter)
    }
  }
}
