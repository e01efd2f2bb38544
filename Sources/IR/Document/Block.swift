/// One block of a document, in the order of the source.
public enum Block: Sendable, Hashable {
  /// A heading.
  case heading(TextBlock)
  /// Text outside tables; its lines stay apart, separated by `\n`.
  case paragraph(TextBlock)
  /// A table.
  case table(Table)
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

/// The shape of a table; its cells are a run of ``Document/cells``.
public struct Table: Sendable, Hashable {
  /// The number of the table in its source, from 0.
  public var index: Int
  /// The cells in ``Document/cells``, by row, then by column.
  ///
  /// Every cell of the source is there, the empty ones and those of over-long rows too.
  public var cells: Range<Int>
  /// The number of rows.
  public var rowCount: Int
  /// The number of columns: those of the longest row.
  public var columnCount: Int
  /// The caption, where the source has one.
  public var caption: TextBlock?
  /// The number of the table one of whose cells holds this one.
  public var enclosingTable: Int?
  /// Where the table stands in the source.
  public var source: SourceRange

  /// Creates a table.
  public init(
    index: Int, cells: Range<Int>, rowCount: Int, columnCount: Int, caption: TextBlock? = nil,
    enclosingTable: Int? = nil, source: SourceRange
  ) {
    self.index = index
    self.cells = cells
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.caption = caption
    self.enclosingTable = enclosingTable
    self.source = source
  }
}
