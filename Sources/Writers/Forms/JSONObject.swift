internal import IR

/// An object of the output.
///
/// Its members are declared once, for the writer and for the schema, so the two cannot disagree.
protocol JSONObject {
  /// The name of its definition in the schema.
  static var definitionName: String { get }
  /// What it is, in English.
  static var definitionText: String { get }
  /// Any value; the schema is made from its members, whatever they hold.
  static var example: Self { get }

  /// Passes the members on in canonical order.
  func visitMembers(_ visitor: inout some MemberVisitor)
}

extension JSONObject {
  /// What the schema says about objects of this kind.
  static var schema: ObjectSchema {
    var describer = MemberDescriber()
    example.visitMembers(&describer)
    return ObjectSchema(
      name: definitionName, description: definitionText, properties: describer.properties)
  }
}

/// Does something with each member of an object.
///
/// The one that writes is made for each kind of object by the compiler: what only the schema
/// needs costs it nothing.
protocol MemberVisitor {
  /// A member with a value that `write` writes; left out unless it is present.
  mutating func member(
    _ key: @autoclosure () -> String, _ node: @autoclosure () -> SchemaNode,
    _ text: @autoclosure () -> String,
    isRequired: Bool, isPresent: Bool, _ write: (inout FormEmitter) -> Void)

  /// A member that is an object; left out when it has no members.
  mutating func object<Value: JSONObject>(
    _ key: String, _ value: Value?, _ text: @autoclosure () -> String, isRequired: Bool)

  /// The line and column in which a range of the source begins.
  mutating func position(of range: SourceRange?) -> LineTable.Position?

  /// The sheet in which a range of the source is, in a workbook.
  func sheetName(of range: SourceRange?) -> String?
}

/// Makes the schema's properties from the members.
struct MemberDescriber: MemberVisitor {
  /// The properties so far.
  private(set) var properties: [ObjectSchema.Property] = []

  mutating func member(
    _ key: @autoclosure () -> String, _ node: @autoclosure () -> SchemaNode,
    _ text: @autoclosure () -> String,
    isRequired: Bool, isPresent: Bool, _ write: (inout FormEmitter) -> Void
  ) {
    properties.append(
      ObjectSchema.Property(
        key: key(), description: text(), isRequired: isRequired, node: node()))
  }

  mutating func object<Value: JSONObject>(
    _ key: String, _ value: Value?, _ text: @autoclosure () -> String, isRequired: Bool
  ) {
    properties.append(
      ObjectSchema.Property(
        key: key, description: text(), isRequired: isRequired, node: .object(Value.schema)))
  }

  func position(of range: SourceRange?) -> LineTable.Position? { nil }

  func sheetName(of range: SourceRange?) -> String? { nil }
}
