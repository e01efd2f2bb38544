internal import IR
internal import Writers

/// A document in a format for people.
struct SheetOutput: TableOutput {
  private var writer: any DocumentWriter
  private var places: SourcePlaces

  init(_ source: SourceText, _ writer: any DocumentWriter) {
    self.writer = writer
    places = SourcePlaces(source)
    self.writer.beginSheet(source.name ?? "")
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  func unwritableTexts(_ document: Document) -> [Diagnostic] { document.unwritableTexts }

  mutating func append(_ document: Document) throws(WriteError) {
    try writer.append(document)
  }

  mutating func takeFinished() -> ByteBuffer { writer.takeFinished() }

  consuming func finish() -> ByteBuffer { writer.finish() }
}

/// Forms as sheets of a format for people.
struct FormSheetOutput: FormOutput {
  private var writer: any DocumentWriter
  private var places: SourcePlaces
  private let drawing: FormSheets

  init(_ source: SourceText, _ writer: any DocumentWriter, drawing: FormSheets) {
    self.writer = writer
    self.drawing = drawing
    places = SourcePlaces(source)
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic] {
    found.unwritableTexts(in: document)
  }

  mutating func append(_ found: Recognition, from document: Document) throws(WriteError) {
    for sheet in try drawing.sheets(found, from: document) { try writer.append(sheet) }
  }

  consuming func finish() -> ByteBuffer { writer.finish() }
}
