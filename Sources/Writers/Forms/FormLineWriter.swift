public import IR

/// Writes what was recognised in one source as lines of canonical JSON (NDJSON).
///
/// Every form is one line, complete as soon as it is recognised; the last line has what belongs to
/// no form, the diagnostics, and says that nothing is missing.
public struct FormLineWriter: Sendable {
  private var emitter: FormEmitter
  private var parts: DocumentParts
  /// Whether a table goes on whose line has begun.
  private var isWithinLine = false

  /// Creates a writer for one source; lines are never indented and have no provenance.
  ///
  /// - Parameter store: Where what must wait for the end is kept, if not in memory.
  public init(
    _ source: SourceText, options: JSONOptions = JSONOptions(), store: (any ChunkStore)? = nil
  ) {
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
  public mutating func append(_ recognition: Recognition, from document: Document) {
    for form in recognition.forms {
      emitter.line(FormLine(form: form, name: parts.source.name))
    }
    parts.append(recognition, from: document, by: &emitter)
  }

  /// Appends the tables among a document's blocks, a line each, and its diagnostics.
  public mutating func append(_ document: Document) {
    for block in document.blocks {
      guard case .table(let table) = block else { continue }
      append(TableContent(table: table, document: document))
    }
    emitter.append(document.diagnostics, to: &parts.diagnostics)
  }

  /// Appends a table, or the next part of one: its parts make one line.
  private mutating func append(_ content: TableContent) {
    guard content.table.part != nil else {
      return emitter.line(TableLine(table: content, name: parts.source.name))
    }
    if content.table.isBeginning {
      emitter.json.beginObject()
      TableLine.visitBeginning(&emitter, name: parts.source.name)
      emitter.json.key(plain: "table")
    }
    emitter.table(content)
    isWithinLine = !content.table.isEnd
    guard content.table.isEnd else { return }
    emitter.json.endObject()
    emitter.endLine()
  }

  /// Takes the lines that are complete, and what there is of one that is long.
  public mutating func takeFinished() -> ByteBuffer {
    if isWithinLine { return emitter.json.buffer.takeFullChunks() }
    let lines = emitter.json.buffer
    emitter.json.buffer = ByteBuffer()
    return lines
  }

  /// The rest of the lines.
  public consuming func finish() -> ByteBuffer {
    emitter.line(DocumentEnd(parts: parts))
    return emitter.json.buffer
  }
}

extension FormEmitter {
  /// Writes an object as a line of its own.
  fileprivate mutating func line(_ value: borrowing some JSONObject) {
    object(value)
    endLine()
  }

  /// Ends a line.
  fileprivate mutating func endLine() {
    // Every value is followed by a comma.
    json.buffer.dropLastByte()
    json.buffer.append(0x0A)
    json.buffer.closeFullChunk()
  }
}
