internal import IR

/// Reads a workbook (ECMA-376, transitional and strict) sheet by sheet.
struct XLSXReader {
  private var package: WorkbookPackage
  private var text: [UInt8] = []
  private var content = WorkbookContent()

  /// How many bytes of XML a cell takes at least, how many its text mostly does, and for how many
  /// cells there is room before they are seen: what a package claims may be wrong.
  ///
  /// Memory that is never used costs nothing, but cells that are moved to a larger place do.
  private static let leastCellByteCount = 20
  private static let usualTextByteCount = 16
  private static let mostExpectedCells = 1 << 20

  /// Reads a package: the texts of its cells one after the other, and what they are.
  static func read(
    _ bytes: [UInt8], limits: Limits
  ) throws(ReadError) -> (text: [UInt8], content: WorkbookContent) {
    var reader = XLSXReader(
      package: try WorkbookPackage(BytesInMemory(bytes), limits: limits))
    try reader.package.readContext()
    let expectedCount = reader.expectedCellCount(reader.package.claimedByteCount)
    reader.text.reserveCapacity(expectedCount * usualTextByteCount)
    for sheet in reader.package.sheets { try reader.read(sheet) }
    reader.content.diagnostics.sortBySource()
    if let whole = ContinuedTexts(reader.content, text: reader.text)?.joined() {
      return (whole.text, whole.content)
    }
    return (reader.text, reader.content)
  }

  private func expectedCellCount(_ claimedByteCount: Int) -> Int {
    min(claimedByteCount / Self.leastCellByteCount, Self.mostExpectedCells)
  }

  private mutating func read(_ sheet: WorkbookPackage.Sheet) throws(ReadError) {
    content.places.beginSheet(sheet.name, at: text.count)
    content.diagnostics += sheet.diagnostics(at: text.count)
    guard !sheet.isDerived else { return }
    let handler = WorksheetHandler(
      sheet.name, context: package.context, text: text, limits: package.limits)
    text = []
    var empty = handler.takeSheet()
    empty.reserve(expectedCellCount(package.claimedByteCount(of: sheet)))
    handler.putBack(empty)
    try package.parse(sheet.part, handler)
    package.spendShownBytes(handler.shownByteCount)
    var grid = handler.takeSheet()
    content.places.reserve(grid.items.count)
    for item in grid.items { content.places.append(item) }
    if let cell = grid.sort() {
      let place = content.places.position(at: cell.source.start)
      throw .package(
        "sheet '\(sheet.name)' has two cells at \(place.text(sheetNames: content.places.names)); programs would show different ones",
        "工作表「\(sheet.name)」在 \(place.text(sheetNames: content.places.names)) 有两个单元格，不同软件会显示不同的内容")
    }
    var blocks = SheetBlocks(
      SheetBlocks.Plan(filter: grid.filter, merges: grid.merges), styles: package.context.styles,
      limits: package.limits)
    blocks.reserve(grid.mostRows)
    if grid.merges.isEmpty {
      blocks.append(all: grid.items, to: &content)
    } else {
      grid.items.forEachRow(grid.items.indices) {
        blocks.append($0, text: grid.text, to: &content)
      }
    }
    blocks.finish(&content)
    content.diagnostics += grid.diagnostics + blocks.takeDiagnostics()
    text = grid.text
    // Each sheet has a place of its own, an empty one too.
    if grid.items.isEmpty { text.append(0x0A) }
  }
}

extension WorkbookPackage.Sheet {
  /// What there is to say about the sheet itself.
  ///
  /// - Parameter offset: Where its texts begin.
  func diagnostics(at offset: Int) -> [Diagnostic] {
    var codes: [DiagnosticCode] = []
    if isHidden { codes.append(.hiddenSheet) }
    if isDerived { codes.append(.derivedSheet) }
    return codes.map { code in
      Diagnostic(code, at: SourceRange(offset..<offset), arguments: [.text("name", name)])
    }
  }
}
