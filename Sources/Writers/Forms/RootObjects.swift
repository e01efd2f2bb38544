internal import IR

/// The members of the outermost object, written apart as they come.
struct DocumentParts: Sendable {
  let source: SourceText
  var corrections = ByteBuffer()
  var diagnostics: ByteBuffer
  var forms: ByteBuffer
  var outside: ByteBuffer
  var provenance: [Provenance] = []
  var tables: ByteBuffer

  init(source: SourceText, store: (any ChunkStore)? = nil) {
    self.source = source
    diagnostics = ByteBuffer(store: store)
    forms = ByteBuffer(store: store)
    outside = ByteBuffer(store: store)
    tables = ByteBuffer(store: store)
  }

  /// Appends what was recognised beside forms in the next part of a document.
  mutating func append(
    _ recognition: Recognition, from document: Document, by emitter: inout FormEmitter
  ) {
    emitter.append(recognition.outside, to: &outside)
    emitter.append(recognition.diagnostics, to: &diagnostics)
    emitter.append(recognition.corrections, to: &corrections)
    for table in recognition.tables {
      emitter.append(TableContent(table: table, document: document), to: &tables)
    }
  }
}

/// The forms of a source, and whatever else it holds.
struct FormDocument: JSONObject {
  let parts: DocumentParts

  static var definitionName: String { "formDocument" }
  static var definitionText: String { "The forms of one input, and whatever else it holds." }
  static var example: FormDocument { FormDocument(parts: DocumentParts(source: .example)) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.corrections(parts.corrections)
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
    visitBeginning(&visitor)
    visitor.elements(
      "tables", of: TableContent.self, parts.tables, "The tables in the order of the source.",
      isRequired: true)
    visitEnd(&visitor)
  }

  /// Passes the members on that come before the tables.
  private func visitBeginning(_ visitor: inout some MemberVisitor) {
    visitor.diagnostics(parts.diagnostics)
    visitor.formatName()
    visitor.object("source", parts.source, "The input.", isRequired: true)
  }

  /// Passes the members on that come after the tables.
  private func visitEnd(_ visitor: inout some MemberVisitor) { visitor.formatVersion() }

  /// Writes the beginning, up to the first table.
  func begin(_ emitter: inout FormEmitter) {
    emitter.json.beginObject()
    visitBeginning(&emitter)
    emitter.json.key(plain: "tables")
    emitter.json.beginArray()
  }

  /// Writes the end, after the last table.
  func end(_ emitter: inout FormEmitter) {
    emitter.json.endArray()
    visitEnd(&emitter)
    emitter.json.endObject()
  }
}

/// A form on a line of its own.
struct FormLine: JSONObject {
  let form: Form
  let name: String?

  static var definitionName: String { "formLine" }
  static var definitionText: String { "One form of an input, as a line of NDJSON." }
  static var example: FormLine { FormLine(form: .example, name: nil) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.object("form", form, "The form.", isRequired: true)
    visitor.text("source", name, "The base name of the file; absent for standard input.")
  }
}

/// A table on a line of its own.
struct TableLine: JSONObject {
  let table: TableContent
  let name: String?

  static var definitionName: String { "tableLine" }
  static var definitionText: String { "One table of an input, as a line of NDJSON." }
  static var example: TableLine { TableLine(table: .example, name: nil) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    Self.visitBeginning(&visitor, name: name)
    visitor.object("table", table, "The table.", isRequired: true)
  }

  /// Passes the members on that come before the table.
  static func visitBeginning(_ visitor: inout some MemberVisitor, name: String?) {
    visitor.text("source", name, "The base name of the file; absent for standard input.")
  }
}

/// The last line about an input: whatever has no line of its own.
struct DocumentEnd: JSONObject {
  let parts: DocumentParts

  static var definitionName: String { "documentEnd" }
  static var definitionText: String {
    "The last line of NDJSON about an input: whatever has no line of its own."
  }
  static var example: DocumentEnd { DocumentEnd(parts: DocumentParts(source: .example)) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.corrections(parts.corrections)
    visitor.diagnostics(parts.diagnostics)
    visitor.member(
      "end", .flag, "That this is the last line, and nothing is missing.", isRequired: true,
      isPresent: true
    ) { emitter in
      emitter.json.boolean(true)
    }
    visitor.formatName()
    visitor.elements("outside", of: PlacedText.self, parts.outside, "The text of no form.")
    visitor.object("source", parts.source, "The input.", isRequired: true)
    visitor.elements("tables", of: TableContent.self, parts.tables, "The tables of no form.")
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

  fileprivate mutating func corrections(_ elements: ByteBuffer) {
    self.elements(
      "corrections", of: Correction.self, elements,
      "The corrections by people, in the order they were applied in.")
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
