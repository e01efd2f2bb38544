internal import IR
internal import Readers
internal import Writers

/// Writes what is found in one input, in the format that was asked for.
protocol OutputWriter {
  /// Goes on with another piece of the same file.
  mutating func move(to source: SourceText)

  /// The line and column a diagnostic is about.
  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position?

  /// Takes the output that needs not wait for the rest.
  mutating func takeFinished() -> ByteBuffer

  /// The rest of the output.
  consuming func finish() throws(WriteError) -> ByteBuffer

  /// The output as the parts of a package, in place of ``finish()``; none where it is one file.
  consuming func finishParts() throws(WriteError) -> [PackagePart]
}

/// Writes forms, and what belongs to none of them.
protocol FormOutput: OutputWriter {
  /// Appends what was recognised in the next part of a document.
  mutating func append(_ found: Recognition, from document: Document) throws(WriteError)

  /// What there is to say about texts of the next part that the format cannot hold.
  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic]
}

/// Writes tables as they are.
protocol TableOutput: OutputWriter {
  /// Appends the next part of a document.
  mutating func append(_ document: Document) throws(WriteError)

  /// What there is to say about texts of the next part that the format cannot hold.
  func unwritableTexts(_ document: Document) -> [Diagnostic]
}

extension OutputWriter {
  mutating func takeFinished() -> ByteBuffer { ByteBuffer() }

  consuming func finishParts() -> [PackagePart] { [] }
}

extension FormOutput {
  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic] { [] }
}

extension TableOutput {
  func unwritableTexts(_ document: Document) -> [Diagnostic] { [] }
}

extension FormJSONWriter: FormOutput {}
extension FormLineWriter: FormOutput, TableOutput {}
extension TableJSONWriter: TableOutput {}

extension Conversion {
  /// The writer for the forms of a source.
  func formWriter(for source: SourceText) -> any FormOutput {
    switch format {
    case .json: FormJSONWriter(source, options: writing, store: SpillFile())
    case .ndjson: FormLineWriter(source, options: writing, store: SpillFile())
    case .markdown, .html, .tsv, .csv: PageOutput(source, pageWriter, renderer: renderer)
    case .xlsx: WorkbookOutput(source, renderer: renderer)
    }
  }

  /// The writer for the tables of a source.
  func tableWriter(for source: SourceText) -> any TableOutput {
    switch format {
    case .json: TableJSONWriter(source, options: writing, store: SpillFile())
    case .ndjson: FormLineWriter(source, options: writing, store: SpillFile())
    case .markdown, .html, .tsv, .csv: PageOutput(source, pageWriter, renderer: renderer)
    case .xlsx: WorkbookOutput(source, renderer: renderer)
    }
  }

  /// What writes a format in which everything stands below each other.
  private var pageWriter: any DocumentWriter {
    switch format {
    case .html: HTMLWriter(limits: reading.limits)
    case .csv: separatedWriter(.comma)
    case .tsv where dialect == .iana: TSVWriter(limits: reading.limits)
    case .tsv: separatedWriter(.tab)
    case .json, .ndjson, .xlsx, .markdown:
      MarkdownWriter(limits: reading.limits, keepsMerged: keepsMerged)
    }
  }

  private func separatedWriter(_ separator: ExcelTextWriter.Separator) -> ExcelTextWriter {
    ExcelTextWriter(separator, guardsFormulas: guardsFormulas, limits: reading.limits)
  }
}
