/// What was recognised in a document, or in the part of it that was read so far.
public struct Recognition: Sendable {
  /// The forms, in the order of the source.
  public var forms: [Form] = []
  /// The tables that belong to no form; their cells are those of the document.
  public var tables: [Table] = []
  /// The text that belongs to no form.
  public var outside: [PlacedText] = []
  /// What stands below what in the document: all forms, and what belongs to none.
  public var order: [Part] = []
  /// What there is to say, in the order of the source.
  public var diagnostics: [Diagnostic] = []
  /// Where the values of ``forms`` stand in the source; empty unless it was asked for.
  public var provenance: [Provenance] = []
  /// The corrections of ``forms`` by people, in the order they were applied in.
  public var corrections: [Correction] = []

  /// A part of a document.
  public enum Part: Sendable, Hashable {
    /// A form, by its number in ``forms``.
    case form(Int)
    /// A block of the document that belongs to no form as a whole, by its number there: one of
    /// ``tables``, or texts of ``outside``.
    case block(Int)
    /// A text between those of a form, by its number in ``outside``.
    case text(Int)
  }

  /// Creates an empty recognition.
  public init() {}
}
