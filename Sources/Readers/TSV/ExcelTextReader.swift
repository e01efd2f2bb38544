internal import IR

/// Reads text that our own writer made for Excel: tabs in UTF-16, or commas in UTF-8.
///
/// It is known by what Excel itself never writes all of: a byte order mark, every field in quotes, an
/// empty row at the end. Only then are quotes, line ends and tags in a field text beyond doubt, and is
/// a tab before a formula a guard that was put there.
struct ExcelTextReader: BlockReader {
  private let limits: Limits
  private let separator: UInt8
  private(set) var position = 0

  /// Creates a reader at the start of a text; `nil` when our own writer did not make it.
  init?(_ source: SourceText, limits: Limits) {
    guard let separator = Self.separator(of: source) else { return nil }
    self.separator = separator
    self.limits = limits
  }

  /// The format of a source that was made by our own writer; `nil` for every other.
  static func format(of source: SourceText) -> SourceFormat? {
    separator(of: source).map { $0 == 0x09 ? .tsv : .csv }
  }

  private static func separator(of source: SourceText) -> UInt8? {
    guard source.byteOrderMarkCount > 0,
      source.encoding == .utf16LE || source.encoding == .utf8,
      source.utf8.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A])
    else { return nil }
    let separator = source.encoding == .utf8 ? UInt8(ascii: ",") : 0x09
    let text = source.utf8.span
    var index = 0
    while index < text.count {
      guard let end = rowEnd(text, from: index, separator: separator) else { return nil }
      index = end + 2
    }
    return separator
  }

  /// Where the CRLF of a row stands; `nil` when it is not written as our rows are.
  private static func rowEnd(
    _ text: Span<UInt8>, from start: Int, separator: UInt8
  ) -> Int? {
    var index = start
    while !isRowEnd(text, at: index) {
      guard index < text.count, text[index] == UInt8(ascii: "\""),
        let end = fieldEnd(text, from: index)
      else { return nil }
      index = end
      if isRowEnd(text, at: index) { break }
      guard index < text.count, text[index] == separator else { return nil }
      index += 1
    }
    return index
  }

  private static func isRowEnd(_ text: Span<UInt8>, at index: Int) -> Bool {
    index + 1 < text.count && text[index] == 0x0D && text[index + 1] == 0x0A
  }

  /// The offset after the quote that closes a field.
  private static func fieldEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    var index = start + 1
    while index < text.count {
      if text[index] == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else {
          return index + 1
        }
        index += 1
      }
      index += 1
    }
    return nil
  }

  mutating func readBlock(_ text: Span<UInt8>, into document: inout Document) {
    guard !Self.isRowEnd(text, at: position) else {
      position += 2
      return
    }
    let first = Self.fieldEnd(text, from: position) ?? text.count
    if Self.isRowEnd(text, at: first) {
      readParagraph(text, into: &document)
    } else {
      readTable(text, into: &document)
    }
  }

  /// Reads rows of one field up to an empty one.
  private mutating func readParagraph(_ text: Span<UInt8>, into document: inout Document) {
    let start = position
    let textStart = document.decodedText.count
    var end = position
    while position < text.count, !Self.isRowEnd(text, at: position) {
      if position > start { document.decodedText.append(0x0A) }
      end = appendField(text, to: &document.decodedText)
      position = end + 2
    }
    let range = TextRange(decoded: textStart..<document.decodedText.count)
    guard !range.isEmpty else { return }
    document.blocks.append(
      .paragraph(TextBlock(text: range, source: SourceRange(start..<end))))
  }

  /// Reads rows up to an empty one.
  private mutating func readTable(_ text: Span<UInt8>, into document: inout Document) {
    var rows = TableRows(in: document, at: position, limits: limits)
    var end = position
    while position < text.count, !Self.isRowEnd(text, at: position) {
      end = appendRow(text, to: &rows, in: &document)
      position = end + 2
    }
    rows.finish(at: end, in: &document)
  }

  /// Appends a row.
  ///
  /// - Returns: The offset of its CRLF.
  private mutating func appendRow(
    _ text: Span<UInt8>, to rows: inout TableRows, in document: inout Document
  ) -> Int {
    while true {
      let textStart = document.decodedText.count
      let start = position
      var end = appendField(text, to: &document.decodedText)
      if rows.isAtLimit { end = appendRest(text, from: end, of: &rows, in: &document) }
      let range = textStart..<document.decodedText.count
      rows.append(
        range.isEmpty ? .empty : TextRange(decoded: range),
        source: start + 1..<max(end - 1, start + 1),
        isHeader: false, to: &document)
      position = end
      if Self.isRowEnd(text, at: end) { break }
      position += 1
      // Nothing after the separator: a row of one column.
      if Self.isRowEnd(text, at: position) { break }
    }
    rows.endRow()
    return position
  }

  /// Appends the fields after the last one there may be in a row to its text.
  ///
  /// - Returns: The offset of the row's CRLF.
  private mutating func appendRest(
    _ text: Span<UInt8>, from start: Int, of rows: inout TableRows, in document: inout Document
  ) -> Int {
    var end = start
    while !Self.isRowEnd(text, at: end), !Self.isRowEnd(text, at: end + 1) {
      rows.reportWidth(start..<end, in: &document)
      document.decodedText.append(separator)
      position = end + 1
      end = appendField(text, to: &document.decodedText)
    }
    return Self.isRowEnd(text, at: end) ? end : end + 1
  }

  /// Appends what a field says, its guard taken off.
  ///
  /// - Returns: The offset after its closing quote.
  private func appendField(_ text: Span<UInt8>, to out: inout [UInt8]) -> Int {
    let end = Self.fieldEnd(text, from: position) ?? text.count
    var index = position + 1
    if hasGuard(text, index..<end - 1) { index += 1 }
    while index < end - 1 {
      out.append(text[index])
      index += text[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return end
  }

  private func hasGuard(_ text: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var index = content.lowerBound
    while index < content.upperBound, text[index] == 0x09 { index += 1 }
    guard index > content.lowerBound, index < content.upperBound else { return false }
    switch text[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case 0xEF where index + 2 < content.upperBound && text[index + 1] == 0xBC:
      // The same signs, full-width.
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[index + 2])
    default: return false
    }
  }
}
