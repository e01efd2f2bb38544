import IR

/// The layouts that forms are printed in.
enum PrintLayout: String, CaseIterable, Sendable {
  case legacy2019 = "2019"
  case selfEvaluation2020 = "2020-self-evaluation"
  case district2023 = "2023"
  case city2024 = "2024"
}

/// What one form's printer does its own way.
struct PrintStyle: Sendable {
  /// Where a merged level label ends up once its cell is flattened.
  enum LabelPlace: String, Sendable, CaseIterable {
    case firstRow, centre, everyRow
  }

  var level1 = LabelPlace.firstRow
  var level2 = LabelPlace.firstRow
  /// Whether an even group's centre is the lower of its two middle rows.
  var roundsCentreDown = false
  /// Whether there is a column for the caption 绩效指标.
  var hasCaptionColumn = true
  /// Whether trailing empty cells are left out (TSV only).
  var dropsTrailingCells = false
  /// Whether header and indicators are tables of their own.
  var separatesIndicators = false
  /// Whether cells are merged (HTML only).
  var hasSpans = false
  /// Whether relations are written as LaTeX (markdown only).
  var usesLaTeX = false
  /// Whether ≥ is written as >=.
  var usesASCIIRelations = false
  /// Whether check boxes stand before their labels.
  var boxesFirst = true
  /// Whether a space stands before a unit's parentheses.
  var spacesUnit = false
}

/// A form together with how it is printed.
struct PrintedForm: Sendable {
  var form: Form
  var layout: PrintLayout
  var style: PrintStyle
}

/// What a cell of a printed page holds.
enum PrintedContent: Hashable, Sendable {
  case nothing
  case value
  /// A field's label, a column's header or a caption.
  case label
  /// A level label and the number of its group.
  case level1(Int)
  case level2(Int)
  /// A value of an indicator.
  case indicator(Int, IndicatorColumn)
}

/// The columns of an indicator that hold its values.
enum IndicatorColumn: Int, Hashable, Sendable, CaseIterable {
  case name, target, actual, weight, score, deviation
}

/// One cell of a printed page.
struct PrintedCell: Sendable, Equatable {
  var text = ""
  var content = PrintedContent.nothing
  var rowSpan = 1
  var columnSpan = 1
  /// Whether a merged cell above or to the left covers this place.
  var isCovered = false

  static let empty = PrintedCell()

  static func label(_ text: String, rows: Int = 1, columns: Int = 1) -> PrintedCell {
    PrintedCell(text: text, content: .label, rowSpan: rows, columnSpan: columns)
  }

  static func value(_ text: String?, rows: Int = 1, columns: Int = 1) -> PrintedCell {
    PrintedCell(text: text ?? "", content: .value, rowSpan: rows, columnSpan: columns)
  }
}

/// One row of a printed page.
struct PrintedRow: Sendable, Equatable {
  /// What the row is for.
  enum Kind: Sendable {
    case header, columnHeader, indicator, closing
  }

  var kind = Kind.header
  var cells: [PrintedCell]
  /// The indicators that are in this row or were before it was damaged.
  var indicators: [Int] = []
  /// Whether damage changed the row itself.
  var isTouched = false
  /// Whether the row was shifted; a row is shifted once.
  var isShifted = false
}

/// One block of a printed page.
enum PrintedBlock: Sendable, Equatable {
  case heading(String)
  case paragraph(String)
  case table([PrintedRow])
}

extension [PrintedRow] {
  /// Marks what merged cells cover, and gives every row the same number of cells.
  mutating func settleSpans(columns: Int) {
    for row in indices {
      while self[row].cells.count < columns { self[row].cells.append(.empty) }
    }
    for row in indices {
      for column in self[row].cells.indices {
        let cell = self[row].cells[column]
        guard !cell.isCovered, cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
        cover(cell, row: row, column: column)
      }
    }
  }

  private mutating func cover(_ cell: PrintedCell, row: Int, column: Int) {
    for coveredRow in row..<Swift.min(row + cell.rowSpan, count) {
      for covered in column..<Swift.min(column + cell.columnSpan, self[row].cells.count)
      where coveredRow != row || covered != column {
        self[coveredRow].cells[covered].isCovered = true
      }
    }
  }

  /// Splits merged cells up, as OCR does: the text stays in one row of the cell.
  ///
  /// - Parameter repeatsCells: Whether the text is printed again in each column of the cell.
  mutating func flatten(_ style: PrintStyle, repeatsCells: Bool) {
    for row in indices {
      for column in self[row].cells.indices {
        let cell = self[row].cells[column]
        self[row].cells[column].isCovered = false
        guard cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
        self[row].cells[column].rowSpan = 1
        self[row].cells[column].columnSpan = 1
        if repeatsCells {
          for other in column + 1..<column + cell.columnSpan {
            // A copy is expected nowhere.
            self[row].cells[other] = .value(cell.text)
          }
        }
        place(cell, row: row, column: column, style)
      }
    }
  }

  private mutating func place(
    _ cell: PrintedCell, row: Int, column: Int, _ style: PrintStyle
  ) {
    let place: PrintStyle.LabelPlace
    switch cell.content {
    case .level1: place = style.level1
    case .level2: place = style.level2
    default: return
    }
    var flat = cell
    flat.rowSpan = 1
    let half = style.roundsCentreDown ? cell.rowSpan / 2 : (cell.rowSpan - 1) / 2
    self[row].cells[column] = .empty
    for offset in 0..<cell.rowSpan {
      let isPlace =
        switch place {
        case .firstRow: offset == 0
        case .centre: offset == half
        case .everyRow: true
        }
      if isPlace { self[row + offset].cells[column] = flat }
    }
  }
}
