internal import IR
internal import Readers
internal import Writers

/// What one input has for a collection.
struct CollectedInput: Sendable {
  /// What there is to say about its reading.
  fileprivate(set) var report: InputReport
  fileprivate var described: TidyTables.Input
  fileprivate var forms: [Form] = []
  fileprivate var outsideCount = 0
  fileprivate var diagnostics: [(diagnostic: Diagnostic, position: LineTable.Position?)] = []
  /// Its lines of NDJSON, where that is written.
  fileprivate var lines = ByteBuffer()
}

extension Conversion {
  /// Reads an input for a collection.
  func collect(_ input: InputFile, format: OutputFormat) -> CollectedInput {
    var result = CollectedInput(
      report: InputReport(input, language: language, minimumSeverity: minimumSeverity),
      described: TidyTables.Input(name: input.path))
    do throws(InputError) {
      try collect(input, format: format, into: &result)
    } catch {
      result.report.failure = .init(
        kind: .input, message: error.message, position: error.position)
      result.described.failure = error.message
      result.forms = []
      result.outsideCount = 0
      result.diagnostics = []
    }
    return result
  }

  private func collect(
    _ input: InputFile, format: OutputFormat, into result: inout CollectedInput
  ) throws(InputError) {
    let source = try read(input)
    result.report.sheetNames = source.workbook?.places.names ?? []
    result.described.format = source.format
    result.described.byteCount = source.byteCount
    var writer = FormLineWriter(source, options: writing)
    var places = SourcePlaces(source)
    do throws(ReadError) {
      try recognize(source) { found, document in
        result.forms += found.forms
        result.outsideCount += found.outside.count
        result.described.cellCount += document.cellCount
        result.report.append(found.diagnostics) { diagnostic in
          diagnostic.source.map { places.position(of: $0) }
        }
        result.diagnostics += found.diagnostics.map { diagnostic in
          (diagnostic, diagnostic.source.map { places.position(of: $0) })
        }
        if format == .ndjson { writer.append(found, from: document) }
      }
    } catch {
      throw InputError(error)
    }
    if format == .ndjson { result.lines = writer.finish() }
  }
}

/// The forms of many inputs on their way into one output.
struct Collection {
  private let format: OutputFormat
  private var tables: TidyTables
  /// The lines of NDJSON, where that is written.
  private var lines = ByteBuffer()

  init(format: OutputFormat, language: Language) {
    self.format = format
    tables = TidyTables(language: language)
  }

  /// Adds what one input has.
  mutating func append(_ input: CollectedInput) {
    lines.append(input.lines)
    tables.append(
      input.described, forms: input.forms, outsideCount: input.outsideCount,
      diagnostics: input.diagnostics)
  }

  /// The whole output.
  func finished() throws(WriteError) -> ByteBuffer {
    let sheets = tables.sheets()
    return switch format {
    case .json, .ndjson: lines
    case .markdown: try MarkdownWriter().write(named(sheets))
    case .html: try HTMLWriter().write(named(sheets))
    case .tsv: try TSVWriter().write(named(sheets))
    case .csv: try ExcelTextWriter(.comma).write(named(sheets))
    case .xlsx: try XLSXWriter().write(sheets)
    }
  }

  /// The whole output, a workbook, as the parts of its package.
  func finishedParts() throws(WriteError) -> [PackagePart] {
    try XLSXWriter().parts(of: tables.sheets())
  }

  /// The sheets with their names as headings, where a format has no place for names.
  private func named(_ sheets: [Sheet]) -> [Sheet] {
    sheets.map { sheet in
      var document = Document()
      let name = TextBlock(text: document.store(sheet.name), source: SourceRange(0..<0), level: 1)
      document.blocks.append(.heading(name))
      for block in sheet.document.blocks { document.append(block, of: sheet.document) }
      var named = sheet
      named.document = document
      return named
    }
  }
}

extension Document {
  /// The number of cells that hold text.
  fileprivate var cellCount: Int {
    blocks.reduce(0) { count, block in
      guard case .table(let table) = block else { return count }
      return count + cells[table.cells].count { !$0.text.isEmpty }
    }
  }
}
