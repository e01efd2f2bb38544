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
  ///
  /// Not a dictionary: Swift takes canonically equivalent keys for the same, JSON does not.
  case object([Member])

  /// One member of an object.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: CanonicalJSON

    /// Creates a member.
    public init(_ key: String, _ value: CanonicalJSON) {
      self.key = key
      self.value = value
    }
  }

  /// Creates an object from keys that no two normalisations share.
  public init(_ members: [String: CanonicalJSON]) {
    self = .object(members.map { Member($0.key, $0.value) })
  }

  /// The canonical bytes.
  public var buffer: ByteBuffer {
    var emitter = JSONEmitter()
    write(to: &emitter)
    return emitter.finish()
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
      for value in values {
        emitter.buffer.closeFullChunk()
        value.write(to: &emitter)
      }
      emitter.endArray()
    case .object(let members):
      emitter.beginObject()
      for member in members.sorted(by: { precedesInUTF16($0.key, $1.key) }) {
        emitter.buffer.closeFullChunk()
        emitter.key(member.key)
        member.value.write(to: &emitter)
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
  /// Creates an object; every key must be there once.
  public init(dictionaryLiteral elements: (String, CanonicalJSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
