import Foundation
import IR
import Readers
import Testing

@Test func dump() throws {
  guard let path = ProcessInfo.processInfo.environment["DUMP"] else { return }
  let reading = try Reading(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  print(reading.document.source.format, reading.document.source.encoding)
  for block in reading.document.blocks {
    switch block {
    case .heading(let text): print("H\(text.level)", reading.document.string(text.text))
    case .paragraph(let text): print("P", reading.document.string(text.text))
    case .table(let table):
      print("TABLE", table.rowCount, table.columnCount, table.caption as Any)
      for row in reading.rows(of: table) { print("R", row) }
    }
  }
  print("DIAG", reading.document.diagnostics)
}
