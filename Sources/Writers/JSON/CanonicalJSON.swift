/// A JSON value that is written canonically (RFC 8785).
///
/// For values that are small or have no fixed shape; forms are written by ``FormJSONWriter``
/// without a tree of values.
public indirect enum CanonicalJSON: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number without a fraction.
  case integer(Int)
  /// A number; not finite ones have no JSON form and are written as `null`.
  case number(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([CanonicalJSON])
  /// An object; members are written in the order of their keys' UTF-16 code units.
  case object([String: CanonicalJSON])

  /// The canonical bytes.
  public var buffer: ByteBuffer {
    var emitter = JSONEmitter()
    write(to: &emitter)
    return emitter.buffer
  }

  /// Writes the value; the depth of the recursion is that of the value.
  func write(to emitter: inout JSONEmitter) {
    switch self {
    case .null: emitter.token("null")
    case .boolean(let value): emitter.boolean(value)
    case .integer(let value): emitter.integer(value)
    case .number(let value): emitter.token(Self.token(value))
    case .string(let value): emitter.string(value)
    case .array(let values):
      emitter.beginArray()
      for value in values { value.write(to: &emitter) }
      emitter.endArray()
    case .object(let members):
      emitter.beginObject()
      for (key, value) in members.sorted(by: { precedesInUTF16($0.key, $1.key) }) {
        emitter.key(key)
        value.write(to: &emitter)
      }
      emitter.endObject()
    }
  }
}

extension CanonicalJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// Creates an array.
  public init(arrayLiteral elements: CanonicalJSON...) { self = .array(elements) }
  /// Creates an object; of equal keys the last one stays.
  public init(dictionaryLiteral elements: (String, CanonicalJSON)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
