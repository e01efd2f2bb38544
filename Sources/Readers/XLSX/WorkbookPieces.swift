public import IR

/// A large workbook that is read piece by piece, so that only some rows of it are in memory.
///
/// Every sheet is looked through first, and then read again row by row. What grows with the file
/// all the same are the texts that its cells share, and its merged areas.
public final class WorkbookPieces: PiecedSource {
  /// How much is in memory, and from when on that is worth its while.
  public struct Sizes: Sendable {
    /// The size of all sheets as XML from which a workbook is read piece by piece.
    public var least = 8 << 20
    /// About how many bytes of texts are read at once.
    public var piece = 256 << 10
    /// About how many bytes of memory the rows of a table take that are read at once.
    public var part = 1 << 20

    /// The usual sizes.
    public init() {}
  }

  /// The workbook with the current piece of its texts.
  public private(set) var source: SourceText
  /// The names of its sheets.
  public let sheetNames: [String]
  /// Whether a table of it is read in parts.
  public let splitsTables: Bool
  private let package: WorkbookPackage
  private let plans: [SheetBlocks.Plan]
  private let sizes: Sizes
  private var sheet: OpenSheet?
  /// The number of sheets that were begun.
  private var sheetCount = 0
  private var text: [UInt8] = []
  private var content = WorkbookContent()
  /// What there is to say about cells that are not handed out yet.
  private var diagnostics: [Diagnostic] = []

  /// A sheet that is being read.
  fileprivate struct OpenSheet {
    var handler: WorksheetHandler
    var stream: PartStream
    var blocks: SheetBlocks
    var hasCells = false
    /// Where the text begins of the row that may go on.
    var rowStart: Int?
  }

  /// Opens a workbook; `nil` for one that is small, or must be read as a whole.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - digest: Gives the digest of all of it; asked for only when it is needed.
  public init?(
    _ bytes: any FileBytes, name: String?, limits: Limits = Limits(), sizes: Sizes = Sizes(),
    digest: () throws(ReadError) -> String
  ) throws(ReadError) {
    var package = try WorkbookPackage(bytes, limits: limits)
    guard package.claimedByteCount >= sizes.least,
      // What goes on in another sheet is put together when all is read.
      !package.sheets.contains(where: { $0.name.hasPrefix(ContinuationSheet.name) })
    else { return nil }
    try package.readContext()
    var plans: [SheetBlocks.Plan] = []
    for sheet in package.sheets {
      guard
        let plan = try SheetSurvey.plan(sheet, of: package, partByteCount: sizes.part)
      else { return nil }
      package.spendShownBytes(plan.shownByteCount)
      plans.append(plan)
    }
    self.package = package
    self.plans = plans
    self.sizes = sizes
    sheetNames = package.sheets.map(\.name)
    splitsTables = plans.contains { !$0.layouts.isEmpty }
    source = SourceText(
      name: name, format: .xlsx, encoding: .utf8, utf8: [], byteCount: bytes.count,
      sha256: try digest())
    source.piece = SourcePiece()
    try fill()
  }

  /// Goes on to the next piece, which keeps what the reader and the document still need.
  public func advance(
    _ reader: inout DocumentReader, _ document: inout Document
  ) throws(ReadError) {
    let start = min(document.firstBlockStart ?? .max, heldStart)
    move(by: start)
    try fill()
    reader.move(to: source, by: start, &document)
  }

  /// Where the text begins that no block that was handed out has.
  private var heldStart: Int { sheet?.blocks.firstStart ?? sheet?.rowStart ?? text.count }

  private func move(by byteCount: Int) {
    source.piece?.precedingByteCount += byteCount
    text.removeFirst(byteCount)
    content.places.move(by: byteCount)
    sheet?.move(by: byteCount)
    for index in diagnostics.indices { diagnostics[index].move(by: byteCount) }
  }

  /// Reads on: as much again as there is, so that what is longer than a piece does not take
  /// quadratic time.
  private func fill() throws(ReadError) {
    let wanted = text.count + max(text.count, sizes.piece)
    var isLast = false
    while text.count < wanted, !isLast { isLast = try !readOn() }
    source.piece?.isLast = isLast
    let held = isLast ? text.count + 1 : heldStart
    diagnostics.sortBySource()
    let told = diagnostics.prefix { Int($0.source?.start ?? 0) < held }
    diagnostics.removeFirst(told.count)
    content.diagnostics = Array(told)
    source.utf8 = text
    source.workbook = content
    content.blocks = []
    content.cells = []
  }

  /// Reads the next bytes; `false` at the end of the last sheet.
  private func readOn() throws(ReadError) -> Bool {
    guard var open = sheet else { return try beginSheet() }
    // Texts and cells are in one place at a time, so that nothing is copied.
    sheet = nil
    var grid = open.handler.takeSheet()
    swap(&grid.text, &text)
    open.handler.putBack(grid)
    let hasMore = try open.stream.advance()
    grid = open.handler.takeSheet()
    swap(&grid.text, &text)
    take(hasMore ? grid.completeCount : grid.items.count, of: &grid, &open)
    if hasMore {
      open.rowStart = grid.items.first.map { Int($0.start) }
      open.handler.putBack(grid)
      sheet = open
    } else {
      open.blocks.finish(&content)
      // Each sheet has a place of its own, an empty one too.
      if !open.hasCells { text.append(0x0A) }
    }
    return true
  }

  /// Takes the first cells, which make whole rows.
  private func take(_ count: Int, of grid: inout SheetGrid, _ open: inout OpenSheet) {
    if count > 0 { open.hasCells = true }
    for item in grid.items[..<count] { content.places.append(item) }
    grid.items.forEachRow(0..<count) { open.blocks.append($0, text: text, to: &content) }
    grid.removeItems(count)
    diagnostics += grid.diagnostics + open.blocks.takeDiagnostics()
    grid.diagnostics = []
  }

  private func beginSheet() throws(ReadError) -> Bool {
    guard sheetCount < package.sheets.count else { return false }
    let next = package.sheets[sheetCount]
    content.places.beginSheet(next.name, at: text.count)
    diagnostics += next.diagnostics(at: text.count)
    if !next.isDerived {
      var context = package.context
      context.shownBytesLeft = plans[sheetCount].shownByteCount
      let handler = WorksheetHandler(
        next.name, context: context, text: [], limits: package.limits)
      sheet = OpenSheet(
        handler: handler, stream: try package.stream(next.part, handler),
        blocks: SheetBlocks(
          plans[sheetCount], styles: package.context.styles, limits: package.limits))
    }
    sheetCount += 1
    return true
  }
}

extension WorkbookPieces.OpenSheet {
  /// Goes with the texts, when the first bytes of these are forgotten.
  fileprivate mutating func move(by byteCount: Int) {
    blocks.move(by: byteCount)
    rowStart = rowStart.map { $0 - byteCount }
    var grid = handler.takeSheet()
    grid.move(by: byteCount)
    handler.putBack(grid)
  }
}
