import Forms
import IR
import Readers

/// A form that was drawn and read again in several ways.
struct RoundTrip {
  /// How the drawing reaches the recogniser.
  enum Way: String, CaseIterable {
    /// As it is drawn, cells merged.
    case drawn
    /// Merged cells split up, their text in the first of their places, as in markdown and TSV.
    case flattened
    /// The same, and every block of the sheet in one table, as a worksheet is.
    case oneTable
  }

  /// What is wrong, one line each; empty where all is well.
  private(set) var failures: [String] = []
  /// The rows of the appendix.
  let appendixRows: [[String]]
  let sheet: Sheet

  init(_ form: Form, layouts: LayoutSet = .builtIn) throws {
    sheet = try FormRenderer(layouts: layouts).render(form)
    appendixRows = sheet.document.appendixRows
    var options = FormRecognizer.Options()
    options.layouts = layouts
    for way in Way.allCases {
      let document = sheet.document.arriving(by: way)
      let recognition = Recognition(recognizing: document, options: options)
      failures += Self.failures(recognition, form).map { "\(way.rawValue): \($0)" }
    }
  }

  /// What is not the same in two forms.
  static func differences(_ form: Form, _ read: Form) -> [String] {
    let lines = zip(form.lines, read.lines).filter { $0 != $1 }.map { "\($0) was read as \($1)" }
    return form.lines.count == read.lines.count
      ? lines : lines + ["\(read.lines.count) lines for \(form.lines.count)"]
  }

  private static func failures(_ recognition: Recognition, _ form: Form) -> [String] {
    var failures: [String] = []
    if recognition.forms.count != 1 { failures.append("\(recognition.forms.count) forms") }
    if !recognition.tables.isEmpty { failures.append("tables outside") }
    failures += recognition.outside.map { "outside: \($0.text)" }
    if let read = recognition.forms.first {
      failures += differences(form, read)
      if form.withoutPlaces != read.withoutPlaces, failures.isEmpty { failures.append("unequal") }
    }
    for diagnostic in recognition.diagnostics
    where diagnostic.severity >= .warning && !diagnostic.code.isOfTheForm {
      failures.append(
        "\(diagnostic.code.rawValue) \(diagnostic.pointer ?? ""): \(diagnostic.message(.english))")
    }
    return failures
  }
}

extension DiagnosticCode {
  /// Whether it says something of the form that is so wherever it is printed.
  fileprivate var isOfTheForm: Bool {
    switch self {
    case .amountUnreadable, .dateUnreadable, .targetAbsent, .formIncomplete: true
    case .componentsSum, .executionRate, .fundingSum, .scoreAboveWeight, .scoreSum, .weightSum: true
    case .datesReversed, .indicatorRepeated, .targetMissed, .weightTotal, .yearMismatch: true
    default: false
    }
  }
}

extension Form {
  /// The form without where its texts stand in the source.
  var withoutPlaces: Form {
    var form = self
    for index in form.unplaced.indices { form.unplaced[index].source = nil }
    return form
  }

  /// The form as lines, for showing differences.
  fileprivate var lines: [String] {
    ["\(kind) \(layout) \(title ?? "-") \(year ?? 0) \(fundingUnit ?? "-")"]
      + FieldKey.allCases.map { "\($0.rawValue) \(self[$0].map { "\($0)" } ?? "-")" }
      + ["\(blank)", "\(emptyLevels)", "\(unplaced.map(\.text))", "\(String(describing: total))"]
      + ["\(String(describing: carried))"]
      + components.map { "\($0)" } + fundingRows.map { "\($0)" } + indicators.map { "\($0)" }
  }
}

extension Document {
  /// Documents one after the other.
  init(joining documents: [Document]) {
    self.init()
    for document in documents {
      for block in document.blocks {
        switch block {
        case .heading(let text): blocks.append(.heading(copy(text, of: document)))
        case .paragraph(let text): blocks.append(.paragraph(copy(text, of: document)))
        case .table(var table):
          let first = cells.count
          for var cell in document.cells[table.cells] {
            cell.text = store(document.string(cell.text))
            cells.append(cell)
          }
          table.cells = first..<cells.count
          table.index = tableCount
          tableCount += 1
          blocks.append(.table(table))
        }
      }
    }
  }

  private mutating func copy(_ text: TextBlock, of document: Document) -> TextBlock {
    var text = text
    text.text = store(document.string(text.text))
    return text
  }

  /// The rows of the table below the heading 附：原表信息, its header aside.
  fileprivate var appendixRows: [[String]] {
    guard blocks.count >= 2, case .heading(let heading) = blocks[blocks.count - 2],
      string(heading.text) == "附：原表信息", case .table(let table) = blocks[blocks.count - 1]
    else { return [] }
    var rows = Array(repeating: [String](), count: table.rowCount)
    for cell in cells[table.cells] { rows[Int(cell.row)].append(string(cell.text)) }
    return Array(rows.dropFirst())
  }

  fileprivate func arriving(by way: RoundTrip.Way) -> Document {
    switch way {
    case .drawn: self
    case .flattened: splittingCells()
    case .oneTable: splittingCells().inOneTable()
    }
  }

  private func splittingCells() -> Document {
    var document = self
    for index in document.cells.indices {
      document.cells[index].rowSpan = 1
      document.cells[index].columnSpan = 1
      document.cells[index].isHeader = false
      document.cells[index].kind = .text
    }
    return document
  }

  /// Headings and paragraphs as rows of one cell, an empty row before the appendix.
  private func inOneTable() -> Document {
    var document = Document()
    document.decodedText = decodedText
    let nowhere = SourceRange(start: 0, end: 0)
    var row: UInt32 = 0
    for block in blocks {
      switch block {
      case .heading(let text), .paragraph(let text):
        if text.level == 2 { row += 1 }
        document.cells.append(Cell(text: text.text, source: nowhere, row: row, column: 0))
        row += 1
      case .table(let table):
        for var cell in cells[table.cells] {
          cell.row += row
          document.cells.append(cell)
        }
        row += UInt32(table.rowCount)
      }
    }
    document.blocks = [
      .table(
        Table(
          index: 0, cells: document.cells.indices, rowCount: Int(row), columnCount: 16,
          source: nowhere))
    ]
    document.tableCount = 1
    return document
  }
}
