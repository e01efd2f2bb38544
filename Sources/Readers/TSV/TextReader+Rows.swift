internal import IR

extension TextReader {
  /// Whether a line has a tab.
  func lineHasTab(_ text: Span<UInt8>, _ line: Line) -> Bool {
    for index in line.start..<line.end where text[index] == 0x09 { return true }
    return false
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

  /// Reads rows up to a blank line or another block.
  mutating func readRows(
    _ text: Span<UInt8>, _ first: Line, into document: inout Document
  ) {
    var rows = TableRows(in: document, at: first.start, limits: limits)
    var next = first.start
    var end = next
    while next < text.count {
      if next > first.start, mayEndRows(text[next]) {
        let line = peekLine(text, at: next)
        if line.isBlank || endsRows(text, line) { break }
      }
      end = appendRow(text, from: next, to: &rows, in: &document)
      next = text.afterLineEnd(end)
    }
    position = next
    let joiner = RowJoiner(rows, in: document)
    let rowCount = joiner?.join(text, in: &document)
    rows.finish(at: end, rowCount: rowCount, in: &document)
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
  /// - Returns: The offset of its line end.
  private func appendRow(
    _ text: Span<UInt8>, from start: Int, to rows: inout TableRows,
    in document: inout Document
  ) -> Int {
    var index = start
    while true {
      if rows.isAtLimit {
        index = appendRest(
          text, from: index, end: text.count, isHeader: false, to: &rows, in: &document)
        break
      }
      if index < text.count, text[index] == UInt8(ascii: "\""),
        let quoted = QuotedField(text, at: index)
      {
        append(quoted, text, to: &rows, in: &document)
        index = quoted.end
      } else {
        let fieldStart = index
        index = appendField(text, from: index, to: &rows, in: &document)
        if fieldStart < index, text[fieldStart] == UInt8(ascii: "\"") {
          reportQuote(text, fieldStart..<index, in: &document)
        }
      }
      guard index < text.count, text[index] == 0x09 else { break }
      index += 1
    }
    rows.endRow()
    return index
  }

  /// Appends the field that starts at an offset, up to a tab or line end.
  @inline(__always)
  private func appendField(
    _ text: Span<UInt8>, from start: Int, to rows: inout TableRows,
    in document: inout Document
  ) -> Int {
    var isPlain = true
    var index = start
    // Where the last paragraph that goes on over lines has ended: none is open there.
    var paragraphsEnd = start
    scan: while index < text.count {
      let byte = text[index]
      if byte > 0x3C {
        // Most characters are Chinese and have three bytes.
        index += byte >= 0xE0 ? 3 : 1
        continue
      }
      switch byte {
      case 0x09: break scan
      case 0x0A, 0x0D:
        guard !isPlain, let end = paragraphEnd(text, paragraphsEnd..<index) else { break scan }
        index = end
        paragraphsEnd = end
        continue
      case 0, UInt8(ascii: "&"), UInt8(ascii: "<"): isPlain = false
      default: break
      }
      index += 1
    }
    index = min(index, text.count)
    var low = start
    var high = index
    while low < high, TagScanner.isSpace(text[low]) { low += 1 }
    while high > low, TagScanner.isSpace(text[high - 1]) { high -= 1 }
    let content = low..<high
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
  private func paragraphEnd(_ text: Span<UInt8>, _ piece: Range<Int>) -> Int? {
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
