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

/// The forms of a source, and whatever else it holds.
struct FormDocument: JSONObject {
  let parts: DocumentParts

  static var definitionName: String { "formDocument" }
  static var definitionText: String { "The forms of one input, and whatever else it holds." }
  static var example: FormDocument { FormDocument(parts: DocumentParts(source: .example)) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.diagnostics(parts.diagnostics)
    visitor.formatName()
    visitor.elements(
      "forms", of: Form.self, parts.forms, "The forms in the order of the source.",
      isRequired: true)
    visitor.elements("outside", of: PlacedText.self, parts.outside, "The text of no form.")
    visitor.provenance(parts.provenance)
    visitor.object("source", parts.source, "The input.", isRequired: true)
    visitor.elements("tables", of: TableContent.self, parts.tables, "The tables of no form.")
    visitor.formatVersion()
  }
}

/// The tables of a source.
struct TableDocument: JSONObject {
  let parts: DocumentParts

  static var definitionName: String { "tableDocument" }
  static var definitionText: String { "The tables of one input." }
  static var example: TableDocument { TableDocument(parts: DocumentParts(source: .example)) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.diagnostics(parts.diagnostics)
    visitor.formatName()
    visitor.object("source", parts.source, "The input.", isRequired: true)
    visitor.elements(
      "tables", of: TableContent.self, parts.tables, "The tables in the order of the source.",
      isRequired: true)
    visitor.formatVersion()
  }
}

extension MemberVisitor {
  fileprivate mutating func formatName() {
    text(
      "format", "formconvert", "The name of this format.", isRequired: true,
      as: .constant("formconvert"))
  }

  fileprivate mutating func formatVersion() {
    integer("version", 1, "The version of this format.", isRequired: true, as: .constant(1))
  }

  fileprivate mutating func diagnostics(_ elements: ByteBuffer) {
    self.elements(
      "diagnostics", of: Diagnostic.self, elements,
      "What there is to say, in the order of the source.")
  }

  /// Objects that were written apart; left out when there are none, unless they are required.
  fileprivate mutating func elements<Element: JSONObject>(
    _ key: String, of type: Element.Type, _ elements: ByteBuffer, _ text: String,
    isRequired: Bool = false
  ) {
    member(
      key, .array(.object(Element.schema)), text, isRequired: isRequired,
      isPresent: isRequired || !elements.isEmpty
    ) { emitter in
      emitter.json.beginArray()
      emitter.json.values(elements)
      emitter.json.endArray()
    }
  }

  fileprivate mutating func provenance(_ entries: [Provenance]) {
    member(
      "provenance", .map(keyPattern: "^/", .array(.object(Provenance.Piece.schema))),
      "Where the values stand in the source, by pointer.", isRequired: false,
      isPresent: !entries.isEmpty
    ) { emitter in
      emitter.json.beginObject()
      for entry in entries.sorted(by: { precedesInUTF16($0.pointer, $1.pointer) }) {
        emitter.json.buffer.closeFullChunk()
        emitter.json.key(entry.pointer)
        emitter.array(entry.pieces)
      }
      emitter.json.endObject()
    }
  }
}
