public import IR

/// Writes sheets as a workbook: a package of SpreadsheetML (ECMA-376, transitional).
///
/// Text stays text, whatever it looks like; no formula is ever written. A cell is a number only
/// when it is known to be one and a number format shows exactly the printed text. The same sheets
/// give the same bytes.
public struct XLSXWriter: Sendable {
  /// What is said about the document as a whole.
  public var properties: DocumentProperties

  /// Creates a writer.
  public init(properties: DocumentProperties = DocumentProperties()) {
    self.properties = properties
  }

  /// The package as one ZIP archive.
  ///
  /// A text that is longer than a cell can hold, 32,767 UTF-16 units, goes on in a last sheet 续文;
  /// readers here put it together again.
  ///
  /// - Throws: ``WriteError`` where a sheet is larger than a spreadsheet can be; it names the sheet
  ///   and the limit.
  public func write(_ sheets: [Sheet]) throws(WriteError) -> ByteBuffer {
    var archive = try ZipWriter()
    for part in try parts(of: sheets) { try archive.add(part) }
    return archive.finish()
  }

  /// The parts of the package, in the order they have in the archive.
  ///
  /// For files that are to be compared, ``PackagePart/lines`` has one element a line.
  ///
  /// - Throws: As ``write(_:)``.
  public func parts(of sheets: [Sheet]) throws(WriteError) -> [PackagePart] {
    var names = SheetNames()
    var worksheets: [Worksheet] = []
    // A workbook needs a sheet.
    for sheet in sheets.isEmpty ? [Sheet(name: "", document: Document())] : sheets {
      worksheets.append(try Worksheet(sheet, name: names.name(for: sheet.name)))
    }
    var tables = WorkbookTables()
    var sheetParts: [PackagePart] = []
    var index = 0
    while index < worksheets.count {
      // Given up and taken back, so that no sheet makes a copy of them.
      var writer = WorksheetWriter(worksheets[index], tables: consume tables)
      let content = writer.write(isFirst: index == 0)
      index += 1
      sheetParts.append(
        PackagePart(path: PackagePart.sheetPath(index), content: content))
      tables = writer.tables
      // What is left of long texts comes last, and is short enough.
      if index == sheets.count, let rest = tables.longTexts.sheet {
        worksheets.append(try Worksheet(rest, name: names.name(for: rest.name)))
      }
    }
    let others = WorkbookParts(
      worksheets: worksheets, hasStrings: !tables.strings.isEmpty, properties: properties)
    var parts = [
      PackagePart(path: "[Content_Types].xml", content: others.contentTypes),
      PackagePart(path: "_rels/.rels", content: others.packageRelationships),
      PackagePart(path: "docProps/core.xml", content: others.coreProperties),
      PackagePart(path: "docProps/app.xml", content: others.applicationProperties),
      PackagePart(path: "xl/workbook.xml", content: others.workbook),
      PackagePart(path: "xl/_rels/workbook.xml.rels", content: others.workbookRelationships),
    ]
    parts += sheetParts
    parts.append(PackagePart(path: "xl/styles.xml", content: tables.styles.part()))
    if !tables.strings.isEmpty {
      parts.append(PackagePart(path: "xl/sharedStrings.xml", content: tables.strings.part()))
    }
    return parts
  }
}

/// What all sheets of a workbook share.
struct WorkbookTables {
  /// The formats.
  var styles = StyleTable()
  /// The texts.
  var strings = SharedStrings()
  /// What does not fit its cell.
  var longTexts = LongTexts()
}

/// What a document says about itself.
public struct DocumentProperties: Sendable, Hashable {
  /// The title.
  public var title: String?
  /// What it is about.
  public var subject: String?
  /// The program it was made with.
  public var creator: String
  /// When it was made, as `2024-01-31T08:00:00Z`; `nil`, so that the bytes depend on nothing but
  /// the content.
  public var date: String?

  /// Creates properties.
  public init(
    title: String? = nil, subject: String? = nil, creator: String = "formconvert",
    date: String? = nil
  ) {
    self.title = title
    self.subject = subject
    self.creator = creator
    self.date = date
  }
}
