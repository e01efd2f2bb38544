internal import IR

/// Reads markdown and TSV, both of which may hold pipe tables, HTML tables, headings and prose.
///
/// It reads block by block: each call of ``readBlock(_:into:)`` takes whole lines from
/// ``position`` on, and looks ahead only to the end of the block.
struct TextReader: BlockReader {
  /// What a line with tabs is.
  enum Dialect {
    /// Text; containers, indented code and markdown's escapes count.
    case markdown
    /// A row of a table.
    case tsv
  }

  /// What a line with tabs is.
  let dialect: Dialect
  /// The limits for hostile inputs.
  let limits: Limits
  /// The offset of the next line.
  var position = 0
  /// The block quotes and list items that are open.
  var containers: [Container] = []
  /// Where the HTML tables of the text end, by where they start; found when the first is met.
  var tableEnds: [Int: Int]?
  /// Whether the text ends where the file does.
  var isLastPiece = true
  /// Whether the end of what begins at ``position`` may be in the next piece of the file.
  var needsText = false
  /// Where the text begins in the file.
  var textStart = 0
  /// The tables that come in parts; `nil` where none does.
  var parts: TablesInParts?

  /// Creates a reader at the start of a text.
  init(dialect: Dialect, limits: Limits) {
    self.dialect = dialect
    self.limits = limits
  }

  /// The markup within cells and paragraphs.
  var style: InlineDecoder.Style { dialect == .markdown ? .markdown : .tsv }

  /// Appends the next blocks, about `byteCount` bytes of text; stops where one may go on beyond it.
  mutating func readBlocks(
    of text: Span<UInt8>, into document: inout Document, byteCount: Int
  ) -> Bool {
    let start = position
    while position < text.count || isInTable, !needsText {
      guard position - start < byteCount else { return true }
      if isInTable {
        readPart(text, into: &document)
      } else if isLastPiece {
        readBlock(text, into: &document)
      } else {
        readPieceBlock(text, &document)
      }
    }
    return !isLastPiece
  }

  /// Reads the next block, unless it may go on beyond the text.
  ///
  /// A block's end is known by a line after it, and a piece has whole lines only.
  private mutating func readPieceBlock(_ text: Span<UInt8>, _ document: inout Document) {
    let (before, mark) = (self, document.mark)
    readBlock(text, into: &document)
    guard needsText || position == text.count, !isInTable else { return }
    self = before
    needsText = true
    document.takeBack(to: mark)
  }

  /// Goes on with a piece of the same file that begins `byteCount` bytes later.
  mutating func move(by byteCount: Int, isLast: Bool) {
    position -= byteCount
    textStart += byteCount
    tableEnds = nil
    isLastPiece = isLast
    needsText = false
  }

  /// Reads the next block, or skips a blank line.
  mutating func readBlock(_ text: Span<UInt8>, into document: inout Document) {
    if textStart + position == 0, readFrontMatter(text, into: &document) { return }
    let (line, marker) = openLine(text)
    guard !line.isBlank else {
      position = line.next
      return
    }
    if line.isIndentedCode, dialect == .markdown {
      readIndentedCode(text, line, into: &document)
    } else if let fence = Fence(text, line) {
      readFence(text, line, fence, into: &document)
    } else if let level = headingLevel(text, line) {
      readHeading(text, line, level: level, into: &document)
    } else if let kind = HTMLBlockKind(text, line, isInterrupting: false),
      !isRow(text, line, kind)
    {
      readHTML(text, line, kind, into: &document)
    } else if isDivision(text, line) {
      readDivision(text, line, into: &document)
    } else if readRuledTable(text, line, into: &document)
      || readGridTable(text, line, into: &document)
    {
      return
    } else if dialect == .markdown, isThematicBreak(text, line) {
      position = line.next
    } else if dialect == .tsv, hasRows(text, line) {
      readRows(text, line, into: &document)
    } else {
      readParagraph(text, line, marker: marker, into: &document)
    }
  }

  /// Reads lines that are neither table nor heading, up to the start of another block.
  private mutating func readParagraph(
    _ text: Span<UInt8>, _ first: Line, marker: Int?, into document: inout Document
  ) {
    var lines = [marker.map { $0..<first.end } ?? first.content..<first.end]
    var last = first
    var lastStart = first.content
    while last.next < text.count {
      let line = peekLine(text, at: last.next)
      if line.isBlank { break }
      if line.isContained, lines.count > 0, line.indent < 4 {
        if let level = setextLevel(text, line) {
          position = line.next
          appendText(text, lines, level: level, into: &document)
          return
        }
        if marker == nil, lines.count == 1,
          readRuledTable(text, header: lines[0], line, into: &document)
        {
          return
        }
        if beginsPipeTable(text, header: lastStart..<last.end, delimiter: line),
          !startsContainer(text, line), marker == nil || lines.count > 1 || lastStart == marker
        {
          lines.removeLast()
          appendText(text, lines, level: 0, into: &document)
          readPipeTable(text, header: lastStart..<last.end, delimiter: line, into: &document)
          return
        }
      }
      if interruptsParagraph(text, line) { break }
      lines.append(line.content..<line.end)
      lastStart = line.content
      last = line
    }
    position = last.next
    if marker == nil, readBarRows(text, lines, into: &document) { return }
    appendText(text, lines, level: 0, into: &document)
  }

  /// Appends a paragraph or heading made of lines, if there is text in it.
  func appendText(
    _ text: Span<UInt8>, _ lines: [Range<Int>], level: UInt8, into document: inout Document
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let whole = text.trimmed(first.lowerBound..<last.upperBound)
    guard !whole.isEmpty else { return }
    let range: TextRange
    if containers.isEmpty {
      range = document.decodeText(text, whole, style: style)
    } else {
      let length = document.decodedText.count
      var decoder = InlineDecoder(style: style, out: document.decodedText)
      for (index, line) in lines.enumerated() {
        if index > 0 { decoder.startLine(&document.decodedText) }
        decoder.append(text, text.trimmed(line), to: &document.decodedText)
      }
      range = document.finish(&decoder, from: length, source: whole)
    }
    guard !range.isEmpty else { return }
    let block = TextBlock(text: range, source: SourceRange(whole), level: level)
    document.blocks.append(level == 0 ? .paragraph(block) : .heading(block))
  }
}
