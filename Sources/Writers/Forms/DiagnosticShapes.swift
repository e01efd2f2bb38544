internal import IR

/// The shapes of diagnostics and of the places of values.
enum DiagnosticShapes {
  /// A diagnostic.
  static let diagnostic = ObjectShape<Diagnostic>(
    "diagnostic", "Something worth saying about one place: a repair, a doubt, a failed sum.",
    [
      .init(
        "code", .string(.oneOf(DiagnosticCode.allCases.map(\.rawValue).sorted())),
        "What kind of thing it is; `formconvert explain CODE` says more.", isRequired: true
      ) { $0.code.rawValue },
      .init(
        "severity", .string(.oneOf(Severity.allCases.map(\.rawValue))), "How much it matters.",
        isRequired: true
      ) { $0.severity.rawValue },
      .init(
        "message", .text, "What was found, for a person.", isRequired: true,
        placed: { diagnostic, emitter in diagnostic.message(emitter.language) }),
      .init("arguments", arguments, "The values the message is filled with, by name.") {
        $0.arguments
      },
      .init("before", .text, "The text as printed.") { $0.before },
      .init("after", .text, "The text as read.") { $0.after },
      .init("alternatives", .array(of: .text), "Other readings of the place.") {
        $0.alternatives
      },
      .init("pointer", .string(.pointer), "The JSON pointer of the value it is about.") {
        $0.pointer
      },
      .init(
        "line", .position, "The line in the source, from 1.",
        placed: { diagnostic, emitter in diagnostic.source.map { emitter.places.line(of: $0) } }),
      .init(
        "column", .position, "The column in Unicode scalars, from 1.",
        placed: { diagnostic, emitter in
          diagnostic.source.map { emitter.places.position(of: $0).column }
        }),
    ])

  /// One piece of the source a value was read from.
  static let piece = ObjectShape<Provenance.Piece>(
    "piece", "One piece of the source a value was read from.",
    [
      .init(
        "line", .position, "The line, from 1.", isRequired: true,
        placed: { piece, emitter in emitter.places.line(of: piece.source) }),
      .init(
        "column", .position, "The column in Unicode scalars, from 1.", isRequired: true,
        placed: { piece, emitter in emitter.places.position(of: piece.source).column }),
      .init(
        "bytes", bytes, "The half-open range of bytes in the file.", isRequired: true,
        placed: { piece, emitter in emitter.places.fileBytes(of: piece.source) }),
      .init("table", .count, "The table, from 0.") { $0.cell?.table },
      .init("row", .count, "The row of the table, from 0.") { $0.cell?.row },
      .init("cell", .count, "The number of the cell in its row, from 0.") { $0.cell?.cell },
    ])

  private static var bytes: JSONKind<Range<Int>> {
    let node = SchemaNode.keywords([
      "type": "array", "items": ["type": "integer", "minimum": 0], "minItems": 2, "maxItems": 2,
    ])
    return JSONKind(node) { range, emitter in
      emitter.json.beginArray()
      emitter.json.integer(range.lowerBound)
      emitter.json.integer(range.upperBound)
      emitter.json.endArray()
    }
  }

  private static var arguments: JSONKind<[Diagnostic.Argument]> {
    let node = SchemaNode.map(
      keyPattern: "^[a-z][A-Za-z]*$", .keywords(["type": ["string", "integer"]]))
    return JSONKind(node, isEmpty: { $0.isEmpty }) { arguments, emitter in
      emitter.json.beginObject()
      for argument in arguments.sorted(by: { precedesInUTF16($0.name, $1.name) }) {
        emitter.json.key(argument.name)
        switch argument.value {
        case .text(let text): emitter.json.string(text)
        case .number(let number): emitter.json.integer(number)
        }
      }
      emitter.json.endObject()
    }
  }
}
