/// What was read from a workbook, which is no text of its own.
///
/// ``SourceText/utf8`` has the texts of its cells one after the other; blocks and cells refer to
/// it, and ``places`` say which cell a text comes from.
public struct WorkbookContent: Sendable {
  /// Its headings, paragraphs and tables, sheet by sheet.
  public var blocks: [Block] = []
  /// The cells of all tables.
  public var cells: [Cell] = []
  /// The number of tables.
  public var tableCount = 0
  /// What there is to say about it.
  public var diagnostics: [Diagnostic] = []
  /// Where each text comes from.
  public var places = SheetPlaces()

  /// Creates an empty content.
  public init() {}
}

/// Which cell of which sheet a text comes from.
public struct SheetPlaces: Sendable {
  private var sheets: [(name: String, start: UInt32)] = []
  private var offsets: [UInt32] = []
  private var rows: [UInt32] = []
  private var columns: [UInt16] = []

  /// Creates places of nothing.
  public init() {}

  /// Begins a sheet whose texts follow.
  public mutating func beginSheet(_ name: String, at offset: Int) {
    sheets.append((name, UInt32(truncatingIfNeeded: offset)))
    append(row: 0, column: 0, at: offset)
  }

  /// Makes room for the texts of so many further cells.
  package mutating func reserve(_ count: Int) {
    offsets.reserveCapacity(offsets.count + count)
    rows.reserveCapacity(rows.count + count)
    columns.reserveCapacity(columns.count + count)
  }

  /// Appends the text of a cell; row and column count from 0.
  public mutating func append(row: UInt32, column: UInt16, at offset: Int) {
    offsets.append(UInt32(truncatingIfNeeded: offset))
    rows.append(row)
    columns.append(column)
  }

  /// Forgets the places of the first texts, as these are forgotten; all sheets stay known.
  package mutating func move(by byteCount: Int) {
    let start = UInt32(truncatingIfNeeded: byteCount)
    let known = Self.lastIndex(offsets.count) { offsets[$0] <= start } ?? 0
    offsets.removeFirst(known)
    rows.removeFirst(known)
    columns.removeFirst(known)
    for index in offsets.indices { offsets[index] -= min(offsets[index], start) }
    for index in sheets.indices { sheets[index].start -= min(sheets[index].start, start) }
  }

  /// The names of the sheets in order.
  public var names: [String] { sheets.map(\.name) }

  /// The name of the sheet that has the text at an offset.
  public func sheetName(at offset: UInt32) -> String? {
    Self.lastIndex(sheets.count) { sheets[$0].start <= offset }.map { sheets[$0].name }
  }

  /// The cell that has the text at an offset.
  public func position(at offset: UInt32) -> LineTable.Position {
    let cell = Self.lastIndex(offsets.count) { offsets[$0] <= offset }
    let sheet = Self.lastIndex(sheets.count) { sheets[$0].start <= offset }
    return LineTable.Position(
      line: cell.map { Int(rows[$0]) + 1 } ?? 1, column: cell.map { Int(columns[$0]) + 1 } ?? 1,
      sheet: sheet)
  }

  /// The whole text of the cell at an offset, with the white space around it.
  ///
  /// - Parameter end: The number of bytes of all texts.
  package func wholeText(at offset: UInt32, end: Int) -> Range<Int>? {
    guard let index = Self.lastIndex(offsets.count, where: { offsets[$0] <= offset }) else {
      return nil
    }
    let start = Int(offsets[index])
    // One byte divides it from the next.
    let next = index + 1 < offsets.count ? Int(offsets[index + 1]) : end
    return start..<max(next - 1, start)
  }

  /// A cell of a workbook; row and column count from 0.
  package struct CellPlace: Hashable {
    private let sheet: String
    private let row: Int
    private let column: Int

    /// Names a cell.
    package init(sheet: String, row: Int, column: Int) {
      self.sheet = sheet
      self.row = row
      self.column = column
    }
  }

  /// The offsets of the texts of all cells.
  package func offsetsByCell() -> [CellPlace: UInt32] {
    var result: [CellPlace: UInt32] = [:]
    var sheet = 0
    for (index, offset) in offsets.enumerated() {
      while sheet + 1 < sheets.count, sheets[sheet + 1].start <= offset { sheet += 1 }
      let place = CellPlace(
        sheet: sheets[sheet].name, row: Int(rows[index]), column: Int(columns[index]))
      result[place] = offset
    }
    return result
  }

  /// The last index for which something holds that holds for all before it.
  private static func lastIndex(_ count: Int, where holds: (Int) -> Bool) -> Int? {
    let end = (0..<count).partitioningIndex { !holds($0) }
    return end == 0 ? nil : end - 1
  }
}
