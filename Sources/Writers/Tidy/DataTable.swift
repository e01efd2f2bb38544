internal import IR

/// A table to be sorted, filtered and counted: one header row, then one row for each thing.
struct DataTable {
  /// What a cell says.
  enum Value {
    case nothing
    case text(String)
    /// Digits as printed, which a workbook shows as a number.
    case number(String)
    /// A date in ISO 8601.
    case date(String)

    /// A text that may be missing.
    init(_ text: String?) { self = text.map(Value.text) ?? .nothing }

    /// A count.
    init(_ count: Int) { self = .number(String(count)) }
  }

  private let name: String
  private var document = Document()
  private var rowCount = 0
  private var columnCount = 0

  /// Begins a table with the titles of its columns.
  init(_ name: String, columns: [String]) {
    self.name = name
    append(columns.map(Value.text), isHeader: true)
  }

  /// Whether there is no row below the header.
  var isEmpty: Bool { rowCount <= 1 }

  /// Appends a row.
  mutating func append(_ values: [Value], isHeader: Bool = false) {
    for (column, value) in values.enumerated() {
      var cell = Cell(
        text: .empty, source: SourceRange(0..<0), row: UInt32(truncatingIfNeeded: rowCount),
        column: UInt16(truncatingIfNeeded: column), isHeader: isHeader)
      switch value {
      case .nothing: break
      case .text(let text): cell.text = document.store(text)
      case .number(let text):
        cell.text = document.store(text)
        cell.kind = .number
      case .date(let text):
        cell.text = document.store(text)
        cell.kind = .date
      }
      document.cells.append(cell)
    }
    columnCount = max(columnCount, values.count)
    rowCount += 1
  }

  /// The table as a sheet.
  func sheet() -> Sheet {
    var document = document
    document.blocks = [
      .table(
        Table(
          index: 0, cells: 0..<document.cells.count, rowCount: rowCount,
          columnCount: columnCount, source: SourceRange(0..<0)))
    ]
    document.tableCount = 1
    return Sheet(
      name: name, document: document, frozenRowCount: 1, frozenColumnCount: 2, style: .data)
  }
}
