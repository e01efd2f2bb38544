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
  /// The language of messages to the person.
  var language = Language.english
  /// The lowest severity the person is told of.
  var minimumSeverity = Severity.note

  /// Converts an input.
  ///
  /// - Returns: The output, unless the input could not be read, and what there is to say.
  func convert(_ input: InputFile) -> (output: ByteBuffer?, report: InputReport) {
    var report = InputReport(input, language: language, minimumSeverity: minimumSeverity)
    do throws(InputError) {
      let source = try read(input)
      report.sheetNames = source.workbook?.places.names ?? []
      return (try convert(source, report: &report), report)
    } catch {
      report.failure = .init(kind: .input, message: error.message, position: error.position)
      return (nil, report)
    }
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

  private func convert(
    _ source: SourceText, report: inout InputReport
  ) throws(InputError) -> ByteBuffer {
    do throws(ReadError) {
      return switch content {
      case .forms: try convertForms(source, report: &report)
      case .tables: try convertTables(source, report: &report)
      }
    } catch {
      throw InputError(error)
    }
  }

  private func convertForms(
    _ source: SourceText, report: inout InputReport
  ) throws(ReadError) -> ByteBuffer {
    var writer = FormJSONWriter(source, options: writing)
    try recognize(source) { found, document in
      writer.append(found, from: document)
      report.append(found.diagnostics) { writer.position(of: $0) }
    }
    return writer.finish()
  }

  /// Recognises the forms of a source part by part, so that a large one need not be in memory as
  /// blocks at once.
  func recognize(
    _ source: SourceText, _ use: (Recognition, Document) -> Void
  ) throws(ReadError) {
    var recognizer = FormRecognizer(options: recognition)
    var document = Document(source: source)
    var reader = DocumentReader(source, limits: reading.limits)
    var window = Self.windowByteCount
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: window)
      var (found, blockCount) = recognizer.recognize(document, isComplete: !hasMore)
      found.diagnostics.sortBySource()
      use(found, document)
      document.discardBlocks(blockCount)
      // A form that goes on beyond the window is looked at again from its start, so the window
      // grows with it: otherwise a long one would take quadratic time.
      window = blockCount == 0 ? 2 * window : Self.windowByteCount
    }
  }

  private func convertTables(
    _ source: SourceText, report: inout InputReport
  ) throws(ReadError) -> ByteBuffer {
    var writer = TableJSONWriter(source, options: writing)
    var document = Document(source: source)
    var reader = DocumentReader(source, limits: reading.limits)
    var hasMore = true
    while hasMore {
      hasMore = try reader.readBlocks(into: &document, byteCount: Self.windowByteCount)
      writer.append(document)
      report.append(document.diagnostics) { writer.position(of: $0) }
      document.discardBlocks(document.blocks.count)
    }
    return writer.finish()
  }

  private var recognition: FormRecognizer.Options {
    var options = FormRecognizer.Options()
    options.recordsProvenance = writing.includesProvenance
    return options
  }
}

extension InputError {
  /// Creates an error from that of a reader.
  init(_ error: ReadError) {
    self.init(message: error.message, position: error.position)
  }
}

extension [Diagnostic] {
  /// Puts diagnostics in the order of the source; those about the whole document come last.
  ///
  /// Readers and the recogniser each go through the source on their own.
  fileprivate mutating func sortBySource() {
    // The sort is stable: equal places keep their order.
    sort { ($0.source?.start ?? .max) < ($1.source?.start ?? .max) }
  }
}
