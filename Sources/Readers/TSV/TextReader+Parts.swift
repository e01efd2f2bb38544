internal import IR

/// The tables of a large text that should not be in memory as a whole, and so come in parts.
///
/// The text is gone through twice: how large they are shows at their ends, and has to be known at
/// their beginnings.
struct TablesInParts {
  /// A table in the middle of which the reader is.
  struct OpenTable {
    /// Where it begins in the file.
    let start: Int
    /// What is known of it.
    var table: RowTable
    /// How large it is; `nil` where that is to be found out.
    let size: TableSize?
  }

  /// How large the tables are, by where they begin in the file.
  private(set) var sizes: [Int: TableSize]
  /// Whether all of a table has to be in memory, as where there are rows to be joined.
  private(set) var mustBeWhole = false
  /// Whether there is something to say about a table whose rows were given up again.
  fileprivate(set) var hasDiagnostics = false
  /// The size in bytes from which a table comes in parts, where these are to be found.
  private let least: Int?
  private let allowsParts: Bool
  private var open: OpenTable?

  /// Prepares to find the tables that have more than some bytes.
  ///
  /// - Parameter allowsParts: Whether they may come in parts; else one is enough to know.
  init(findingFrom least: Int, allowsParts: Bool) {
    self.least = least
    self.allowsParts = allowsParts
    sizes = [:]
  }

  /// Prepares to hand out tables.
  init(_ sizes: [Int: TableSize]) {
    least = nil
    allowsParts = true
    self.sizes = sizes
  }

  /// Whether the reader is in the middle of a table.
  var isOpen: Bool { open != nil }

  /// Begins a table; `false` for one that does not come in parts.
  mutating func begin(_ rows: TableRows, at start: Int) -> Bool {
    let size = sizes[start]
    guard least != nil || size != nil else { return false }
    open = OpenTable(start: start, table: RowTable(rows), size: size)
    return true
  }

  /// The table in the middle of which the reader is; given up, so that there are not two of it.
  fileprivate mutating func takeOpen() -> OpenTable? {
    let taken = open
    open = nil
    return taken
  }

  /// Goes on with the table, which has been read up to an offset of the file.
  fileprivate mutating func putBack(_ table: OpenTable, at end: Int) {
    open = table
    if let least, !allowsParts, end - table.start > least { mustBeWhole = true }
  }

  /// Takes note of a table that has ended at an offset of the file.
  fileprivate mutating func finish(_ table: OpenTable, at end: Int) {
    guard let least else { return }
    let hasHalves = table.table.regularity.hasHalves
    if hasHalves { hasDiagnostics = true }
    guard end - table.start > least else { return }
    sizes[table.start] = table.table.size
    if hasHalves || !allowsParts { mustBeWhole = true }
  }
}

extension TextReader {
  /// About how many bytes of text a part of a table has.
  private static let partByteCount = 256 << 10

  /// Whether the reader is in the middle of a table.
  var isInTable: Bool { parts?.isOpen ?? false }

  /// Reads further rows of the open table, up to its end or as many as make a part.
  mutating func readPart(_ text: Span<UInt8>, into document: inout Document) {
    guard var open = parts?.takeOpen() else { return }
    let (start, firstCell, mark) = (position, document.cells.count, document.mark)
    let firstRow = open.table.rows.rowCount
    let isDone = readRows(
      of: &open.table, text, upTo: start + Self.partByteCount, countsOnly: open.size == nil,
      into: &document)
    let rows = firstRow..<open.table.rows.rowCount
    if let size = open.size, !rows.isEmpty {
      var table = Table(
        index: document.tableCount, cells: firstCell..<document.cells.count,
        rowCount: size.rowCount, columnCount: size.columnCount,
        source: SourceRange(start..<open.table.end))
      table.part = TablePart(rows: rows, textColumnCount: size.textColumnCount)
      document.blocks.append(.table(table))
      if table.isEnd { document.tableCount += 1 }
    } else {
      if document.mark.hasDiagnostics(since: mark) { parts?.hasDiagnostics = true }
      document.takeBack(to: mark)
    }
    let end = textStart + open.table.end
    if isDone { parts?.finish(open, at: end) } else { parts?.putBack(open, at: end) }
  }
}
