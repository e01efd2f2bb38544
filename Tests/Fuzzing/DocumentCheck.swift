import IR
import Readers
import TestSupport
import Writers

/// What must hold for every document that is read.
enum DocumentCheck {
  /// Reads an input and checks what was read; an input that is refused is in order.
  static func check(_ bytes: [UInt8], as format: SourceFormat?) throws(Finding) {
    var options = ReadOptions()
    options.format = format
    let source: SourceText
    let document: Document
    do throws(ReadError) {
      source = try SourceText(reading: bytes, name: nil, options: options)
      document = try Document(reading: source)
    } catch {
      return try check(error)
    }
    try Finding.require(
      String(validating: source.utf8, as: UTF8.self) != nil, "the text is not UTF-8")
    try checkPlaces(document)
    try checkGrids(document)
    try checkWindows(source, document)
    if source.format == .tsv { try checkPieces(bytes, document) }
    try WriterCheck.check(document)
  }

  /// An error says something in both languages.
  static func check(_ error: ReadError) throws(Finding) {
    try Finding.require(
      !error.message.english.isEmpty && !error.message.chinese.isEmpty, "an error without words")
  }

  /// Texts are whole characters, places lie in the source.
  private static func checkPlaces(_ document: Document) throws(Finding) {
    let count = document.source.utf8.count
    for block in document.blocks {
      switch block {
      case .heading(let text), .paragraph(let text):
        try check(text.text, document)
        try check(text.source, count)
      case .table(let table):
        try check(table.source, count)
        for cell in document.cells[table.cells] {
          try check(cell.text, document)
          try check(cell.source, count)
        }
      }
    }
    for diagnostic in document.diagnostics {
      try Finding.require(!diagnostic.message(.chinese).isEmpty, "a diagnostic without words")
      if let place = diagnostic.source { try check(place, count) }
    }
  }

  private static func check(_ place: SourceRange, _ count: Int) throws(Finding) {
    try Finding.require(
      place.start <= place.end && Int(place.end) <= count,
      "place \(place.start)..<\(place.end) of \(count) bytes")
  }

  private static func check(_ text: TextRange, _ document: Document) throws(Finding) {
    try Finding.require(
      String(validating: document.bytes(text), as: UTF8.self) != nil, "a text is cut in a character"
    )
  }

  /// Cells lie in their tables, and none upon another but where the standard of HTML lets them.
  private static func checkGrids(_ document: Document) throws(Finding) {
    for case .table(let table) in document.blocks {
      for cell in document.cells[table.cells] {
        let rows = Int(cell.row)..<Int(cell.row) + Int(cell.rowSpan)
        let columns = Int(cell.column)..<Int(cell.column) + Int(cell.columnSpan)
        try Finding.require(
          !rows.isEmpty && !columns.isEmpty && rows.upperBound <= table.rowCount
            && columns.upperBound <= table.columnCount,
          "a cell at \(rows), \(columns) of \(table.rowCount) × \(table.columnCount)")
      }
    }
    let mayOverlap = [.html, .markdown, .tsv].contains(document.source.format)
    try Finding.require(mayOverlap || !document.hasOverlap, "two cells in one place")
  }

  /// Read as a large file is, with tables in parts, tab-separated text is the same.
  private static func checkPieces(_ bytes: [UInt8], _ whole: Document) throws(Finding) {
    let json = TableJSONWriter.bytes(of: whole)
    for (piece, part) in [(1, 1), (64, 40)] {
      var sizes = TextPieces.Sizes()
      (sizes.least, sizes.piece, sizes.part) = (0, piece, part)
      var options = ReadOptions()
      options.format = .tsv
      var output: [UInt8] = []
      do throws(ReadError) {
        guard
          let pieces = try TextPieces(
            BytesInMemory(bytes), name: nil, options: options, allowsParts: true, sizes: sizes)
        else { return }
        var writer = TableJSONWriter(pieces.source)
        var document = Document(source: pieces.source)
        var reader = DocumentReader(document.source)
        var hasMore = true
        while hasMore {
          hasMore = try reader.readBlocks(into: &document)
          writer.move(to: document.source)
          writer.append(document)
          output += writer.takeFinished().bytes
          document.discardBlocks(document.blocks.count)
          if reader.needsText { try pieces.advance(&reader, &document) }
        }
        output += writer.finish().bytes
      } catch {
        throw Finding("pieces of \(piece) bytes: \(error.message.english)")
      }
      try Finding.requireSame(
        String(decoding: json, as: UTF8.self), String(decoding: output, as: UTF8.self),
        "pieces of \(piece) bytes")
    }
  }

  /// Read in windows of any size, a document is the same.
  private static func checkWindows(
    _ source: SourceText, _ whole: Document
  ) throws(Finding) {
    for byteCount in [1, 64] {
      var document = Document(source: source)
      do throws(ReadError) {
        var reader = DocumentReader(source)
        while try reader.readBlocks(into: &document, byteCount: byteCount) {}
      } catch {
        throw Finding("windows of \(byteCount) bytes: \(error.message.english)")
      }
      try Finding.requireSame(
        DocumentContent(whole), DocumentContent(document), "windows of \(byteCount) bytes")
      try Finding.requireSame(
        "\(whole.diagnostics)", "\(document.diagnostics)", "windows of \(byteCount) bytes")
    }
  }
}
