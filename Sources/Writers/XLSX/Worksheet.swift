internal import IR

/// Plans one sheet; ``WorksheetWriter`` makes its part.
struct Worksheet {
  let sheet: Sheet
  /// The name it has in the workbook.
  let name: String
  let plan: SheetPlan
  let widths: ColumnWidths

  /// Plans a sheet.
  init(_ sheet: Sheet, name: String) throws(WriteError) {
    self.sheet = sheet
    self.name = name
    plan = SheetPlan(sheet)
    guard plan.rowCount <= SpreadsheetLimits.rows else {
      throw .tooMany(.init(en: "rows", zh: "行"), SpreadsheetLimits.rows, sheet: name)
    }
    guard plan.columnCount <= SpreadsheetLimits.columns else {
      throw .tooMany(.init(en: "columns", zh: "列"), SpreadsheetLimits.columns, sheet: name)
    }
    widths = ColumnWidths(sheet, plan)
  }

  /// The cells in use; none in an empty sheet.
  var usedArea: CellArea? {
    guard plan.rowCount > 0 else { return nil }
    return CellArea(rows: 0..<plan.rowCount, columns: 0..<plan.columnCount)
  }

  /// The columns and the rows that are repeated on each page, as a formula has them.
  var repeatedTitles: [String] {
    var titles: [String] = []
    if let columns = repeatedColumns {
      let first = CellReference.letters(of: columns.lowerBound)
      let last = CellReference.letters(of: columns.upperBound - 1)
      titles.append("$\(first):$\(last)")
    }
    if let rows = repeatedRows { titles.append("$\(rows.lowerBound + 1):$\(rows.upperBound)") }
    return titles
  }

  /// The rows that are repeated on each page.
  var repeatedRows: Range<Int>? {
    sheet.style == .data ? plan.dataRows(of: sheet.document)?.header : plan.repeatedRows
  }

  /// The columns that are repeated on each page, where several stand side by side.
  private var repeatedColumns: Range<Int>? {
    guard widths.pageCount > 1, frozen.columns > 0 else { return nil }
    return 0..<frozen.columns
  }

  /// The cells that can be filtered, with the row of names.
  var filterArea: CellArea? {
    guard sheet.style == .data, let data = plan.dataRows(of: sheet.document) else { return nil }
    return CellArea(
      rows: data.header.upperBound - 1..<data.all.upperBound, columns: 0..<data.columns)
  }

  /// The rows and columns that stay in sight.
  var frozen: (rows: Int, columns: Int) {
    var rows = sheet.frozenRowCount
    if rows == 0, sheet.style == .data {
      rows = plan.dataRows(of: sheet.document)?.header.upperBound ?? 0
    }
    return (max(min(rows, plan.rowCount), 0), widths.frozenCount(sheet.frozenColumnCount))
  }
}

/// What spreadsheets can hold, at most (Excel's specifications and limits).
enum SpreadsheetLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// UTF-16 units of a cell's text.
  static let cellLength = 32_767
}

extension WriteError {
  static func tooMany(_ what: LocalizedText, _ limit: Int, sheet: String) -> WriteError {
    WriteError(
      LocalizedText(
        en: """
          sheet '\(sheet)' would have more than \(limit) \(what(.english)), the most an XLSX file \
          can hold; write it as TSV, HTML or JSON, or divide the table
          """,
        zh: """
          工作表「\(sheet)」超过 \(limit) \(what(.chinese))（XLSX 的上限）；\
          请输出 TSV、HTML 或 JSON，或拆分表格
          """))
  }
}
