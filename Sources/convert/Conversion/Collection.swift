internal import IR
internal import Readers
internal import Writers

/// The forms of many inputs on their way into one output.
struct Collection {
  private let conversion: Conversion
  private let format: OutputFormat
  private var tables: TidyTables
  /// The lines of NDJSON, where that is written.
  private var lines = ByteBuffer()

  init(_ conversion: Conversion, format: OutputFormat, language: Language) {
    self.conversion = conversion
    self.format = format
    tables = TidyTables(language: language)
  }

  /// Adds what one input says.
  mutating func append(_ input: InputFile) -> InputReport {
    var report = InputReport(
      input, language: conversion.language, minimumSeverity: conversion.minimumSeverity)
    var described = TidyTables.Input(name: input.path)
    do throws(InputError) {
      try append(input, &described, &report)
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
      described.failure = error.message(conversion.language)
      tables.append(described, forms: [], diagnostics: [])
    }
    return report
  }

  private mutating func append(
    _ input: InputFile, _ described: inout TidyTables.Input, _ report: inout InputReport
  ) throws(InputError) {
    let source = try conversion.read(input)
    report.sheetNames = source.workbook?.places.names ?? []
    described.format = source.format
    described.byteCount = source.byteCount
    var writer = FormLineWriter(source, options: conversion.writing)
    var places = SourcePlaces(source)
    var forms: [Form] = []
    var outsideCount = 0
    var diagnostics: [(diagnostic: Diagnostic, position: LineTable.Position?)] = []
    do throws(ReadError) {
      try conversion.recognize(source) { found, document in
        forms += found.forms
        outsideCount += found.outside.count
        described.cellCount += document.cells.count { !$0.text.isEmpty }
        report.append(found.diagnostics) { diagnostic in
          diagnostic.source.map { places.position(of: $0) }
        }
        diagnostics += found.diagnostics.map { diagnostic in
          (diagnostic, diagnostic.source.map { places.position(of: $0) })
        }
        if format == .ndjson { writer.append(found, from: document) }
      }
    } catch {
      throw InputError(error)
    }
    if format == .ndjson { lines.append(writer.finish()) }
    tables.append(
      described, forms: forms, outsideCount: outsideCount, diagnostics: diagnostics)
  }

  /// The whole output.
  func finished() throws(WriteError) -> ByteBuffer {
    let sheets = tables.sheets()
    return switch format {
    case .json, .ndjson: lines
    case .markdown: try MarkdownWriter().write(named(sheets))
    case .html: try HTMLWriter().write(named(sheets))
    case .tsv: try TSVWriter().write(named(sheets))
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
