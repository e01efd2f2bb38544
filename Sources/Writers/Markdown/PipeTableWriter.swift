internal import IR

/// Writes a table as a pipe table (GFM 4.10), its columns padded so that the source reads as one.
struct PipeTableWriter {
  /// The widest a column is padded to, in columns of a terminal: thirty Chinese characters.
  ///
  /// A column with one paragraph of two thousand characters would else push all others out of
  /// sight; what is wider stands out of its column.
  static let widestColumn = 60
  /// The most slots of a table that is padded: nobody looks through more, and the padding of a
  /// large table would be most of the output.
  static let mostPaddedSlots = 100_000
  /// The least a column is wide: the delimiter row has three dashes.
  private static let narrowestColumn = 3

  private let table: Table
  private let document: Document
  /// The escaped texts of the slots that are held.
  private var text: [UInt8] = []
  /// Where each slot's text ends.
  private var ends: [Int] = []
  private var widths: [Int] = []
  private var columnWidths: [Int]

  private init(_ table: Table, in document: Document) {
    self.table = table
    self.document = document
    columnWidths = [Int](repeating: Self.narrowestColumn, count: table.columnCount)
  }

  /// Writes a table; the first row is the header, which GFM cannot do without.
  static func write(_ table: Table, in document: Document, to output: inout ByteBuffer) {
    var writer = PipeTableWriter(table, in: document)
    let isPadded = table.rowCount <= mostPaddedSlots / table.columnCount
    if isPadded { writer.measure() }
    writer.write(isPadded: isPadded, to: &output)
  }

  /// Finds the width of each column.
  private mutating func measure() {
    var rows = SlotRows(table, in: document)
    while rows.advance() {
      text.removeAll(keepingCapacity: true)
      escape(rows)
      for column in widths.indices where widths[column] <= Self.widestColumn {
        columnWidths[column] = max(columnWidths[column], widths[column])
      }
    }
  }

  private mutating func write(isPadded: Bool, to output: inout ByteBuffer) {
    var rows = SlotRows(table, in: document)
    while rows.advance() {
      escape(rows)
      appendRow(isPadded: isPadded, to: &output)
      if rows.row == 1 { appendDelimiterRow(to: &output) }
      output.closeFullChunk()
    }
  }

  /// Escapes the texts of a row.
  private mutating func escape(_ rows: SlotRows) {
    text.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
    for cells in rows.slots {
      let start = text.count
      for index in cells {
        if index > cells.lowerBound { text += Array("<br>".utf8) }
        MarkdownEscaper.append(
          document.bytes(document.cells[index].text).span, in: .cell, to: &text)
      }
      ends.append(text.count)
      widths.append(EastAsianWidth.columns(of: text.span.extracting(start..<text.count)))
    }
  }

  private func appendRow(isPadded: Bool, to output: inout ByteBuffer) {
    var start = 0
    for column in ends.indices {
      output.append(UInt8(ascii: "|"))
      output.append(0x20)
      output.append(text.span.extracting(start..<ends[column]))
      start = ends[column]
      let padding = isPadded ? max(columnWidths[column] - widths[column], 0) : 0
      for _ in 0...padding { output.append(0x20) }
    }
    output.append("|\n")
  }

  private func appendDelimiterRow(to output: inout ByteBuffer) {
    for (column, width) in columnWidths.enumerated() {
      let alignment = table.alignment(ofColumn: column)
      let isLeft = alignment == .left || alignment == .center
      let isRight = alignment == .right || alignment == .center
      output.append(isLeft ? "| :" : "| -")
      for _ in 2..<width { output.append(UInt8(ascii: "-")) }
      output.append(isRight ? ": " : "- ")
    }
    output.append("|\n")
  }
}

extension EastAsianWidth {
  /// The number of columns that valid UTF-8 takes on a terminal.
  static func columns(of text: Span<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      guard text[index] >= 0x80, let scalar = text.scalar(at: index) else {
        count += 1
        index += 1
        continue
      }
      count += columns(of: scalar)
      index += UTF8.width(scalar)
    }
    return count
  }
}
