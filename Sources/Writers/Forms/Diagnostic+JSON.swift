internal import IR

extension Diagnostic: JSONObject {
  static var definitionName: String { "diagnostic" }
  static var definitionText: String {
    "Something worth saying about one place: a repair, a doubt, a failed sum."
  }
  static var example: Diagnostic { Diagnostic(.noForm) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    let position = visitor.position(of: source)
    visitor.text("after", after, "The text as read.")
    visitor.texts("alternatives", alternatives, "Other readings of the place.")
    visitor.member(
      "arguments",
      .map(keyPattern: "^[a-z][A-Za-z]*$", .keywords(["type": ["string", "integer"]])),
      "The values the message is filled with, by name.",
      isRequired: false, isPresent: !arguments.isEmpty
    ) { emitter in
      emitter.arguments(arguments)
    }
    visitor.text("before", before, "The text as printed.")
    visitor.text(
      "code", code.rawValue,
      "What kind of thing it is; `formconvert explain CODE` says more.", isRequired: true,
      as: .oneOf(DiagnosticCode.allCases.map(\.rawValue).sorted()))
    visitor.integer(
      "column", position?.column,
      "The column in Unicode scalars, or that of the cell in a workbook, from 1.", as: .position)
    visitor.integer(
      "line", position?.line, "The line, or the row in a workbook, from 1.", as: .position)
    visitor.member(
      "message", .text, "What was found, for a person.", isRequired: true, isPresent: true
    ) { emitter in
      emitter.message(of: self)
    }
    visitor.text(
      "pointer", pointer, "The JSON pointer of the value it is about.", as: .pointer)
    visitor.text(
      "severity", severity.rawValue, "How much it matters.", isRequired: true,
      as: .oneOf(Severity.allCases.map(\.rawValue)))
    visitor.text("sheet", visitor.sheetName(of: source), "The sheet, in a workbook.")
  }
}

extension FormEmitter {
  fileprivate mutating func arguments(_ arguments: [Diagnostic.Argument]) {
    json.beginObject()
    if arguments.count == 1 {
      // Nearly always: without a copy to sort.
      argument(arguments[0])
    } else {
      for argument in arguments.sorted(by: { precedesInUTF16($0.name, $1.name) }) {
        self.argument(argument)
      }
    }
    json.endObject()
  }

  private mutating func argument(_ argument: Diagnostic.Argument) {
    json.key(argument.name)
    switch argument.value {
    case .text(let text): json.string(text)
    case .number(let number): json.integer(number)
    }
  }

  fileprivate mutating func message(of diagnostic: Diagnostic) {
    json.beginString()
    diagnostic.forEachMessagePart(language) { json.buffer.append(escaping: $0) }
    json.endString()
  }
}

extension Provenance.Piece: JSONObject {
  static var definitionName: String { "piece" }
  static var definitionText: String { "One piece of the source a value was read from." }
  static var example: Provenance.Piece {
    Provenance.Piece(source: SourceRange(start: 0, end: 0), cell: nil)
  }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    let position = visitor.position(of: source)
    let isInWorkbook = position?.sheet != nil
    visitor.member(
      "bytes",
      .keywords([
        "type": "array", "items": ["type": "integer", "minimum": 0], "minItems": 2,
        "maxItems": 2,
      ]),
      "The half-open range of bytes in the file; absent in a workbook.",
      isRequired: false, isPresent: !isInWorkbook
    ) { emitter in
      let range = emitter.places.fileBytes(of: source)
      emitter.json.beginArray()
      emitter.json.integer(range.lowerBound)
      emitter.json.integer(range.upperBound)
      emitter.json.endArray()
    }
    visitor.integer("cell", cell?.cell, "The number of the cell in its row, from 0.")
    visitor.integer(
      "column", position?.column,
      "The column in Unicode scalars, or that of the cell in a workbook, from 1.",
      isRequired: true, as: .position)
    visitor.flag(
      "corrected", isCorrected, "Whether a person has corrected what was read there.")
    visitor.integer(
      "line", position?.line, "The line, or the row in a workbook, from 1.", isRequired: true,
      as: .position)
    visitor.integer("row", cell?.row, "The row of the table, from 0.")
    visitor.text("sheet", visitor.sheetName(of: source), "The sheet, in a workbook.")
    visitor.integer("table", cell?.table, "The table, from 0.")
  }
}
