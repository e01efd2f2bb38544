internal import IR

/// One sheet (ECMA-376-1, 18.3) as a list of cells and of merged areas.
final class WorksheetHandler: XMLHandler {
  private enum Names {
    static let row = XMLName("row")
    static let cell = XMLName("c")
    static let value = XMLName("v")
    static let formula = XMLName("f")
    static let inline = XMLName("is")
    static let text = XMLName("t")
    static let phonetic = XMLName("rPh")
    static let reference = XMLName("r")
    static let style = XMLName("s")
    static let area = XMLName("ref")
    static let merge = XMLName("mergeCell")
    static let filter = XMLName("autoFilter")
  }

  private enum Target {
    case none, value, formula, inline
  }

  private(set) var failure: ReadError?
  /// What was found.
  private(set) var sheet: SheetGrid

  private let context: WorkbookContext
  private let limits: Limits
  private let name: String
  private var row = -1
  private var column = -1
  private var style = 0
  private var type: [UInt8] = []
  private var hasFormula = false
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var target = Target.none
  private var isInline = false
  private var phoneticDepth = 0

  /// Prepares to read a sheet whose texts follow others.
  init(_ name: String, context: WorkbookContext, text: [UInt8], limits: Limits) {
    self.name = name
    self.context = context
    self.limits = limits
    sheet = SheetGrid(text: text)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Names.cell: startCell(attributes)
    case Names.value: target = .value
    case Names.row: startRow(attributes)
    case Names.formula:
      hasFormula = true
      target = .formula
    case Names.inline: isInline = true
    case Names.text: target = isInline && phoneticDepth == 0 ? .inline : .none
    case Names.phonetic: phoneticDepth += 1
    case Names.merge: if let area = area(attributes) { sheet.merges.append(area) }
    case Names.filter: sheet.filter = area(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case Names.cell: endCell()
    case Names.value, Names.formula, Names.text: target = .none
    case Names.inline: isInline = false
    case Names.phonetic: phoneticDepth -= 1
    case Names.row: sheet.endRow()
    default: break
    }
  }

  func text(_ text: Span<UInt8>) {
    switch target {
    case .none: return
    case .value, .inline: for index in text.indices { value.append(text[index]) }
    case .formula: for index in text.indices { formula.append(text[index]) }
    }
  }

  // MARK: Rows and cells

  private func startRow(_ attributes: XMLAttributes) {
    column = -1
    guard attributes.value(Names.reference) != nil else {
      row += 1
      return checkRow("\(row + 1)")
    }
    let number = attributes.integer(Names.reference) ?? 0
    row = number - 1
    checkRow(attributes.string(Names.reference) ?? "")
  }

  private func checkRow(_ text: String) {
    if row < 0 || row >= GridReference.rowLimit { failure = .beyondGrid(text, sheet: name) }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    if let reference = attributes.value(Names.reference) {
      if let cell = GridReference(reference) {
        (row, column) = (cell.row, cell.column)
      } else {
        failure = .beyondGrid(String(decoding: reference, as: UTF8.self), sheet: name)
      }
    }
    if column >= limits.columns { failure = .beyondGrid("\(column + 1)", sheet: name) }
    style = attributes.integer(Names.style) ?? 0
    type = attributes.value(Names.text).map(Array.init) ?? []
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    hasFormula = false
  }

  private func endCell() {
    guard failure == nil else { return }
    var kind = Cell.Kind.text
    let shown = context.text(of: value, type: type, style: style, kind: &kind)
    if hasFormula, value.isEmpty { reportFormula() }
    sheet.append(
      shown, row: row, column: column, style: min(style, context.styles.count - 1), kind: kind)
    if sheet.text.count > limits.inputBytes {
      failure = .package(
        "the cells have more than \(limits.inputBytes) bytes of text, the limit input-bytes; "
          + "raise it with --max-input-bytes",
        "单元格文字超过 \(limits.inputBytes) 字节（限制 input-bytes）；可用 --max-input-bytes 提高")
    }
  }

  /// A program that does not calculate has written the formula alone.
  private func reportFormula() {
    let start = sheet.text.count
    sheet.diagnostics.append(
      Diagnostic(
        .formulaWithoutValue, at: SourceRange(start..<start),
        arguments: [.text("formula", String(decoding: formula, as: UTF8.self))]))
  }

  private func area(_ attributes: XMLAttributes) -> GridArea? {
    guard let reference = attributes.value(Names.area) else { return nil }
    let area = GridArea(reference)
    if area == nil {
      failure = .beyondGrid(String(decoding: reference, as: UTF8.self), sheet: name)
    }
    return area
  }
}

/// What the cells of all sheets refer to.
struct WorkbookContext {
  var strings: SharedStringsHandler?
  var styles = [CellStyle()]
  var startsIn1904 = false

  /// What a cell shows.
  func text(
    of value: [UInt8], type: [UInt8], style: Int, kind: inout Cell.Kind
  ) -> [UInt8] {
    let format = styles.indices.contains(style) ? styles[style].number : .general
    switch type {
    case [UInt8(ascii: "s")]:
      guard let index = Int(String(decoding: value, as: UTF8.self)),
        let text = strings?.text(index)
      else { return value }
      return format.text(of: Array(text))
    case [UInt8(ascii: "b")]: return Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)
    case [], [UInt8(ascii: "n")]: return numberText(value, format, kind: &kind)
    case [UInt8(ascii: "e")], [UInt8(ascii: "d")]: return value
    default:
      var text = value
      XString.decode(&text, from: 0)
      return format.text(of: text)
    }
  }

  private func numberText(
    _ value: [UInt8], _ format: NumberFormat, kind: inout Cell.Kind
  ) -> [UInt8] {
    guard !value.isEmpty, let number = DecimalNumber(value.span) else { return value }
    let shown = format.text(of: number, startsIn1904: startsIn1904)
    switch shown.kind {
    case .number: kind = .number
    case .date: kind = .date
    case .text: kind = .text
    }
    return shown.text
  }
}
