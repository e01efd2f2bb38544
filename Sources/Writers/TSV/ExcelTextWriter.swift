public import IR

/// Writes documents as text that Excel opens by itself: separated by tabs, in UTF-16, or separated by
/// commas (RFC 4180), in UTF-8; both with a byte order mark.
///
/// Every field is in quotes, a quote within is doubled, rows end with CRLF, and so does the text,
/// with an empty row. Headings and the lines of paragraphs are rows of one field. A row of a table
/// with one column has nothing after a separator, which tells it from those.
///
/// Excel takes what looks like one for a number, a date or a formula; workbooks do not have that
/// fault. Against formulas a tab can be written before the text, which our reader takes off again:
/// to know it, one is written before every tab that a formula would follow.
public struct ExcelTextWriter: DocumentWriter {
  /// What stands between fields.
  public enum Separator: UInt8, Sendable {
    /// A tab, and the text is UTF-16.
    case tab = 0x09
    /// A comma, and the text is UTF-8.
    case comma = 0x2C
  }

  private let separator: Separator
  private let guardsFormulas: Bool
  private var output = ByteBuffer()
  private var encoder: TextEncoder
  private var slots: SlotBudget

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - separator: What stands between fields.
  ///   - guardsFormulas: Whether a tab is written before text that Excel would compute.
  public init(
    _ separator: Separator = .tab, guardsFormulas: Bool = false, limits: Limits = Limits()
  ) {
    self.separator = separator
    self.guardsFormulas = guardsFormulas
    encoder = separator == .tab ? .utf16(UTF16Encoder()) : .utf8(isAtStart: true)
    slots = SlotBudget(limits)
  }

  /// Begins a sheet; sheets follow each other like the blocks within them.
  public mutating func beginSheet(_ name: String) {}

  /// Appends the blocks of a document.
  public mutating func append(_ document: Document) throws(WriteError) {
    for block in document.blocks {
      output.closeFullChunk()
      switch block {
      case .heading(let text), .paragraph(let text): append(text, of: document)
      case .table(let table): try append(table, of: document)
      }
    }
  }

  /// Takes the text that is complete.
  public mutating func takeFinished() -> ByteBuffer { encoder.encoded(output.takeFullChunks()) }

  /// The whole text, or what was not taken of it, in UTF-8 or in UTF-16, little-endian.
  public consuming func finish() -> ByteBuffer {
    output.append("\r\n")
    return encoder.encoded(output)
  }

  private mutating func append(_ block: TextBlock, of document: Document) {
    guard !block.text.isEmpty else { return }
    beginBlock()
    let text = document.bytes(block.text)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      appendField(line)
      output.append("\r\n")
    }
  }

  private mutating func append(_ table: Table, of document: Document) throws(WriteError) {
    if table.isBeginning, let caption = table.caption { append(caption, of: document) }
    guard table.rowCount > 0, table.columnCount > 0 else { return }
    try slots.spend(on: table)
    if table.isBeginning { beginBlock() }
    var rows = SlotRows(table, in: document)
    while rows.advance() {
      for (column, cells) in rows.slots.enumerated() {
        if column > 0 { output.append(separator.rawValue) }
        appendField(
          [UInt8](
            cells.map { document.bytes(document.cells[$0].text) }.joined(separator: [0x0A]))[...])
      }
      if table.columnCount == 1 { output.append(separator.rawValue) }
      output.append("\r\n")
      output.closeFullChunk()
    }
  }

  private mutating func appendField(_ text: ArraySlice<UInt8>) {
    output.append(UInt8(ascii: "\""))
    if needsGuard(text) { output.append(0x09) }
    for byte in text {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      if byte == 0 { output.append("\u{FFFD}") } else { output.append(byte) }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a tab is written before a text.
  private func needsGuard(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop { $0 == 0x09 }
    guard rest.count < text.count || guardsFormulas else { return false }
    return Self.beginsFormula(rest)
  }

  /// Whether Excel would compute a text; it takes full-width signs for others as well.
  private static func beginsFormula(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.span.scalar(at: 0) {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// Separates a block from the one before it.
  private mutating func beginBlock() {
    if !output.isAtStart { output.append("\r\n") }
  }
}

/// Encodes text piece by piece, with a byte order mark before the first one.
private enum TextEncoder {
  case utf8(isAtStart: Bool)
  case utf16(UTF16Encoder)

  /// A piece as it is written.
  mutating func encoded(_ piece: consuming ByteBuffer) -> ByteBuffer {
    guard !piece.isEmpty else { return piece }
    switch self {
    case .utf8(isAtStart: false): return piece
    case .utf8:
      self = .utf8(isAtStart: false)
      var marked = ByteBuffer()
      marked.append("\u{FEFF}")
      marked.append(piece)
      return marked
    case .utf16(var encoder):
      piece.forEachChunk { encoder.append($0.span) }
      defer { self = .utf16(encoder) }
      return encoder.takeOutput()
    }
  }
}

/// Encodes UTF-8 as UTF-16, little-endian, with a byte order mark.
struct UTF16Encoder {
  private var output = ByteBuffer()
  /// The first bytes of a character whose others are in the next piece.
  private var rest: [UInt8] = []

  init() { append(unit: 0xFEFF) }

  /// Appends a piece of a text.
  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      if rest.isEmpty, text[index] < 0x80 {
        append(unit: UInt16(text[index]))
        index += 1
        continue
      }
      rest.append(text[index])
      index += 1
      guard rest.count == rest[0].scalarLength, let scalar = rest.span.scalar(at: 0) else {
        continue
      }
      for unit in UTF16.encode(scalar) ?? .init() { append(unit: unit) }
      rest.removeAll(keepingCapacity: true)
    }
    output.closeFullChunk()
  }

  /// Takes what was encoded.
  mutating func takeOutput() -> ByteBuffer {
    defer { output = ByteBuffer() }
    return output
  }

  private mutating func append(unit: UInt16) {
    output.append(UInt8(truncatingIfNeeded: unit))
    output.append(UInt8(truncatingIfNeeded: unit >> 8))
  }
}
