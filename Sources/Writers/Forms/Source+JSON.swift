internal import IR

extension SourceText: JSONObject {
  static var definitionName: String { "source" }
  static var definitionText: String { "The input." }
  static var example: SourceText {
    SourceText(
      name: nil, format: .markdown, encoding: .utf8, utf8: [], byteCount: 0, sha256: "")
  }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.integer("bytes", byteCount, "The number of bytes of the input.", isRequired: true)
    visitor.text("encoding", encoding.rawValue, "The encoding of the input.", isRequired: true)
    visitor.text(
      "format", format.rawValue, "The format the input is written in.", isRequired: true,
      as: .oneOf(SourceFormat.allCases.map(\.rawValue)))
    visitor.text("name", name, "The base name of the file; absent for standard input.")
    visitor.text(
      "sha256", sha256, "The SHA-256 digest of the input's bytes.",
      as: .string(matching: "^[0-9a-f]{64}$"))
  }
}

extension PlacedText: JSONObject {
  static var definitionName: String { "placedText" }
  static var definitionText: String { "A text and the line it begins on." }
  static var example: PlacedText { PlacedText(text: "", source: nil) }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    let position = visitor.position(of: source)
    visitor.integer(
      "line", line ?? position?.line, "The line, or the row in a workbook, from 1.", as: .position)
    visitor.text("sheet", visitor.sheetName(of: source), "The sheet, in a workbook.")
    visitor.text("text", text, "The text.", isRequired: true)
  }
}

/// A cell with its text.
private struct CellContent: JSONObject {
  let cell: Cell
  let text: ArraySlice<UInt8>

  static var definitionName: String { "cell" }
  static var definitionText: String { "One cell of a table." }
  static var example: CellContent {
    let place = SourceRange(start: 0, end: 0)
    return CellContent(cell: Cell(text: .empty, source: place, row: 0, column: 0), text: [])
  }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitor.integer(
      "column", Int(cell.column), "The column of its first slot, from 0.", isRequired: true)
    visitor.integer(
      "columnSpan", cell.columnSpan > 1 ? Int(cell.columnSpan) : nil,
      "The number of columns it covers, where it is not 1.", as: .span)
    visitor.flag("header", cell.isHeader, "Whether it is a header cell.")
    visitor.integer(
      "row", Int(cell.row), "The row of its first slot, from 0.", isRequired: true)
    visitor.integer(
      "rowSpan", cell.rowSpan > 1 ? Int(cell.rowSpan) : nil,
      "The number of rows it covers, where it is not 1.", as: .span)
    visitor.text("text", utf8: text, "The text; `\\n` is a line break.")
  }
}

/// A table with the document that holds its cells.
struct TableContent: JSONObject {
  let table: Table
  let document: Document

  static var definitionName: String { "table" }
  static var definitionText: String { "A table." }
  static var example: TableContent {
    let place = SourceRange(start: 0, end: 0)
    return TableContent(
      table: Table(index: 0, cells: 0..<0, rowCount: 0, columnCount: 0, source: place),
      document: Document(source: .example))
  }

  func visitMembers(_ visitor: inout some MemberVisitor) {
    visitBeginning(&visitor)
    visitor.member(
      "cells", .array(.object(CellContent.schema)),
      "The cells by row, then by column, the empty ones too.", isRequired: true,
      isPresent: true
    ) { emitter in
      emitter.json.beginArray()
      appendCells(to: &emitter)
      emitter.json.endArray()
    }
    visitEnd(&visitor)
  }

  /// Passes the members on that come before the cells.
  fileprivate func visitBeginning(_ visitor: inout some MemberVisitor) {
    visitor.texts(
      "alignments", table.alignments.map(\.rawValue),
      "How its columns are aligned, up to the last of which the source says so.",
      as: .oneOf(ColumnAlignment.allCases.map(\.rawValue)))
    visitor.text(
      "caption", utf8: table.caption.map { document.bytes($0.text) } ?? [], "The caption.")
  }

  fileprivate func appendCells(to emitter: inout FormEmitter) {
    var plain = PlainCells(document)
    for index in table.cells {
      let cell = document.cells[index]
      emitter.json.buffer.closeFullChunk()
      if plain.append(cell, to: &emitter.json.buffer) { continue }
      emitter.object(CellContent(cell: cell, text: document.bytes(cell.text)))
    }
  }

  /// Passes the members on that come after the cells.
  fileprivate func visitEnd(_ visitor: inout some MemberVisitor) {
    visitor.integer("columns", table.columnCount, "The number of columns.", isRequired: true)
    visitor.integer("rows", table.rowCount, "The number of rows.", isRequired: true)
    let sheet = document.source.workbook?.places.sheetName(at: table.source.start)
    visitor.text("sheet", sheet, "The sheet, in a workbook.")
  }
}

extension FormEmitter {
  /// Writes a table, or the next part of one: its parts make one object.
  mutating func table(_ content: TableContent) {
    guard content.table.part != nil else { return object(content) }
    if content.table.isBeginning {
      json.buffer.closeFullChunk()
      json.beginObject()
      content.visitBeginning(&self)
      json.key(plain: "cells")
      json.beginArray()
    }
    content.appendCells(to: &self)
    guard content.table.isEnd else { return }
    json.endArray()
    content.visitEnd(&self)
    json.endObject()
  }

  /// Writes a table, or the next part of one, as a further element of an array that is written
  /// apart.
  mutating func append(_ content: TableContent, to buffer: inout ByteBuffer) {
    swap(&json.buffer, &buffer)
    json.buffer.closeFullChunk()
    table(content)
    swap(&json.buffer, &buffer)
  }
}
