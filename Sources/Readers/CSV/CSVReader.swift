internal import IR

/// Reads separated values (RFC 4180): commas, semicolons, tabs or bars between fields, and quotes
/// around those that hold any of these, quotes or line ends.
///
/// Rows between blank lines are a table; where none of them has a second field they are a
/// paragraph, unless no row of the text has one. Nothing in a field is markup, white space is text,
/// and rows are as long as they are.
struct CSVReader: BlockReader {
  private let dialect: CSVDialect
  private let limits: Limits
  private(set) var position: Int

  /// Creates a reader at the start of a text.
  init(_ text: Span<UInt8>, limits: Limits) {
    dialect = CSVDialect(of: text)
    self.limits = limits
    position = dialect.start
  }

  mutating func readBlock(_ text: Span<UInt8>, into document: inout Document) {
    if row(text, at: position).isBlank {
      position = text.afterLineEnd(position)
    } else if isTable(text) {
      readTable(text, into: &document)
    } else {
      readParagraph(text, into: &document)
    }
  }

  private func row(_ text: Span<UInt8>, at start: Int) -> CSVRow {
    CSVRow(text, at: start, delimiter: dialect.delimiter)
  }

  /// Whether one of the rows up to the next blank line has a second field.
  private func isTable(_ text: Span<UInt8>) -> Bool {
    guard let delimiter = dialect.delimiter else { return true }
    var index = position
    while index < text.count {
      let first = row(text, at: index)
      if first.isBlank { return false }
      if first.end < text.count, text[first.end] == delimiter { return true }
      index = text.afterLineEnd(first.end)
    }
    return false
  }

  // MARK: Paragraphs

  private mutating func readParagraph(_ text: Span<UInt8>, into document: inout Document) {
    let start = position
    let length = document.decodedText.count
    var end = start
    while position < text.count {
      let field = CSVField(text, at: position, delimiter: dialect.delimiter)
      if field.end == position { break }
      if position > start { document.decodedText.append(0x0A) }
      decode(field, text, into: &document)
      end = field.end
      position = text.afterLineEnd(end)
    }
    let decoded = document.text(from: length)
    guard !decoded.isEmpty else { return }
    document.blocks.append(
      .paragraph(TextBlock(text: decoded, source: SourceRange(start..<end))))
  }

  // MARK: Tables

  private mutating func readTable(_ text: Span<UInt8>, into document: inout Document) {
    var rows = TableRows(in: document, at: position, limits: limits)
    var overlong = OverlongRows()
    var end = position
    while position < text.count {
      let start = position
      var row = row(text, at: start)
      if row.isBlank { break }
      while row.next(text) {
        if rows.isAtLimit {
          appendLast(&row, text, to: &rows, in: &document)
        } else {
          append(row.field, text, to: &rows, in: &document)
        }
      }
      rows.endRow()
      end = row.end
      overlong.add(start..<end, count: rows.lastCount)
      position = text.afterLineEnd(end)
    }
    overlong.report(in: &document)
    rows.finish(at: end, in: &document)
  }

  private func append(
    _ field: CSVField, _ text: Span<UInt8>, to rows: inout TableRows, in document: inout Document
  ) {
    let source = field.content.lowerBound..<(field.hasRest ? field.end : field.content.upperBound)
    guard !isPlain(field, text) else {
      rows.append(TextRange(source: source), source: source, isHeader: false, to: &document)
      return
    }
    let length = document.decodedText.count
    decode(field, text, into: &document)
    rows.append(
      document.text(from: length), source: source, isHeader: false, to: &document)
  }

  /// Appends the last cell there may be in a row, which takes all fields that are left.
  private func appendLast(
    _ row: inout CSVRow, _ text: Span<UInt8>, to rows: inout TableRows, in document: inout Document
  ) {
    let first = row.field
    var last = row
    var isPlain = !first.isQuoted && self.isPlain(first, text)
    while last.next(text) {
      isPlain = isPlain && !last.field.isQuoted && self.isPlain(last.field, text)
    }
    guard last.count > row.count else {
      append(first, text, to: &rows, in: &document)
      return
    }
    let source = first.content.lowerBound..<last.end
    rows.reportWidth(source, in: &document)
    let length = document.decodedText.count
    if !isPlain {
      decode(first, text, into: &document)
      while row.next(text) {
        document.decodedText.append(dialect.delimiter ?? 0x20)
        decode(row.field, text, into: &document)
      }
    }
    rows.append(
      isPlain ? TextRange(source: source) : document.text(from: length), source: source,
      isHeader: false, to: &document)
    row = last
  }

  // MARK: Text

  /// Whether a field says what its bytes are.
  private func isPlain(_ field: CSVField, _ text: Span<UInt8>) -> Bool {
    if field.hasQuotes || field.hasRest || field.isStray { return false }
    for index in field.content where text[index] == 0 || text[index] == 0x0D { return false }
    return true
  }

  /// Appends the text of a field: quotes single, line ends LF, no NUL.
  private func decode(
    _ field: CSVField, _ text: Span<UInt8>, into document: inout Document
  ) {
    if field.isStray || field.hasRest && !text.trimmed(field.rest).isEmpty {
      report(field, text, in: &document)
    }
    var replacedCount = 0
    var index = field.content.lowerBound
    while index < field.rest.upperBound {
      if index == field.content.upperBound, index < field.rest.lowerBound {
        index = field.rest.lowerBound
        continue
      }
      let byte = text[index]
      index += 1
      switch byte {
      case 0:
        document.decodedText += [0xEF, 0xBF, 0xBD]
        replacedCount += 1
      case 0x0D:
        if index == field.content.upperBound || text[index] != 0x0A {
          document.decodedText.append(0x0A)
        }
      case UInt8(ascii: "\"") where field.isQuoted && index < field.content.upperBound:
        document.decodedText.append(byte)
        index += 1
      default: document.decodedText.append(byte)
      }
    }
    guard replacedCount > 0 else { return }
    document.diagnostics.append(
      Diagnostic(
        .characterReplaced, at: SourceRange(field.content),
        arguments: [.number("count", replacedCount)]))
  }

  private func report(_ field: CSVField, _ text: Span<UInt8>, in document: inout Document) {
    let start = field.isQuoted ? field.content.lowerBound - 1 : field.content.lowerBound
    // A quote alone is a ditto mark.
    guard field.end > start + 1 else { return }
    document.diagnostics.append(
      Diagnostic(
        field.isStray ? .quoteUnclosed : .quoteMisplaced, at: SourceRange(start..<field.end)))
  }
}

extension Document {
  /// The text that was decoded from an offset of the store on.
  fileprivate func text(from start: Int) -> TextRange {
    start < decodedText.count ? TextRange(decoded: start..<decodedText.count) : .empty
  }
}
