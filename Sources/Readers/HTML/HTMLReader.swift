internal import IR

/// Reads HTML: a whole document, or a piece of a text in another format.
struct HTMLReader {
  private let range: Range<Int>
  private let limits: Limits
  private var builder: TableBuilder
  private var tokenizer: HTMLTokenizer
  /// The offset after the last tag that was dealt with.
  private var textStart: Int
  private var headingLevel: UInt8 = 0
  /// Where the links of a page of our own begin, which are not its text; `nil` outside them.
  private var navigationStart: Int?
  private var isInTitle = false
  /// The markup within texts: that of our own writer is read exactly.
  private let style: InlineDecoder.Style
  private var isDone = false

  /// Creates a reader of a piece of a text.
  init(range: Range<Int>, limits: Limits, style: InlineDecoder.Style = .html) {
    self.range = range
    self.limits = limits
    self.style = style
    builder = TableBuilder(limits: limits, style: style)
    tokenizer = HTMLTokenizer(range)
    textStart = range.lowerBound
  }

  /// Appends the next blocks, about `byteCount` bytes of text.
  mutating func readBlocks(
    of text: Span<UInt8>, into document: inout Document, byteCount: Int
  ) -> Bool {
    let start = textStart
    while !isDone, textStart - start < byteCount {
      guard let token = tokenizer.next(text) else {
        finish(at: range.upperBound, text, into: &document)
        break
      }
      if token.element == .table, !token.isEnd, builder.isFull {
        stop(at: token, text, into: &document)
      } else {
        handle(token, text, into: &document)
      }
    }
    return !isDone
  }

  /// Ends where more tables are open than there may be; the rest is given as text.
  private mutating func stop(
    at token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) {
    document.diagnostics.append(
      Diagnostic(
        .depthExceeded, at: SourceRange(token.start..<token.end),
        arguments: [.number("limit", limits.depth)]))
    finish(at: token.start, text, into: &document)
    isInTitle = false
    textStart = token.end
    flush(until: range.upperBound, text, into: &document)
  }

  private mutating func finish(
    at end: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    leaveNavigation()
    flush(until: end, text, into: &document)
    builder.finish(at: end, text, into: &document)
    textStart = end
    isDone = true
  }

  /// Deals with the text before a tag, then with the tag.
  private mutating func handle(
    _ token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) {
    let (start, end) = (token.start, token.end)
    if style == .ownHTML, skipsNavigation(token, text, into: &document) { return }
    switch token.element {
    case .table, .caption, .columnGroup, .tableBody, .tableHead, .tableFoot, .row, .dataCell,
      .headerCell:
      flush(until: start, text, into: &document)
      if token.isEnd {
        builder.end(token, text, into: &document)
      } else {
        builder.start(token, text, into: &document)
      }
      textStart = end
    case .lineBreak, .input, .inline, .unknown, .rawText, .literal, .literalBlock, .plainText,
      .template:
      break
    case .title where !builder.isActive:
      flush(until: start, text, into: &document)
      isInTitle = !token.isEnd
      textStart = end
    case .title: break
    default:
      guard !builder.isActive else { return }
      flush(until: start, text, into: &document)
      headingLevel = token.element.headingLevel > 0 && !token.isEnd ? token.element.headingLevel : 0
      textStart = end
    }
  }

  /// Passes the links of a page of our own over; `true` where a tag belongs to them.
  ///
  /// Links that do not end, or have a table or a heading in them, are text like any other.
  private mutating func skipsNavigation(
    _ token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) -> Bool {
    let isNavigation = token.element == .navigation
    guard navigationStart != nil else {
      guard isNavigation, !token.isEnd else { return false }
      flush(until: token.start, text, into: &document)
      navigationStart = token.end
      textStart = token.end
      return true
    }
    if isNavigation, token.isEnd {
      navigationStart = nil
      textStart = token.end
      return true
    }
    guard token.element == .table || token.element.headingLevel > 0 else { return true }
    leaveNavigation()
    return false
  }

  /// Goes back to the links that turned out to be none.
  private mutating func leaveNavigation() {
    textStart = navigationStart ?? textStart
    navigationStart = nil
  }

  /// Gives the text up to an offset to whom it belongs.
  private mutating func flush(
    until end: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    guard textStart < end else { return }
    let piece = textStart..<end
    textStart = end
    guard !isInTitle else { return }
    guard !builder.isActive else {
      builder.addText(text, piece)
      return
    }
    let source = text.trimmed(piece)
    guard !source.isEmpty else { return }
    let decoded = document.decodeText(text, source, style: style)
    guard !decoded.isEmpty else { return }
    let block = TextBlock(text: decoded, source: SourceRange(source), level: headingLevel)
    document.blocks.append(headingLevel == 0 ? .paragraph(block) : .heading(block))
  }
}
