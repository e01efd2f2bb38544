internal import IR
internal import Writers

/// Forms for people; a document in which there are none is written as it is, with its texts and
/// tables in their order.
///
/// Only the end tells that there is no form, and what was read is gone by then: until one comes both
/// are written.
struct FormsOrTablesOutput: FormOutput {
  private var forms: any FormOutput
  /// The document as it is; `nil` once there is a form.
  private var tables: (any TableOutput)?

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
    if !found.forms.isEmpty { tables = nil }
    try tables?.append(document)
    try forms.append(found, from: document)
  }

  consuming func finish() throws(WriteError) -> ByteBuffer { try decided.finish() }

  consuming func finishParts() throws(WriteError) -> [PackagePart] {
    try decided.finishParts()
  }

  /// What writes the document, now that all of it has come.
  private var decided: any OutputWriter {
    if let tables { tables } else { forms }
  }
}
