internal import IR
internal import Writers

/// Forms for people; a document in which there are none is written as it is, with its texts and
/// tables in their order.
///
/// What comes before the first form waits for it: only the end tells that there is none.
struct FormsOrTablesOutput: FormOutput {
  private var forms: any FormOutput
  private var tables: any TableOutput
  /// The parts before the first form; `nil` once it has come.
  private var waiting: [(found: Recognition, document: Document)]? = []

  init(forms: any FormOutput, tables: any TableOutput) {
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

  consuming func finish() throws(WriteError) -> ByteBuffer { try decided().finish() }

  consuming func finishParts() throws(WriteError) -> [PackagePart] {
    try decided().finishParts()
  }

  /// What writes the document, now that all of it has come.
  private consuming func decided() throws(WriteError) -> any OutputWriter {
    guard let parts = waiting else { return forms }
    for part in parts { try tables.append(part.document) }
    return tables
  }
}
