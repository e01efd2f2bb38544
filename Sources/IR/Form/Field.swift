/// A field of a form and its value.
public struct Field: Sendable, Hashable {
  /// Which field.
  public var key: FieldKey
  /// Its value.
  public var value: FieldValue

  /// Creates a field.
  public init(_ key: FieldKey, _ value: FieldValue) {
    self.key = key
    self.value = value
  }
}

/// The value of a field; its case follows from ``FieldKey/kind``.
public enum FieldValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A date.
  case date(DateReading)
  /// An amount.
  case amount(Amount)
  /// Options, in printed order.
  case options([Option])
}
