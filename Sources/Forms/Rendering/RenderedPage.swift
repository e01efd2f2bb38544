internal import IR

/// A drawn form that is read as the form again.
struct RenderedPage {
  /// The drawing, the appendix included.
  private(set) var document: Document
  /// The title that is printed.
  private(set) var title: String?

  private let form: Form
  private let layoutNumber: Int
  private let vocabulary: Vocabulary
  private var layout: Layout { vocabulary.layouts[layoutNumber] }

  /// How a form is drawn, from the plainest way to the surest.
  private enum Attempt: CaseIterable {
    /// Every value as it is.
    case plain
    /// Values that would be taken for labels in quotes.
    case quoted
    /// A title alone; everything else is in the appendix.
    case bare
  }

  /// Draws a form of a layout.
  init(_ form: Form, layout number: Int, of vocabulary: Vocabulary) {
    let wanted = FormLeaves(form)
    self.form = wanted.holdNUL ? wanted.replacingNUL.form : form
    layoutNumber = number
    self.vocabulary = vocabulary
    document = Document()
    let plain = draw(.plain)
    if form.unplaced.isEmpty, form.carried == nil, isNamed, isRead(plain, as: wanted) {
      document = plain
      return
    }
    let best = completed(plain, to: wanted)
    // What is only added says that nothing in the grid is mistaken for something else.
    if let best, best.isAdded {
      document = best.document
      return
    }
    let quoted = completed(draw(.quoted), to: wanted)
    let found = [best, quoted].compactMap { $0 }.min { $0.rowCount < $1.rowCount }
    document = (found ?? completed(draw(.bare), to: wanted, isProved: false))?.document ?? plain
  }

  /// The row that says the layout, so that nothing has to be told by labels.
  private var layoutEntry: FormLeaves.Change {
    .init(pointer: "/layout", before: nil, after: layout.id)
  }

  // MARK: Drawing

  private mutating func draw(_ attempt: Attempt) -> Document {
    var document = Document()
    title = printedTitle(isNeeded: !isNamed || attempt == .bare)
    switch attempt {
    case .plain:
      FormDrawing(form, in: layout, lookalikes: nil).append(to: &document, title: title)
    case .quoted:
      let lookalikes = Lookalikes(vocabulary, layout: layoutNumber)
      FormDrawing(form, in: layout, lookalikes: lookalikes).append(to: &document, title: title)
    case .bare:
      if let title { document.appendHeading(title, level: 1) }
    }
    return document
  }

  /// Whether the project's name is printed, which tells a form from the one above it.
  ///
  /// A form without it ends with an appendix, so that a form below it is not taken for its rest.
  private var isNamed: Bool {
    layout.fields.contains { $0.key == .name } && form.prints(.name)
  }

  /// The form's title, or that of its layout where the form's would not be taken for one, or where
  /// nothing else would tell where the form begins.
  private func printedTitle(isNeeded: Bool) -> String? {
    guard form.title != nil || isNeeded else { return nil }
    return ([form.title] + layout.titles).compactMap { $0 }.first { title in
      vocabulary.isTitle(LabelKey.key(of: title)[...])
    }
  }

  // MARK: Reading

  /// Whether a drawing without an appendix is read as a form, with spans and without, and nothing
  /// is said about it but what is so in the form.
  private func isRead(_ drawing: Document, as wanted: FormLeaves) -> Bool {
    for document in [drawing.flattened, drawing] {
      guard let reading = read(document) else { return false }
      let isCertain = reading.diagnostics.allSatisfy {
        !$0.code.isGuess
      }
      guard isCertain, reading.leaves.isEqual(to: wanted) else { return false }
    }
    return true
  }

  /// A drawing with its appendix.
  private struct Completed {
    var document: Document
    /// The number of rows of the appendix.
    var rowCount: Int
    /// Whether it only adds to what the grid says.
    var isAdded: Bool
  }

  /// A drawing with the appendix it needs; `nil` where that is not read as the form.
  private func completed(
    _ drawing: Document, to wanted: FormLeaves, isProved: Bool = true
  ) -> Completed? {
    var draft = drawing
    AppendixTable.append([layoutEntry], to: &draft)
    guard let reading = read(draft) else { return nil }
    var changes = reading.leaves.changes(to: wanted)
    changes += confirmations(of: reading, besides: changes)
    var document = drawing
    AppendixTable.append([layoutEntry] + changes, to: &document)
    guard !isProved || isRead(document, as: wanted) else { return nil }
    return Completed(
      document: document, rowCount: changes.count,
      isAdded: changes.allSatisfy { $0.before == nil })
  }

  /// Rows that say that a doubtful reading is right.
  private func confirmations(
    of reading: Reading, besides changes: [FormLeaves.Change]
  ) -> [FormLeaves.Change] {
    let changed = Set(changes.map(\.pointer))
    var confirmed: [FormLeaves.Change] = []
    for diagnostic in reading.diagnostics where diagnostic.code.isGuess {
      guard
        let pointer = diagnostic.pointer?.dropFirst("/forms/0".count)
      else { continue }
      // The level is what is in doubt of an indicator; all else stands in its own cell.
      let candidates = [pointer + "/level2", pointer + "/level1", pointer + "/text", pointer]
      guard !candidates.contains(where: { changed.contains(String($0)) }),
        let leaf = candidates.first(where: { reading.leaves[String($0)] != nil })
      else { continue }
      let text = reading.leaves[String(leaf)]
      let change = FormLeaves.Change(pointer: String(leaf), before: text, after: text)
      if !confirmed.contains(change) { confirmed.append(change) }
    }
    return confirmed
  }

  /// A reading of one form that is all of a document.
  private struct Reading {
    var leaves: FormLeaves
    var diagnostics: [Diagnostic]
  }

  private func read(_ document: Document) -> Reading? {
    var recognizer = FormRecognizer(vocabulary)
    let recognition = recognizer.recognize(document, isComplete: true).recognition
    guard recognition.forms.count == 1, recognition.tables.isEmpty,
      let form = recognition.forms.first, form.layout == layout.id
    else { return nil }
    return Reading(
      leaves: FormLeaves(form, outside: recognition.outside), diagnostics: recognition.diagnostics)
  }
}

extension DiagnosticCode {
  /// Whether it warns that something was read in one of several ways, or not at all; other warnings
  /// are about what the form says, however it is drawn.
  fileprivate var isGuess: Bool {
    switch self {
    case .blockUnplaced, .boxSurplus, .cellsRunTogether, .conservationFailed, .fieldInferred,
      .fieldRepeated, .layoutAmbiguous, .levelAmbiguous, .levelInferred, .levelsByPlace, .rowSplit,
      .textUnplaced, .valueColumnInferred:
      true
    default: false
    }
  }
}

extension Document {
  /// The document with merged cells split up: their text stands in the first of their places.
  var flattened: Document {
    var flat = self
    for index in flat.cells.indices {
      flat.cells[index].rowSpan = 1
      flat.cells[index].columnSpan = 1
    }
    return flat
  }
}
