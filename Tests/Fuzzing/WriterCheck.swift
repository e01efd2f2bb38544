import IR
import Readers
import TestSupport
import Writers

/// What must hold for a document in every format it is written in: the same bytes each time, valid
/// in the format, and read back as the same cells.
enum WriterCheck {
  /// A format tables are written in.
  private enum Format: String, CaseIterable {
    case json, markdown, html, tsv, excel, xlsx

    var read: SourceFormat {
      switch self {
      case .json: .json
      case .markdown: .markdown
      case .html: .html
      case .tsv, .excel: .tsv
      case .xlsx: .xlsx
      }
    }

    /// A text as the format can say it: text formats have no NUL, and sheets no white space at the
    /// ends of a cell.
    func text(_ text: String) -> String {
      switch self {
      case .json: text
      case .xlsx: text.trimmed
      case .markdown, .html, .tsv, .excel: text.replacing("\0", with: "\u{FFFD}")
      }
    }

    func write(_ document: Document) throws(WriteError) -> [UInt8] {
      switch self {
      case .json: TableJSONWriter.bytes(of: document)
      case .markdown: try Self.bytes(MarkdownWriter(), document)
      case .html: try Self.bytes(HTMLWriter(), document)
      case .tsv: try Self.bytes(TSVWriter(), document)
      case .excel: try Self.bytes(ExcelTextWriter(), document)
      case .xlsx: try XLSXWriter().write([Sheet(name: "a", document: document)]).bytes
      }
    }

    private static func bytes(
      _ writer: some DocumentWriter, _ document: Document
    ) throws(WriteError) -> [UInt8] {
      var writer = writer
      try writer.append(document)
      return writer.finish().bytes
    }
  }

  /// Writes a document in every format and reads it back.
  static func check(_ document: Document) throws(Finding) {
    // What a file of spans could ask for is refused by a limit, which has tests of its own.
    // Nothing is written about nothing, and an empty file is refused.
    guard document.slotCount <= 1 << 14, document.holdsText else { return }
    // Sheets have no cells upon each other; there the spans of HTML are cut.
    let hasOverlap = document.hasOverlap
    for format in Format.allCases where format != .xlsx || !hasOverlap {
      let bytes: [UInt8]
      let again: [UInt8]
      do throws(WriteError) {
        bytes = try format.write(document)
        again = try format.write(document)
      } catch {
        throw Finding("\(format) is not written: \(error.message.english)")
      }
      try Finding.require(again == bytes, "\(format): other bytes each time")
      if format == .json { try requireCanonical(bytes) }
      try Finding.requireSame(
        content(document, format), content(read(bytes, format), format), "\(format), read back")
    }
  }

  /// JSON is read by another parser, and is what that one would write.
  static func requireCanonical(_ bytes: [UInt8]) throws(Finding) {
    let value = try? JSONParser.parse(bytes)
    try Finding.require(value?.buffer.bytes == bytes, "the JSON is not canonical")
  }

  private static func read(_ bytes: [UInt8], _ format: Format) throws(Finding) -> Document {
    var options = ReadOptions()
    options.format = format.read
    do throws(ReadError) {
      return try Document(reading: SourceText(reading: bytes, name: nil, options: options))
    } catch {
      throw Finding("\(format), read back: \(error.message.english)")
    }
  }

  /// What a format says of a document's tables, a line for each cell that holds text.
  ///
  /// A sheet has neither tables nor paragraphs, only cells: what stands in which is for its reader
  /// to find out, and only the texts must be the same.
  private static func content(_ document: Document, _ format: Format) -> String {
    var lines: [String] = []
    var number = 0
    let hasSpans = format == .json || format == .html
    for block in document.blocks {
      guard case .table(let table) = block else {
        if format == .xlsx, let text = block.text(of: document) { lines.append(text) }
        continue
      }
      if format == .xlsx, let caption = table.caption {
        lines.append(document.string(caption.text))
      }
      let cells = document.cells[table.cells].filter { !$0.text.isEmpty }
      guard !cells.isEmpty else { continue }
      for cell in cells {
        let spans = hasSpans ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
        let place = format == .xlsx ? "" : "\(number) \(cell.row),\(cell.column)\(spans) "
        lines.append(place + document.string(cell.text))
      }
      number += 1
    }
    let texts = lines.map { format.text($0).debugDescription }
    return (format == .xlsx ? texts.filter { $0 != "\"\"" }.sorted() : texts)
      .joined(separator: "\n")
  }
}

extension Block {
  /// The text of a heading or a paragraph.
  fileprivate func text(of document: Document) -> String? {
    switch self {
    case .heading(let text), .paragraph(let text): document.string(text.text)
    case .table: nil
    }
  }
}

extension TableJSONWriter {
  /// The tables of a document as JSON.
  static func bytes(of document: Document) -> [UInt8] {
    var writer = TableJSONWriter(document.source)
    writer.append(document)
    return writer.finish().bytes
  }
}

extension Document {
  /// Whether there is anything to be read in a cell.
  fileprivate var holdsText: Bool { cells.contains { !$0.text.isEmpty } }

  /// The number of slots of all tables.
  fileprivate var slotCount: Int {
    blocks.reduce(0) { count, block in
      guard case .table(let table) = block else { return count }
      return count + table.rowCount * table.columnCount
    }
  }
}

extension Document {
  /// Whether cells of a table lie upon each other, as the spans of HTML may.
  var hasOverlap: Bool {
    for case .table(let table) in blocks {
      var taken: Set<[Int]> = []
      for cell in cells[table.cells] {
        let (rows, columns) = (Int(cell.rowSpan), Int(cell.columnSpan))
        // Larger cells are left to the writers, which go through all slots too.
        guard rows * columns <= 64 else { continue }
        for place in 0..<rows * columns {
          let slot = [Int(cell.row) + place / columns, Int(cell.column) + place % columns]
          if !taken.insert(slot).inserted { return true }
        }
      }
    }
    return false
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in " \t\n\r\u{C}".unicodeScalars.contains(scalar) }
    let start = unicodeScalars.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }
    return end.map { String(start[...$0]) } ?? ""
  }
}
