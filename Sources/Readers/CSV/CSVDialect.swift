/// How a text of separated values is written.
struct CSVDialect: Equatable {
  /// The byte between fields; `nil` where every row has one field.
  var delimiter: UInt8?
  /// The offset of the first row.
  var start = 0

  /// The bytes that may separate fields, the likelier one first.
  ///
  /// The last two are the separators of ASCII.
  private static let delimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"), 0x1F, 0x1E,
  ]
  /// The number of bytes that are looked at.
  private static let sampleCount = 1 << 18

  /// Creates a dialect.
  init(delimiter: UInt8?, start: Int = 0) {
    self.delimiter = delimiter
    self.start = start
  }

  /// Finds out how a text that is known to be separated values is written.
  ///
  /// A first line `sep=` and a byte says so, as Excel has it. Otherwise it is the delimiter that
  /// gives the most rows the same number of fields, then the one that leaves the fewest quotes
  /// within fields, then the one that gives more fields.
  init(of text: Span<UInt8>) {
    if let declared = Self.declared(text) {
      self = declared
      return
    }
    var best: CSVShape?
    for delimiter in Self.delimiters {
      let shape = CSVShape(text, delimiter: delimiter, limit: Self.sampleCount)
      guard shape.widest > 1 else { continue }
      if best.map({ shape.isLikelier(than: $0) }) ?? true { best = shape }
    }
    self.init(delimiter: best?.delimiter)
  }

  private static func declared(_ text: Span<UInt8>) -> CSVDialect? {
    guard text.hasWord("sep=", at: 0), text.count > 4, text[4] > 0x08, text[4] < 0x80,
      text[4] != UInt8(ascii: "\""), text.lineEnd(from: 4) == 5
    else { return nil }
    return CSVDialect(delimiter: text[4], start: text.afterLineEnd(5))
  }
}

extension CSVDialect {
  /// The dialect of a text that nothing else says to be separated values; `nil` when it may well be
  /// prose.
  ///
  /// It is told by what prose never has: at least three rows of the same three fields or more, with
  /// commas or semicolons between them, and quotes only around fields. No row may end as a sentence
  /// does, and no field but one in quotes may begin with a space.
  static func evident(in text: Span<UInt8>) -> CSVDialect? {
    if let declared = declared(text) { return declared }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";")]
    where CSVShape.isRegular(text, delimiter: delimiter, limit: sampleCount) {
      return CSVDialect(delimiter: delimiter)
    }
    return nil
  }
}

/// How regular the rows of a text are when one byte separates their fields.
struct CSVShape {
  /// The byte.
  let delimiter: UInt8
  /// The most fields of a row.
  private(set) var widest = 0
  private var rowCount = 0
  /// The number of rows by their number of fields.
  private var widths: [Int: Int] = [:]
  private var strayCount = 0

  /// Looks at the rows that start in the first bytes of a text.
  init(_ text: Span<UInt8>, delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    var index = 0
    while index < min(limit, text.count) {
      var row = CSVRow(text, at: index, delimiter: delimiter)
      while row.next(text) {
        if row.field.isStray || row.field.hasRest || hasQuote(text, row.field) { strayCount += 1 }
      }
      index = text.afterLineEnd(row.end)
      if row.isBlank { continue }
      rowCount += 1
      widths[row.count, default: 0] += 1
      widest = max(widest, row.count)
    }
  }

  private func hasQuote(_ text: Span<UInt8>, _ field: CSVField) -> Bool {
    guard !field.isQuoted else { return false }
    for index in field.content where text[index] == UInt8(ascii: "\"") { return true }
    return false
  }

  /// The number of rows of the commonest width above one.
  private var regularCount: Int { widths.filter { $0.key > 1 }.values.max() ?? 0 }

  /// Whether its delimiter is likelier than that of another shape of the same text.
  func isLikelier(than other: CSVShape) -> Bool {
    // The rows are not as many where the delimiters see quotes differently.
    let (mine, theirs) = (regularCount * other.rowCount, other.regularCount * rowCount)
    if mine != theirs { return mine > theirs }
    if strayCount != other.strayCount { return strayCount < other.strayCount }
    return widest > other.widest
  }

  /// Whether a text is rows of equally many fields, at least three of each, and no prose.
  static func isRegular(_ text: Span<UInt8>, delimiter: UInt8, limit: Int) -> Bool {
    var rowCount = 0
    var width = 0
    var index = 0
    while index < min(limit, text.count) {
      var row = CSVRow(text, at: index, delimiter: delimiter)
      while row.next(text) {
        if row.field.isStray || row.field.hasRest || startsWithSpace(text, row.field) {
          return false
        }
      }
      index = text.afterLineEnd(row.end)
      // Blank lines are only at the end of such a file.
      if row.isBlank { return rowCount >= 3 && text.trimmed(index..<text.count).isEmpty }
      if rowCount == 0 { width = row.count }
      guard row.count == width, width >= 3, !endsSentence(text, row.field) else { return false }
      rowCount += 1
    }
    return rowCount >= 3
  }

  private static func startsWithSpace(_ text: Span<UInt8>, _ field: CSVField) -> Bool {
    guard !field.isQuoted, let first = field.content.first else { return false }
    return text[first] == 0x20
  }

  private static func endsSentence(_ text: Span<UInt8>, _ field: CSVField) -> Bool {
    guard !field.isQuoted, let last = field.content.last else { return false }
    switch text[last] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
    default: break
    }
    let ends: [StaticString] = ["。", "！", "？", "；", "：", "，", "、"]
    return field.content.count >= 3 && ends.contains { text.hasWord($0, at: last - 2) }
  }
}
