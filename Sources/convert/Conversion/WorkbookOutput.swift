internal import IR
internal import Writers

/// Tables as a workbook, a sheet for each with the text before it.
///
/// What comes from a workbook stays in a sheet of that name.
struct WorkbookOutput: TableOutput {
  private var places: SourcePlaces
  private var sheets: [Sheet] = []
  /// The sheet whose table has not come yet.
  private var open = Document()
  /// What names the sheets that come next: the last heading, or the sheet they come from.
  private var title: String
  /// The sheet that the last block comes from, in a workbook.
  private var origin: String?

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
      begin(block, of: document)
      open.append(block, of: document)
      guard case .table(let table) = block else { continue }
      let caption = origin == nil ? table.caption.map { document.string($0.text) } : nil
      closeSheet(name: caption ?? title)
    }
  }

  /// Finds out what the sheet of a block is called.
  private mutating func begin(_ block: Block, of document: Document) {
    let sheetName = places.sheetName(of: block.source)
    if sheetName != origin, !open.blocks.isEmpty { closeSheet(name: title) }
    origin = sheetName
    if let sheetName {
      title = sheetName
    } else if case .heading(let text) = block {
      title = document.string(text.text)
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

extension Block {
  /// Where the block stands in the source.
  fileprivate var source: SourceRange {
    switch self {
    case .heading(let text), .paragraph(let text): text.source
    case .table(let table): table.source
    }
  }
}
