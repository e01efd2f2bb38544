internal import IR

/// Forms tables from tags, as the tree construction of WHATWG HTML (13.2.6.4.9 to 15) would.
///
/// Only the outermost table and the ones within it are held; they are appended together, in the
/// order of their start tags, when the outermost one ends.
struct TableBuilder {
  private struct FinishedTable {
    var table: Table
    var cells: [Cell]
  }

  /// The limits for hostile inputs.
  let limits: Limits
  /// The markup within texts.
  let style: InlineDecoder.Style
  private var open: [OpenTable] = []
  private var finished: [FinishedTable] = []
  private var nextIndex = 0
  /// Text within the outermost table but in no cell, which browsers show before it.
  private var misplaced: [Range<Int>] = []

  /// Creates a builder.
  init(limits: Limits, style: InlineDecoder.Style) {
    self.limits = limits
    self.style = style
  }

  /// Whether as many tables are open as there may be.
  var isFull: Bool { open.count >= limits.depth }
  /// Whether a table is open.
  var isActive: Bool { !open.isEmpty }
  /// Whether a cell or caption is open, so that headings and paragraphs are its text.
  var takesText: Bool {
    // In place: it is asked for every tag, and a copy of the table would count its references.
    !open.isEmpty && open[open.count - 1].takesText
  }

  /// Takes a run of text that ends before a tag.
  mutating func addText(_ text: Span<UInt8>, _ range: Range<Int>) {
    let last = open.count - 1
    guard last >= 0, !range.isEmpty else { return }
    if open[last].cell != nil {
      open[last].cell?.append(range)
    } else if open[last].isInCaption {
      open[last].caption?.append(range)
    } else if !text.trimmed(range).isEmpty {
      if last == 0 {
        misplaced.append(range)
      } else {
        open[last - 1].cell?.append(range)
      }
    }
  }

  /// Takes a start tag of a table or of a part of one.
  mutating func start(
    _ token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) {
    if token.element == .table {
      if !open.isEmpty, !takesText {
        closeTable(at: token.start, text, into: &document)
      }
      if open.isEmpty { nextIndex = document.tableCount }
      open.append(OpenTable(index: nextIndex, start: token.start, limits: limits))
      nextIndex += 1
      return
    }
    let last = open.count - 1
    guard last >= 0 else { return }
    closeCell(text, into: &document)
    open[last].isInCaption = false
    switch token.element {
    case .caption:
      open[last].closeGroup()
      open[last].isInCaption = true
      if open[last].caption == nil { open[last].caption = [] }
    case .columnGroup: open[last].closeGroup()
    case .tableBody, .tableHead, .tableFoot: open[last].openGroup(token.element)
    case .row: open[last].openRow()
    case .dataCell, .headerCell:
      if !open[last].isInRow { open[last].openRow() }
      let spans = CellSpans(token.spans, limits: limits)
      if spans.isClamped { reportSpan(token, in: &document) }
      open[last].cell = OpenTable.OpenCell(
        isHeader: token.element == .headerCell, spans: spans, alignment: token.alignment)
    default: break
    }
  }

  /// Takes an end tag of a table or of a part of one; one without a partner says nothing.
  mutating func end(
    _ token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) {
    let last = open.count - 1
    guard last >= 0 else { return }
    switch token.element {
    case .table: closeTable(at: token.end, text, into: &document)
    case .caption: open[last].isInCaption = false
    case .dataCell, .headerCell:
      guard open[last].isInCell(isHeader: token.element == .headerCell) else { return }
      closeCell(text, into: &document)
    case .row:
      closeCell(text, into: &document)
      open[last].closeRow()
    case .tableBody, .tableHead, .tableFoot:
      guard open[last].isInGroup(token.element) else { return }
      closeCell(text, into: &document)
      open[last].closeGroup()
    default: break
    }
  }

  /// Ends every open table at the end of the text.
  mutating func finish(at offset: Int, _ text: Span<UInt8>, into document: inout Document) {
    while !open.isEmpty { closeTable(at: offset, text, into: &document) }
  }

  private mutating func closeCell(_ text: Span<UInt8>, into document: inout Document) {
    let last = open.count - 1
    guard last >= 0, let cell = open[last].takeCell() else { return }
    let (range, source) = decode(text, cell.first, cell.others, into: &document)
    open[last].place(cell, text: range, source: source)
  }

  /// Decodes a text that nested tables cut into pieces.
  private func decode(
    _ text: Span<UInt8>, _ first: Range<Int>?, _ others: [Range<Int>],
    into document: inout Document
  ) -> (TextRange, Range<Int>) {
    guard let first else { return (.empty, 0..<0) }
    let source = text.trimmed(first.lowerBound..<(others.last ?? first).upperBound)
    if others.isEmpty { return (document.decodeText(text, source, style: style), source) }
    let length = document.decodedText.count
    var decoder = InlineDecoder(style: style, out: document.decodedText)
    for piece in [first] + others {
      decoder.append(text, piece, to: &document.decodedText)
      decoder.breakLine()
    }
    return (document.finish(&decoder, from: length, source: source), source)
  }

  private mutating func closeTable(
    at offset: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    closeCell(text, into: &document)
    guard var table = open.popLast() else { return }
    let alignments = table.alignments
    let (cells, rowCount) = table.finish()
    var columnCount = 0
    for cell in cells { columnCount = max(columnCount, Int(cell.column) + Int(cell.columnSpan)) }
    var caption: TextBlock?
    if let pieces = table.caption, !pieces.isEmpty {
      let (range, source) = decode(
        text, pieces.first, Array(pieces.dropFirst()), into: &document)
      caption = TextBlock(text: range, source: SourceRange(source))
    }
    if table.isTooWide {
      document.diagnostics.append(
        Diagnostic(
          .tableTooWide, at: SourceRange(table.start..<offset),
          arguments: [.number("limit", limits.columns)]))
    }
    finished.append(
      FinishedTable(
        table: Table(
          index: table.index, cells: 0..<0, rowCount: rowCount, columnCount: columnCount,
          alignments: alignments, caption: caption, enclosingTable: open.last?.index,
          source: SourceRange(table.start..<offset)),
        cells: cells))
    if open.isEmpty { emit(text, into: &document) }
  }

  private mutating func emit(_ text: Span<UInt8>, into document: inout Document) {
    for range in misplaced {
      let source = text.trimmed(range)
      let decoded = document.decodeText(text, source, style: style)
      guard !decoded.isEmpty else { continue }
      document.blocks.append(
        .paragraph(TextBlock(text: decoded, source: SourceRange(source))))
    }
    misplaced.removeAll()
    finished.sort { $0.table.index < $1.table.index }
    for var item in finished {
      let first = document.cells.count
      document.cells.append(contentsOf: item.cells)
      item.table.cells = first..<document.cells.count
      document.blocks.append(.table(item.table))
    }
    finished.removeAll()
    document.tableCount = nextIndex
  }

  private func reportSpan(_ token: HTMLToken, in document: inout Document) {
    document.diagnostics.append(
      Diagnostic(
        .spanClamped, at: SourceRange(token.start..<token.end),
        arguments: [.number("columns", limits.columnSpan), .number("rows", limits.rowSpan)]))
  }
}
