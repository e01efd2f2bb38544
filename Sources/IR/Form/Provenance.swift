/// Where one value of a form stands in the source.
public struct Provenance: Sendable, Hashable {
  /// The JSON pointer of the value, from the root of the canonical JSON.
  public var pointer: String
  /// The pieces the value was read from, in order.
  public var pieces: [Piece]

  /// One cell, or one run of text outside tables.
  public struct Piece: Sendable, Hashable {
    /// Where it stands in the source.
    public var source: SourceRange
    /// The table, its row, and the cell's number in that row, each from 0; `nil` outside tables.
    public var cell: CellPosition?
    /// Whether a person has corrected what was read there.
    public var isCorrected: Bool

    /// Creates a piece.
    public init(source: SourceRange, cell: CellPosition?, isCorrected: Bool = false) {
      self.source = source
      self.cell = cell
      self.isCorrected = isCorrected
    }
  }

  /// The place of a cell among the tables of a source.
  public struct CellPosition: Sendable, Hashable {
    /// The number of the table, from 0.
    public var table: Int
    /// The row of the table, from 0.
    public var row: Int
    /// The number of the cell in its row, from 0.
    public var cell: Int

    /// Creates a position.
    public init(table: Int, row: Int, cell: Int) {
      self.table = table
      self.row = row
      self.cell = cell
    }
  }

  /// Creates a provenance.
  public init(pointer: String, pieces: [Piece]) {
    self.pointer = pointer
    self.pieces = pieces
  }
}
