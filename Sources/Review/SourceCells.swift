internal import IR
internal import Writers

/// The cells and the texts of a document, numbered from 0 in their order, so that values and
/// findings can say where they come from by a number.
struct SourceCells {
  /// The places of the numbered texts in the source, in its order.
  private var starts: [(start: UInt32, end: UInt32, number: Int)] = []

  /// Numbers what is in a document.
  init(_ document: Document) {
    var number = 0
    func add(_ source: SourceRange) {
      starts.append((source.start, source.end, number))
      number += 1
    }
    for block in document.blocks {
      switch block {
      case .heading(let text), .paragraph(let text): add(text.source)
      case .table(let table): for index in table.cells { add(document.cells[index].source) }
      }
    }
    starts.sort { ($0.start, $0.number) < ($1.start, $1.number) }
  }

  /// The number of the text that a place is in; `nil` between texts.
  func number(at place: SourceRange) -> Int? {
    let next = starts.indices.partitioningIndex { starts[$0].start > place.start }
    // The innermost text begins last; one that a table stands in begins before its cells.
    for index in stride(from: next - 1, through: max(0, next - Self.lookBack), by: -1) {
      let text = starts[index]
      if place.start < text.end || place.start == text.start { return text.number }
    }
    return nil
  }

  /// How many texts before a place are looked at: cells may lie one in another.
  private static let lookBack = 64

  /// Writes the blocks of a document: `["h", line, text, level]`, `["p", line, text]` and
  /// `["t", table, rows]`, a row being its cells, and a cell
  /// `[line, column, text, first grid column, column span, row span, is header]`, from the end of
  /// which what is usual is left out.
  static func write(
    _ document: Document, _ places: inout SourcePlaces, to json: inout JSONEmitter
  ) {
    json.beginArray()
    for block in document.blocks {
      json.beginArray()
      switch block {
      case .heading(let text), .paragraph(let text):
        let isHeading = text.level > 0
        json.string(isHeading ? "h" : "p")
        json.integer(places.line(of: text.source))
        json.string(document.string(text.text))
        if isHeading { json.integer(Int(text.level)) }
      case .table(let table):
        json.string("t")
        json.integer(table.index)
        write(table, of: document, &places, to: &json)
      }
      json.endArray()
    }
    json.endArray()
  }

  private static func write(
    _ table: Table, of document: Document, _ places: inout SourcePlaces,
    to json: inout JSONEmitter
  ) {
    var index = table.cells.lowerBound
    json.beginArray()
    for row in 0..<table.rowCount {
      json.beginArray()
      var usualColumn = 0
      while index < table.cells.upperBound, Int(document.cells[index].row) == row {
        write(document.cells[index], of: document, &usualColumn, &places, to: &json)
        index += 1
      }
      json.endArray()
    }
    json.endArray()
  }

  private static func write(
    _ cell: Cell, of document: Document, _ usualColumn: inout Int, _ places: inout SourcePlaces,
    to json: inout JSONEmitter
  ) {
    let position = places.position(of: cell.source)
    var rest = [
      Int(cell.column), Int(cell.columnSpan), Int(cell.rowSpan), cell.isHeader ? 1 : 0,
    ]
    let usual = [usualColumn, 1, 1, 0]
    while let last = rest.last, last == usual[rest.count - 1] { rest.removeLast() }
    json.beginArray()
    json.integer(position.line)
    json.integer(position.column)
    json.string(document.string(cell.text))
    for number in rest { json.integer(number) }
    json.endArray()
    usualColumn = Int(cell.column) + Int(cell.columnSpan)
  }
}
