internal import IR
internal import Writers

/// Tables as a workbook, a sheet for each with the text before it.
struct WorkbookOutput: OutputWriter {
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

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  func append(_ found: Recognition, from document: Document) {}

  mutating func append(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .heading(let text):
        title = document.string(text.text)
        open.blocks.append(.heading(copy(text, of: document)))
      case .paragraph(let text): open.blocks.append(.paragraph(copy(text, of: document)))
      case .table(let table):
        append(table, of: document)
        closeSheet(name: table.caption.map { document.string($0.text) } ?? title)
      }
    }
  }

  mutating func finish() throws(WriteError) -> ByteBuffer {
    if !open.blocks.isEmpty { closeSheet(name: title) }
    return try XLSXWriter().write(sheets)
  }

  private mutating func append(_ table: Table, of document: Document) {
    var table = table
    table.caption = table.caption.map { copy($0, of: document) }
    let cells = document.cells[table.cells]
    table.cells = 0..<cells.count
    open.cells = cells.map { cell in
      var cell = cell
      cell.text = open.store(document.bytes(cell.text))
      return cell
    }
    open.blocks.append(.table(table))
    open.tableCount = 1
  }

  private mutating func copy(_ block: TextBlock, of document: Document) -> TextBlock {
    var block = block
    block.text = open.store(document.bytes(block.text))
    return block
  }

  private mutating func closeSheet(name: String) {
    sheets.append(Sheet(name: name, document: open))
    open = Document()
  }
}

extension Document {
  /// Stores a text of another document.
  fileprivate mutating func store(_ utf8: ArraySlice<UInt8>) -> TextRange {
    guard !utf8.isEmpty else { return .empty }
    let start = decodedText.count
    decodedText += utf8
    return TextRange(decoded: start..<decodedText.count)
  }
}
