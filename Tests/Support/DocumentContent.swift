public import IR

/// A document as what it says: blocks of texts and grids, whatever offsets and stores it has.
public struct DocumentContent: Sendable, Hashable, CustomStringConvertible {
  /// One block.
  public enum Block: Sendable, Hashable {
    /// A heading with its level.
    case heading(Int, String)
    /// A paragraph.
    case paragraph(String)
    /// The cells of a table.
    case table([Cell], rows: Int, columns: Int, caption: String?)
  }

  /// One cell.
  public struct Cell: Sendable, Hashable {
    /// Its text.
    public var text: String
    /// The row of its first slot, from 0.
    public var row: Int
    /// The column of its first slot, from 0.
    public var column: Int
    /// The number of rows it covers.
    public var rowSpan: Int
    /// The number of columns it covers.
    public var columnSpan: Int
    /// Whether it is a header cell.
    public var isHeader: Bool

    /// Creates a cell.
    public init(
      _ text: String, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1,
      isHeader: Bool = false
    ) {
      self.text = text
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.isHeader = isHeader
    }
  }

  /// The blocks in order.
  public var blocks: [Block]

  /// Creates a document of blocks.
  public init(_ blocks: [Block]) { self.blocks = blocks }

  /// What a document says.
  public init(_ document: Document) {
    blocks = document.blocks.map { block in
      switch block {
      case .heading(let text): .heading(Int(text.level), document.string(text.text))
      case .paragraph(let text): .paragraph(document.string(text.text))
      case .table(let table):
        .table(
          document.cells[table.cells].map { cell in
            Cell(
              document.string(cell.text), row: Int(cell.row), column: Int(cell.column),
              rowSpan: Int(cell.rowSpan), columnSpan: Int(cell.columnSpan),
              isHeader: cell.isHeader)
          }, rows: table.rowCount, columns: table.columnCount,
          caption: table.caption.map { document.string($0.text) })
      }
    }
  }

  /// A document that says this.
  public var document: Document {
    var document = Document()
    let nowhere = SourceRange(start: 0, end: 0)
    for block in blocks {
      switch block {
      case .heading(let level, let text):
        document.blocks.append(
          .heading(
            TextBlock(text: document.store(text), source: nowhere, level: UInt8(level))))
      case .paragraph(let text):
        document.blocks.append(
          .paragraph(TextBlock(text: document.store(text), source: nowhere)))
      case .table(let cells, let rows, let columns, let caption):
        let first = document.cells.count
        for cell in cells {
          document.cells.append(
            IR.Cell(
              text: document.store(cell.text), source: nowhere, row: UInt32(cell.row),
              column: UInt16(cell.column), rowSpan: UInt16(cell.rowSpan),
              columnSpan: UInt16(cell.columnSpan), isHeader: cell.isHeader))
        }
        var table = Table(
          index: document.tableCount, cells: first..<document.cells.count, rowCount: rows,
          columnCount: columns, source: nowhere)
        table.caption = caption.map { TextBlock(text: document.store($0), source: nowhere) }
        document.tableCount += 1
        document.blocks.append(.table(table))
      }
    }
    return document
  }

  /// The same without what pipe tables and tab-separated text cannot say: spans, header cells,
  /// and captions, which are paragraphs before their tables.
  public var flattened: DocumentContent {
    DocumentContent(
      blocks.flatMap { block -> [Block] in
        guard case .table(let cells, let rows, let columns, let caption) = block else {
          return [block]
        }
        var texts: [[String]] = Array(
          repeating: Array(repeating: "", count: columns), count: rows)
        for cell in cells { texts[cell.row][cell.column] = cell.text }
        var flat: [Cell] = []
        for row in 0..<rows {
          for column in 0..<columns {
            flat.append(Cell(texts[row][column], row: row, column: column))
          }
        }
        let table = Block.table(flat, rows: rows, columns: columns, caption: nil)
        return (caption.map { [.paragraph($0)] } ?? []) + [table]
      })
  }

  /// The same with paragraphs in place of headings.
  public var withoutHeadings: DocumentContent {
    DocumentContent(
      blocks.map { block in
        if case .heading(_, let text) = block { .paragraph(text) } else { block }
      })
  }

  /// The same without header cells.
  public var withoutHeaders: DocumentContent {
    var copy = self
    for index in copy.blocks.indices {
      guard case .table(var cells, let rows, let columns, let caption) = copy.blocks[index] else {
        continue
      }
      for number in cells.indices { cells[number].isHeader = false }
      copy.blocks[index] = .table(cells, rows: rows, columns: columns, caption: caption)
    }
    return copy
  }

  /// A line for every block and cell.
  public var description: String {
    blocks.map { block in
      switch block {
      case .heading(let level, let text): "h\(level) \(text.debugDescription)"
      case .paragraph(let text): "p \(text.debugDescription)"
      case .table(let cells, let rows, let columns, let caption):
        "table \(rows)x\(columns) \(caption?.debugDescription ?? "-")\n"
          + cells.map {
            "  \($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan)\($0.isHeader ? " th" : "")"
              + " \($0.text.debugDescription)"
          }.joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }
}
