public import IR

/// Writes what was recognised in one source as canonical JSON (RFC 8785).
///
/// A large source is written as it is recognised: every part is turned into bytes at once, and
/// the members of the outermost object are put together at the end.
public struct FormJSONWriter: Sendable {
  private let options: JSONOptions
  private var emitter: FormEmitter
  private var parts: DocumentParts

  /// Creates a writer for one source.
  ///
  /// - Parameter store: Where what must wait for the end is kept, if not in memory.
  public init(
    _ source: SourceText, options: JSONOptions = JSONOptions(), store: (any ChunkStore)? = nil
  ) {
    self.options = options
    emitter = FormEmitter(places: SourcePlaces(source), language: options.language)
    parts = DocumentParts(source: source, store: store)
  }

  /// Goes on with another piece of the same file.
  public mutating func move(to source: SourceText) { emitter.places.move(to: source) }

  /// The line and column a diagnostic is about.
  public mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { emitter.places.position(of: $0) }
  }

  /// Appends what was recognised in the next part of a document.
  ///
  /// The document must still have the cells of the recognised tables.
  public mutating func append(_ recognition: Recognition, from document: Document) {
    emitter.append(recognition.forms, to: &parts.forms)
    parts.append(recognition, from: document, by: &emitter)
    if options.includesProvenance { parts.provenance += recognition.provenance }
  }

  /// The whole JSON document.
  public consuming func finish() -> ByteBuffer {
    emitter.finish(FormDocument(parts: parts), options: options)
  }
}
