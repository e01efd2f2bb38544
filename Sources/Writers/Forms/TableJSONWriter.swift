public import IR

/// Writes the tables of one source as canonical JSON (RFC 8785), whatever they mean.
public struct TableJSONWriter: Sendable {
  private let options: JSONOptions
  private var emitter: FormEmitter
  private var parts: DocumentParts
  /// Whether tables are written to where they stay: nothing can come before them any more.
  private let isBegun: Bool

  /// Creates a writer for one source.
  ///
  /// - Parameter store: Where what must wait for the end is kept, if not in memory.
  public init(
    _ source: SourceText, options: JSONOptions = JSONOptions(), store: (any ChunkStore)? = nil
  ) {
    self.options = options
    emitter = FormEmitter(places: SourcePlaces(source), language: options.language)
    parts = DocumentParts(source: source, store: store)
    isBegun = source.piece?.mayHaveDiagnostics == false && !options.isIndented
    if isBegun { TableDocument(parts: parts).begin(&emitter) }
  }

  /// Goes on with another piece of the same file.
  public mutating func move(to source: SourceText) { emitter.places.move(to: source) }

  /// The line and column a diagnostic is about.
  public mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { emitter.places.position(of: $0) }
  }

  /// Appends the tables among a document's blocks, and its diagnostics.
  public mutating func append(_ document: Document) {
    for index in document.blocks.indices {
      guard case .table(let table) = document.blocks[index] else { continue }
      let content = TableContent(table: table, document: document)
      if isBegun { emitter.table(content) } else { emitter.append(content, to: &parts.tables) }
    }
    emitter.append(document.diagnostics, to: &parts.diagnostics)
  }

  /// Takes what is complete, where it need not wait for the rest.
  public mutating func takeFinished() -> ByteBuffer {
    isBegun ? emitter.json.buffer.takeFullChunks() : ByteBuffer()
  }

  /// The JSON document, or what was not taken of it.
  public consuming func finish() -> ByteBuffer {
    guard isBegun else {
      return emitter.finish(TableDocument(parts: parts), options: options)
    }
    TableDocument(parts: parts).end(&emitter)
    return emitter.json.finish()
  }
}
