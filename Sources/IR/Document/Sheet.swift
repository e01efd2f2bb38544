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
  /// What the sheet is for.
  public var style: Style
  /// Whether it says only what the other sheets say; readers of workbooks pass over it.
  public var isDerived = false

  /// The hidden defined name by which a workbook marks a sheet that is derived.
  public static let derivedName = "_formconvert.derived"

  /// What a sheet is for, which decides how it is drawn.
  public enum Style: Sendable, Hashable {
    /// To be printed and read: titles over tables with borders, fitted to the width of a page.
    case page
    /// To be sorted, filtered and counted: rows without borders below a header row that stays in
    /// sight.
    case data
  }

  /// Creates a sheet.
  public init(
    name: String, document: Document, frozenRowCount: Int = 0, frozenColumnCount: Int = 0,
    style: Style = .page
  ) {
    self.name = name
    self.document = document
    self.frozenRowCount = frozenRowCount
    self.frozenColumnCount = frozenColumnCount
    self.style = style
  }
}
