internal import IR

/// The members of the outermost object, written apart as they come.
struct DocumentParts: Sendable {
  let source: SourceText
  var diagnostics = ByteBuffer()
  var forms = ByteBuffer()
  var outside = ByteBuffer()
  var provenance: [Provenance] = []
  var tables = ByteBuffer()

  init(source: SourceText) { self.source = source }
}

/// The shapes of the outermost object.
enum RootShapes {
  /// The forms of a source, and whatever else it holds.
  static let forms = ObjectShape<DocumentParts>(
    "formDocument", "The forms of one input, and whatever else it holds.",
    header + [
      .init(
        "forms", elements(of: FormShapes.form.schema), "The forms in the order of the source.",
        isRequired: true
      ) { $0.forms },
      .init("tables", someElements(of: DocumentShapes.table.schema), "The tables of no form.") {
        $0.tables
      },
      .init(
        "outside", someElements(of: DocumentShapes.placedText.schema), "The text of no form."
      ) { $0.outside },
      .init("provenance", provenance, "Where the values stand in the source, by pointer.") {
        $0.provenance
      },
    ])

  /// The tables of a source.
  static let tables = ObjectShape<DocumentParts>(
    "tableDocument", "The tables of one input.",
    header + [
      .init(
        "tables", elements(of: DocumentShapes.table.schema),
        "The tables in the order of the source.", isRequired: true
      ) { $0.tables }
    ])

  private static var header: [ObjectShape<DocumentParts>.Member] {
    [
      .init(
        "format", .string(.constant("formconvert")), "The name of this format.",
        isRequired: true
      ) { _ in "formconvert" },
      .init("version", .integer(.constant(1)), "The version of this format.", isRequired: true) {
        _ in 1
      },
      .init("source", .object(DocumentShapes.source), "The input.", isRequired: true) {
        $0.source
      },
      .init(
        "diagnostics", someElements(of: DiagnosticShapes.diagnostic.schema),
        "What there is to say, in the order of the source."
      ) { $0.diagnostics },
    ]
  }

  private static func elements(of schema: ObjectSchema) -> JSONKind<ByteBuffer> {
    JSONKind(.array(.object(schema))) { elements, emitter in
      emitter.json.beginArray()
      emitter.json.values(elements)
      emitter.json.endArray()
    }
  }

  private static func someElements(of schema: ObjectSchema) -> JSONKind<ByteBuffer> {
    let kind = elements(of: schema)
    return JSONKind(kind.node, isEmpty: { $0.isEmpty }, write: kind.write)
  }

  private static var provenance: JSONKind<[Provenance]> {
    let pieces = JSONKind.array(of: .object(DiagnosticShapes.piece))
    let node = SchemaNode.map(keyPattern: "^/", pieces.node)
    return JSONKind(node, isEmpty: { $0.isEmpty }) { entries, emitter in
      emitter.json.beginObject()
      for entry in entries.sorted(by: { precedesInUTF16($0.pointer, $1.pointer) }) {
        emitter.json.key(entry.pointer)
        pieces.write(entry.pieces, &emitter)
        emitter.json.buffer.closeFullChunk()
      }
      emitter.json.endObject()
    }
  }
}
