public import IR

/// Turns the offsets of one source into lines, columns and bytes of the file.
///
/// Reads the source once, when the first place is asked for.
public struct SourcePlaces: Sendable {
  private var source: SourceText
  private var table: LineTable?
  private var offsets: OriginalOffsets
  /// The line of the last place: the next one is mostly there or just after it.
  private var line = 1

  /// Creates the places of a source.
  public init(_ source: SourceText) {
    self.source = source
    offsets = OriginalOffsets(source)
  }

  /// Goes on with another piece of the same file.
  public mutating func move(to source: SourceText) {
    // A piece that has only become longer begins at the same place.
    let isSame = source.piece == self.source.piece && source.utf8.count == self.source.utf8.count
    if !isSame { self = SourcePlaces(source) }
  }

  /// The line, from 1, in which a range begins.
  public mutating func line(of range: SourceRange) -> Int {
    if let workbook = source.workbook { return workbook.places.position(at: range.start).line }
    line = lineTable().line(at: range.start, after: line)
    return line + precedingLineCount
  }

  /// The line and column in which a range begins.
  ///
  /// In a workbook, the cell.
  public mutating func position(of range: SourceRange) -> LineTable.Position {
    if let workbook = source.workbook { return workbook.places.position(at: range.start) }
    var position = lineTable().position(at: range.start, in: source.utf8, after: line)
    line = position.line
    position.line += precedingLineCount
    return position
  }

  /// The name of the sheet in which a range is, in a workbook.
  public func sheetName(of range: SourceRange) -> String? {
    source.workbook?.places.sheetName(at: range.start)
  }

  /// The bytes of the file a range of the text was decoded from.
  public mutating func fileBytes(of range: SourceRange) -> Range<Int> {
    offsets.range(of: range)
  }

  private var precedingLineCount: Int { source.piece?.precedingLineCount ?? 0 }

  private mutating func lineTable() -> LineTable {
    if let table { return table }
    let made = LineTable(source.utf8)
    table = made
    return made
  }
}
