internal import IR

/// A table that is being formed (WHATWG HTML, 4.9.12), without a grid in memory.
struct OpenTable {
  /// A cell that is being read.
  struct OpenCell {
    var isHeader: Bool
    var spans: CellSpans
    var alignment: ColumnAlignment
    /// The first piece of its content.
    var first: Range<Int>?
    /// The other pieces, between the tables within it.
    var others: [Range<Int>] = []

    /// Adds a piece.
    mutating func append(_ piece: Range<Int>) {
      if first == nil { first = piece } else { others.append(piece) }
    }
  }

  /// A group of rows.
  private struct Group {
    var element: HTMLElement
    var firstCell: Int
    var rowCount = 0
  }

  /// The number of the table in its source.
  let index: Int
  /// The offset of its start tag.
  let start: Int
  /// The cell that is open.
  var cell: OpenCell?
  /// The pieces of the caption; `nil` before there is one.
  var caption: [Range<Int>]?
  /// Whether the caption is open.
  var isInCaption = false
  /// Whether a row is open.
  private(set) var isInRow = false
  private(set) var isTooWide = false
  private var cells: [Cell] = []
  private var cellAlignments = CellAlignments()
  private var groups: [Group] = []
  private var isInGroup = false
  private var column = 0
  private var occupied = OccupiedColumns()
  private let columnLimit: Int

  /// Starts a table.
  init(index: Int, start: Int, limits: Limits) {
    self.index = index
    self.start = start
    columnLimit = min(max(limits.columns, 1), Int(UInt16.max))
  }

  /// Whether the text that is read now belongs into the table.
  var takesText: Bool { cell != nil || isInCaption }

  /// Whether a cell of a kind is open.
  func isInCell(isHeader: Bool) -> Bool { cell?.isHeader == isHeader }

  /// Closes the cell that is open, and hands it out.
  mutating func takeCell() -> OpenCell? {
    var taken: OpenCell?
    swap(&taken, &cell)
    return taken
  }

  /// Whether the open row group was made by a tag of an element.
  func isInGroup(_ element: HTMLElement) -> Bool { isInGroup && groups.last?.element == element }

  /// Opens a row group.
  mutating func openGroup(_ element: HTMLElement) {
    closeGroup()
    groups.append(Group(element: element, firstCell: cells.count))
    isInGroup = true
    occupied.removeAll()
  }

  /// Opens a row.
  mutating func openRow() {
    closeRow()
    if !isInGroup { openGroup(.tableBody) }
    isInRow = true
    column = 0
  }

  /// Ends the open row, if there is one.
  mutating func closeRow() {
    guard isInRow else { return }
    isInRow = false
    groups[groups.count - 1].rowCount += 1
  }

  /// Ends the open row group: cells end with its last row.
  mutating func closeGroup() {
    closeRow()
    guard isInGroup, let group = groups.last else { return }
    isInGroup = false
    for index in group.firstCell..<cells.count {
      let left = group.rowCount - Int(cells[index].row)
      let asked = Int(cells[index].rowSpan)
      let rows = asked == 0 ? left : min(asked, left)
      cells[index].rowSpan = UInt16(clamping: max(rows, 1))
    }
  }

  /// Places a cell in the open row, in the first column that is free.
  mutating func place(_ cell: OpenCell, text: TextRange, source: Range<Int>) {
    let spans = cell.spans
    let row = groups.last?.rowCount ?? 0
    column = occupied.firstFree(from: column, inRow: row)
    if column + spans.columns > columnLimit { isTooWide = true }
    let first = min(column, columnLimit - 1)
    let end = min(first + spans.columns, columnLimit)
    occupied.occupy(first..<end, until: spans.rows == 0 ? Int.max : row + spans.rows)
    column = end
    cells.append(
      Cell(
        text: text, source: SourceRange(source), row: UInt32(truncatingIfNeeded: row),
        column: UInt16(truncatingIfNeeded: first), rowSpan: UInt16(clamping: spans.rows),
        columnSpan: UInt16(clamping: end - first), isHeader: cell.isHeader))
    if cell.alignment != .none { cellAlignments.set(cell.alignment, ofCell: cells.count - 1) }
  }

  /// How its columns are aligned.
  var alignments: [ColumnAlignment] { cellAlignments.columns(of: cells) }

  /// Ends the table: the rows of its feet come last.
  ///
  /// - Returns: The cells by row and column, and the number of rows.
  mutating func finish() -> (cells: [Cell], rowCount: Int) {
    closeGroup()
    guard groups.count > 1 else { return (cells, groups.first?.rowCount ?? 0) }
    var ordered: [Cell] = []
    ordered.reserveCapacity(cells.count)
    var rowCount = 0
    for isFoot in [false, true] {
      for (number, group) in groups.enumerated() where (group.element == .tableFoot) == isFoot {
        let end = number + 1 < groups.count ? groups[number + 1].firstCell : cells.count
        for index in group.firstCell..<end {
          ordered.append(cells[index])
          ordered[ordered.count - 1].row += UInt32(truncatingIfNeeded: rowCount)
        }
        rowCount += group.rowCount
      }
    }
    return (ordered, rowCount)
  }
}
