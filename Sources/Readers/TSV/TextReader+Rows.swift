internal import IR

extension TextReader {
  /// Whether a line has a tab.
  func lineHasTab(_ text: Span<UInt8>, _ line: Line) -> Bool {
    text.contains(0x09, in: line.start..<line.end)
  }

  /// Whether a line that looks like an HTML block is a row whose first cell has tags.
  func isRow(_ text: Span<UInt8>, _ line: Line, _ kind: HTMLBlockKind) -> Bool {
    if case .table = kind { return false }
    return dialect == .tsv && lineHasTab(text, line)
  }

  /// Whether a line begins a table: it, or one of the lines it stands above, has a tab.
  func hasRows(_ text: Span<UInt8>, _ first: Line) -> Bool {
    if lineHasTab(text, first) { return true }
    guard first.next < text.count else { return false }
    let second = peekLine(text, at: first.next)
    // A pipe table is read as a paragraph first.
    if !second.isBlank, isDelimiterRow(text, second) { return false }
    var line = second
    while !line.isBlank {
      if lineHasTab(text, line) { return true }
      if interruptsParagraph(text, line) { return false }
      guard line.next < text.count else { return false }
      line = peekLine(text, at: line.next)
    }
    return false
  }

  /// Reads rows up to a blank line or another block; only begins with a table that comes in parts.
  mutating func readRows(
    _ text: Span<UInt8>, _ first: Line, into document: inout Document
  ) {
    let rows = TableRows(in: document, at: first.start, limits: limits)
    position = first.start
    if parts?.begin(rows, at: textStart + first.start) == true { return }
    var table = RowTable(rows)
    _ = readRows(of: &table, text, upTo: .max, into: &document)
    let rowCount =
      table.regularity.hasHalves
      ? RowJoiner(table.rows, in: document).join(text, in: &document) : nil
    table.rows.finish(at: table.end, rowCount: rowCount, in: &document)
  }

  /// Reads rows of a table up to its end, or to an offset.
  ///
  /// - Parameter countsOnly: Whether no cells are needed: then only some rows have any.
  /// - Returns: Whether that was its last row; where ``needsText`` is true that is not known.
  mutating func readRows(
    of table: inout RowTable, _ text: Span<UInt8>, upTo limit: Int, countsOnly: Bool = false,
    into document: inout Document
  ) -> Bool {
    while position < text.count {
      if table.rows.rowCount > 0, mayEndRows(text[position]) {
        let line = peekLine(text, at: position)
        if line.isBlank || endsRows(text, line) { return true }
      }
      guard position < limit else { return false }
      if countsOnly, let count = PlainRowCount(text, from: position, room: table.rows.room) {
        table.take(count)
        position = text.afterLineEnd(count.end)
        continue
      }
      let before = table.rows
      // Not a mark of the document, which takes longer than a row is to take.
      let counts = (document.decodedText.count, document.diagnostics.count)
      var reachesEnd = false
      let end = appendRow(
        text, from: position, to: &table.rows, in: &document, reachesEnd: &reachesEnd)
      if reachesEnd, !isLastPiece {
        document.cells.removeLast(table.rows.lastCount)
        document.decodedText.removeLast(document.decodedText.count - counts.0)
        document.diagnostics.removeLast(document.diagnostics.count - counts.1)
        table.rows = before
        break
      }
      table.take(document.cells[(document.cells.count - table.rows.lastCount)...], end: end)
      position = text.afterLineEnd(end)
    }
    needsText = !isLastPiece
    return isLastPiece
  }

  /// Whether a line that begins with a byte may be blank or another block.
  private func mayEndRows(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, 0x20, UInt8(ascii: "#"), UInt8(ascii: "<"): true
    default: false
    }
  }

  private func endsRows(_ text: Span<UInt8>, _ line: Line) -> Bool {
    switch text[line.content] {
    case UInt8(ascii: "#"): headingLevel(text, line) != nil
    case UInt8(ascii: "<"): text.hasWord("<table", at: line.content)
    default: false
    }
  }

  /// Appends the cells of a row, which may go on over line ends within quotes.
  ///
  /// - Parameter reachesEnd: Becomes true where the text ends before the end of the row is known.
  /// - Returns: The offset of its line end.
  private func appendRow(
    _ text: Span<UInt8>, from start: Int, to rows: inout TableRows,
    in document: inout Document, reachesEnd: inout Bool
  ) -> Int {
    var index = start
    while true {
      let plain = PlainFields(text, from: index, to: &rows, in: &document)
      index = plain.index
      if plain.isRowEnd { break }
      if rows.isAtLimit {
        index = appendRest(
          text, from: index, end: text.count, isHeader: false, to: &rows, in: &document)
        break
      }
      if index < text.count, text[index] == UInt8(ascii: "\""),
        let quoted = QuotedField(text, at: index, reachesEnd: &reachesEnd)
      {
        append(quoted, text, to: &rows, in: &document)
        index = quoted.end
      } else {
        let fieldStart = index
        index = appendMarkup(text, from: index, to: &rows, in: &document, reachesEnd: &reachesEnd)
        if fieldStart < index, text[fieldStart] == UInt8(ascii: "\"") {
          reportQuote(text, fieldStart..<index, in: &document)
        }
      }
      guard index < text.count, text[index] == 0x09 else { break }
      index += 1
    }
    rows.endRow()
    if index == text.count { reachesEnd = true }
    return index
  }

  /// Appends a field that may have markup, and may go on over lines within a paragraph.
  private func appendMarkup(
    _ text: Span<UInt8>, from start: Int, to rows: inout TableRows,
    in document: inout Document, reachesEnd: inout Bool
  ) -> Int {
    var isPlain = true
    var index = start
    // Where the last paragraph that goes on over lines has ended: none is open there.
    var paragraphsEnd = start
    scan: while index < text.count {
      switch text[index] {
      case 0x09: break scan
      case 0x0A, 0x0D:
        guard !isPlain,
          let end = paragraphEnd(text, paragraphsEnd..<index, reachesEnd: &reachesEnd)
        else { break scan }
        index = end
        paragraphsEnd = end
        continue
      case 0, UInt8(ascii: "&"), UInt8(ascii: "<"): isPlain = false
      default: break
      }
      index += 1
    }
    let content = text.trimmed(start..<index)
    let decoded =
      isPlain
      ? TextRange(source: content) : document.decodeText(text, content, style: style)
    rows.append(decoded, source: content, isHeader: false, to: &document)
    return index
  }

  /// Reports a field that begins with a quote and has no other.
  private func reportQuote(
    _ text: Span<UInt8>, _ field: Range<Int>, in document: inout Document
  ) {
    // A quote alone is a ditto mark.
    guard text.trimmed(field).count > 1 else { return }
    for index in field.dropFirst() where text[index] == UInt8(ascii: "\"") { return }
    document.diagnostics.append(Diagnostic(.quoteUnclosed, at: SourceRange(field)))
  }

  /// The end of a paragraph that a piece of a field begins and that ends on one of the next lines,
  /// before any tab; `nil` when the line end after the piece is that of the row.
  private func paragraphEnd(
    _ text: Span<UInt8>, _ piece: Range<Int>, reachesEnd: inout Bool
  ) -> Int? {
    var isOpen = false
    for index in piece where text[index] == UInt8(ascii: "<") {
      if text.hasWord("<p>", at: index) || text.hasWord("<p ", at: index) { isOpen = true }
      if text.hasWord("</p>", at: index) { isOpen = false }
    }
    guard isOpen else { return nil }
    var index = piece.upperBound
    var lineCount = 0
    // A paragraph of more lines than this is not looked for.
    while index < text.count, lineCount <= 16, text[index] != 0x09 {
      if text[index] == 0x0A { lineCount += 1 }
      if text[index] == UInt8(ascii: "<") {
        if text.hasWord("</p>", at: index) { return index + 4 }
        if text.hasWord("<p>", at: index) || text.hasWord("<table", at: index) { return nil }
      }
      index += 1
    }
    if index >= text.count { reachesEnd = true }
    return nil
  }

  private func append(
    _ field: QuotedField, _ text: Span<UInt8>, to rows: inout TableRows,
    in document: inout Document
  ) {
    let content = text.trimmed(field.content)
    guard field.hasQuotes else {
      let decoded = document.decodeText(text, content, style: style)
      rows.append(decoded, source: content, isHeader: false, to: &document)
      return
    }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var index = content.lowerBound
    while index < content.upperBound {
      single.append(text[index])
      index += text[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    let length = document.decodedText.count
    var decoder = InlineDecoder(style: style, out: document.decodedText)
    decoder.append(single.span, 0..<single.count, to: &document.decodedText)
    let decoded = document.finish(&decoder, from: length, source: content)
    rows.append(decoded, source: content, isHeader: false, to: &document)
  }
}
