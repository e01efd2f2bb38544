/// A change of one value of a form by a person who has compared it with the original.
public struct Correction: Sendable, Hashable {
  /// The JSON pointer of the value, from the root of the canonical JSON, as provenance has it.
  public var pointer: String
  /// The text the value had; empty where there was no value.
  public var before: String
  /// The text it should have; empty where there should be no value.
  public var after: String
  /// Who corrected it.
  public var who: String?
  /// Why.
  public var why: String?
  /// When, in ISO 8601.
  public var date: String?

  /// Creates a correction.
  public init(
    pointer: String, before: String, after: String, who: String? = nil, why: String? = nil,
    date: String? = nil
  ) {
    self.pointer = pointer
    self.before = before
    self.after = after
    self.who = who
    self.why = why
    self.date = date
  }
}
