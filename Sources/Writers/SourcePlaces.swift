public import IR

/// Turns the offsets of one source into lines, columns and bytes of the file.
///
/// Reads the source once, when the first place is asked for.
public struct SourcePlaces: Sendable {
  private let source: SourceText
  private var table: LineTable?
  private var offsets: OriginalOffsets

  /// Creates the places of a source.
  public init(_ source: SourceText) {
    self.source = source
    offsets = OriginalOffsets(source)
  }

  /// The line, from 1, in which a range begins.
  public mutating func line(of range: SourceRange) -> Int {
    lineTable().line(at: range.start)
  }

  /// The line and column in which a range begins.
  public mutating func position(of range: SourceRange) -> LineTable.Position {
    lineTable().position(at: range.start, in: source.utf8)
  }

  /// The bytes of the file a range of the text was decoded from.
  public mutating func fileBytes(of range: SourceRange) -> Range<Int> {
    offsets.range(of: range)
  }

  private mutating func lineTable() -> LineTable {
    if let table { return table }
    let made = LineTable(source.utf8)
    table = made
    return made
  }
}
