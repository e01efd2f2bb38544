/// How values of one type are written, and what the schema says about them.
struct JSONKind<Value>: Sendable {
  /// What the schema says.
  let node: SchemaNode
  /// Whether a value says nothing, so that its key is left out.
  let isEmpty: @Sendable (Value) -> Bool
  /// Writes a value.
  let write: @Sendable (Value, inout FormEmitter) -> Void

  init(
    _ node: SchemaNode, isEmpty: @escaping @Sendable (Value) -> Bool = { _ in false },
    write: @escaping @Sendable (Value, inout FormEmitter) -> Void
  ) {
    self.node = node
    self.isEmpty = isEmpty
    self.write = write
  }

  /// Objects of a shape.
  static func object(_ shape: ObjectShape<Value>) -> JSONKind {
    JSONKind(.object(shape.schema)) { value, emitter in shape.write(value, to: &emitter) }
  }

  /// Arrays of like elements; an empty one says nothing.
  static func array<Element>(of kind: JSONKind<Element>) -> JSONKind where Value == [Element] {
    JSONKind(.array(kind.node), isEmpty: { $0.isEmpty }) { elements, emitter in
      emitter.json.beginArray()
      let elements = elements.span
      for index in elements.indices {
        kind.write(elements[index], &emitter)
        emitter.json.buffer.closeFullChunk()
      }
      emitter.json.endArray()
    }
  }
}

extension JSONKind where Value == String {
  /// Any text but the empty one.
  static var text: JSONKind { string(.text) }
  /// An exact decimal.
  static var decimal: JSONKind { string(.decimal) }

  /// Strings as a schema describes them.
  static func string(_ node: SchemaNode) -> JSONKind {
    JSONKind(node, isEmpty: { $0.isEmpty }) { value, emitter in emitter.json.string(value) }
  }
}

extension JSONKind where Value == Int {
  /// A number from 0.
  static var count: JSONKind { integer(.count) }
  /// A number from 1.
  static var position: JSONKind { integer(.position) }

  /// Whole numbers as a schema describes them.
  static func integer(_ node: SchemaNode) -> JSONKind {
    JSONKind(node) { value, emitter in emitter.json.integer(value) }
  }
}

extension JSONKind where Value == Bool {
  /// `true` or `false`.
  static var boolean: JSONKind {
    JSONKind(.boolean) { value, emitter in emitter.json.boolean(value) }
  }
  /// `true`; `false` is left out.
  static var flag: JSONKind {
    JSONKind(.flag, isEmpty: { !$0 }) { value, emitter in emitter.json.boolean(value) }
  }
}
