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
  /// How the columns are aligned, up to the last of which the source says so.
  public var alignments: [ColumnAlignment]
  /// The caption, where the source has one.
  public var caption: TextBlock?
  /// The number of the table one of whose cells holds this one.
  public var enclosingTable: Int?
  /// Where the table stands in the source.
  public var source: SourceRange
  /// Which rows are there, of a table that comes in parts; `nil` where it is whole.
  public var part: TablePart?

  /// Creates a table.
  public init(
    index: Int, cells: Range<Int>, rowCount: Int, columnCount: Int,
    alignments: [ColumnAlignment] = [], caption: TextBlock? = nil, enclosingTable: Int? = nil,
    source: SourceRange
  ) {
    self.index = index
    self.cells = cells
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.alignments = alignments
    self.caption = caption
    self.enclosingTable = enclosingTable
    self.source = source
  }
}

/// Some rows of a table that is too large to be in memory as a whole.
///
/// The parts are blocks one after the other, with the same index; their cells count rows from the
/// first one of the table. No part but the last ends a table, and none is without rows.
public struct TablePart: Sendable, Hashable {
  /// The rows.
  public var rows: Range<Int>
  /// The number of columns up to the last one with text, anywhere in the table.
  public var textColumnCount: Int

  /// Creates a part.
  public init(rows: Range<Int>, textColumnCount: Int) {
    self.rows = rows
    self.textColumnCount = textColumnCount
  }
}

/// How large a table is that comes in parts, which is known before the first of them.
public struct TableSize: Sendable, Hashable {
  /// The number of rows.
  public var rowCount: Int
  /// The number of columns: those of the longest row.
  public var columnCount: Int
  /// The number of columns up to the last one with text.
  public var textColumnCount: Int

  /// Creates a size.
  public init(rowCount: Int, columnCount: Int, textColumnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.textColumnCount = textColumnCount
  }
}

extension Table {
  /// The rows whose cells are there.
  public var rows: Range<Int> { part?.rows ?? 0..<rowCount }

  /// How a column is aligned.
  public func alignment(ofColumn column: Int) -> ColumnAlignment {
    column < alignments.count ? alignments[column] : .none
  }

  /// Whether the first row is there.
  public var isBeginning: Bool { rows.lowerBound == 0 }

  /// Whether the last row is there.
  public var isEnd: Bool { rows.upperBound == rowCount }
}
