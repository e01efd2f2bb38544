/// The sheet of a workbook in which texts go on that are longer than a cell can be.
///
/// Its rows are sheet, cell and the next piece of the text; the pieces follow what the cell holds.
package enum ContinuationSheet {
  /// What the name of the sheet begins with.
  package static let name = "续文"
  /// The names of its columns.
  package static let columnNames = ["工作表", "单元格", "续文"]
}
