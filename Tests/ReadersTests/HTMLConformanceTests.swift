import Foundation
import IR
import Readers
import Testing

/// Tables of public HTML suites, read as WHATWG HTML forms them.
///
/// Rows beyond the last of a row group are cut as browsers cut them, so the `clipped` form of a
/// case is the expected one where there is one.
@Suite struct HTMLConformanceTests {
  struct ExpectedCell: Equatable, CustomStringConvertible {
    var row: Int, column: Int, rowSpan: Int, columnSpan: Int
    var text: String
    var description: String {
      "(\(row),\(column) \(rowSpan)x\(columnSpan) \(text.debugDescription))"
    }
  }

  @Test(
    Conformance.isRequired,
    arguments: [
      "hand-written", "wpt", "html5lib-tree-construction", "libraries", "pandas-documents",
    ])
  func suite(_ name: String) throws {
    var geometry = Score("html \(name), geometry")
    var text = Score("html \(name), text")
    for item in try Conformance.cases("html-tables/\(name).json") {
      let expected = try Self.expected(item)
      let actual = try Self.read(item)
      let id = "\(item["id"] ?? "") \(item["name"] ?? "")"
      let same = Self.shape(actual) == Self.shape(expected)
      let detail = "\(id)\n    expected \(expected)\n    read     \(actual)"
      geometry.count(same, detail)
      if same { text.count(actual == expected, detail) }
    }
    geometry.report()
    text.report()
    let failed = (geometry.failed + text.failed).map { String($0.prefix(15)) }
    #expect(
      Set(failed)
        == Self.argued.values.reduce(into: []) { all, ids in
          all.formUnion(name == "html5lib-tree-construction" ? ids : [])
        })
  }

  /// Cases that are read otherwise on purpose, by the reason.
  private static let argued: [String: Set<String>] = [
    "what is in a template is no part of the page": ["html-6ebf01544a"],
    "a template that never ends hides nothing": ["html-2c3e69bafd"],
    "drawings are read like the rest of a page": ["html-3aab0524cd"],
    "NUL is read as U+FFFD and reported, not dropped": ["html-7f73e35f30", "html-c84da4ea95"],
  ]

  private static func shape(_ tables: [[ExpectedCell]]) -> [[ExpectedCell]] {
    tables.map { cells in
      cells.map {
        var cell = $0
        cell.text = ""
        return cell
      }
    }
  }

  private static func read(_ item: Conformance.Case) throws -> [[ExpectedCell]] {
    let bytes: [UInt8]
    if let file = item["htmlFile"] as? String {
      bytes = try Conformance.bytes("html-tables/" + file)
    } else {
      bytes = Array((item["html"] as? String ?? "").utf8)
    }
    var options = ReadOptions()
    options.format = .html
    // One case has 20,001 columns.
    options.limits.columns = 32_768
    if item["encoding"] as? String == "latin-1" {
      options.encoding = TextEncoding(rawValue: "iso-8859-1")
    }
    let document = try Reading(bytes, options: options).document
    return document.blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return document.cells[table.cells].map {
        ExpectedCell(
          row: Int($0.row), column: Int($0.column), rowSpan: Int($0.rowSpan),
          columnSpan: Int($0.columnSpan), text: withoutBoxes(document.string($0.text)))
      }
    }
  }

  /// The suites leave check boxes out of the text.
  private static func withoutBoxes(_ text: String) -> String {
    text.replacing("☐", with: "").replacing("☑", with: "")
      .split(separator: "\n").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ")) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Cuts spans at the end of their row group, and moves the groups below up.
  private static func clip(
    _ cells: inout [ExpectedCell], _ clipped: Conformance.Case, groups: [Conformance.Case]
  ) throws {
    for pair in clipped["rowspans"] as? [[Int]] ?? [] { cells[pair[0]].rowSpan = pair[1] }
    var removed = 0
    for group in groups {
      let first = try #require(group["firstRow"] as? Int)
      let end = first + (try #require(group["rows"] as? Int))
      let members = cells.indices.filter { (first..<end).contains(cells[$0].row) }
      let used = members.map { cells[$0].row + cells[$0].rowSpan }.max() ?? end
      for index in members { cells[index].row -= removed }
      removed += end - used
    }
  }

  private static func expected(_ item: Conformance.Case) throws -> [[ExpectedCell]] {
    let tables = try #require(item["tables"] as? [Conformance.Case])
    return try tables.map { table in
      var cells = try #require(table["cells"] as? [Conformance.Case]).map { cell in
        ExpectedCell(
          row: cell["row"] as? Int ?? -1, column: cell["col"] as? Int ?? -1,
          rowSpan: cell["rowspan"] as? Int ?? 1, columnSpan: cell["colspan"] as? Int ?? 1,
          text: cell["text"] as? String ?? "")
      }
      if let clipped = table["clipped"] as? Conformance.Case {
        try clip(&cells, clipped, groups: table["rowGroups"] as? [Conformance.Case] ?? [])
      }
      return cells.enumerated()
        .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
        .map(\.element)
    }
  }
}
