internal import IR

/// Looks through a sheet before it is read part by part: merged areas stand at its end, and how
/// large a table is shows at its end too.
struct SheetSurvey {
  /// How the sheet is to be taken apart.
  private(set) var plan: SheetBlocks.Plan
  private let styles: [CellStyle]
  private var reader: SheetRowReader
  private var outline: BlockOutline?
  private var kept: [SheetGrid.Item] = []

  /// Looks through a sheet; `nil` where its cells are not in order, so that it must be read as a
  /// whole.
  static func plan(
    _ sheet: WorkbookPackage.Sheet, of package: WorkbookPackage, partByteCount: Int
  ) throws(ReadError) -> SheetBlocks.Plan? {
    var plan = SheetBlocks.Plan(partByteCount: partByteCount)
    guard !sheet.isDerived else { return plan }
    // What is found at the end changes what the rows are, so where there is such they are read again.
    for _ in 0..<2 {
      var survey = SheetSurvey(plan, package)
      guard let grid = try survey.read(sheet, of: package) else { return nil }
      if grid.merges == plan.merges, grid.filter == plan.filter { return survey.plan }
      plan.merges = grid.merges
      plan.filter = grid.filter
    }
    return nil
  }

  private init(_ plan: SheetBlocks.Plan, _ package: WorkbookPackage) {
    self.plan = plan
    styles = package.context.styles
    reader = SheetRowReader(
      styles: styles, filter: plan.filter, merges: plan.merges, limits: package.limits)
  }

  private mutating func read(
    _ sheet: WorkbookPackage.Sheet, of package: WorkbookPackage
  ) throws(ReadError) -> SheetGrid? {
    let handler = WorksheetHandler(
      sheet.name, context: package.context, text: [], limits: package.limits)
    let stream = try package.stream(sheet.part, handler)
    var hasMore = true
    while hasMore {
      hasMore = try stream.advance()
      var grid = handler.takeSheet()
      guard !grid.isDisordered else { return nil }
      let count = hasMore ? grid.completeCount : grid.items.count
      grid.items.forEachRow(0..<count) { append($0, text: grid.text) }
      grid.removeItems(count)
      grid.diagnostics = []
      let start = grid.items.first.map { Int($0.start) } ?? grid.text.count
      grid.text.removeFirst(start)
      grid.move(by: start)
      handler.putBack(grid)
    }
    endBlock()
    plan.shownByteCount = handler.shownByteCount
    return handler.takeSheet()
  }

  private mutating func append(_ items: ArraySlice<SheetGrid.Item>, text: [UInt8]) {
    kept.removeAll(keepingCapacity: true)
    let row = reader.read(items, text: text, into: &kept)
    _ = reader.takeDiagnostics()
    guard !row.isBlank else {
      outline?.skip(row)
      return
    }
    if let outline, !outline.includes(row) { endBlock() }
    if outline == nil { outline = BlockOutline(row) } else { outline?.append(row) }
  }

  private mutating func endBlock() {
    guard let outline else { return }
    if outline.byteCount >= plan.partByteCount {
      plan.layouts[outline.first] = outline.layout(filter: plan.filter)
    }
    self.outline = nil
  }
}
