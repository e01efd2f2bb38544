/// What was recognised in a document, or in the part of it that was read so far.
public struct Recognition: Sendable {
  /// The forms, in the order of the source.
  public var forms: [Form] = []
  /// The tables that belong to no form; their cells are those of the document.
  public var tables: [Table] = []
  /// The text that belongs to no form.
  public var outside: [PlacedText] = []
  /// What there is to say, in the order of the source.
  public var diagnostics: [Diagnostic] = []
  /// Where the values of ``forms`` stand in the source; empty unless it was asked for.
  public var provenance: [Provenance] = []
  /// The corrections of ``forms`` by people, in the order they were applied in.
  public var corrections: [Correction] = []

  /// Creates an empty recognition.
  public init() {}
}
