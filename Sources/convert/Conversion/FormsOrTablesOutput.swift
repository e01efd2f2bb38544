internal import IR
internal import Writers

/// Forms for people; a document in which there are none is written as it is, with its texts and
/// tables in their order.
///
/// What comes before the first form waits for it: only the end tells that there is none.
struct FormsOrTablesOutput: OutputWriter {
  private var forms: any OutputWriter
  private var tables: any OutputWriter
  /// The parts before the first form; `nil` once it has come.
  private var waiting: [(found: Recognition, document: Document)]? = []

  init(forms: any OutputWriter, tables: any OutputWriter) {
    self.forms = forms
    self.tables = tables
  }

  mutating func move(to source: SourceText) { forms.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    forms.position(of: diagnostic)
  }

  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic] {
    forms.unwritableTexts(found, from: document)
  }

  mutating func append(_ found: Recognition, from document: Document) throws(WriteError) {
    guard found.forms.isEmpty, waiting != nil else {
      for part in waiting ?? [] { try forms.append(part.found, from: part.document) }
      waiting = nil
      return try forms.append(found, from: document)
    }
    waiting?.append((found, document))
  }

  func append(_ document: Document) {}

  mutating func finish() throws(WriteError) -> ByteBuffer {
    guard try appendTables() else { return try forms.finish() }
    return try tables.finish()
  }

  mutating func finishParts() throws(WriteError) -> [PackagePart] {
    guard try appendTables() else { return try forms.finishParts() }
    return try tables.finishParts()
  }

  /// Writes the parts as they are where no form has come; gives whether none has.
  private mutating func appendTables() throws(WriteError) -> Bool {
    guard let parts = waiting else { return false }
    waiting = []
    for part in parts { try tables.append(part.document) }
    return true
  }
}
