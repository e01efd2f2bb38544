import Forms
import IR
import Readers
import Testing
import Writers

/// A form reads the same whatever a program without merged cells makes of them.
struct MergedCellTests {
  /// How the columns and rows that a cell is merged over are printed.
  enum Print: String, CaseIterable, Sendable {
    /// Empty but for the first, as pandoc prints them.
    case empty
    /// With the text again in each column.
    case columns
    /// With the text again in each row.
    case rows
    /// With the text again in each column of each row, as Docling prints them.
    case all
    /// Empty cells as words, as MarkItDown prints a sheet.
    case words
    /// Without borders, as html2text prints rows.
    case borderless
    /// Empty, without dashes and empty lines, as trafilatura prints pages.
    case unruled
    /// Not at all, as markdownify prints them: what follows in the row moves to the left.
    case lost
  }

  @Test(arguments: CorpusFile.all.filter(\.isUndamaged), Print.allCases)
  func formsAreRead(_ file: CorpusFile, _ print: Print) throws {
    let expected = try file.corpusCase.expectation()
    let json = try Self.json(Self.markdown(Document(reading: file.sourceText()), print))
    let forms = try #require(expected["forms"]?.elements)
    let found = try #require(try JSONValue(parsing: json)["forms"]?.elements)
    #expect(found.count == forms.count)
    for (number, pair) in zip(forms, found).enumerated() where Self.isTold(pair.0, print) {
      let differences = Difference.all(
        pair.0.without("line"), pair.1.without("line"), at: "/forms/\(number)")
      #expect(differences.isEmpty, "\(differences.report)")
    }
    let known =
      try Expectation.list(expected["diagnostics"]) + Expectation.list(expected["allowed"])
    let surplus = try Finding.list(json).filter { finding in
      finding.isWarning && finding.form.map { Self.isTold(forms[$0], print) } ?? true
        && !known.contains { finding.isAllowed(in: $0.form, as: $0.code) }
    }
    #expect(surplus.isEmpty, "\(surplus.map(\.description).joined(separator: "\n"))")
  }

  /// Whether a print says what stands where: without merged cells nobody can tell a name from a target
  /// where there are no names, nor a label that is printed again in an empty cell from a merged one.
  private static func isTold(_ form: JSONValue, _ print: Print) -> Bool {
    let indicators = form["indicators"]?.elements ?? []
    return print != .lost
      || indicators.allSatisfy { $0["name"] != nil } && form["unplaced"] == nil
  }

  /// The canonical JSON of a markdown text.
  private static func json(_ text: String) throws -> [UInt8] {
    let source = try SourceText(reading: Array(text.utf8), name: "print.md")
    let document = try Document(reading: source)
    var writer = FormJSONWriter(source)
    writer.append(Recognition(recognizing: document), from: document)
    return writer.finish().bytes
  }

  private static func markdown(_ document: Document, _ print: Print) -> String {
    document.blocks.map { block in
      switch block {
      case .heading(let block), .paragraph(let block): escaped(document.string(block.text)) + "\n"
      case .table(let table): pipeTable(cells(of: table, in: document, print), print)
      }
    }.joined(separator: print == .unruled ? "" : "\n")
  }

  /// The texts of a table by row and column, or by row where merged cells leave nothing behind.
  private static func cells(of table: Table, in document: Document, _ print: Print) -> [[String]] {
    let cells = document.cells[table.cells]
    if print == .lost {
      return Dictionary(grouping: cells, by: \.row).sorted { $0.key < $1.key }.map { _, row in
        row.map { escaped(document.string($0.text)) }
      }
    }
    let height = cells.reduce(0) { max($0, Int($1.row) + Int($1.rowSpan)) }
    let width = cells.reduce(0) { max($0, Int($1.column) + Int($1.columnSpan)) }
    var grid = Array(repeating: Array(repeating: "", count: width), count: height)
    for cell in cells {
      for row in 0..<Int(cell.rowSpan) where row == 0 || print == .rows || print == .all {
        for column in 0..<Int(cell.columnSpan)
        where column == 0 || print == .columns || print == .all {
          grid[Int(cell.row) + row][Int(cell.column) + column] = escaped(
            document.string(cell.text))
        }
      }
    }
    guard print == .words else { return grid }
    return grid.enumerated().map { number, row in
      row.enumerated().map { column, text in
        text.isEmpty ? number == 0 ? "Unnamed: \(column)" : "NaN" : text
      }
    }
  }

  private static func pipeTable(_ rows: [[String]], _ print: Print) -> String {
    var lines = rows.map { row in
      print == .borderless
        ? row.joined(separator: "| ") + "  " : "| " + row.joined(separator: " | ") + " |"
    }
    if print == .unruled { return lines.joined(separator: "\n") + "\n" }
    let dashes = Array(repeating: "---", count: rows.first?.count ?? 0).joined(separator: "|")
    lines.insert(print == .borderless ? dashes + "  " : "|" + dashes + "|", at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("|", with: "\\|")
      .replacing("\n", with: "<br>")
  }
}
