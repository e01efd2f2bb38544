internal import IR

/// The cells of a sheet as they were read.
struct SheetGrid {
  /// A cell; its row and column are those of the sheet.
  struct Item {
    var cell: Cell
    var style: UInt32
    /// Where its text begins, with the white space before it.
    var start: UInt32

    /// Goes with the texts, when the first bytes of these are forgotten.
    mutating func move(by byteCount: Int) {
      let count = UInt32(truncatingIfNeeded: byteCount)
      start -= count
      cell.source.start -= count
      cell.source.end -= count
      guard !cell.text.isEmpty else { return }
      let range = cell.text.indices
      cell.text = TextRange(
        source: range.lowerBound - byteCount..<range.upperBound - byteCount)
    }
  }

  /// The texts of the workbook so far, as they are, each followed by a tab, or by a line end after
  /// a row.
  var text: [UInt8]
  /// The cells by row, then by column.
  private(set) var items: [Item] = []
  /// The merged areas.
  var merges: [GridArea] = []
  /// The rows that can be filtered.
  var filter: GridArea?
  /// What there is to say about the sheet.
  var diagnostics: [Diagnostic] = []
  /// Whether cells came in another order than they stand in.
  private(set) var isDisordered = false

  /// Begins a sheet whose texts follow others.
  init(text: [UInt8]) { self.text = text }

  /// Prepares for so many cells.
  mutating func reserve(_ count: Int) { items.reserveCapacity(count) }

  /// The number of rows with cells, at most.
  var mostRows: Int { min(items.count, Int(items.last?.cell.row ?? 0) + 1) }

  /// Where a cell stands and how it looks.
  struct Place {
    var row: Int
    var column: Int
    var style: Int
  }

  /// Appends a cell.
  mutating func append(_ shown: ArraySlice<UInt8>, at place: Place, kind: Cell.Kind) {
    let start = text.count
    text += shown
    endCell(from: start, at: place, kind: kind)
  }

  /// Appends a cell with a shared text; `false` where there is none of that number.
  mutating func append(shared number: Int, of strings: SharedStrings, at place: Place) -> Bool {
    let start = text.count
    guard strings.append(number, to: &text) else { return false }
    endCell(from: start, at: place, kind: .text)
    return true
  }

  /// Ends a cell whose text has been appended.
  private mutating func endCell(from start: Int, at place: Place, kind: Cell.Kind) {
    let (row, column) = (UInt32(place.row), UInt16(place.column))
    if let last = items.last?.cell, (last.row, last.column) >= (row, column) {
      isDisordered = true
    }
    let range = text.span.trimmed(start..<text.count)
    text.append(0x09)
    let cell = Cell(
      text: range.isEmpty ? .empty : TextRange(source: range), source: SourceRange(range),
      row: row, column: column, kind: kind)
    items.append(
      Item(cell: cell, style: UInt32(place.style), start: UInt32(truncatingIfNeeded: start)))
  }

  /// Ends a row.
  mutating func endRow() {
    if text.last == 0x09, !items.isEmpty { text[text.count - 1] = 0x0A }
  }

  /// The number of cells of the rows that are complete while further cells are expected.
  var completeCount: Int {
    guard let last = items.last?.cell.row else { return 0 }
    return (items.lastIndex { $0.cell.row != last } ?? -1) + 1
  }

  /// Forgets the first cells.
  mutating func removeItems(_ count: Int) { items.removeFirst(count) }

  /// Goes with the texts, when the first bytes of these are forgotten.
  mutating func move(by count: Int) {
    for index in items.indices { items[index].move(by: count) }
    for index in diagnostics.indices { diagnostics[index].move(by: count) }
  }

  /// Puts the cells in order; the first of two in one place is told about and the other kept too.
  mutating func sort() -> Cell? {
    guard isDisordered else { return nil }
    items.sort { ($0.cell.row, $0.cell.column) < ($1.cell.row, $1.cell.column) }
    for (one, other) in zip(items, items.dropFirst())
    where one.cell.row == other.cell.row && one.cell.column == other.cell.column {
      return other.cell
    }
    return nil
  }
}

extension [SheetGrid.Item] {
  /// Passes on the cells from one index up to another, row by row.
  func forEachRow(_ range: Range<Int>, _ body: (ArraySlice<SheetGrid.Item>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      let row = self[start].cell.row
      var end = start + 1
      while end < range.upperBound, self[end].cell.row == row { end += 1 }
      body(self[start..<end])
      start = end
    }
  }
}

extension Diagnostic {
  /// Goes with the texts, when the first bytes of these are forgotten.
  mutating func move(by byteCount: Int) {
    guard let source else { return }
    self.source = SourceRange(
      Int(source.start) - byteCount..<Int(source.end) - byteCount)
  }
}

extension SheetPlaces {
  /// Appends the place of a cell.
  mutating func append(_ item: SheetGrid.Item) {
    append(row: item.cell.row, column: item.cell.column, at: Int(item.start))
  }
}
