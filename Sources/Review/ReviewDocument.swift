internal import Forms
internal import IR
internal import Writers

/// One document as the page has it: a line of the index, and its data.
struct ReviewDocument {
  private let name: String
  private let document: Document
  private let found: Recognition
  private let findings: FindingData
  private var places: SourcePlaces

  init(name: String, document: Document, found: Recognition) {
    self.name = name
    self.document = document
    self.found = found
    findings = FindingData(
      found.diagnostics, formCount: found.forms.count, provenance: found.provenance)
    places = SourcePlaces(document.source)
  }

  /// The codes of its findings.
  var codes: Set<DiagnosticCode> { findings.codes }

  // MARK: Index

  /// Writes what the list of forms shows, so that no data has to be read for it: `n` the name,
  /// `h` the digest, `c` the findings about no form, `k` whether corrections were applied,
  /// `f` the forms.
  func writeEntry(to json: inout JSONEmitter) {
    json.beginObject()
    json.member("n", name)
    json.member("h", document.source.sha256)
    json.key("c")
    json.integers(findings.counts(of: -1))
    if !found.corrections.isEmpty {
      json.key("k")
      json.integer(1)
    }
    json.key("f")
    json.beginArray()
    for (number, form) in found.forms.enumerated() { write(form, number, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ form: Form, _ number: Int, to json: inout JSONEmitter) {
    json.beginObject()
    json.key("c")
    json.integers(findings.counts(of: number))
    json.member("l", form.layout)
    if let name = form.text(.name) { json.member("p", name) }
    if let title = form.title { json.member("t", title) }
    let unit = form.text(.implementingUnit) ?? form.text(.reportingUnit) ?? form.text(.department)
    if let unit { json.member("u", unit) }
    if let year = form.year { json.member("y", "\(year)") }
    json.endObject()
  }

  // MARK: Data

  /// Writes the data: `data` the canonical JSON, `blocks` the source, `places` the numbers of the
  /// source's texts by pointer, `findings`.
  mutating func data() -> ByteBuffer {
    var content = found
    content.diagnostics = []
    content.provenance = []
    content.tables = []
    var writer = FormJSONWriter(document.source)
    writer.append(content, from: document)
    let cells = SourceCells(document)
    var json = JSONEmitter()
    json.beginObject()
    json.key("data")
    json.value(writer.finish())
    json.key("blocks")
    SourceCells.write(document, &places, to: &json)
    json.key("places")
    writePlaces(cells, to: &json)
    json.key("findings")
    findings.write(cells, &places, to: &json)
    json.endObject()
    return json.finish()
  }

  private func writePlaces(_ cells: SourceCells, to json: inout JSONEmitter) {
    json.beginObject()
    for entry in found.provenance {
      write(entry.pieces.map(\.source), at: entry.pointer, cells, to: &json)
    }
    for (number, form) in found.forms.enumerated() {
      for (index, text) in form.unplaced.enumerated() {
        let sources = text.source.map { [$0] } ?? []
        write(sources, at: "/forms/\(number)/unplaced/\(index)", cells, to: &json)
      }
    }
    json.endObject()
  }

  private func write(
    _ sources: [SourceRange], at pointer: String, _ cells: SourceCells,
    to json: inout JSONEmitter
  ) {
    var numbers: [Int] = []
    for number in sources.compactMap(cells.number) where !numbers.contains(number) {
      numbers.append(number)
    }
    guard !numbers.isEmpty else { return }
    json.key(pointer)
    json.integers(numbers)
  }
}

extension Form {
  /// The value of a field that is a text.
  fileprivate func text(_ key: FieldKey) -> String? {
    if case .text(let text) = self[key] { text } else { nil }
  }
}
