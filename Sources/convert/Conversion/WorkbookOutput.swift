internal import Forms
internal import IR
internal import Writers

/// A document as a workbook: a sheet for each table with the text before it.
///
/// Where there are forms, each has a sheet of its own, drawn anew, and their data stand in a last one in
/// tidy tables. All text of no form is in the first sheet then: between many forms there is mostly the
/// number of the page. What comes from a workbook stays in a sheet of that name.
struct WorkbookOutput: FormOutput, TableOutput {
  private var places: SourcePlaces
  private let renderer: FormRenderer
  private var sheets: [(sheet: Sheet, isForm: Bool)] = []
  /// The sheet whose table has not come yet.
  private var open = Document()
  /// What names the sheets that come next: the last heading, or the sheet they come from.
  private var title: String
  /// The sheet that the last block comes from, in a workbook.
  private var origin: String?
  private var data = TidyTables()
  private let input: TidyTables.Input

  init(_ source: SourceText, renderer: FormRenderer) {
    places = SourcePlaces(source)
    self.renderer = renderer
    title = source.name ?? ""
    input = TidyTables.Input(name: title)
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  mutating func append(_ document: Document) {
    for block in document.blocks { append(block, of: document) }
  }

  mutating func append(_ found: Recognition, from document: Document) throws(WriteError) {
    for part in found.order {
      switch part {
      case .block(let number): append(document.blocks[number], of: document)
      case .text(let number): open.append(found.outside[number])
      case .form(let number):
        closeSheet(name: title)
        sheets.append((try renderer.sheet(of: found.forms[number]), isForm: true))
        title = Self.nameBehindForms
      }
    }
    data.append(input, forms: found.forms, diagnostics: [])
  }

  private mutating func append(_ block: Block, of document: Document) {
    begin(block)
    if case .heading(let text) = block, origin == nil { title = document.string(text.text) }
    open.append(block, of: document)
    guard case .table(let table) = block else { return }
    let caption = origin == nil ? table.caption.map { document.string($0.text) } : nil
    closeSheet(name: caption ?? title)
  }

  /// Finds out what the sheet of a block is called.
  private mutating func begin(_ block: Block) {
    let sheetName = places.sheetName(of: block.source)
    if sheetName != origin { closeSheet(name: title) }
    origin = sheetName
    if let sheetName { title = sheetName }
  }

  private mutating func closeSheet(name: String) {
    guard !open.blocks.isEmpty else { return }
    sheets.append((Sheet(name: name, document: open), isForm: false))
    open = Document()
  }

  consuming func finish() throws(WriteError) -> ByteBuffer {
    try XLSXWriter().write(finishSheets())
  }

  consuming func finishParts() throws(WriteError) -> [PackagePart] {
    try XLSXWriter().parts(of: finishSheets())
  }

  private mutating func finishSheets() -> [Sheet] {
    closeSheet(name: title)
    guard data.formCount > 0 else { return sheets.map(\.sheet) }
    let texts = takeTexts()
    let first = texts.blocks.isEmpty ? [] : [Sheet(name: Self.nameOfTexts, document: texts)]
    return first + sheets.map(\.sheet) + [data.dataSheet()]
  }

  /// Takes the text that belongs to no form out of the sheets.
  private mutating func takeTexts() -> Document {
    var texts = Document()
    for index in sheets.indices where !sheets[index].isForm {
      let document = sheets[index].sheet.document
      for block in document.blocks where !block.isTable { texts.append(block, of: document) }
      sheets[index].sheet.document.blocks.removeAll { !$0.isTable }
    }
    sheets.removeAll { $0.sheet.document.blocks.isEmpty }
    return texts
  }

  // In Chinese, as all that is printed on a form.
  private static let nameOfTexts = "表外文字"
  private static let nameBehindForms = "其他表格"
}
