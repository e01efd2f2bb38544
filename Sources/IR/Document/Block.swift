/// One block of a document, in the order of the source.
public enum Block: Sendable, Hashable {
  /// A heading.
  case heading(TextBlock)
  /// Text outside tables; its lines stay apart, separated by `\n`.
  case paragraph(TextBlock)
  /// A table.
  case table(Table)

  /// Where it stands in the source.
  public var source: SourceRange {
    switch self {
    case .heading(let text), .paragraph(let text): text.source
    case .table(let table): table.source
    }
  }

  /// Whether it is a table.
  public var isTable: Bool { if case .table = self { true } else { false } }
}

/// A heading or a paragraph.
public struct TextBlock: Sendable, Hashable {
  /// The text, white space trimmed at both ends; as in ``Cell/text``.
  public var text: TextRange
  /// Where the text stands in the source, markup excluded.
  public var source: SourceRange
  /// The level of a heading, 1 to 6; 0 for a paragraph.
  public var level: UInt8

  /// Creates a block of text.
  @inlinable
  public init(text: TextRange, source: SourceRange, level: UInt8 = 0) {
    self.text = text
    self.source = source
    self.level = level
  }
}
