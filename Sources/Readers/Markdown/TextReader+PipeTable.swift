internal import IR

extension TextReader {
  /// Whether a line separates the header of a pipe table from its rows (GFM 4.10).
  func isDelimiterRow(_ text: Span<UInt8>, _ line: Line) -> Bool {
    var index = line.content
    let end = line.end
    var cells = 0
    skipSpace(text, &index, end)
    if index < end, text[index] == UInt8(ascii: "|") { index += 1 }
    while index < end {
      skipSpace(text, &index, end)
      if index == end { break }
      if text[index] == UInt8(ascii: ":") { index += 1 }
      let dashes = index
      while index < end, text[index] == UInt8(ascii: "-") { index += 1 }
      guard index > dashes else { return false }
      if index < end, text[index] == UInt8(ascii: ":") { index += 1 }
      skipSpace(text, &index, end)
      cells += 1
      guard index < end else { break }
      guard text[index] == UInt8(ascii: "|") else { return false }
      index += 1
    }
    return cells > 0
  }

  private func skipSpace(_ text: Span<UInt8>, _ index: inout Int, _ end: Int) {
    while index < end, Self.isPadding(text[index]) { index += 1 }
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
  }

  /// Whether two lines are the header of a pipe table and its delimiter row.
  func beginsPipeTable(_ text: Span<UInt8>, header: Range<Int>, delimiter: Line) -> Bool {
    guard isDelimiterRow(text, delimiter) else { return false }
    return openBars(text, header: header, delimiter: delimiter) != nil
      || PipeRow.cellCount(text, header)
        == PipeRow.cellCount(text, delimiter.content..<delimiter.end)
  }

  /// Reads a pipe table; its header is row 0, the delimiter row is no row.
  ///
  /// Rows keep all their cells, and no more than they have.
  mutating func readPipeTable(
    _ text: Span<UInt8>, header: Range<Int>, delimiter: Line, into document: inout Document
  ) {
    var rows = TableRows(in: document, at: header.lowerBound, limits: limits)
    if let bars = openBars(text, header: header, delimiter: delimiter) {
      readOpenRows(text, header: header, after: delimiter, bars: bars, to: &rows, in: &document)
      return
    }
    _ = appendPipeRow(text, header, isHeader: true, to: &rows, in: &document)
    let closingBars = closingBars(text, header: header)
    var overlong = OverlongRows(width: rows.columnCount)
    var next = delimiter.next
    var end = delimiter.end
    while next < text.count {
      let start: Int
      if containers.isEmpty, closingBars == nil, text[next] == UInt8(ascii: "|"),
        !hasNoCells(text, at: next)
      {
        // No other block starts with a bar, so the row finds its own end.
        start = next
        end = appendPipeRow(text, start..<text.count, isHeader: false, to: &rows, in: &document)
        next = text.afterLineEnd(end)
      } else {
        let line = peekLine(text, at: next)
        guard !line.isBlank, line.isContained, !endsTable(text, line) else { break }
        if hasNoCells(text, at: line.content) { break }
        start = line.content
        let range = start..<line.end
        if PipeRow.barCount(text, range) == closingBars, text.endsWithBar(text.trimmed(range)) {
          appendClosedRow(text, range, to: &rows, in: &document)
        } else {
          _ = appendPipeRow(text, range, isHeader: false, to: &rows, in: &document)
        }
        end = line.end
        next = line.next
      }
      overlong.add(start..<end, count: rows.lastCount)
    }
    position = next
    overlong.report(in: &document)
    let alignments = alignments(text, delimiter, columnCount: rows.columnCount)
    rows.finish(at: end, alignments: alignments, in: &document)
  }

  /// How a delimiter row aligns its columns.
  private func alignments(
    _ text: Span<UInt8>, _ delimiter: Line, columnCount: Int
  ) -> [ColumnAlignment] {
    guard text.contains(UInt8(ascii: ":"), in: delimiter.content..<delimiter.end) else { return [] }
    var alignments: [ColumnAlignment] = []
    var index = PipeRow.start(text, delimiter.content..<delimiter.end, .borders)
    while let cell = PipeRow.cell(text, from: index, end: delimiter.end) {
      alignments.append(ColumnAlignment(text, delimiter: cell.content))
      index = cell.end + 1
      if index > delimiter.end { break }
    }
    return Array(alignments.prefix(columnCount)).trimmed
  }

  /// Whether a line is one bar and nothing else, which is no row.
  func hasNoCells(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard text[start] == UInt8(ascii: "|") else { return false }
    var index = start + 1
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index == text.count || text[index] == 0x0A || text[index] == 0x0D
  }

  /// Whether a line begins another block and so ends a table.
  func endsTable(_ text: Span<UInt8>, _ line: Line) -> Bool {
    if line.isIndentedCode, dialect == .markdown { return true }
    if Fence(text, line) != nil || headingLevel(text, line) != nil { return true }
    if HTMLBlockKind(text, line, isInterrupting: false) != nil { return true }
    guard dialect == .markdown else { return false }
    if isThematicBreak(text, line) || isDivision(text, line) { return true }
    return startsContainer(text, line, after: .table)
  }

  /// Appends the cells of a line.
  ///
  /// - Returns: The offset of its line end.
  mutating func appendPipeRow(
    _ text: Span<UInt8>, _ range: Range<Int>, ends: PipeRow.Ends = .borders, isHeader: Bool,
    to rows: inout TableRows, in document: inout Document
  ) -> Int {
    var index = PipeRow.start(text, range, ends)
    var isCellDue = ends == .cells
    while let cell = PipeRow.cell(text, from: index, end: range.upperBound) {
      if rows.isAtLimit {
        index = appendRest(
          text, from: index, end: range.upperBound, isHeader: isHeader, to: &rows, in: &document)
        rows.endRow()
        return index
      }
      let content =
        cell.isPlain ? TextRange(source: cell.content) : decodeCell(text, cell, &document)
      rows.append(content, source: cell.content, isHeader: isHeader, to: &document)
      index = cell.end
      guard index < range.upperBound, text[index] == UInt8(ascii: "|") else {
        isCellDue = false
        break
      }
      index += 1
    }
    if isCellDue {
      let empty = index..<index
      rows.append(TextRange(source: empty), source: empty, isHeader: isHeader, to: &document)
    }
    rows.endRow()
    return text.lineEnd(from: min(index, range.upperBound))
  }

  /// Appends the rest of a line as the last cell there may be in its row.
  func appendRest(
    _ text: Span<UInt8>, from start: Int, end: Int, isHeader: Bool, to rows: inout TableRows,
    in document: inout Document
  ) -> Int {
    let lineEnd = min(text.lineEnd(from: start), end)
    let content = text.trimmed(start..<lineEnd)
    if !content.isEmpty { rows.reportWidth(content, in: &document) }
    let decoded = document.decodeText(text, content, style: style)
    rows.append(decoded, source: content, isHeader: isHeader, to: &document)
    return lineEnd
  }

  private func decodeCell(
    _ text: Span<UInt8>, _ cell: PipeRow.Cell, _ document: inout Document
  ) -> TextRange {
    var hasEscapedBar = false
    for index in cell.content.dropFirst() where text[index] == UInt8(ascii: "|") {
      hasEscapedBar = true
      break
    }
    guard hasEscapedBar else { return document.decodeText(text, cell.content, style: style) }
    // GFM takes the backslash off before it looks for any other markup.
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(cell.content.count)
    for index in cell.content {
      if text[index] == UInt8(ascii: "\\"), index + 1 < cell.content.upperBound,
        text[index + 1] == UInt8(ascii: "|")
      {
        continue
      }
      unescaped.append(text[index])
    }
    let length = document.decodedText.count
    var decoder = InlineDecoder(style: style, out: document.decodedText)
    decoder.append(unescaped.span, 0..<unescaped.count, to: &document.decodedText)
    return document.finish(&decoder, from: length, source: cell.content)
  }
}

extension ColumnAlignment {
  /// What the colons at the ends of a run of dashes say, which is not empty (GFM 4.10).
  init(_ text: Span<UInt8>, delimiter: Range<Int>) {
    let isLeft = text[delimiter.lowerBound] == UInt8(ascii: ":")
    let isRight = text[delimiter.upperBound - 1] == UInt8(ascii: ":")
    self = isLeft ? (isRight ? .center : .left) : isRight ? .right : .none
  }
}
