internal import Forms
internal import IR

/// All that an input says, for comparing: its forms, the text outside them, and its tables.
struct ReadContent: Sendable {
  /// A table by what it says.
  struct TableContent: Sendable {
    /// A cell that holds text.
    struct CellContent: Sendable, Hashable {
      var row: Int
      var column: Int
      var rowSpan: Int
      var columnSpan: Int
      var text: String
    }

    var cells: [CellContent] = []
    /// Those of them that cover slots which other cells cover too.
    var overlapping: Set<CellContent> = []
  }

  var forms: [Form] = []
  var outside: [String] = []
  /// The text outside forms and the captions of tables there, which some formats write as text, in the
  /// order of the source.
  var outsideAndCaptions: [String] = []
  var tables: [TableContent] = []
  /// The lines of text outside tables, captions among them.
  var texts: [String] = []
  var entries: [InputReport.Entry] = []

  /// Adds what was recognised in a part of a document.
  mutating func append(_ found: Recognition, from document: Document) {
    forms += found.forms
    outside += found.outside.map(\.text)
    var texts = found.outside.map { (text: $0.text, place: $0.source?.start ?? 0) }
    for table in found.tables {
      guard let caption = table.caption else { continue }
      var text: [UInt8] = []
      TextNormalizer.append(document.bytes(caption.text).span, mode: .value, to: &text)
      texts.append((String(decoding: text, as: UTF8.self), caption.source.start))
    }
    outsideAndCaptions += texts.sorted { $0.place < $1.place }.map(\.text)
  }

  /// Adds the tables of a part of a document, and the text between them.
  mutating func append(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .heading(let text), .paragraph(let text): append(text, of: document)
      case .table(let table):
        if let caption = table.caption { append(caption, of: document) }
        tables.append(TableContent(table, of: document))
      }
    }
  }

  private mutating func append(_ text: TextBlock, of document: Document) {
    texts += document.string(text.text).split(separator: "\n").map(String.init)
  }
}

extension ReadContent.TableContent {
  /// What a table says.
  init(_ table: Table, of document: Document) {
    let overlapping = document.overlappingCells(of: table)
    for index in table.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      cells.append(
        .init(
          row: Int(cell.row), column: Int(cell.column), rowSpan: Int(cell.rowSpan),
          columnSpan: Int(cell.columnSpan), text: document.string(cell.text)))
      if overlapping.contains(index) { self.overlapping.formUnion(cells.suffix(1)) }
    }
  }

  /// The number of its merged cells that hold text.
  var mergedCount: Int { cells.count { $0.rowSpan > 1 || $0.columnSpan > 1 } }

  /// The table with its merged cells split up.
  var flattened: Self {
    var result = self
    for index in result.cells.indices {
      result.cells[index].rowSpan = 1
      result.cells[index].columnSpan = 1
    }
    return result
  }
}
