internal import IR

/// The shapes of what is said about a source.
enum DocumentShapes {
  /// The input.
  static let source = ObjectShape<SourceText>(
    "source", "The input.",
    [
      .init("name", .text, "The base name of the file; absent for standard input.") { $0.name },
      .init(
        "format", .string(.oneOf(SourceFormat.allCases.map(\.rawValue))),
        "The format the input is written in.", isRequired: true
      ) { $0.format.rawValue },
      .init("encoding", .text, "The encoding of the input.", isRequired: true) {
        $0.encoding.rawValue
      },
      .init("bytes", .count, "The number of bytes of the input.", isRequired: true) {
        $0.byteCount
      },
      .init(
        "sha256", .string(.string(matching: "^[0-9a-f]{64}$")),
        "The SHA-256 digest of the input's bytes."
      ) { $0.sha256 },
    ])

  /// A text and the line it begins on.
  static let placedText = ObjectShape<PlacedText>(
    "placedText", "A text and the line it begins on.",
    [
      .init("text", .text, "The text.", isRequired: true) { $0.text },
      .init(
        "line", .position, "The line, from 1.",
        placed: { text, emitter in text.source.map { emitter.places.line(of: $0) } }),
    ])

  /// One cell of a table.
  static let cell = ObjectShape<CellContent>(
    "cell", "One cell of a table.",
    [
      .init("row", .count, "The row of its first slot, from 0.", isRequired: true) {
        Int($0.cell.row)
      },
      .init("column", .count, "The column of its first slot, from 0.", isRequired: true) {
        Int($0.cell.column)
      },
      .init("rowSpan", span, "The number of rows it covers, where it is not 1.") {
        Int($0.cell.rowSpan)
      },
      .init("columnSpan", span, "The number of columns it covers, where it is not 1.") {
        Int($0.cell.columnSpan)
      },
      .init("header", .flag, "Whether it is a header cell.") { $0.cell.isHeader },
      .init("text", utf8Text, "The text; `\\n` is a line break.") { $0.text },
    ])

  /// A table.
  static let table = ObjectShape<TableContent>(
    "table", "A table.",
    [
      .init("caption", utf8Text, "The caption.") { content in
        content.table.caption.map { content.document.bytes($0.text) }
      },
      .init("rows", .count, "The number of rows.", isRequired: true) { $0.table.rowCount },
      .init("columns", .count, "The number of columns.", isRequired: true) {
        $0.table.columnCount
      },
      .init(
        "cells", cells, "The cells by row, then by column, the empty ones too.", isRequired: true
      ) { $0 },
    ])

  private static var span: JSONKind<Int> {
    JSONKind(.keywords(["type": "integer", "minimum": 2]), isEmpty: { $0 <= 1 }) {
      value, emitter in emitter.json.integer(value)
    }
  }

  private static var utf8Text: JSONKind<ArraySlice<UInt8>> {
    JSONKind(.text, isEmpty: { $0.isEmpty }) { value, emitter in emitter.json.string(value) }
  }

  private static var cells: JSONKind<TableContent> {
    JSONKind(.array(.object(cell.schema))) { content, emitter in
      emitter.json.beginArray()
      for index in content.table.cells {
        let cell = content.document.cells[index]
        let text = content.document.bytes(cell.text)
        Self.cell.write(CellContent(cell: cell, text: text), to: &emitter)
        emitter.json.buffer.closeFullChunk()
      }
      emitter.json.endArray()
    }
  }
}

/// A cell with its text.
struct CellContent {
  let cell: Cell
  let text: ArraySlice<UInt8>
}

/// A table with the document that holds its cells.
struct TableContent {
  let table: Table
  let document: Document
}
