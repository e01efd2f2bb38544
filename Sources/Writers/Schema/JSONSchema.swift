/// The JSON Schema (draft 2020-12) of the documents this module writes.
///
/// It is made from the members the writers write, so it allows what they can write and nothing else.
public enum JSONSchema {
  /// The schema as a JSON value.
  public static var document: CanonicalJSON {
    let roots = [
      FormDocument.schema, TableDocument.schema, FormLine.schema, TableLine.schema,
      DocumentEnd.schema,
    ]
    var definitions: [String: CanonicalJSON] = [:]
    for root in roots { define(root, in: &definitions) }
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "formconvert",
      "description":
        "What formconvert writes about one input: its forms, or its tables; or one line of that.",
      "oneOf": .array(roots.map { CanonicalJSON(keywords(of: .object($0))) }),
      "$defs": CanonicalJSON(definitions),
    ]
  }

  /// Adds an object's definition, and those of the objects in it.
  private static func define(
    _ schema: ObjectSchema, in definitions: inout [String: CanonicalJSON]
  ) {
    guard definitions[schema.name] == nil else { return }
    var properties: [String: CanonicalJSON] = [:]
    for property in schema.properties {
      var keywords = keywords(of: property.node)
      keywords["description"] = .string(property.description)
      properties[property.key] = CanonicalJSON(keywords)
    }
    let required = schema.properties.filter(\.isRequired).map(\.key)
    var definition: [String: CanonicalJSON] = [
      "type": "object",
      "description": .string(schema.description),
      "properties": CanonicalJSON(properties),
      "additionalProperties": false,
    ]
    if required.isEmpty {
      definition["minProperties"] = 1
    } else {
      definition["required"] = .array(required.map(CanonicalJSON.string))
    }
    definitions[schema.name] = CanonicalJSON(definition)
    for property in schema.properties {
      guard let object = property.node.innermostObject else { continue }
      define(object, in: &definitions)
    }
  }

  private static func keywords(of node: SchemaNode) -> [String: CanonicalJSON] {
    switch node {
    case .keywords(let keywords): keywords
    case .object(let schema): ["$ref": .string("#/$defs/\(schema.name)")]
    case .array(let element): ["type": "array", "items": CanonicalJSON(keywords(of: element))]
    case .map(let keyPattern, let value):
      [
        "type": "object", "minProperties": 1, "propertyNames": ["pattern": .string(keyPattern)],
        "additionalProperties": CanonicalJSON(keywords(of: value)),
      ]
    }
  }
}

extension SchemaNode {
  /// The object that the value is, or that its elements are.
  var innermostObject: ObjectSchema? {
    switch self {
    case .keywords: nil
    case .object(let schema): schema
    case .array(let element), .map(_, let element): element.innermostObject
    }
  }
}
