import IR
import Readers

/// What a test says about a source: its rows and its text.
struct Reading {
  let document: Document

  init(_ bytes: [UInt8], name: String? = nil, options: ReadOptions = ReadOptions()) throws {
    let source = try SourceText(reading: bytes, name: name, options: options)
    document = try Document(reading: source, limits: options.limits)
  }

  init(_ text: String, as format: SourceFormat? = nil) throws {
    var options = ReadOptions()
    options.format = format
    try self.init(Array(text.utf8), options: options)
  }

  /// The rows of each table; a row has only the cells that start in it.
  var tables: [[[String]]] {
    document.blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return rows(of: table)
    }
  }

  func rows(of table: Table) -> [[String]] {
    var rows = [[String]](repeating: [], count: table.rowCount)
    for cell in document.cells[table.cells] {
      rows[Int(cell.row)].append(document.string(cell.text))
    }
    return rows
  }

  /// The headings and paragraphs, headings with as many `#` as their level.
  var texts: [String] {
    document.blocks.compactMap { block in
      switch block {
      case .table: nil
      case .heading(let text), .paragraph(let text):
        String(repeating: "#", count: Int(text.level)) + document.string(text.text)
      }
    }
  }

  var codes: [DiagnosticCode] { document.diagnostics.map(\.code) }
}
