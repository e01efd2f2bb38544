internal import IR

/// Reads tab-separated text with escapes, as our own writer makes it.
///
/// A last line says that backslashes are escapes; in other people's text they are not, so that
/// nothing else may be read in this way. Quotes, tags and references are text here.
struct EscapedTSVReader {
  /// The last line of such a text, without its end.
  private static let mark: StaticString = #"#escapes: \n \t \r \\"#

  private let limits: Limits
  private var position = 0
  /// The offset of the mark, once it is known.
  private var end: Int?

  /// Creates a reader at the start of a text.
  init(limits: Limits) { self.limits = limits }

  /// Whether a text has the mark as its last line.
  static func reads(_ text: Span<UInt8>) -> Bool { markStart(text) != nil }

  private static func markStart(_ text: Span<UInt8>) -> Int? {
    var end = text.count
    while end > 0, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    let start = end - mark.utf8CodeUnitCount
    guard start >= 0, start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D else {
      return nil
    }
    var index = start
    for byte in mark.description.utf8 {
      if text[index] != byte { return nil }
      index += 1
    }
    return start
  }

  /// Appends the next blocks, about `byteCount` bytes of text.
  mutating func readBlocks(
    of text: Span<UInt8>, into document: inout Document, byteCount: Int
  ) -> Bool {
    let end = end ?? Self.markStart(text) ?? text.count
    self.end = end
    let start = position
    while position < end {
      guard position - start < byteCount else { return true }
      readBlock(text, end: end, into: &document)
    }
    return false
  }

  private mutating func readBlock(
    _ text: Span<UInt8>, end: Int, into document: inout Document
  ) {
    let lineEnd = text.lineEnd(from: position)
    if lineEnd == position {
      position = text.afterLineEnd(lineEnd)
    } else if hasTab(text, position..<lineEnd) {
      readTable(text, end: end, into: &document)
    } else if let level = headingLevel(text, position..<lineEnd) {
      append(text, position + level + 1..<lineEnd, level: level, into: &document)
      position = text.afterLineEnd(lineEnd)
    } else {
      readParagraph(text, end: end, into: &document)
    }
  }

  private func hasTab(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line where text[index] == 0x09 { return true }
    return false
  }

  private func headingLevel(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, text[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - line.lowerBound
    guard (1...6).contains(level), index < line.upperBound, text[index] == 0x20 else { return nil }
    return level
  }

  /// Reads lines up to a blank one, a row or a heading.
  private mutating func readParagraph(
    _ text: Span<UInt8>, end: Int, into document: inout Document
  ) {
    let start = position
    var last = start
    while position < end {
      let lineEnd = text.lineEnd(from: position)
      let line = position..<lineEnd
      if line.isEmpty || hasTab(text, line) { break }
      if position > start, headingLevel(text, line) != nil { break }
      last = lineEnd
      position = text.afterLineEnd(lineEnd)
    }
    append(text, start..<last, level: 0, into: &document)
  }

  private func append(
    _ text: Span<UInt8>, _ range: Range<Int>, level: Int, into document: inout Document
  ) {
    let decoded = decode(text, range, into: &document)
    guard !decoded.isEmpty else { return }
    let block = TextBlock(text: decoded, source: SourceRange(range), level: UInt8(level))
    document.blocks.append(level == 0 ? .paragraph(block) : .heading(block))
  }

  // MARK: Tables

  /// Reads rows up to a blank line.
  private mutating func readTable(
    _ text: Span<UInt8>, end: Int, into document: inout Document
  ) {
    let start = position
    var rows = TableRows(in: document, at: start, limits: limits)
    var last = start
    var isNarrow = true
    while position < end, text.lineEnd(from: position) > position {
      last = appendRow(text, to: &rows, isNarrow: &isNarrow, in: &document)
      position = text.afterLineEnd(last)
    }
    if isNarrow { rows.dropSecondColumn(in: &document) }
    rows.finish(at: last, in: &document)
  }

  /// Appends a row.
  ///
  /// - Parameter isNarrow: Becomes false when the row is more than a field and a tab.
  /// - Returns: The offset of its line end.
  private func appendRow(
    _ text: Span<UInt8>, to rows: inout TableRows, isNarrow: inout Bool,
    in document: inout Document
  ) -> Int {
    let lineEnd = text.lineEnd(from: position)
    var start = position
    while true {
      var index = start
      while index < lineEnd, text[index] != 0x09 || rows.isAtLimit { index += 1 }
      let field = start..<index
      if rows.isAtLimit, hasTab(text, field) { rows.reportWidth(field, in: &document) }
      if rows.column > 1 || rows.column == 1 && !field.isEmpty { isNarrow = false }
      let decoded = decode(text, field, into: &document)
      rows.append(decoded, source: field, isHeader: false, to: &document)
      guard index < lineEnd else { break }
      start = index + 1
    }
    rows.endRow()
    return lineEnd
  }

  /// The text of a run; its own bytes where there is nothing to decode.
  private func decode(
    _ text: Span<UInt8>, _ range: Range<Int>, into document: inout Document
  ) -> TextRange {
    var isPlain = true
    for index in range where text[index] == UInt8(ascii: "\\") || text[index] == 0x0D {
      isPlain = false
      break
    }
    if isPlain { return TextRange(source: range) }
    let start = document.decodedText.count
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "\\") {
        index += 1
        if index < range.upperBound { document.decodedText.append(Self.meaning(text[index])) }
      } else if text[index] != 0x0D {
        document.decodedText.append(text[index])
      }
      index += 1
    }
    let decoded = start..<document.decodedText.count
    return decoded.isEmpty ? .empty : TextRange(decoded: decoded)
  }

  /// What a byte after a backslash stands for.
  private static func meaning(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    default: byte
    }
  }
}
