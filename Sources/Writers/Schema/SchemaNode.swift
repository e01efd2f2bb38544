/// What JSON Schema says about one value.
indirect enum SchemaNode: Sendable {
  /// A value as the keywords say.
  case keywords([String: CanonicalJSON])
  /// An array of like elements.
  case array(SchemaNode)
  /// An object of a known shape.
  case object(ObjectSchema)
  /// An object whose keys match a pattern.
  case map(keyPattern: String, SchemaNode)

  /// A string that is not empty.
  static let text = keywords(["type": "string", "minLength": 1])
  /// A whole number that is not negative.
  static let count = keywords(["type": "integer", "minimum": 0])
  /// A whole number from 1.
  static let position = keywords(["type": "integer", "minimum": 1])
  /// A whole number from 2.
  static let span = keywords(["type": "integer", "minimum": 2])
  /// `true`, the only value of a flag that is left out otherwise.
  static let flag = keywords(["const": true])
  /// `true` or `false`.
  static let boolean = keywords(["type": "boolean"])
  /// An exact decimal.
  static let decimal = string(matching: "^-?[0-9]+([.][0-9]+)?$")
  /// A JSON pointer (RFC 6901).
  static let pointer = string(matching: "^(/([^~/]|~[01])*)*$")

  /// A string that matches a pattern.
  static func string(matching pattern: String) -> SchemaNode {
    keywords(["type": "string", "pattern": .string(pattern)])
  }

  /// One of several strings.
  static func oneOf(_ values: some Sequence<String>) -> SchemaNode {
    keywords(["enum": .array(values.map(CanonicalJSON.string))])
  }

  /// A fixed string or number.
  static func constant(_ value: CanonicalJSON) -> SchemaNode { keywords(["const": value]) }
}

/// What JSON Schema says about an object; nothing but its properties may be in it.
struct ObjectSchema: Sendable {
  /// The name of its definition.
  let name: String
  /// What it is, in English.
  let description: String
  /// Its properties in canonical order.
  let properties: [Property]

  /// One property.
  struct Property: Sendable {
    let key: String
    let description: String
    let isRequired: Bool
    let node: SchemaNode
  }
}
