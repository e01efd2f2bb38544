internal import IR

/// Where the table of a block of rows is; the rows above and below it are text.
struct BlockLayout {
  /// The rows of the sheet that are its table; beyond all rows where it has none.
  var tableRows: Range<Int>
  /// The number of rows of the table, with those that its merged cells reach.
  var rowCount = 0
  /// The columns of the sheet that are the table's.
  var columns = 0..<0
  /// The number of columns up to the last one with text.
  var textColumnCount = 0

  /// A block of text alone.
  static let text = BlockLayout(tableRows: Int.max..<Int.max)
}

/// What is known of a block of rows, which a row without text and borders ends.
///
/// Rows at the top of a block with a single text and no border are text; so are such rows below a
/// table with borders. What is left is a table. That takes no more memory the more rows there are.
struct BlockOutline {
  /// So many lines without a table are text, more are a table of one column.
  private static let mostLines = 2

  /// What some rows cover.
  private struct Extent {
    var lastRow = 0
    var end = 0
    var columns: Range<Int>?
    var textEnd = 0

    mutating func widen(_ row: SheetRow) {
      lastRow = row.number
      textEnd = max(textEnd, row.textEnd)
      widen(end: row.columns == nil ? row.number + 1 : row.end, row.columns)
    }

    /// Adds what rows cover of which nothing is to be seen but spans.
    mutating func widen(blank: Extent) { widen(end: blank.end, blank.columns) }

    private mutating func widen(end: Int, _ columns: Range<Int>?) {
      self.end = max(self.end, end)
      guard let columns else { return }
      self.columns = self.columns?.union(columns) ?? columns
    }
  }

  /// The number of its first row.
  let first: Int
  /// About how many bytes of memory its rows take.
  private(set) var byteCount = 0
  private var rowCount = 0
  private var reach = 0
  private var isBordered = false
  private var isMerged = false
  /// The first row that is no line.
  private var tableStart: Int?
  /// All rows; those from the first that is no line; those up to the last that is none.
  private var whole = Extent()
  private var body = Extent()
  private var trimmed = Extent()
  /// The rows since, which belong to the block where another one follows.
  private var blank: Extent?

  /// Begins a block.
  init(_ row: SheetRow) {
    first = row.number
    append(row)
  }

  /// Whether a row belongs to the block: it follows at once, or merged cells reach it.
  func includes(_ row: SheetRow) -> Bool { row.number <= reach }

  /// Appends a row that belongs to it.
  mutating func append(_ row: SheetRow) {
    if let blank {
      whole.widen(blank: blank)
      if tableStart != nil { body.widen(blank: blank) }
      self.blank = nil
    }
    rowCount += 1
    byteCount += row.byteCount
    reach = max(reach, row.reach)
    isBordered = isBordered || row.isBordered
    isMerged = isMerged || row.isMerged
    whole.widen(row)
    if tableStart == nil, !row.isLine { tableStart = row.number }
    guard tableStart != nil else { return }
    body.widen(row)
    if !row.isLine { trimmed = body }
  }

  /// Passes over a row that is blank.
  mutating func skip(_ row: SheetRow) {
    guard let columns = row.columns else { return }
    var extent = blank ?? Extent()
    extent.end = max(extent.end, row.end)
    extent.columns = extent.columns?.union(columns) ?? columns
    blank = extent
  }

  /// Where the table is, when no further row belongs to the block.
  func layout(filter: GridArea?) -> BlockLayout {
    guard tableStart != nil || rowCount > Self.mostLines && !isMerged else { return .text }
    let start = tableStart ?? first
    let extent = tableStart == nil ? whole : isBordered ? trimmed : body
    var columns = extent.columns
    if let filter, filter.rows.contains(start) {
      columns = columns?.union(filter.columns) ?? filter.columns
    }
    let taken = columns ?? 0..<0
    return BlockLayout(
      tableRows: start..<extent.lastRow + 1, rowCount: extent.end - start, columns: taken,
      textColumnCount: max(extent.textEnd - taken.lowerBound, 0))
  }
}
