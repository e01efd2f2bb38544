internal import IR

/// Reads HTML: a whole document, or a piece of a text in another format.
struct HTMLReader {
  private let range: Range<Int>
  private let limits: Limits
  private var builder: TableBuilder
  private var tokenizer: HTMLTokenizer?
  /// The offset up to which the parser was given the source.
  private var fedEnd: Int
  /// The number of bytes to give it next; small after it had to be started again.
  private var pieceCount = HTMLReader.largestPiece
  /// The offset after the last tag that was dealt with.
  private var textStart: Int
  private var headingLevel: UInt8 = 0
  /// The number of open `template` elements; nothing in them is shown.
  private var templateDepth = 0
  private var isInTitle = false
  /// The markup within texts: that of our own writer is read exactly.
  private let style: InlineDecoder.Style
  private var isDone = false
  /// Whether libxml2 could not be started, so that nothing is read.
  private(set) var lacksParser = false

  private static let largestPiece = 1 << 16
  private static let smallestPiece = 256

  /// Creates a reader of a piece of a text.
  init(range: Range<Int>, limits: Limits, style: InlineDecoder.Style = .html) {
    self.range = range
    self.limits = limits
    self.style = style
    builder = TableBuilder(limits: limits, style: style)
    fedEnd = range.lowerBound
    textStart = range.lowerBound
  }

  /// Appends the next blocks, about `byteCount` bytes of text.
  mutating func readBlocks(
    of text: Span<UInt8>, into document: inout Document, byteCount: Int
  ) -> Bool {
    let start = fedEnd
    while !isDone, fedEnd - start < byteCount { feed(text, into: &document) }
    return !isDone
  }

  /// Gives the parser its next piece and deals with the tags in it.
  private mutating func feed(_ text: Span<UInt8>, into document: inout Document) {
    guard let tokenizer = tokenizer ?? HTMLTokenizer(base: fedEnd, limits: limits) else {
      lacksParser = true
      isDone = true
      return
    }
    self.tokenizer = tokenizer
    let end = min(fedEnd + pieceCount, range.upperBound)
    pieceCount = min(pieceCount * 2, Self.largestPiece)
    tokenizer.feed(text, fedEnd..<end, isLast: end == range.upperBound)
    fedEnd = end
    for token in tokenizer.tokens {
      if let overflow = tokenizer.overflowOffset, token.offset >= overflow { break }
      handle(token, text, into: &document)
    }
    tokenizer.tokens.removeAll(keepingCapacity: true)
    if let overflow = tokenizer.overflowOffset {
      stop(at: overflow, text, into: &document)
    } else if tokenizer.hasStopped {
      restart(at: tokenizer.offset, text, into: &document)
    }
  }

  /// Goes on after libxml2 has stopped, as it does at the end tag of the document.
  private mutating func restart(
    at offset: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    var next = min(max(offset, range.lowerBound), range.upperBound)
    var scanner = TagScanner(grammar: .html)
    while next < range.upperBound {
      if TagScanner.isSpace(text[next]) {
        next += 1
      } else if text[next] == UInt8(ascii: "<"), next + 1 < range.upperBound,
        text[next + 1] == UInt8(ascii: "/"),
        let tag = scanner.tag(text, at: next, end: range.upperBound)
      {
        // An end tag without anything open says nothing.
        next = tag.end
      } else {
        break
      }
    }
    guard next < range.upperBound else {
      finish(at: range.upperBound, text, into: &document)
      return
    }
    // Every parser that is started takes at least one byte.
    fedEnd = next
    tokenizer = nil
    pieceCount = Self.smallestPiece
  }

  /// Ends where more elements are open than there may be; the rest is given as text.
  private mutating func stop(
    at offset: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    document.diagnostics.append(
      Diagnostic(
        .depthExceeded, at: SourceRange(offset..<min(offset + 1, range.upperBound)),
        arguments: [.number("limit", limits.depth)]))
    var end = min(max(offset, textStart), range.upperBound)
    finish(at: end, text, into: &document)
    templateDepth = 0
    isInTitle = false
    while end < range.upperBound, text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: ">") {
      end += 1
    }
    textStart = end
    flush(until: range.upperBound, text, into: &document)
  }

  private mutating func finish(
    at end: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    flush(until: end, text, into: &document)
    builder.finish(at: end, text, into: &document)
    textStart = end
    isDone = true
  }

  /// Deals with the text before a tag, then with the tag.
  private mutating func handle(
    _ token: HTMLToken, _ text: Span<UInt8>, into document: inout Document
  ) {
    guard let start = tagStart(token, text), start >= textStart else { return }
    var end = token.offset
    if !token.isEnd {
      if end < text.count, text[end] == UInt8(ascii: "/") { end += 1 }
      if end < text.count, text[end] == UInt8(ascii: ">") { end += 1 }
    }
    if token.element == .template || token.element == .navigation && style == .ownHTML {
      handleTemplate(token, start: start, end: end, text, into: &document)
      return
    }
    guard templateDepth == 0 else { return }
    switch token.element {
    case .table, .caption, .columnGroup, .tableBody, .tableHead, .tableFoot, .row, .dataCell,
      .headerCell:
      flush(until: start, text, into: &document)
      if token.isEnd {
        builder.end(token, at: start, text, into: &document)
      } else {
        builder.start(token, at: start, text, into: &document)
      }
      textStart = end
    case .lineBreak, .input, .inline, .unknown, .rawText, .template: break
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

  private mutating func handleTemplate(
    _ token: HTMLToken, start: Int, end: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    let isInText = builder.takesText
    if templateDepth == 0, !token.isEnd, !isInText { flush(until: start, text, into: &document) }
    templateDepth = max(templateDepth + (token.isEnd ? -1 : 1), 0)
    // Within a cell the text goes on; what is in the template is left out when it is decoded.
    if !isInText { textStart = end }
  }

  /// Gives the text up to an offset to whom it belongs.
  private mutating func flush(
    until end: Int, _ text: Span<UInt8>, into document: inout Document
  ) {
    guard textStart < end else { return }
    let piece = textStart..<end
    textStart = end
    guard templateDepth == 0, !isInTitle else { return }
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

  /// Where a tag starts; `nil` when libxml2 made it up.
  private func tagStart(_ token: HTMLToken, _ text: Span<UInt8>) -> Int? {
    var start = min(token.offset, range.upperBound) - 1
    let first = max(token.previous, range.lowerBound)
    while start >= first {
      if text[start] == UInt8(ascii: "<") {
        var name = start + 1
        let isEnd = name < text.count && text[name] == UInt8(ascii: "/")
        if isEnd { name += 1 }
        var end = name
        while end < text.count, TagScanner.isNameByte(text[end]) { end += 1 }
        if isEnd == token.isEnd, HTMLElement.key(text, name..<end) == token.key { return start }
        if token.isEnd { return nil }
      }
      start -= 1
    }
    return nil
  }
}
