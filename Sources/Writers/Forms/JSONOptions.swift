public import IR

/// How canonical JSON is written.
public struct JSONOptions: Sendable, Hashable {
  /// Whether members and elements stand on lines of their own, indented.
  public var isIndented = false
  /// The language of messages; English unless a person chose another one.
  public var language = Language.english
  /// Whether to say where every value stands in the source.
  public var includesProvenance = false

  /// Canonical JSON in English without provenance.
  public init() {}
}
