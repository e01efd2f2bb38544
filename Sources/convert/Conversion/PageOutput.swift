internal import Forms
internal import IR
internal import Writers

/// A document in a format for people: everything in its order, each form drawn anew where it stands.
struct PageOutput: FormOutput, TableOutput {
  private var writer: any DocumentWriter
  private var places: SourcePlaces
  private let renderer: FormRenderer
  /// What the sheet for what belongs to no form is called.
  private var nameOfRest: String
  /// Whether the last sheet is one.
  private var isInRest = false

  init(_ source: SourceText, _ writer: any DocumentWriter, renderer: FormRenderer) {
    self.writer = writer
    self.renderer = renderer
    places = SourcePlaces(source)
    nameOfRest = source.name ?? ""
  }

  mutating func move(to source: SourceText) { places.move(to: source) }

  mutating func position(of diagnostic: Diagnostic) -> LineTable.Position? {
    diagnostic.source.map { places.position(of: $0) }
  }

  func unwritableTexts(_ document: Document) -> [Diagnostic] { document.unwritableTexts }

  func unwritableTexts(_ found: Recognition, from document: Document) -> [Diagnostic] {
    found.unwritableTexts(in: document)
  }

  mutating func append(_ document: Document) throws(WriteError) {
    if !isInRest {
      writer.beginSheet(nameOfRest)
      isInRest = true
    }
    try writer.append(document)
  }

  mutating func append(_ found: Recognition, from document: Document) throws(WriteError) {
    // What stands together is appended together: there may be no form at all.
    var rest = document.withoutBlocks
    for part in found.order {
      switch part {
      case .block(let number): rest.blocks.append(document.blocks[number])
      case .text(let number): rest.append(found.outside[number])
      case .form(let number):
        try appendRest(&rest)
        try appendForm(found.forms[number])
      }
    }
    try appendRest(&rest)
  }

  private mutating func appendRest(_ rest: inout Document) throws(WriteError) {
    guard !rest.blocks.isEmpty else { return }
    try append(rest)
    rest.blocks = []
  }

  private mutating func appendForm(_ form: Form) throws(WriteError) {
    try writer.append(renderer.sheet(of: form))
    isInRest = false
    nameOfRest = Self.nameBehindForms
  }

  mutating func takeFinished() -> ByteBuffer { writer.takeFinished() }

  consuming func finish() -> ByteBuffer { writer.finish() }

  /// In Chinese, as all that is printed on a form.
  private static let nameBehindForms = "其他内容"
}

extension Document {
  /// The document with its cells and texts, and no block.
  fileprivate var withoutBlocks: Document {
    var document = self
    document.blocks = []
    return document
  }
}
