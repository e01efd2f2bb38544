import Foundation

/// A JSON value as Foundation reads it: a parser that shares nothing with the writer under test.
enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Parses a JSON text.
  init(parsing bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The member of an object.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The elements of an array; empty for anything else.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The members of an object; empty for anything else.
  var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// A whole number.
  var integer: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }

  /// The value without any member of a name, at any depth.
  func without(_ name: String) -> JSONValue {
    switch self {
    case .array(let elements): .array(elements.map { $0.without(name) })
    case .object(let members):
      .object(members.filter { $0.key != name }.mapValues { $0.without(name) })
    default: self
    }
  }
}

extension JSONValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): String(value)
    case .number(let value): Int(exactly: value).map(String.init) ?? String(value)
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        .joined(separator: ", ") + "}"
    }
  }
}

/// A place where two JSON values differ.
struct Difference: CustomStringConvertible {
  /// The JSON pointer (RFC 6901) of the place.
  let pointer: String
  let expected: JSONValue?
  let actual: JSONValue?

  var description: String {
    """
    \(pointer.isEmpty ? "/" : pointer)
      expected \(expected?.description ?? "nothing")
      found    \(actual?.description ?? "nothing")
    """
  }

  /// Every place where two values differ, the deepest that show it.
  static func all(
    _ expected: JSONValue?, _ actual: JSONValue?, at pointer: String = ""
  ) -> [Difference] {
    switch (expected, actual) {
    case (.object(let left), .object(let right)):
      return Set(left.keys).union(right.keys).sorted().flatMap { key in
        let token = key.replacing("~", with: "~0").replacing("/", with: "~1")
        return all(left[key], right[key], at: "\(pointer)/\(token)")
      }
    case (.array(let left), .array(let right)):
      return (0..<max(left.count, right.count)).flatMap { index in
        all(
          index < left.count ? left[index] : nil, index < right.count ? right[index] : nil,
          at: "\(pointer)/\(index)")
      }
    default:
      guard expected != actual else { return [] }
      return [Difference(pointer: pointer, expected: expected, actual: actual)]
    }
  }
}

extension [Difference] {
  /// The first differences for a person to read, and how many there are.
  var report: String {
    let shown = prefix(20).map(\.description).joined(separator: "\n")
    return count > 20 ? shown + "\n… \(count) differences" : shown
  }
}
