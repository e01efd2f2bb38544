/// One cell of a table: its text, its place in the grid and its place in the source.
public struct Cell: Sendable, Hashable {
  /// The text, white space trimmed at both ends: tags removed, entities and escapes decoded, `\n`
  /// for a line break, `☑` and `☐` for a check box.
  public var text: TextRange
  /// Where the cell's content stands in the source, delimiters and padding excluded.
  public var source: SourceRange
  /// The row of its first slot, from 0.
  public var row: UInt32
  /// The column of its first slot, from 0.
  public var column: UInt16
  /// The number of rows it covers, at least 1.
  public var rowSpan: UInt16
  /// The number of columns it covers, at least 1.
  public var columnSpan: UInt16
  /// Whether it is a header cell.
  public var isHeader: Bool
  /// What the text is known to be; text is text unless somebody says more.
  public var kind: Kind

  /// What the text of a cell is known to be.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Text, whatever it looks like.
    case text
    /// A number: digits, a sign, grouping, decimals, perhaps a percent sign.
    case number
    /// A date.
    case date
  }

  /// Creates a cell.
  @inlinable
  public init(
    text: TextRange, source: SourceRange, row: UInt32, column: UInt16, rowSpan: UInt16 = 1,
    columnSpan: UInt16 = 1, isHeader: Bool = false, kind: Kind = .text
  ) {
    self.text = text
    self.source = source
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.isHeader = isHeader
    self.kind = kind
  }
}
