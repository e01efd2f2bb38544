internal import IR
internal import Readers
internal import Writers

/// Writes what is found in one input, in the format that was asked for.
protocol OutputWriter {
  /// Goes on with another piece of the same file.
  mutating func move(to source: SourceText)

  /// The line and column a diagnostic is about.
  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position?

  /// Appends what was recognised in the next part of a document.
  mutating func append(_ found: Recognition, from document: Document) throws(WriteError)

  /// Appends the next part of a document as it is.
  mutating func append(_ document: Document) throws(WriteError)

  /// What there is to say about texts of the next part that the format cannot hold.
  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic]

  /// What there is to say about texts of the next part that the format cannot hold.
  func unwritableTexts(_ document: Document) -> [Diagnostic]

  /// Takes the output that needs not wait for the rest.
  mutating func takeFinished() -> ByteBuffer

  /// The rest of the output.
  mutating func finish() throws(WriteError) -> ByteBuffer

  /// The output as the parts of a package, in place of ``finish()``; none where it is one file.
  mutating func finishParts() throws(WriteError) -> [PackagePart]
}

extension OutputWriter {
  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic] { [] }

  func unwritableTexts(_ document: Document) -> [Diagnostic] { [] }

  mutating func takeFinished() -> ByteBuffer { ByteBuffer() }

  mutating func finishParts() -> [PackagePart] { [] }
}

extension Conversion {
  /// The writer for one source.
  func writer(for source: SourceText) -> any OutputWriter {
    switch format {
    case .json where content == .forms:
      FormOutput(writer: FormJSONWriter(source, options: writing, store: SpillFile()))
    case .json:
      TableOutput(writer: TableJSONWriter(source, options: writing, store: SpillFile()))
    case .ndjson:
      LineOutput(writer: FormLineWriter(source, options: writing, store: SpillFile()))
    case .markdown: sheetOutput(source, MarkdownWriter(limits: reading.limits))
    case .html: sheetOutput(source, HTMLWriter(limits: reading.limits))
    case .tsv where dialect == .excel:
      sheetOutput(
        source, ExcelTextWriter(guardsFormulas: guardsFormulas, limits: reading.limits))
    case .tsv: sheetOutput(source, TSVWriter(limits: reading.limits))
    case .csv:
      sheetOutput(
        source, ExcelTextWriter(.comma, guardsFormulas: guardsFormulas, limits: reading.limits))
    case .xlsx where content == .forms:
      FormsOrTablesOutput(
        forms: FormWorkbookOutput(source, drawing: drawing), tables: WorkbookOutput(source))
    case .xlsx: WorkbookOutput(source)
    }
  }

  private func sheetOutput(
    _ source: SourceText, _ writer: some DocumentWriter
  ) -> any OutputWriter {
    let tables = SheetOutput(source, writer)
    switch content {
    case .forms:
      return FormsOrTablesOutput(
        forms: FormSheetOutput(source, writer, drawing: drawing), tables: tables)
    case .tables: return tables
    }
  }
}

/// Forms as one JSON document.
private struct FormOutput: OutputWriter {
  var writer: FormJSONWriter

  mutating func move(to source: SourceText) { writer.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    writer.position(of: diagnostic)
  }

  mutating func append(_ found: Recognition, from document: Document) {
    writer.append(found, from: document)
  }

  func append(_ document: Document) {}

  mutating func finish() -> ByteBuffer { writer.finish() }
}

/// Tables as one JSON document.
private struct TableOutput: OutputWriter {
  var writer: TableJSONWriter

  mutating func move(to source: SourceText) { writer.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    writer.position(of: diagnostic)
  }

  func append(_ found: Recognition, from document: Document) {}

  mutating func append(_ document: Document) { writer.append(document) }

  mutating func takeFinished() -> ByteBuffer { writer.takeFinished() }

  mutating func finish() -> ByteBuffer { writer.finish() }
}

/// Forms or tables as lines of JSON.
private struct LineOutput: OutputWriter {
  var writer: FormLineWriter

  mutating func move(to source: SourceText) { writer.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    writer.position(of: diagnostic)
  }

  mutating func append(_ found: Recognition, from document: Document) {
    writer.append(found, from: document)
  }

  mutating func append(_ document: Document) { writer.append(document) }

  mutating func takeFinished() -> ByteBuffer { writer.takeLines() }

  mutating func finish() -> ByteBuffer { writer.finish() }
}

/// Forms as sheets of a format for people.
private struct FormSheetOutput: OutputWriter {
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

  func append(_ document: Document) {}

  mutating func finish() -> ByteBuffer { writer.finish() }
}

/// A document as sheets of a format for people.
private struct SheetOutput: OutputWriter {
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

  func append(_ found: Recognition, from document: Document) {}

  func unwritableTexts(_ document: Document) -> [Diagnostic] { document.unwritableTexts }

  mutating func append(_ document: Document) throws(WriteError) {
    try writer.append(document)
  }

  mutating func takeFinished() -> ByteBuffer { writer.takeFinished() }

  mutating func finish() -> ByteBuffer { writer.finish() }
}
