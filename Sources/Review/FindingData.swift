internal import IR
internal import Writers

/// The diagnostics of a document, told apart by the form they are about.
struct FindingData {
  private let diagnostics: [Diagnostic]
  /// The number of the form of each; -1 for what is about no form.
  private let forms: [Int]

  /// How many there are of each severity, from the least to the most serious.
  typealias Counts = [Int]

  init(_ diagnostics: [Diagnostic], formCount: Int, provenance: [Provenance]) {
    self.diagnostics = diagnostics
    var starts = [UInt32](repeating: .max, count: formCount)
    for entry in provenance {
      guard let form = Self.form(of: entry.pointer), form < formCount else { continue }
      for piece in entry.pieces { starts[form] = min(starts[form], piece.source.start) }
    }
    forms = diagnostics.map { diagnostic in
      if let form = diagnostic.pointer.flatMap(Self.form), form < formCount { return form }
      guard let place = diagnostic.source?.start, formCount > 0 else { return -1 }
      // What stands above the first form is most likely about that one.
      return starts.lastIndex { $0 <= place } ?? 0
    }
  }

  /// The number of the form that a pointer leads into.
  static func form(of pointer: String) -> Int? {
    guard pointer.hasPrefix("/forms/") else { return nil }
    return Int(pointer.dropFirst("/forms/".count).prefix { $0 != "/" })
  }

  /// The codes that appear.
  var codes: Set<DiagnosticCode> { Set(diagnostics.map(\.code)) }

  /// How many findings a form has of each severity; -1 is the document as a whole.
  func counts(of form: Int) -> Counts {
    var counts = Severity.allCases.map { _ in 0 }
    for (number, diagnostic) in zip(forms, diagnostics) where number == form {
      if let place = Severity.allCases.firstIndex(of: diagnostic.severity) { counts[place] += 1 }
    }
    return counts
  }

  /// Writes the findings: `f` the form, `c` the code, `p` the pointer, `a` arguments, `b` before,
  /// `n` after, `o` other readings, `s` the number of the source's text, `l` line and column.
  func write(
    _ cells: SourceCells, _ places: inout SourcePlaces, to json: inout JSONEmitter
  ) {
    json.beginArray()
    for (form, diagnostic) in zip(forms, diagnostics) {
      json.beginObject()
      json.member("f", "\(form)")
      json.member("c", diagnostic.code.rawValue)
      if let pointer = diagnostic.pointer { json.member("p", pointer) }
      if !diagnostic.arguments.isEmpty {
        json.key("a")
        json.beginObject()
        for argument in diagnostic.arguments {
          switch argument.value {
          case .text(let text): json.member(argument.name, text)
          case .number(let number): json.member(argument.name, "\(number)")
          }
        }
        json.endObject()
      }
      if let before = diagnostic.before { json.member("b", before) }
      if let after = diagnostic.after { json.member("n", after) }
      if !diagnostic.alternatives.isEmpty {
        json.key("o")
        json.strings(diagnostic.alternatives)
      }
      if let source = diagnostic.source {
        if let number = cells.number(at: source) {
          json.key("s")
          json.integer(number)
        }
        let position = places.position(of: source)
        json.key("l")
        json.integers([position.line, position.column])
      }
      json.endObject()
    }
    json.endArray()
  }
}
