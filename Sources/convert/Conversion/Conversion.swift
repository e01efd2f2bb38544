internal import Forms
internal import IR
internal import Readers
internal import Writers

/// How one input is converted.
struct Conversion: Sendable {
  /// What is written about an input.
  enum Content: String, Sendable, CaseIterable {
    /// Its forms.
    case forms
    /// Its tables, whatever they mean.
    case tables
  }

  /// About how much of a source is turned into blocks before forms are looked for in them.
  private static let windowByteCount = 256 << 10

  var reading = ReadOptions()
  var writing = JSONOptions()
  var content = Content.forms
  var format = OutputFormat.json
  /// Whom tab-separated text is for.
  var dialect = TSVDialect.iana
  /// Whether text for Excel is kept from being formulas.
  var guardsFormulas = false
  /// Whether markdown has tables with merged cells as HTML.
  var keepsMerged = false
  /// The layouts forms are read by and drawn in.
  var layouts = LayoutSet.builtIn
  /// The layout forms are brought into; `nil` where they stay in theirs.
  var change: LayoutChange?
  /// Whether it is told what became of every value of a form whose layout is changed.
  var reportsChange = false
  /// What people have corrected.
  var corrections = CorrectionList()
  /// The language of messages to the person.
  var language = Language.english
  /// The lowest severity the person is told of.
  var minimumSeverity = Severity.note

  /// Converts an input.
  ///
  /// - Parameter output: Takes the output, piece by piece where it need not wait for the end.
  /// - Returns: What there is to say. Where it has a failure, the output is not whole.
  func convert(_ input: InputFile, _ output: (ByteBuffer) -> Void) -> InputReport {
    report(on: input, output) { writer throws(WriteError) in output(try writer.finish()) }
  }

  /// Converts an input to a workbook.
  ///
  /// - Parameter output: Takes the parts of its package, all at once.
  /// - Returns: What there is to say. Where it has a failure, there is no output.
  func unpack(_ input: InputFile, _ output: ([PackagePart]) -> Void) -> InputReport {
    report(on: input, { _ in }) { writer throws(WriteError) in output(try writer.finishParts()) }
  }

  /// The report on an input whose output is up to date.
  func report(upToDate input: InputFile, _ digest: String, severity: Severity?) -> InputReport {
    InputReport(
      upToDate: input, digest, severity: severity, language: language,
      minimumSeverity: minimumSeverity)
  }

  /// Reads an input, converts it and reports on that.
  private func report(
    on input: InputFile, _ output: (ByteBuffer) -> Void,
    finish: (any OutputWriter) throws(WriteError) -> Void
  ) -> InputReport {
    let unread = InputReport(input, language: language, minimumSeverity: minimumSeverity)
    var report = unread
    do throws(InputError) {
      if let pieces = try pieces(of: input) {
        report.sheetNames = pieces.sheetNames
        report.sha256 = pieces.source.sha256
        if try convert(pieces.source, pieces, report: &report, output, finish: finish) {
          return report
        }
        report = unread
      }
      let source = try read(input)
      report.sha256 = source.sha256
      report.sheetNames = source.workbook?.places.names ?? []
      _ = try convert(source, nil, report: &report, output, finish: finish)
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
    }
    return report
  }

  /// Reads an input and finds out what it is written as.
  func read(_ input: InputFile) throws(InputError) -> SourceText {
    let bytes = try input.readBytes(limit: reading.limits.inputBytes)
    do throws(ReadError) {
      return try SourceText(reading: bytes, name: input.name, options: reading)
    } catch {
      throw InputError(error)
    }
  }

  /// Converts a source.
  func convert(
    _ source: SourceText, report: inout InputReport, _ output: (ByteBuffer) -> Void
  ) throws(InputError) {
    _ = try convert(source, nil, report: &report, output) { writer throws(WriteError) in
      output(try writer.finish())
    }
  }

  /// Converts a source.
  ///
  /// - Returns: Whether it is done; else there is no output yet, and the source must be read as a
  ///   whole: forms in a table of which there are only parts might be other ones.
  private func convert(
    _ source: SourceText, _ pieces: (any PiecedSource)?, report: inout InputReport,
    _ output: (ByteBuffer) -> Void, finish: (any OutputWriter) throws(WriteError) -> Void
  ) throws(InputError) -> Bool {
    var failure: WriteError?
    let writer: (any OutputWriter)?
    do throws(ReadError) {
      writer =
        switch content {
        case .forms: try convertForms(source, pieces, report: &report, &failure, output)
        case .tables: try convertTables(source, pieces, report: &report, &failure, output)
        }
    } catch {
      throw InputError(error)
    }
    guard let writer else { return false }
    do throws(WriteError) {
      if let failure { throw failure }
      try finish(writer)
    } catch {
      report.failure = .init(kind: .output, message: error.message)
    }
    return true
  }

  /// Writes the forms of a source.
  ///
  /// - Parameter failure: Becomes why the output cannot be written.
  /// - Returns: The writer, which is to be finished; `nil` where the source must be read as a whole.
  private func convertForms(
    _ source: SourceText, _ pieces: (any PiecedSource)?, report: inout InputReport,
    _ failure: inout WriteError?, _ output: (ByteBuffer) -> Void
  ) throws(ReadError) -> (any OutputWriter)? {
    var writer = formWriter(for: source)
    var formCount = 0
    var mustBeWhole = false
    try recognize(source, pieces) { found, document in
      // What is about no form is written at the end, so nothing has been written yet.
      if let pieces, pieces.splitsTables, !found.forms.isEmpty { mustBeWhole = true }
      guard !mustBeWhole else { return }
      writer.move(to: document.source)
      var found = found
      changeLayouts(of: &found, first: formCount, report: &report)
      formCount += found.forms.count
      report.append(found.diagnostics) { writer.position(of: $0) }
      report.append(writer.unwritableTexts(found, from: document)) { writer.position(of: $0) }
      Self.attempt(&failure) { () throws(WriteError) in
        try writer.append(found, from: document)
      }
      output(writer.takeFinished())
    }
    return mustBeWhole ? nil : writer
  }

  /// Writes the tables of a source.
  ///
  /// - Parameter failure: Becomes why the output cannot be written.
  /// - Returns: The writer, which is to be finished.
  private func convertTables(
    _ source: SourceText, _ pieces: (any PiecedSource)?, report: inout InputReport,
    _ failure: inout WriteError?, _ output: (ByteBuffer) -> Void
  ) throws(ReadError) -> any OutputWriter {
    var writer = tableWriter(for: source)
    try readTables(source, pieces) { document in
      writer.move(to: document.source)
      report.append(document.diagnostics) { writer.position(of: $0) }
      report.append(writer.unwritableTexts(document)) { writer.position(of: $0) }
      Self.attempt(&failure) { () throws(WriteError) in try writer.append(document) }
      output(writer.takeFinished())
    }
    return writer
  }

  /// Does something, unless an error before has made that useless.
  private static func attempt(
    _ failure: inout WriteError?, _ body: () throws(WriteError) -> Void
  ) {
    guard failure == nil else { return }
    do throws(WriteError) { try body() } catch { failure = error }
  }

  /// Brings forms into another layout where that is asked for, and notes what became of them.
  private func changeLayouts(
    of found: inout Recognition, first: Int, report: inout InputReport
  ) {
    guard let change else { return }
    report.projects.formUnion(found.forms.compactMap(\.projectName))
    let changes = change.apply(to: &found, first: first)
    if reportsChange { report.changes += changes }
  }

  /// Recognises the forms of a source part by part, so that a large one need not be in memory as
  /// blocks at once.
  ///
  /// - Parameters:
  ///   - pieces: The source again, where not all of its text is in memory.
  ///   - use: Takes what was recognised in some blocks, and a document of these blocks.
  func recognize(
    _ source: SourceText, _ pieces: (any PiecedSource)? = nil,
    _ use: (Recognition, Document) -> Void
  ) throws(ReadError) {
    var corrector = FormCorrector(
      corrections.corrections(of: source.sha256), layouts: layouts)
    if source.format == .json {
      let content = try JSONContent(reading: source, limits: reading.limits)
      if var found = Recognition(content) {
        for (index, form) in found.forms.enumerated() {
          found.diagnostics += form.checkDiagnostics(at: index, layouts: layouts)
        }
        corrector.correct(&found, isComplete: true)
        return use(found, content.document)
      }
    }
    var options = recognition
    // Corrections are told with their places.
    if !corrector.isEmpty { options.recordsProvenance = true }
    var recognizer = FormRecognizer(options: options)
    var document = Document(source: source)
    var reader = DocumentReader(source, limits: reading.limits)
    var window = Self.windowByteCount
    var hasMore = true
    var hasTable = false
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: window)
      hasTable = hasTable || document.hasTable
      var (found, blockCount) = recognizer.recognize(document, isComplete: !hasMore)
      // What readers say about blocks that come again is told with them.
      let waiting = hasMore ? document.diagnostics(fromBlock: blockCount) : []
      if let first = waiting.lazy.compactMap({ $0.source?.start }).min() {
        found.diagnostics.removeAll { $0.source.map { $0.start >= first } ?? false }
      }
      corrector.correct(&found, isComplete: !hasMore)
      found.diagnostics.sortBySource()
      if !hasMore, !hasTable { found.diagnostics += formatDoubt(source) }
      var part = document
      part.blocks.removeSubrange(blockCount...)
      use(found, part)
      document.discardBlocks(blockCount)
      document.diagnostics = waiting
      // A form that goes on beyond the window is looked at again from its start, so the window
      // grows with it: otherwise a long one would take quadratic time.
      window = blockCount == 0 ? 2 * window : Self.windowByteCount
      if reader.needsText { try pieces?.advance(&reader, &document) }
    }
  }

  /// Reads the blocks of a source part by part.
  func readTables(
    _ source: SourceText, _ pieces: (any PiecedSource)? = nil, _ use: (Document) -> Void
  ) throws(ReadError) {
    var document = Document(source: source)
    var reader = DocumentReader(source, limits: reading.limits)
    var hasMore = true
    var hasTable = false
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: Self.windowByteCount)
      hasTable = hasTable || document.hasTable
      if !hasMore, !hasTable { document.diagnostics += formatDoubt(source) }
      use(document)
      document.discardBlocks(document.blocks.count)
      if reader.needsText { try pieces?.advance(&reader, &document) }
    }
  }

  /// What to say of a source in which there is no table, where nothing but that told its format.
  private func formatDoubt(_ source: SourceText) -> [Diagnostic] {
    guard reading.format == nil, source.format == .markdown,
      source.name.map({ OutputFormat(fileName: $0) == nil }) ?? true
    else { return [] }
    return [Diagnostic(.noTable, arguments: [.text("format", source.format.rawValue)])]
  }

  /// How forms are drawn.
  var renderer: FormRenderer { FormRenderer(layouts: layouts) }

  private var recognition: FormRecognizer.Options {
    var options = FormRecognizer.Options()
    options.layouts = layouts
    options.recordsProvenance = writing.includesProvenance
    return options
  }
}

extension Recognition {
  /// What canonical JSON of forms says; `nil` when it is about tables, in which forms are still to
  /// be found.
  fileprivate init?(_ content: JSONContent) {
    guard let forms = content.forms else { return nil }
    self.init()
    self.forms = forms
    outside = content.outside
    // It does not say where the text and the tables of no form stood.
    order = outside.indices.map(Part.text) + forms.indices.map(Part.form)
    for (number, block) in content.document.blocks.enumerated() {
      guard case .table(let table) = block else { continue }
      order.append(.block(number))
      tables.append(table)
    }
    for index in forms.indices { diagnostics += forms[index].differingReadings(at: index) }
  }
}

extension Document {
  /// Whether any of its blocks is a table.
  fileprivate var hasTable: Bool {
    blocks.contains { if case .table = $0 { true } else { false } }
  }
}

extension InputError {
  /// Creates an error from that of a reader.
  init(_ error: ReadError) {
    self.init(message: error.message, position: error.position)
  }
}
