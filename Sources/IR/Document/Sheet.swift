/// A part of an output that stands by itself: a worksheet of a workbook, a section of a page.
///
/// A form drawn in its layout is one sheet, and so is a table of a document; writers of every
/// format take a list of them.
public struct Sheet: Sendable {
  /// What the sheet is about, such as a project's name; writers make it legal and unique.
  public var name: String
  /// Its blocks from top to bottom.
  public var document: Document
  /// The rows at the top that stay in sight where the format can hold them there.
  public var frozenRowCount: Int
  /// The columns at the left that stay in sight where the format can hold them there.
  public var frozenColumnCount: Int

  /// Creates a sheet.
  public init(
    name: String, document: Document, frozenRowCount: Int = 0, frozenColumnCount: Int = 0
  ) {
    self.name = name
    self.document = document
    self.frozenRowCount = frozenRowCount
    self.frozenColumnCount = frozenColumnCount
  }
}
