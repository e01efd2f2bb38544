internal import IR
public import Writers

/// The JSON Schema (draft 2020-12) of layout files, for editors.
///
/// It is made of the shapes files are read by. An editor that knows it completes keys and words;
/// what one part says about another is told by reading the file.
public enum LayoutSchema {
  /// The schema as a JSON value.
  public static var document: CanonicalJSON {
    var definitions: [String: CanonicalJSON] = [:]
    define(LayoutShapes.file, in: &definitions)
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "formconvert layouts",
      "description": "Layouts of forms and the mappings between them, for --layouts.",
      "$ref": "#/$defs/file",
      "$defs": CanonicalJSON(definitions),
    ]
  }

  private static func define(_ shape: ObjectShape, in definitions: inout [String: CanonicalJSON]) {
    guard definitions[shape.name] == nil else { return }
    // Takes the name before the members ask for it.
    definitions[shape.name] = .null
    var properties: [String: CanonicalJSON] = [:]
    for member in shape.members {
      var keywords = keywords(of: member.shape, &definitions)
      keywords["description"] = .string(member.meaning.english)
      properties[member.key] = CanonicalJSON(keywords)
    }
    let required = shape.members.filter(\.isRequired).map(\.key)
    definitions[shape.name] = [
      "type": "object",
      "description": .string(shape.title.english),
      "properties": CanonicalJSON(properties),
      "required": .array(required.map(CanonicalJSON.string)),
      "additionalProperties": false,
    ]
  }

  private static func keywords(
    of shape: Shape, _ definitions: inout [String: CanonicalJSON]
  ) -> [String: CanonicalJSON] {
    switch shape {
    case .text: return text
    case .label: return label
    case .anyText: return ["type": ["string", "number", "null"]]
    case .translatedText:
      return ["anyOf": [CanonicalJSON(text), reference(.translation, &definitions)]]
    case .labels(let count):
      let list = list(of: CanonicalJSON(label), atLeast: count)
      return ["anyOf": [CanonicalJSON(label), CanonicalJSON(list)]]
    case .flag: return ["type": "boolean"]
    case .number(let range):
      return [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .word(let words): return ["enum": .array(words.map(CanonicalJSON.string))]
    case .list(let element, let count):
      return list(of: CanonicalJSON(keywords(of: element, &definitions)), atLeast: count)
    case .levels:
      var keywords = list(of: CanonicalJSON(label), atLeast: 2)
      keywords["maxItems"] = 2
      return keywords
    case .object(let shape): return ["allOf": [reference(shape, &definitions)]]
    case .objectOrValue(let shape, let key):
      guard let member = shape.members.first(where: { $0.key == key }) else { return [:] }
      let value = CanonicalJSON(keywords(of: member.shape, &definitions))
      return ["anyOf": [value, reference(shape, &definitions)]]
    }
  }

  private static let label: [String: CanonicalJSON] = ["type": "string", "minLength": 1]

  /// What YAML takes for a number is taken as it is written: id: 2024.
  private static let text: [String: CanonicalJSON] = [
    "type": ["string", "number"], "minLength": 1,
  ]

  private static func list(of element: CanonicalJSON, atLeast count: Int)
    -> [String: CanonicalJSON]
  {
    var keywords: [String: CanonicalJSON] = ["type": "array", "items": element]
    if count > 0 { keywords["minItems"] = .integer(count) }
    return keywords
  }

  private static func reference(
    _ shape: ObjectShape, _ definitions: inout [String: CanonicalJSON]
  ) -> CanonicalJSON {
    define(shape, in: &definitions)
    return ["$ref": .string("#/$defs/\(shape.name)")]
  }
}
