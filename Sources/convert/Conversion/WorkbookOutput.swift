internal import IR
internal import Writers

/// Tables as a workbook, a sheet for each with the text before it.
struct WorkbookOutput: TableOutput {
  private var places: SourcePlaces
  private var sheets: [Sheet] = []
  /// The sheet whose table has not come yet.
  private var open = Document()
  /// The last heading, which names the sheets after it.
  private var title: String

  init(_ source: SourceText) {
    places = SourcePlaces(source)
    title = source.name ?? ""
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  mutating func append(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .heading(let text):
        title = document.string(text.text)
        open.append(block, of: document)
      case .paragraph: open.append(block, of: document)
      case .table(let table):
        open.append(block, of: document)
        closeSheet(name: table.caption.map { document.string($0.text) } ?? title)
      }
    }
  }

  consuming func finish() throws(WriteError) -> ByteBuffer {
    try XLSXWriter().write(finishSheets())
  }

  consuming func finishParts() throws(WriteError) -> [PackagePart] {
    try XLSXWriter().parts(of: finishSheets())
  }

  private mutating func finishSheets() -> [Sheet] {
    if !open.blocks.isEmpty { closeSheet(name: title) }
    return sheets
  }

  private mutating func closeSheet(name: String) {
    sheets.append(Sheet(name: name, document: open))
    open = Document()
  }
}

/// Forms as a workbook: a sheet for each, and last their data in tidy tables.
struct FormWorkbookOutput: FormOutput {
  private var places: SourcePlaces
  private let drawing: FormSheets
  private var sheets: [Sheet] = []
  private var tables = TidyTables()
  private let input: TidyTables.Input

  init(_ source: SourceText, drawing: FormSheets) {
    places = SourcePlaces(source)
    self.drawing = drawing
    input = TidyTables.Input(name: source.name ?? "")
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  mutating func append(_ found: Recognition, from document: Document) throws(WriteError) {
    sheets += try drawing.sheets(found, from: document)
    tables.append(input, forms: found.forms, diagnostics: [])
  }

  consuming func finish() throws(WriteError) -> ByteBuffer { try XLSXWriter().write(allSheets) }

  consuming func finishParts() throws(WriteError) -> [PackagePart] {
    try XLSXWriter().parts(of: allSheets)
  }

  private var allSheets: [Sheet] {
    sheets + (tables.formCount > 0 ? [tables.dataSheet()] : [])
  }
}
