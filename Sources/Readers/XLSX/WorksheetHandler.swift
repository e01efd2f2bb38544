internal import IR

/// One sheet (ECMA-376-1, 18.3) as a list of cells and of merged areas.
final class WorksheetHandler: XMLHandler {
  // All is in one value, so that the many accesses to it are checked once for each event.
  private var reader: WorksheetReader

  /// Prepares to read a sheet whose texts follow others.
  init(_ name: String, context: WorkbookContext, text: [UInt8], limits: Limits) {
    reader = WorksheetReader(name, context: context, text: text, limits: limits)
  }

  /// What was found; given up, so that there are not two of it.
  func takeSheet() -> SheetGrid { reader.takeSheet() }
  /// Goes on with what was taken, or with what is left of it.
  func putBack(_ sheet: consuming SheetGrid) { reader.putBack(sheet) }
  var failure: ReadError? { reader.failure }
  /// How many bytes of text the cells show that were read so far.
  var shownByteCount: Int { reader.shownByteCount }

  func start(_ name: XMLName, _ attributes: XMLAttributes) { reader.start(name, attributes) }
  func end(_ name: XMLName) { reader.end(name) }
  func text(_ text: Span<UInt8>) { reader.text(text) }

  /// Takes a row that the parser was not given.
  func take(_ row: PlainRow, of text: Span<UInt8>) { reader.take(row, of: text) }
}

/// What has been read of a sheet so far.
private struct WorksheetReader {
  /// Values of the reader, and not of a type: those are checked for being there at every use.
  private struct Names {
    let row = XMLName("row")
    let cell = XMLName("c")
    let value = XMLName("v")
    let formula = XMLName("f")
    let inline = XMLName("is")
    let text = XMLName("t")
    let phonetic = XMLName("rPh")
    let reference = XMLName("r")
    let style = XMLName("s")
    let area = XMLName("ref")
    let merge = XMLName("mergeCell")
    let filter = XMLName("autoFilter")
  }

  private enum Target {
    case none, value, formula, inline
  }

  private(set) var failure: ReadError?
  /// Whether there is a failure: asked for every cell, for which the error would be copied.
  private var hasFailed = false
  private(set) var shownByteCount = 0
  /// What was found.
  private(set) var sheet: SheetGrid

  private let names = Names()
  private let context: WorkbookContext
  private let limits: Limits
  private let name: String
  private var row = -1
  private var isInRow = false
  private var column = -1
  private var style = 0
  private var type = CellType.number
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

  mutating func takeSheet() -> SheetGrid {
    var taken = SheetGrid(text: [])
    swap(&taken, &sheet)
    return taken
  }

  mutating func putBack(_ sheet: consuming SheetGrid) { self.sheet = sheet }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case names.cell: startCell(attributes)
    case names.value: target = .value
    case names.row: startRow(attributes)
    case names.formula:
      hasFormula = true
      target = .formula
    case names.inline: isInline = true
    case names.text: target = isInline && phoneticDepth == 0 ? .inline : .none
    case names.phonetic: phoneticDepth += 1
    case names.merge: if let area = area(attributes) { sheet.merges.append(area) }
    case names.filter: sheet.filter = area(attributes)
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case names.cell: endCell()
    case names.value, names.formula, names.text: target = .none
    case names.inline: isInline = false
    case names.phonetic: phoneticDepth -= 1
    case names.row:
      sheet.endRow()
      isInRow = false
    default: break
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    switch target {
    case .none: return
    case .value, .inline: value.append(copying: text)
    case .formula: formula.append(copying: text)
    }
  }

  /// Takes note of what cannot be read; the first such thing is told.
  private mutating func fail(_ error: ReadError) {
    failure = failure ?? error
    hasFailed = true
  }

  // MARK: Rows and cells

  private mutating func startRow(_ attributes: XMLAttributes) {
    isInRow = true
    column = -1
    guard attributes.range(names.reference) != nil else {
      row += 1
      return checkRow("\(row + 1)")
    }
    let number = attributes.integer(names.reference) ?? 0
    row = number - 1
    checkRow(attributes.string(names.reference) ?? "")
  }

  private mutating func checkRow(_ text: String) {
    if row < 0 || row >= GridReference.rowLimit { fail(.beyondGrid(text, sheet: name)) }
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    if !isInRow { fail(.cellOutsideRows(sheet: name)) }
    column += 1
    if let range = attributes.range(names.reference) {
      let reference = attributes.bytes.span.extracting(range)
      if let cell = GridReference(reference) {
        (row, column) = (cell.row, cell.column)
      } else {
        fail(.beyondGrid(attributes.string(names.reference) ?? "", sheet: name))
      }
    }
    if column >= limits.columns { fail(.beyondGrid("\(column + 1)", sheet: name)) }
    style = attributes.integer(names.style) ?? 0
    type = CellType(attributes, names.text)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    hasFormula = false
  }

  private mutating func endCell() {
    guard !hasFailed else { return }
    var kind = Cell.Kind.text
    if hasFormula, value.isEmpty { reportFormula() }
    if type == .shared, !context.changesText(style), let text = context.sharedText(value) {
      append(text, kind)
    } else {
      let shown = context.text(of: &value, type: type, style: style, kind: &kind)
      if shown == nil { reportAbsentText() }
      append(shown ?? value[...], kind)
    }
  }

  /// Adds what a cell shows, which is limited over all sheets.
  private mutating func append(_ shown: ArraySlice<UInt8>, _ kind: Cell.Kind) {
    spend(shown.count)
    guard !hasFailed else { return }
    sheet.append(shown, at: place, kind: kind)
    checkTextCount()
  }

  private mutating func spend(_ byteCount: Int) {
    shownByteCount += byteCount
    if shownByteCount > context.shownBytesLeft { fail(.tooMuchShown(sheet: name, limits: limits)) }
  }

  /// Where the cell that is being read stands, and how it looks.
  private var place: SheetGrid.Place {
    SheetGrid.Place(row: row, column: column, style: min(style, context.styles.count - 1))
  }

  private mutating func checkTextCount() {
    if sheet.text.count > limits.inputBytes {
      fail(
        .package(
          "the cells have more than \(limits.inputBytes) bytes of text, the limit input-bytes; "
            + "raise it with --max-input-bytes",
          "单元格文字超过 \(limits.inputBytes) 字节（限制 input-bytes）；可用 --max-input-bytes 提高"))
    }
  }

  // MARK: Plain rows

  /// Takes a row as the events of the parser would.
  mutating func take(_ plain: PlainRow, of text: Span<UInt8>) {
    row = plain.number.map { $0 - 1 } ?? row + 1
    if row < 0 || row >= GridReference.rowLimit { checkRow("\(row + 1)") }
    column = -1
    hasFormula = false
    let strings = context.strings
    for cell in plain.cells {
      column += 1
      if let reference = cell.reference { (row, column) = (reference.row, reference.column) }
      if column >= limits.columns { fail(.beyondGrid("\(column + 1)", sheet: name)) }
      style = cell.style
      type = cell.type
      guard !takeShared(cell, of: text, strings) else { continue }
      value.removeAll(keepingCapacity: true)
      value.append(copying: text.extracting(cell.value))
      endCell()
    }
    sheet.endRow()
    checkTextCount()
  }

  /// Takes a cell with the number of a shared text; `false` for another one.
  @inline(__always)
  private mutating func takeShared(
    _ cell: PlainRow.PlainCell, of text: Span<UInt8>, _ strings: SharedStrings?
  ) -> Bool {
    guard cell.type == .shared, !hasFailed, !context.changesText(style), let strings,
      let number = text.integer(in: cell.value)
    else { return false }
    let start = sheet.text.count
    guard sheet.append(shared: number, of: strings, at: place) else { return false }
    // A tab has been put behind the text.
    spend(sheet.text.count - start - 1)
    return true
  }

  /// A program that does not calculate has written the formula alone.
  private mutating func reportFormula() {
    let start = sheet.text.count
    sheet.diagnostics.append(
      Diagnostic(
        .formulaWithoutValue, at: SourceRange(start..<start),
        arguments: [.text("formula", String(decoding: formula, as: UTF8.self))]))
  }

  /// The number of the text is kept, so that it shows where the text is missing.
  private mutating func reportAbsentText() {
    let start = sheet.text.count
    sheet.diagnostics.append(
      Diagnostic(
        .sharedTextAbsent, at: SourceRange(start..<start),
        arguments: [.text("number", String(decoding: value, as: UTF8.self))]))
  }

  private mutating func area(_ attributes: XMLAttributes) -> GridArea? {
    guard let reference = attributes.string(names.area) else { return nil }
    let area = GridArea(Array(reference.utf8)[...])
    if area == nil {
      fail(.beyondGrid(reference, sheet: name))
    }
    return area
  }
}
