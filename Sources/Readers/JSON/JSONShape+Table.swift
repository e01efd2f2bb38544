internal import IR

extension JSONShape {
  /// Reads a table and appends it to a document's blocks.
  func readTable(_ node: Int, limits: Limits, into document: inout Document) throws(ReadError) {
    var cells: Int?
    var rows: Int?
    var columns: Int?
    var caption: Int?
    var alignments: [ColumnAlignment] = []
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "alignments":
        let words = ColumnAlignment.allCases.map(\.rawValue)
        for node in try array(value) {
          alignments.append(ColumnAlignment(rawValue: try text(node, of: words)) ?? .none)
        }
      case "caption":
        try checkText(value)
        caption = value
      case "cells": cells = value
      case "columns": columns = try integer(value, in: 0...min(limits.columns, Int(UInt16.max)))
      case "rows": rows = try integer(value, in: 0...Int(Int32.max))
      case "sheet": try checkText(value)
      default: throw unknownKey(value, "a table")
      }
    }
    guard let cells else { throw missing("cells", in: node) }
    guard let rows else { throw missing("rows", in: node) }
    guard let columns else { throw missing("columns", in: node) }
    let first = document.cells.count
    for cell in try array(cells) {
      try readCell(cell, rows: rows, columns: columns, first: first, into: &document)
    }
    var table = Table(
      index: document.tableCount, cells: first..<document.cells.count, rowCount: rows,
      columnCount: columns, alignments: Array(alignments.prefix(columns)).trimmed,
      source: source(node))
    guard rows * max(columns, 1) - table.cells.count <= limits.emptySlots else {
      throw failure(
        node, "more than \(limits.emptySlots) slots without a cell, the limit empty-slots",
        "空位超过 \(limits.emptySlots) 个（限制 empty-slots）")
    }
    table.caption = caption.map {
      TextBlock(text: store($0, in: &document), source: source($0))
    }
    document.blocks.append(.table(table))
    document.tableCount += 1
  }

  private func readCell(
    _ node: Int, rows: Int, columns: Int, first: Int, into document: inout Document
  ) throws(ReadError) {
    var cell = Cell(text: .empty, source: source(node), row: .max, column: .max)
    var row: Int?
    var column: Int?
    var members = try object(node)
    while let (key, value) = members.next(in: tree) {
      switch key {
      case "column": column = try integer(value, in: 0...max(columns - 1, 0))
      case "columnSpan": cell.columnSpan = UInt16(try integer(value, in: 2...max(columns, 2)))
      case "header":
        try flag(value)
        cell.isHeader = true
      case "row": row = try integer(value, in: 0...max(rows - 1, 0))
      case "rowSpan":
        cell.rowSpan = UInt16(try integer(value, in: 2...max(min(rows, Int(UInt16.max)), 2)))
      case "text":
        try checkText(value)
        cell.text = store(value, in: &document)
        cell.source = source(value)
      default: throw unknownKey(value, "a cell")
      }
    }
    guard let row else { throw missing("row", in: node) }
    guard let column else { throw missing("column", in: node) }
    guard row + Int(cell.rowSpan) <= rows, column + Int(cell.columnSpan) <= columns else {
      throw failure(node, "the cell reaches beyond its table", "单元格超出了表格")
    }
    cell.row = UInt32(row)
    cell.column = UInt16(column)
    if document.cells.count > first, let last = document.cells.last,
      (last.row, last.column) > (cell.row, cell.column)
    {
      throw failure(node, "cells go by row, then by column", "单元格应先按行、再按列排列")
    }
    document.cells.append(cell)
  }

  /// The text of a string: its own bytes where they have no escapes.
  func store(_ node: Int, in document: inout Document) -> TextRange {
    guard tree.nodes[node].hasEscapes else { return TextRange(source: tree.content(node)) }
    let start = document.decodedText.count
    tree.appendBytes(node, to: &document.decodedText)
    return TextRange(decoded: start..<document.decodedText.count)
  }

  /// Where a value stands; a string without its quotes.
  func source(_ node: Int) -> SourceRange {
    if tree.nodes[node].kind == .string { return SourceRange(tree.content(node)) }
    return SourceRange(start: tree.nodes[node].start, end: tree.nodes[node].end)
  }
}
